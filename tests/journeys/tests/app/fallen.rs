//! The app itself falls: it says so, and what was decided up to then is kept.

use journeys::{Page, journey};
use scenario::Outcome;

use crate::{
    seen::{self, Mode},
    story,
};

/// Puts everything on the page into elements of its own, as programs do that translate pages. What the app then looks for
/// is no longer where it put it: the next page that it draws makes its Rust code panic, in the wasm as it is delivered.
const MOVES_EVERYTHING: &str = "
    for (const it of document.querySelectorAll('#app main, #app main *')) {
        if (it.closest('svg')) continue;
        const font = document.createElement('font');
        font.append(...it.childNodes);
        it.append(font);
    }
    addEventListener('error', it => window.fell = String(it.error ?? it.message));";

#[test]
fn an_app_that_has_fallen_says_so_and_the_run_is_there_after_a_reload() {
    journey(falls);
}

#[test]
fn one_that_has_fallen_in_a_file_says_so_too() {
    journey(async |page| {
        page.takes_file(&page.handed_on("two-hats.html")).await;
        falls(page).await;
    });
}

async fn falls(page: &Page) {
    let way = story::way_to(&story::crisis(), Outcome::Balanced);
    page.open("/#/play/crisis").await;
    seen::played(page, &story::first(1, &way), Mode::Practice).await;
    page.script(MOVES_EVERYTHING, vec![]).await;
    page.press(&story::number(way.scenario(), &way.turns()[1]).to_string()).await;
    page.sees("Something went wrong in the game itself. Your run is saved").await;
    // A page on a disk may not be told what fell, only that something did.
    page.holds_that("it was the wasm that fell", "return /RuntimeError|unreachable|^Script error/.test(window.fell)")
        .await;
    page.axe().await;
    page.reload().await;
    // The decision that it fell over was kept, and what came of it has not been read yet.
    seen::consequence(page, &story::first(2, &way), Mode::Practice).await;
    page.sees_not("Something went wrong").await;
}
