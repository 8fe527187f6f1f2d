//! The field guide: every idea under its address, where it is practised, what was met, and a page to print.

use journeys::journey;
use play::Record;
use scenario::Outcome;
use serde_json::json;
use two_hats::words::{ENGLISH as WORDS, guide::GUIDE};

use crate::{kept, story};

/// Whether the element that has the focus can be seen.
const IS_IN_SIGHT: &str = "
    const box = document.activeElement.getBoundingClientRect();
    return box.top >= 0 && box.top < innerHeight";

#[test]
fn an_address_leads_to_an_idea() {
    journey(async |page| {
        page.open("/#/guide/M2").await;
        page.focuses_on("#M2").await;
        page.holds_that("it is in sight", IS_IN_SIGHT).await;
        page.click(GUIDE.asked.title).await;
        page.is_at("#/guide/Q1").await;
        page.focuses_on("#Q1").await;
        page.holds_that("it is in sight", IS_IN_SIGHT).await;
        // The same link leads there again.
        page.script("scrollTo(0, 0)", vec![]).await;
        page.click(GUIDE.asked.title).await;
        page.holds_that("it is in sight", IS_IN_SIGHT).await;
        page.open("/#/guide/C7").await;
        page.focuses_on("#C7").await;
        page.open("/#/guide/nothing-of-this-name").await;
        page.sees(GUIDE.hats.title).await;
        page.click_on(".idea a[href^='#/play/']").await;
        page.has("main.play").await;
    });
}

#[test]
fn what_was_met_is_marked() {
    journey(async |page| {
        page.open("/#/guide").await;
        page.sees(GUIDE.labels.not_met).await;
        page.sees_not(GUIDE.labels.met).await;
        let way = story::way_to(&story::crisis(), Outcome::Balanced);
        kept::set(page, "journal/1790000000000", &format!("crisis {}", Record::of(&way).to_line())).await;
        page.reload().await;
        page.sees(GUIDE.labels.met).await;
        let concept = way.scenario().step(way.turns()[0].step).concepts[0].id();
        page.has(&format!("#{concept} .met")).await;
    });
}

#[test]
fn the_guide_can_be_read_where_the_list_of_stories_does_not_come() {
    journey(async |page| {
        page.open_with_fault("500", "scenarios/album", "/#/guide/Q4").await;
        page.sees("The list of stories did not arrive").await;
        page.focuses_on("#Q4").await;
        page.axe().await;
        page.open_with_fault("500", "scenarios/album", "/#/journal").await;
        page.sees("The list of stories did not arrive").await;
        page.axe().await;
    });
}

#[test]
fn the_guide_reads_well_in_the_dark_and_on_a_phone() {
    journey(async |page| {
        page.open("/").await;
        kept::set(page, "settings", "text-1 dark").await;
        page.open_at_width(360, "/#/guide").await;
        page.sees(GUIDE.differ.title).await;
        page.fits_its_width().await;
        page.axe().await;
        let titled = "return document.title";
        page.finds("the tab names the page", titled, &json!(format!("{} · {}", WORDS.guests[1], WORDS.name))).await;
    });
}

#[test]
fn the_handout_is_one_page_of_paper() {
    journey(async |page| {
        page.open("/#/guide").await;
        page.sees(GUIDE.labels.print).await;
        for (width, height) in [(21.0, 29.7), (21.59, 27.94)] {
            let paper = fantoccini::wd::PrintConfigurationBuilder::default()
                .size(fantoccini::wd::PrintSize { width, height })
                .build();
            let paper = paper.unwrap_or_else(|fault| panic!("there is no such paper: {fault}"));
            let printed = page.client().print(paper).await;
            let printed = printed.unwrap_or_else(|fault| panic!("the page does not print: {fault}"));
            let file = lopdf::Document::load_mem(&printed);
            let pages = file.unwrap_or_else(|fault| panic!("what was printed is no PDF: {fault}")).get_pages().len();
            assert_eq!(pages, 1, "one page of {width} by {height} cm");
        }
    });
}
