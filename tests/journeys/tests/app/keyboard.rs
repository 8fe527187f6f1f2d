//! Everything by keyboard alone: the focus is on each page's heading and is never lost.

use journeys::{Page, journey, selectors};
use two_hats::{
    play::Run,
    scenario::Outcome,
    words::{ENGLISH as WORDS, guide::GUIDE},
};

use crate::{
    seen::{self, Mode},
    story,
};

/// The ways to give a response without a mouse, taken in turn.
const WAYS: [fn(usize, usize) -> Vec<String>; 3] = [by_digit, by_arrows_forth, by_arrows_back];

#[test]
fn a_story_is_played_by_keys_alone() {
    journey(async |page| {
        let way = story::way_to(&story::crisis(), Outcome::Balanced);
        page.open("/").await;
        page.sees(way.scenario().title()).await;
        page.tabs_to("main.home a[href='#/play/crisis']").await;
        page.press("Enter").await;
        seen::step(page, &story::first(0, &way), Mode::Practice).await;
        page.focuses_on("main h1").await;
        for (at, turn) in way.turns().iter().enumerate() {
            let offered = turn.before.offered(way.scenario()).count();
            for key in WAYS[at % WAYS.len()](story::number(way.scenario(), turn), offered) {
                page.press(&key).await;
            }
            arrives(page, &story::first(at + 1, &way), seen_consequence).await;
            page.press("Enter").await;
            arrives(page, &story::first(at + 1, &way), seen_now).await;
        }
    });
}

#[test]
fn the_tab_key_reaches_all_that_a_mouse_does() {
    journey(async |page| {
        let way = story::way_to(&story::crisis(), Outcome::Adrift);
        page.open("/").await;
        page.sees(way.scenario().title()).await;
        page.tabs_to(".skip").await;
        page.press("Enter").await;
        page.focuses_on("main h1").await;
        page.is_at("/").await;
        page.tabs_to("input[name=mode]").await;
        page.tabs_to("main .drop button").await;
        page.tabs_to("footer a[href='#/guide']").await;
        page.press("Enter").await;
        page.sees(GUIDE.differ.title).await;
        page.focuses_on("main h1").await;
        // The guide has more links than anybody tabs through.
        page.back().await;
        page.focuses_on("main h1").await;
        page.tabs_to("input[name=mode]").await;
        page.tabs_to("footer a[href='#/settings']").await;
        page.press("Enter").await;
        page.sees(WORDS.kept_here).await;
        page.focuses_on("main h1").await;

        page.open("/#/play/crisis").await;
        let first = story::first(1, &way);
        seen::step(page, &story::first(0, &way), Mode::Practice).await;
        let wanted = story::number(way.scenario(), &way.turns()[0]);
        page.tabs_to(&format!("{}[aria-keyshortcuts='{wanted}']", selectors::RESPONSE)).await;
        page.press("Space").await;
        arrives(page, &first, seen_consequence).await;
        page.tabs_to(selectors::CONTINUE).await;
        page.press("Space").await;
        arrives(page, &first, seen_now).await;
    });
}

async fn seen_consequence(page: &Page, run: &Run) {
    seen::consequence(page, run, Mode::Practice).await;
}

async fn seen_now(page: &Page, run: &Run) {
    seen::now(page, run, Mode::Practice).await;
}

/// The page shows what it must, and the focus is on its heading.
async fn arrives(page: &Page, run: &Run, is_seen: impl AsyncFn(&Page, &Run)) {
    is_seen(page, run).await;
    page.focuses_on("main h1").await;
}

fn by_digit(number: usize, _: usize) -> Vec<String> {
    vec![number.to_string()]
}

fn by_arrows_forth(number: usize, _: usize) -> Vec<String> {
    let mut keys = vec!["Right".to_owned(); number];
    keys.push("Enter".into());
    keys
}

/// Round the end, from the last response back.
fn by_arrows_back(number: usize, offered: usize) -> Vec<String> {
    let mut keys = vec!["Left".to_owned(); offered - number + 1];
    keys.push("Enter".into());
    keys
}
