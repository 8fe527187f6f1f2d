//! A run that is left and taken up again, and what the home page says of it.

use journeys::{Page, journey, selectors};
use play::Run;
use scenario::Outcome;
use two_hats::words::{ASIDE, ENGLISH as WORDS, fill};

use crate::{
    seen::{self, Mode},
    story,
};

#[test]
fn a_run_goes_on_where_it_was_left() {
    journey(async |page| {
        let way = story::way_to(&story::crisis(), Outcome::Balanced);
        page.open("/#/play/crisis").await;
        seen::played(page, &story::first(2, &way), Mode::Practice).await;
        page.reload().await;
        seen::step(page, &story::first(2, &way), Mode::Practice).await;

        // A consequence is there until the player goes on.
        decides(page, &way, 2).await;
        page.reload().await;
        let left = story::first(3, &way);
        seen::consequence(page, &left, Mode::Practice).await;
        page.goes_on().await;
        seen::step(page, &left, Mode::Practice).await;
        page.reload().await;
        seen::step(page, &left, Mode::Practice).await;

        page.click(WORDS.back_home).await;
        is_offered(page, &left).await;
        page.reload().await;
        is_offered(page, &left).await;
        page.click_on(".continue a").await;
        page.is_at("#/play/crisis").await;
        seen::step(page, &left, Mode::Practice).await;
        page.back().await;
        is_offered(page, &left).await;
    });
}

#[test]
fn two_tabs_on_one_run_go_along_with_each_other() {
    journey(async |page| {
        let way = story::way_to(&story::crisis(), Outcome::Balanced);
        page.open("/#/play/crisis").await;
        seen::played(page, &story::first(1, &way), Mode::Practice).await;
        let first = page.open_in_new_tab("/#/play/crisis").await;
        decides(page, &way, 1).await;
        page.goes_on().await;
        seen::step(page, &story::first(2, &way), Mode::Practice).await;
        let second = page.tab().await;

        page.go_to_tab(first).await;
        seen::step(page, &story::first(2, &way), Mode::Practice).await;
        page.sees(ASIDE.elsewhere).await;
        page.focuses_on("main h1").await;
        decides(page, &way, 2).await;
        page.sees_not(ASIDE.elsewhere).await;

        page.go_to_tab(second).await;
        seen::step(page, &story::first(3, &way), Mode::Practice).await;
        page.reload().await;
        // The other tab has not gone on yet.
        seen::consequence(page, &story::first(3, &way), Mode::Practice).await;
    });
}

#[test]
fn home_is_shown_from_where_it_was_left() {
    journey(async |page| {
        page.open_at_width(360, "/").await;
        for leave in ["browser", "page"] {
            page.sees(story::crisis().title()).await;
            page.click_on("main .scenario a[href='#/story/crisis']").await;
            page.has(selectors::BEGIN).await;
            page.holds_that("the story is shown from its top", "return scrollY === 0").await;
            page.back().await;
            page.has("main.home").await;
            page.script("scrollTo(0, 700)", vec![]).await;
            page.holds_that("the page scrolls when it is told to", "return scrollY === 700").await;
            page.script("document.querySelector(\".scenario a[href='#/story/crisis']\").click()", vec![]).await;
            page.has(selectors::BEGIN).await;
            page.holds_that("the story is shown from its top", "return scrollY === 0").await;
            match leave {
                "browser" => page.back().await,
                _ => page.click(WORDS.back_home).await,
            }
            page.has("main.home").await;
            page.holds_that("home is where it was", "return scrollY === 700").await;
            page.focuses_on("main h1").await;
        }
    });
}

#[test]
fn the_best_outcome_stands_on_the_card() {
    journey(async |page| {
        let small = story::small();
        page.open("/").await;
        page.picks_file("small.json", story::SMALL.as_bytes()).await;
        let worst_first = [Outcome::UnderManaged, Outcome::Balanced, Outcome::UnderLed];
        let best = [Outcome::UnderManaged, Outcome::Balanced, Outcome::Balanced];
        for (outcome, best) in worst_first.into_iter().zip(best) {
            seen::played(page, &story::way(&small, |ending| ending.outcome == outcome), Mode::Practice).await;
            page.click(WORDS.home).await;
            page.sees(&fill(ASIDE.best, &[("outcome", WORDS.verdict(best))])).await;
            // A run that has ended is not continued.
            page.has_no(".continue").await;
            page.click(small.title()).await;
            page.click(WORDS.play_again).await;
        }
        page.is_at("#/play/own/small").await;
        seen::step(page, &Run::start(small), Mode::Practice).await;
    });
}

/// The home page offers to go on with a run.
async fn is_offered(page: &Page, run: &Run) {
    let title = run.scenario().title();
    let decision = (run.turns().len() + 1).to_string();
    page.sees(&fill(ASIDE.continue_at, &[("title", title), ("n", &decision)])).await;
    let step = run.step().map(|step| &*step.title).unwrap_or_default();
    page.finds(
        "the step that waits is named",
        "return document.querySelector('.continue h2').textContent",
        &step.into(),
    )
    .await;
}

/// The decision at a place of a run is made as there.
async fn decides(page: &Page, way: &Run, at: usize) {
    page.choose_number(story::number(way.scenario(), &way.turns()[at])).await;
    seen::consequence(page, &story::first(at + 1, way), Mode::Practice).await;
}
