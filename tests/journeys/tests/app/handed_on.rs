//! The game in one file, opened from the disk: what a host and its network would do is in the file.

use std::fs;

use journeys::{Page, journey, selectors};
use scenario::Outcome;
use serde_json::json;
use two_hats::{room, workbench};

use crate::{
    seen::{self, Mode},
    story,
};

const GAME: &str = "two-hats.html";

/// What the tool made of the small scenario.
const COURSE: &str = "course.html";

/// What it made of another scenario of the same id.
const SECOND: &str = "second.html";

/// What the course is called.
const TITLE: &str = "Bread & <b>Böcker</b>";

/// What the page asked of a network, as far as it knows.
const ASKED: &str =
    "return performance.getEntriesByType('resource').filter(it => !/^(blob|data):/.test(it.name)).length";

/// Whether the page says that the file does not open, or will in a while.
const SAYS_A_FAULT: &str = "
    const { display } = getComputedStyle(document.querySelector('.unloaded'));
    return display !== 'none'";

#[test]
fn a_run_is_played_kept_and_debriefed_from_a_file() {
    journey(async |page| {
        page.takes_file(&page.handed_on(GAME)).await;
        page.open("/").await;
        for scenario in story::shipped() {
            page.sees(scenario.title()).await;
        }
        page.axe().await;
        let crisis = story::crisis();
        let way = story::way_to(&crisis, Outcome::Balanced);
        seen::begins(page, crisis.title()).await;
        page.is_at("#/play/crisis").await;
        seen::played(page, &story::first(3, &way), Mode::Practice).await;
        page.reload().await;
        page.is_at("#/play/crisis").await;
        page.has(".outcome, .response, .consequence").await;
        plays_to_the_end(page).await;
        page.has(".timeline > ol > li").await;
        page.open("/#/journal").await;
        page.has("#album:not([aria-busy]) h2").await;
        page.sees(crisis.title()).await;
        assert_eq!(page.script(ASKED, vec![]).await, 0, "the network was asked for something");
        page.finds("nothing says that it does not open", SAYS_A_FAULT, &json!(false)).await;
    });
}

#[test]
fn a_file_whose_host_says_another_encoding_opens() {
    journey(async |page| {
        page.arrive(&format!("/~file/{GAME}")).await;
        page.finds("its host says so", "return document.characterSet", &json!("UTF-8")).await;
        page.sees(story::crisis().title()).await;
        page.finds("nothing says that it does not open", SAYS_A_FAULT, &json!(false)).await;
    });
}

/// Answers with the first response until the story ends.
async fn plays_to_the_end(page: &Page) {
    for _ in 0..40 {
        let arrived = async || {
            page.holds(selectors::RESPONSE).await
                || page.holds(selectors::CONTINUE).await
                || page.holds(selectors::OUTCOME).await
        };
        page.until("there is something to do", arrived).await;
        if page.holds(selectors::OUTCOME).await {
            return;
        }
        if page.holds(selectors::CONTINUE).await {
            page.goes_on().await;
        } else {
            page.choose_number(1).await;
        }
    }
    panic!("the story does not end");
}

#[test]
fn workers_work_in_a_file() {
    journey(async |page| {
        page.takes_file(&page.handed_on(GAME)).await;
        page.open("/").await;
        page.drops_file("small.json", story::SMALL).await;
        page.is_at("#/play/own/small").await;
        page.has(selectors::RESPONSE).await;
        page.open("/#/author").await;
        page.has(".bench").await;
        page.drops_file("small.json", story::SMALL).await;
        page.has(".fates li").await;
        page.drops_file("broken.json", "{").await;
        page.sees(workbench::ENGLISH.stale).await;
    });
}

