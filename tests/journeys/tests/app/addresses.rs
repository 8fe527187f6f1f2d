//! Addresses that lead straight in, lead nowhere, or lead to what does not arrive.

use journeys::journey;
use play::Run;
use two_hats::words::{ASIDE, ENGLISH as WORDS, guide::GUIDE};

use crate::{
    seen::{self, Mode},
    story,
};

/// From now on files come as a web page, whatever was asked for: some hosts answer so.
const ANSWERS_WITH_A_PAGE: &str = "
    window.fetchTruly = window.fetch;
    window.fetch = () => Promise.resolve(new Response('<!doctype html><title>Log in</title>'));";
/// From now on no file comes at all.
const IS_OFFLINE: &str = "window.fetch = () => Promise.reject(new TypeError('offline'));";
/// Files come again.
const IS_WELL: &str = "window.fetch = window.fetchTruly;";

#[test]
fn an_address_leads_straight_to_a_story() {
    journey(async |page| {
        page.open("/#/play/crisis").await;
        seen::step(page, &Run::start(story::crisis()), Mode::Practice).await;
        let title = "return document.title.includes(document.querySelector('main h1').textContent)";
        page.holds_that("the tab names the step", title).await;
        page.open("/#/about").await;
        page.sees(GUIDE.differ.title).await;
        page.open("/#/settings").await;
        page.sees(ASIDE.kept_here).await;
    });
}

#[test]
fn an_address_that_leads_nowhere_says_so() {
    journey(async |page| {
        for nowhere in ["/#/nowhere", "/#/play/", "/#/play/No%20Such"] {
            page.open(nowhere).await;
            page.sees(ASIDE.no_page).await;
            page.click(WORDS.home).await;
            page.sees(ASIDE.choose_story).await;
        }
        for unknown in ["/#/play/no-such", "/#/play/own/no-such"] {
            page.open(unknown).await;
            page.sees(WORDS.no_scenario).await;
            page.click(WORDS.home).await;
            page.sees(ASIDE.choose_story).await;
            page.focuses_on("main h1").await;
        }
        page.has_no(".continue").await;
    });
}

#[test]
fn a_story_that_does_not_arrive_can_be_asked_for_again() {
    journey(async |page| {
        let start = Run::start(story::crisis());
        page.open_with_fault("500x1", "scenarios/crisis", "/#/play/crisis").await;
        page.sees(WORDS.failed).await;
        page.click(WORDS.retry).await;
        seen::step(page, &start, Mode::Practice).await;
        page.focuses_on("main h1").await;

        page.open_with_fault("503x1", "scenarios/index", "/").await;
        page.sees(ASIDE.shelf_failed).await;
        page.click(WORDS.retry).await;
        seen::begins(page, start.scenario().title()).await;
        seen::step(page, &start, Mode::Practice).await;
    });
}

#[test]
fn a_story_that_arrives_as_something_else_is_not_played() {
    journey(async |page| {
        page.open("/").await;
        page.sees(story::crisis().title()).await;
        page.script(ANSWERS_WITH_A_PAGE, vec![]).await;
        page.click(story::crisis().title()).await;
        page.sees(WORDS.failed).await;
        page.script(IS_OFFLINE, vec![]).await;
        page.click(WORDS.retry).await;
        page.sees(WORDS.failed).await;
        page.click(WORDS.home).await;
        page.click(story::crisis().title()).await;
        page.sees(WORDS.failed).await;
        page.script(IS_WELL, vec![]).await;
        page.click(WORDS.retry).await;
        page.click(ASIDE.begin).await;
        seen::step(page, &Run::start(story::crisis()), Mode::Practice).await;
    });
}

#[test]
fn a_story_that_is_long_on_its_way_can_be_left() {
    journey(async |page| {
        page.open_with_fault("stall", "scenarios/crisis", "/").await;
        // What stands there before the app shows the story's opening at once.
        page.is_taken_over().await;
        page.click(story::crisis().title()).await;
        page.sees(WORDS.loading).await;
        // It can be asked for again, which helps no more here than the first time.
        page.click(WORDS.retry).await;
        page.sees(WORDS.loading).await;
        page.axe().await;
        page.back().await;
        let other = story::shipped().into_iter().find(|scenario| scenario.id().as_str() != "crisis");
        let other = other.unwrap_or_else(story::crisis);
        seen::begins(page, other.title()).await;
        seen::step(page, &Run::start(other), Mode::Practice).await;
    });
}
