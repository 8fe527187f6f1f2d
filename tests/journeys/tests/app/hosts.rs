//! What hosts do to the game: headers of theirs, files that they do not give, workers of their own; and that a page which
//! cannot start says so where it is seen, with the cause.

use journeys::{Host, Page, journey};
use scenario::Outcome;
use serde_json::json;
use two_hats::words::OFFLINE;

use crate::{
    seen::{self, Mode},
    story,
};

/// The message that the game does not start, if it is in sight as a whole.
const MESSAGE: &str = "
    const place = document.querySelector('.unloaded'), { top, bottom, left, right } = place.getBoundingClientRect();
    return place.checkVisibility({ visibilityProperty: true }) && top >= 0 && left >= 0 && bottom <= innerHeight &&
        right <= innerWidth && bottom > top && place.innerText";

/// What a host gives amiss, and what is said of it.
const AMISS: [(&str, &str, &str); 7] = [
    ("404", "two-hats.js", "does not give the file two-hats.js (404)"),
    ("404", "two-hats_bg", "does not give the file two-hats_bg.wasm (404)"),
    ("404", "lazy", "does not give the file lazy.js (404)"),
    ("500", "two-hats", "(500)"),
    ("cut", "two-hats_bg", "The file two-hats_bg.wasm comes damaged"),
    ("page", "two-hats_bg", "The file two-hats_bg.wasm comes damaged, or as something else"),
    ("page", "two-hats.js", "The file two-hats.js comes damaged, or as something else"),
];

async fn says(page: &Page, cause: &str) {
    let is_said = async || page.script(MESSAGE, vec![]).await.as_str().is_some_and(|text| text.contains(cause));
    page.until(format!("in sight: {cause}"), is_said).await;
}

#[test]
fn a_game_that_cannot_start_says_why_in_sight() {
    journey(async |page| {
        for (width, height) in [(390, 844), (1366, 768)] {
            page.open_at_size(width, height, "/").await;
            for (fault, file, cause) in AMISS {
                for path in ["/", "/#/play/crisis"] {
                    // Another address of a page that is open would not be loaded.
                    page.client().goto("about:blank").await.unwrap_or_else(|fault| panic!("no page is left: {fault}"));
                    page.open_with_fault(fault, file, path).await;
                    says(page, cause).await;
                }
            }
            page.axe().await;
        }
    });
}

#[test]
fn a_policy_under_which_no_game_can_run_is_named() {
    journey(async |page| {
        let host = Host::of(page).await;
        page.arrive("/").await;
        host.turns("0!nowasm").await;
        host.arrive("/").await;
        says(page, "Content-Security-Policy").await;
        // Nothing that is the page's own may run: what stands on it says so.
        host.turns("0!policy").await;
        host.arrive("/?again").await;
        page.sees("The game cannot start here").await;
        // What does not start is not kept, and once the host is mended the game is there.
        host.turns("0").await;
        host.open("/?mended").await;
        page.sees(story::crisis().title()).await;
        host.is_kept().await;
    });
}

#[test]
fn what_a_host_once_said_is_not_kept() {
    journey(async |page| {
        let host = Host::of(page).await;
        host.open("/").await;
        host.is_kept().await;
        let open = story::first(2, &story::way_to(&story::crisis(), Outcome::Balanced));
        host.open("/#/play/crisis").await;
        seen::played(page, &open, Mode::Practice).await;

        host.turns("1!policy").await;
        let ask = "return navigator.serviceWorker.ready.then(it => it.update()).then(() => true)";
        page.finds("another version is asked for", ask, &json!(true)).await;
        page.click(OFFLINE.use_version).await;
        page.holds_that(
            "the next version is here",
            "return document.querySelector('.unloaded').checkVisibility() === false && !document.querySelector('.news .toast')",
        )
        .await;
        seen::step(page, &open, Mode::Practice).await;
        host.turns("away").await;
        host.reload().await;
        seen::step(page, &open, Mode::Practice).await;
    });
}

#[test]
fn a_host_with_habits_of_its_own_lets_the_game_be_kept() {
    for quirk in ["partial", "varies", "endings"] {
        journey(async |page| {
            let host = Host::of(page).await;
            page.arrive("/").await;
            host.turns(&format!("0!{quirk}")).await;
            host.open("/").await;
            host.is_kept().await;
            host.turns("away").await;
            host.open("/#/play/crisis").await;
            host.reload().await;
            page.has("main.play .response").await;
        });
    }
}

#[test]
fn a_folder_that_is_asked_for_without_its_slash_is_found() {
    journey(async |page| {
        let host = Host::of(page).await;
        host.folder_without_slash("?from=mail#/play/crisis").await;
        page.is_taken_over().await;
        page.has("#app main.play .response").await;
        let address = page.address().await;
        assert!(address.ends_with("/a/b/c/?from=mail#/play/crisis"), "{address}");
    });
}

#[test]
fn the_worker_of_a_site_around_the_game_is_no_version_of_it() {
    journey(async |page| {
        let host = Host::of(page).await;
        host.has_a_portal().await;
        host.open("/").await;
        page.sees(story::crisis().title()).await;
        host.is_kept().await;
        page.has_no(".news .toast").await;
        host.turns("away").await;
        host.open("/#/play/crisis").await;
        host.reload().await;
        page.has("main.play .response").await;
    });
}
