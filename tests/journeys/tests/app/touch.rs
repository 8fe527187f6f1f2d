//! A phone: a story is begun with a finger, on a small screen.

use journeys::{Page, journey, selectors};
use scenario::Outcome;
use two_hats::words::ENGLISH as WORDS;

use crate::{
    seen::{self, Mode},
    story,
};

#[test]
fn a_story_is_begun_with_a_finger() {
    journey(async |page| {
        let way = story::way_to(&story::crisis(), Outcome::Balanced);
        page.open_on_a_phone(360, 740, "/").await;
        page.sees(way.scenario().title()).await;
        fits_a_hand(page).await;
        page.taps("main.home a[href$='#/story/crisis']").await;
        page.has(selectors::BEGIN).await;
        fits_a_hand(page).await;
        page.aims_at_no_less_than(44, Some(selectors::BEGIN)).await;
        // A second tap at once would be taken for the first.
        page.until("the story begins", async || {
            if page.holds(selectors::BEGIN).await {
                page.taps(selectors::BEGIN).await;
            }
            page.holds(selectors::RESPONSE).await
        })
        .await;
        seen::step(page, &story::first(0, &way), Mode::Practice).await;
        fits_a_hand(page).await;
        page.aims_at_no_less_than(44, Some(selectors::RESPONSE)).await;
        let number = story::number(way.scenario(), &way.turns()[0]);
        page.taps(&format!(".responses li:nth-child({number}) button")).await;
        seen::consequence(page, &story::first(1, &way), Mode::Practice).await;
        fits_a_hand(page).await;
        page.taps(selectors::CONTINUE).await;
        seen::step(page, &story::first(1, &way), Mode::Practice).await;
        page.aims_at_no_less_than(44, Some(selectors::RESPONSE)).await;
        page.taps(&format!(".topbar a[aria-label={:?}]", WORDS.back_home)).await;
        page.has(".continue").await;
        fits_a_hand(page).await;
    });
}

async fn fits_a_hand(page: &Page) {
    page.fits_its_width().await;
    page.aims_at_no_less_than(24, None).await;
}
