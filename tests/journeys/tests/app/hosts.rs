//! What hosts do to the game: headers of theirs, files that they do not give, workers of their own; and that a page which
//! cannot start says so where it is seen, with the cause.

use journeys::{Host, Page, journey, selectors};
use scenario::Outcome;
use serde_json::json;
use two_hats::{
    room,
    words::{ASIDE, ENGLISH as WORDS, OFFLINE},
};

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
        says(page, "forbid its scripts (Content-Security-Policy)").await;
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
fn a_game_that_is_taken_down_is_gone_from_a_device_and_its_runs_stay() {
    journey(async |page| {
        let host = Host::of(page).await;
        host.open("/").await;
        host.is_kept().await;
        host.open("/#/play/crisis").await;
        page.choose_number(1).await;
        page.goes_on().await;
        host.turns("0!takendown").await;
        page.script("navigator.serviceWorker.ready.then(it => it.update())", vec![]).await;
        page.sees("This course has moved.").await;
        page.holds_that("the run stays", "return 'two-hats:run/crisis' in localStorage").await;
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

/// The page around a frame shows the heading.
const SEEN_AROUND: &str = "
    const frame = frameElement.getBoundingClientRect(), heading = document.querySelector('main h1').getBoundingClientRect();
    const top = frame.top + heading.top;
    return top >= -1 && top + Math.min(heading.height, 40) <= parent.innerHeight";

#[test]
fn a_page_without_an_origin_plays_keeps_in_itself_and_says_so() {
    journey(async |page| {
        let host = Host::of(page).await;
        page.arrive("/").await;
        host.turns("0!sandbox").await;
        host.open("/").await;
        page.finds("the page has no origin", "return origin", &json!("null")).await;
        page.sees(ASIDE.not_stored).await;
        // Its drawings are fetched, and stand on the page.
        page.holds_that(
            "every place is drawn from the page itself",
            "const drawn = [...document.querySelectorAll('.shelf use')].map(it => it.getAttribute('href'));
            return drawn.length > 5 && drawn.every(it => it[0] === '#' && document.getElementById(it.slice(1)))",
        )
        .await;
        let way = story::way_to(&story::crisis(), Outcome::Balanced);
        seen::begins(page, way.scenario().title()).await;
        seen::played(page, &way, Mode::Practice).await;
        page.has(".timeline").await;
        page.script("location.hash = '#/journal'", vec![]).await;
        page.sees(way.variant().map(|variant| &*variant.title).unwrap_or_default()).await;
        // Answers are kept beside the runs.
        page.click_on("[data-do=answers]").await;
        page.sees("Kept on this device.").await;
        page.script("location.hash = '#/author'", vec![]).await;
        page.has(".bench").await;
        page.drops_file("small.json", story::SMALL).await;
        page.has(".fates li").await;
    });
}

#[test]
fn what_a_sandbox_refuses_is_said_and_another_way_is_offered() {
    journey(async |page| {
        let host = Host::of(page).await;
        page.arrive("/").await;
        host.turns("0!bound").await;
        host.open("/#/room").await;
        page.click_on("input[name=story][value=crisis]").await;
        page.click(room::ENGLISH.begin).await;
        page.has(".console[data-phase=set-up]").await;
        page.click(room::ENGLISH.open_stage).await;
        page.sees("No second window opened").await;
        page.axe().await;
    });
}

#[test]
fn in_a_frame_a_file_and_a_print_are_offered_another_way_and_what_is_read_next_is_in_sight() {
    journey(async |page| {
        let host = Host::of(page).await;
        page.arrive("/").await;
        host.turns("0!framed").await;
        host.in_a_frame(2600, "allow-scripts+allow-same-origin", "/#/play/crisis").await;
        page.is_taken_over().await;
        // The driver clicks nothing that the window does not show, so the page is clicked by itself.
        for css in [selectors::RESPONSE, selectors::CONTINUE] {
            page.has(css).await;
            page.script("document.querySelector(arguments[0]).click()", vec![json!(css)]).await;
            page.has_no(css).await;
            page.holds_that("the heading is in sight", SEEN_AROUND).await;
        }
        page.script("location.hash = '#/journal'", vec![]).await;
        page.has("[data-do=export]").await;
        page.script("document.querySelector('[data-do=export]').click()", vec![]).await;
        page.sees(OFFLINE.file).await;
        page.holds_that(
            "the file's text can be copied",
            "return JSON.parse(document.querySelector('.handed textarea').value).app === 'two-hats'",
        )
        .await;
        page.script("location.hash = '#/guide'", vec![]).await;
        page.has("[data-do=print]").await;
        page.script("window.print = () => {}; document.querySelector('[data-do=print]').click()", vec![]).await;
        page.sees(OFFLINE.print).await;
    });
}

#[test]
fn each_folder_of_a_host_keeps_its_own_and_takes_over_what_another_kept() {
    journey(async |page| {
        let open = story::first(2, &story::way_to(&story::crisis(), Outcome::Balanced));
        page.open("/#/play/crisis").await;
        seen::played(page, &open, Mode::Practice).await;
        let kept = "return Object.entries(localStorage).filter(([key]) => key.startsWith('two-hats:')).sort()";
        let before = page.script(kept, vec![]).await;
        // The same game in another folder knows nothing of it, and says where it is.
        let host = Host::of(page).await;
        host.opens_beside("/#/play/crisis").await;
        page.is_taken_over().await;
        page.sees(&story::crisis().step(story::crisis().start()).title).await;
        page.choose_number(2).await;
        host.opens_beside("/#/settings").await;
        page.is_taken_over().await;
        page.sees("This host has the game in /, too").await;
        page.finds("the other's is as it was", kept, &before).await;
        page.script("location.hash = '#/journal/keep'", vec![]).await;
        page.sees("The game is in another folder of this host, too: /.").await;
        page.click_on("[data-do=take-over]").await;
        page.sees("This adds").await;
        page.click("Add it").await;
        page.sees("Added:").await;
        page.click_on("[data-do=take-over]").await;
        page.sees("There is nothing new in this file").await;
        page.click("Close").await;
        // What is erased here is this folder's alone.
        page.click("Erase everything on this device").await;
        page.sees("This host’s game in / keeps on this device is its own, and stays.").await;
        page.click("Go on to erase").await;
        page.click("Yes, erase everything").await;
        page.sees("Everything was erased from this device.").await;
        page.finds("the other's is as it was", kept, &before).await;
        let own = "return Object.keys(localStorage).filter(key => key.startsWith('two-hats@'))";
        page.finds("nothing is left of this one's", own, &json!([])).await;
    });
}

#[test]
fn a_sign_on_that_ends_is_not_the_networks_fault() {
    journey(async |page| {
        let host = Host::of(page).await;
        page.is_insecure();
        host.open("/").await;
        page.sees(story::crisis().title()).await;
        host.turns("0!signedout").await;
        page.script("location.hash = '#/play/crisis'", vec![]).await;
        page.sees(WORDS.signed_out).await;
    });
}

#[test]
fn a_header_of_another_encoding_changes_no_letter() {
    journey(async |page| {
        let host = Host::of(page).await;
        page.arrive("/").await;
        host.turns("0!latin").await;
        host.open("/").await;
        page.finds("the page is in UTF-8", "return document.characterSet", &json!("UTF-8")).await;
        page.sees_not("Â").await;
    });
}

#[test]
fn the_settings_say_which_version_it_is_and_whether_it_is_kept() {
    journey(async |page| {
        let host = Host::of(page).await;
        host.open("/").await;
        host.is_kept().await;
        page.script("location.hash = '#/settings'", vec![]).await;
        page.sees(ASIDE.is_kept).await;
        page.sees_not(ASIDE.is_unkept).await;
        page.holds_that("the version is said", "return /Version [0-9a-f]{12}/.test(document.body.innerText)").await;
        page.axe().await;
    });
}
