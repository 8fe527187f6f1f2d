//! The stage as a projector shows it: every page of every shipped story is within its window, and fills it.

use super::{HOUR, WORDS};
use journeys::{Page, journey};
use serde_json::json;

use crate::story;

/// Leads a session on the stage, and says what is wrong with its pages.
const PAGES: &str = include_str!("stage-pages.js");

/// Presses what a selector finds first.
const PRESS: &str = "document.querySelector(arguments[0]).click()";

/// Leads a story through on the stage: the room takes all decisions, or as many as fit in half an hour. What is wrong, and
/// how often a slide took several pages.
async fn lead(page: &Page, id: &str, all: bool) -> (Vec<String>, u64) {
    page.script("localStorage.clear()", vec![]).await;
    page.open("/#/room").await;
    page.reload().await;
    let pick = format!("input[name=story][value={id}]");
    page.has(&pick).await;
    page.script(PRESS, vec![json!(pick)]).await;
    page.click(WORDS.begin).await;
    page.has(".console[data-phase=set-up]").await;
    page.click(if all { HOUR.decides_all } else { "30 minutes" }).await;
    page.open("/#/room/stage").await;
    page.has(".stage[data-phase=set-up] .slide").await;
    let led = page.client().execute_async(PAGES, vec![json!(if all { "1" } else { "2" })]).await;
    let led = led.unwrap_or_else(|fault| panic!("{id} cannot be led: {fault}"));
    let found = led["found"].as_array().into_iter().flatten();
    let found = found.map(|wrong| format!("{id}, {}", wrong.as_str().unwrap_or_default()));
    (found.collect(), led["paged"].as_u64().unwrap_or_default())
}

fn every_page_fits(width: u32, height: u32) {
    journey(async |page| {
        page.open_at_size(width, height, "/").await;
        let mut wrong = Vec::new();
        let mut paged = 0;
        for scenario in story::shipped() {
            for all in [true, false] {
                let (found, pages) = lead(page, scenario.id().as_str(), all).await;
                wrong.extend(found);
                paged += pages;
            }
        }
        println!("{paged} pages were one of several");
        assert!(wrong.is_empty(), "{} pages do not fit:\n{}", wrong.len(), wrong.join("\n"));
    });
}

#[test]
fn every_page_of_the_stage_fits_a_projector() {
    every_page_fits(1280, 720);
}

#[test]
fn every_page_of_the_stage_fits_a_large_projector() {
    every_page_fits(1920, 1080);
}
