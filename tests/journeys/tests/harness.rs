//! The harness's own tests, against a small static page: what the journeys say must be so.

use std::panic::{AssertUnwindSafe, catch_unwind};

use journeys::journey;

#[test]
fn a_page_is_seen_as_a_person_sees_it() {
    journey(async |page| {
        page.open("/~harness/").await;
        page.sees("a page to practise on").await;
        page.sees_not("You answered").await;
        page.holds_that("the data has come", "return document.title === 'The harness is at work'").await;
        page.axe().await;
    });
}

#[test]
fn clicks_and_keys_are_real() {
    journey(async |page| {
        page.open("/~harness/").await;
        page.choose("leader").await;
        page.sees("You answered: Say where it goes").await;
        page.goes_on().await;
        page.sees("And on it goes").await;
        page.is_at("#/on").await;
        page.choose_number(2).await;
        page.sees("You answered: Count what it takes").await;
        page.press("u").await;
        page.sees("Taken back").await;
        page.click("close").await;
        page.sees_not("Taken back").await;
        page.click("Name").await;
        page.focuses("").await;
        page.types("Ünal u").await;
        page.holds_that("the name is typed", "return document.getElementById('name').value === 'Ünal u'").await;
        page.press("Shift+Tab").await;
        page.focuses("Continue").await;
    });
}

#[test]
fn what_is_stored_survives_a_reload_and_is_seen_in_another_tab() {
    journey(async |page| {
        page.open("/~harness/").await;
        page.sees_not("Last time").await;
        page.choose("manager").await;
        page.reload().await;
        page.sees("Last time: Count what it takes").await;
        let first = page.open_in_new_tab("/~harness/").await;
        page.sees("Last time: Count what it takes").await;
        page.go_to_tab(first).await;
        page.sees("Last time: Count what it takes").await;
    });
}

#[test]
fn a_page_can_be_as_narrow_as_a_phone_and_as_wide_as_a_projector() {
    journey(async |page| {
        for width in [360, 1280, 1920] {
            page.open_at_width(width, "/~harness/").await;
            page.fits_its_width().await;
        }
    });
}

#[test]
fn a_fault_strikes_the_files_it_is_asked_for() {
    journey(async |page| {
        page.open_with_fault("500", "~harness/data", "/~harness/").await;
        page.sees("No data: 500").await;
        page.open_with_fault("503x1", "~harness/data", "/~harness/").await;
        page.sees("No data: 503").await;
        page.reload().await;
        page.holds_that("the data has come", "return document.title === 'The harness is at work'").await;
    });
}

#[test]
fn a_barrier_is_found_and_named() {
    let failed = catch_unwind(AssertUnwindSafe(|| {
        journey(async |page| {
            page.open("/~harness/barrier.html").await;
            page.axe().await;
        });
    }));
    let told = failed.expect_err("the barrier is not found");
    let told = told.downcast_ref::<String>().cloned().unwrap_or_default();
    assert!(told.contains("image-alt") && told.contains("#unsaid"), "{told}");
}
