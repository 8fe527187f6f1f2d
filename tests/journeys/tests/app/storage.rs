//! Browsers that keep nothing: it is said once, and play goes on.

use journeys::{Page, journey};
use two_hats::{scenario::Outcome, words::ENGLISH as WORDS};

use crate::{
    by_hand,
    seen::{self, Mode},
    story,
};

/// Nothing can be written any more, as on a device that is full.
const IS_FULL: &str = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') };";

#[test]
fn a_full_device_is_told_of_and_the_run_goes_on() {
    journey(async |page| {
        let way = story::way_to(&story::crisis(), Outcome::Balanced);
        page.open("/").await;
        page.sees(way.scenario().title()).await;
        page.script(IS_FULL, vec![]).await;
        page.click(way.scenario().title()).await;
        page.sees(WORDS.not_stored).await;
        page.click(WORDS.close).await;
        seen::played(page, &story::first(2, &way), Mode::Practice).await;
        // It is said once.
        page.sees_not(WORDS.not_stored).await;
        page.click(WORDS.back_home).await;
        page.click_on(".continue a").await;
        seen::step(page, &story::first(2, &way), Mode::Practice).await;
    });
}

#[test]
fn a_browser_that_keeps_nothing_can_play() {
    journey(async |page| {
        for how in ["reads", "all"] {
            starts_without_storage(page, how).await;
        }
    });
}

async fn starts_without_storage(page: &Page, how: &str) {
    let way = story::way_to(&story::crisis(), Outcome::Balanced);
    by_hand::starts_forbidden(page, how, "").await;
    page.sees(WORDS.not_stored).await;
    page.click(way.scenario().title()).await;
    seen::played(page, &story::first(2, &way), Mode::Practice).await;
    page.click(WORDS.back_home).await;
    page.click_on("footer a[href='#/settings']").await;
    page.click(WORDS.themes[2]).await;
    page.has("html[data-theme=dark]").await;
}