#[test]
fn two_windows_of_a_file_keep_in_step() {
    journey(async |page| {
        page.takes_file(&page.handed_on(GAME)).await;
        page.open("/#/room").await;
        page.click_on("input[name=story][value=crisis]").await;
        page.click(room::ENGLISH.begin).await;
        page.has(".console[data-phase=set-up]").await;
        let console = page.open_in_new_tab("/#/room/stage").await;
        page.has(".stage[data-phase=set-up]").await;
        let stage = page.client().window().await.expect("the stage has a window");
        page.go_to_tab(console.clone()).await;
        page.press("PageDown").await;
        page.has(".console[data-phase=gather]").await;
        page.go_to_tab(stage).await;
        page.has(".stage[data-phase=gather]").await;
    });
}

#[test]
fn a_course_holds_its_authors_scenarios_and_no_others() {
    journey(async |page| {
        page.takes_file(&page.handed_on(COURSE)).await;
        page.open("/").await;
        page.sees(story::small().title()).await;
        page.finds("the page is the course's", "return document.querySelector('h1').textContent", &json!(TITLE)).await;
        page.finds("the tab names the course", "return document.title", &json!(TITLE)).await;
        page.sees_not(story::crisis().title()).await;
        seen::begins(page, story::small().title()).await;
        page.has(selectors::RESPONSE).await;
        page.holds_that(
            "the tab names the course",
            &format!("return document.title.endsWith({:?})", format!(" · {TITLE}")),
        )
        .await;
    });
}

#[test]
fn what_is_kept_of_a_course_is_kept_apart_from_another_on_the_same_disk() {
    journey(async |page| {
        for file in [COURSE, SECOND] {
            page.takes_file(&page.handed_on(file)).await;
            page.open("/").await;
            page.has(".shelf li").await;
            page.has_no(".continue").await;
            page.click_on(".scenario a").await;
            page.click_on(selectors::BEGIN).await;
            page.choose_number(1).await;
            page.goes_on().await;
        }
        // Each goes on with its own, where the browser keeps anything for files on a disk.
        page.takes_file(&page.handed_on(COURSE)).await;
        page.open("/").await;
        page.has(".continue").await;
        page.sees(story::small().title()).await;
        let kept = "return Object.keys(localStorage).filter(key => key.startsWith('two-hats:')).length";
        assert_eq!(page.script(kept, vec![]).await, 0, "nothing of a course is kept as the game's own");
    });
}

#[test]
fn what_a_browser_saves_of_the_open_page_begins_anew() {
    journey(async |page| {
        page.takes_file(&page.handed_on(GAME)).await;
        page.open("/").await;
        page.has(".shelf li").await;
        let saved = page.script("return document.documentElement.outerHTML", vec![]).await;
        let saved = saved.as_str().unwrap_or_default();
        assert!(saved.contains("data-open"), "the page was open");
        // A mark at its start says how it is written, whatever it says of itself.
        let copy = page.writes("saved.html", format!("\u{feff}<!doctype html>{saved}").as_bytes());
        page.takes_file(&copy).await;
        page.open("/").await;
        seen::begins(page, story::crisis().title()).await;
        page.has(selectors::RESPONSE).await;
        page.finds("it stands there once", "return document.querySelectorAll('main').length", &json!(1)).await;
        // One in which a letter is another says what it is.
        let damaged = saved.replacen("data-sum=\"", "data-sum=\"1", 2);
        let damaged = page.writes("damaged.html", format!("\u{feff}<!doctype html>{damaged}").as_bytes());
        page.takes_file(&damaged).await;
        page.open("/").await;
        page.sees("it is what a browser saved of the open page").await;
    });
}

#[test]
fn a_file_that_did_not_come_whole_says_so() {
    journey(async |page| {
        let bytes = fs::read(page.handed_on(GAME)).expect("the game in one file can be read");
        let cut = page.writes("cut.html", &bytes[..bytes.len() * 2 / 3]);
        let mut changed = bytes;
        let middle = changed.len() / 2;
        changed[middle] = if changed[middle] == b'a' { b'b' } else { b'a' };
        let changed = page.writes("changed.html", &changed);
        for file in [cut, changed] {
            page.takes_file(&file).await;
            page.open("/").await;
            page.sees("This file did not come whole").await;
            assert!(!page.holds("main").await, "nothing of the game stands there");
        }
    });
}
