//! Browsers that keep nothing, or nothing more: it is said as long as it is so, and play goes on.

use journeys::{Page, journey};
use play::Record;
use scenario::Outcome;
use serde_json::json;
use two_hats::words::{ASIDE, ENGLISH as WORDS};

use crate::{
    by_hand, kept,
    seen::{self, Mode},
    story,
};

/// Nothing can be written any more, as on a device that is full.
const IS_FULL: &str = "window.truly = Storage.prototype.setItem; Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') };";

/// It can be written again.
const HAS_ROOM: &str = "Storage.prototype.setItem = window.truly;";

/// Reads the next file that is saved.
const READS_FILE: &str = "const truly = URL.createObjectURL; URL.createObjectURL = blob => (blob.text().then(text => (window.saved = text)), truly.call(URL, blob));";

#[test]
fn a_full_device_is_told_of_and_the_run_goes_on() {
    journey(async |page| {
        let way = story::way_to(&story::crisis(), Outcome::Balanced);
        page.open("/").await;
        page.sees(way.scenario().title()).await;
        page.script(IS_FULL, vec![]).await;
        seen::begins(page, way.scenario().title()).await;
        page.sees(ASIDE.not_stored).await;
        seen::played(page, &story::first(2, &way), Mode::Practice).await;
        page.sees(ASIDE.not_stored).await;
        page.axe().await;
        // The way out is a file that holds what could not be stored.
        page.script(READS_FILE, vec![]).await;
        page.click(ASIDE.save_file).await;
        let line = Record::of(&story::first(2, &way)).to_line();
        page.finds(
            "the file holds the run",
            "return JSON.parse(window.saved ?? '{}').saved?.['run/crisis']",
            &json!(line),
        )
        .await;
        page.click(WORDS.back_home).await;
        page.sees(ASIDE.not_stored).await;
        // There is room again: the next write has all of it.
        page.script(HAS_ROOM, vec![]).await;
        page.click_on(".continue a").await;
        page.choose_number(1).await;
        page.sees_not(ASIDE.not_stored).await;
        let given = line.splitn(4, ' ').last().unwrap_or("?").to_owned();
        assert!(kept::get(page, "run/crisis").await.is_some_and(|kept| kept.contains(&given)), "{given} is kept");
    });
}

#[test]
fn what_one_window_erases_is_not_stored_again_by_another() {
    journey(async |page| {
        let way = story::way_to(&story::crisis(), Outcome::Balanced);
        page.open("/#/play/crisis").await;
        seen::played(page, &story::first(2, &way), Mode::Practice).await;
        let first = page.open_in_new_tab("/#/settings").await;
        let second = page.client().window().await.expect("the second window");
        page.click(ASIDE.erase).await;
        page.sees(ASIDE.erase_sure).await;
        page.click(ASIDE.erase_yes).await;
        page.sees(ASIDE.erased).await;
        page.go_to_tab(first).await;
        page.sees(ASIDE.erased).await;
        page.press("1").await;
        page.press("Enter").await;
        page.go_to_tab(second).await;
        kept::nothing(page).await;
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
    page.sees(ASIDE.not_stored).await;
    seen::begins(page, way.scenario().title()).await;
    seen::played(page, &story::first(2, &way), Mode::Practice).await;
    page.click(WORDS.back_home).await;
    page.click_on("footer a[href='#/settings']").await;
    page.click(ASIDE.themes[2]).await;
    page.has("html[data-theme=dark]").await;
}

#[test]
fn where_nothing_is_kept_the_journal_holds_what_was_played_and_saves_it() {
    journey(async |page| {
        let way = story::way_to(&story::crisis(), Outcome::Balanced);
        by_hand::starts_forbidden(page, "all", "#/play/crisis").await;
        seen::played(page, &way, Mode::Practice).await;
        page.has("main.outcome").await;
        page.script("location.hash = '#/journal'", vec![]).await;
        page.sees(way.variant().map(|variant| &*variant.title).unwrap_or_default()).await;
        page.has(".runs li").await;
        page.sees(ASIDE.not_stored).await;
        page.axe().await;
        page.script(READS_FILE, vec![]).await;
        page.click_on("[data-do=export]").await;
        let line = format!("crisis {}", Record::of(&way).to_line());
        let saved = "return Object.entries(JSON.parse(window.saved ?? '{}').saved ?? {}).filter(([key]) => key.startsWith('journal/')).map(([, value]) => value)";
        page.finds("the file holds the run", saved, &json!([line])).await;
    });
}
