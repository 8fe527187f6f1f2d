//! Faults by chance: whatever happens to the storage, the files, the clock or beside the page, the page is alive and says
//! so, and the run that was kept is there when the fault has gone.
//!
//! The rule: a run is kept with every decision. What a fault cannot reach, it cannot take: the kept run is there, as it
//! was. Where a fault destroys what is kept (another tab writes rubbish, a write is cut short), the page that shows the run
//! still has it, and its next decision keeps all of it again; only who leaves before that begins anew, and what could not be
//! read lies aside. What another tab erases is erased in each, and said. Of two tabs on one run, each goes along with what is
//! decided in the other.
//!
//! `cargo xtask faults --count 500 --seed 1` makes as many as one likes. A fault is known by its seed alone.

mod chance;
mod files;
mod storage;
mod visit;

use std::{cell::RefCell, env, panic::AssertUnwindSafe};

use futures_util::FutureExt;
use journeys::{Page, journey};
use visit::{Diary, Visit};

/// How many kinds of faults there are; those of seeds in a row come in turn.
const KINDS: u64 = 12;

/// How many faults are made in one browser session.
const IN_A_SESSION: u64 = 24;

async fn strikes(page: &Page, diary: &RefCell<Diary>, seed: u64) {
    let visit = &mut Visit::begins(page, diary, seed).await;
    match seed % KINDS {
        0 => storage::breaks(visit).await,
        1 => files::comes_amiss(visit).await,
        2 => storage::starts_broken(visit).await,
        3 => files::is_edited(visit).await,
        4 => storage::cuts_a_write(visit).await,
        5 => files::lacks_the_app(visit).await,
        6 => storage::holds_rubbish(visit).await,
        7 => files::has_no_time(visit).await,
        8 => storage::shares_with_a_tab(visit).await,
        9 => files::is_torn_away(visit).await,
        10 => files::loses_an_own_file(visit).await,
        _ => files::lacks_a_bundle(visit).await,
    }
}

fn said(name: &str, otherwise: u64) -> u64 {
    env::var(name).ok().and_then(|number| number.parse().ok()).unwrap_or(otherwise)
}

#[test]
fn no_fault_takes_a_run_or_the_page() {
    let (count, first) = (said("TWO_HATS_FAULTS", KINDS), said("TWO_HATS_SEED", 0));
    let (mut made, mut lost, mut dead) = (0, 0, 0);
    while made < count {
        let (from, to) = (first + made, first + count.min(made + IN_A_SESSION));
        journey(async |page| {
            page.open("/").await;
            for seed in from..to {
                let diary = RefCell::default();
                let told = AssertUnwindSafe(strikes(page, &diary, seed)).catch_unwind().await;
                let Diary { of_the_run, steps } = diary.into_inner();
                if told.is_err() {
                    *if of_the_run { &mut lost } else { &mut dead } += 1;
                    let what = if of_the_run { "a lost run" } else { "a dead page" };
                    println!("seed {seed}: {what}\n  {}\n{}", steps.join("\n  "), page.text().await);
                    page.client().refresh().await.ok();
                }
            }
        });
        made = to - first;
    }
    println!("{made} faults, {lost} lost runs, {dead} dead pages");
    assert_eq!((lost, dead), (0, 0), "see the steps above, or make one again: cargo xtask faults --count 1 --seed N");
}
