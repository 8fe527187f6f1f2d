//! The game kept on a device: it is there without its host, and is one version or another, whole.

use journeys::{Host, Page, journey};
use play::play_as;
use scenario::{Outcome, Persona};
use serde_json::json;
use two_hats::words::{ENGLISH as WORDS, OFFLINE, guide::GUIDE};

use crate::{
    seen::{self, Mode},
    story,
};

/// The versions that a host can have: see `xtask/src/test/journeys.rs`.
const FIRST: &str = "0";
const NEXT: &str = "1";
/// The next one with one file that belongs to another.
const TORN: &str = "2";

/// The first one as it is served where it is built.
const PLAYED: &str = "3";

/// Asks the host for another version, and tells what comes of it.
const ASK: &str = "
    return navigator.serviceWorker.ready.then(async kept => {
        await kept.update().catch(() => {});
        const coming = kept.installing;
        if (!coming) return kept.waiting?.state ?? 'none';
        return new Promise(go => coming.addEventListener('statechange', () => go(coming.state)));
    });";

/// Which version's debrief is on the page.
const DEBRIEF: &str = "
    const place = document.querySelector('.timeline')?.closest('#debrief');
    return place && (getComputedStyle(place).getPropertyValue('--version').trim() || 'first')";

/// Which version's page this is.
const PAGE: &str = "return document.querySelector('script[src*=\"offline.js?\"]').src.split('?')[1]";

#[test]
fn everything_is_there_without_the_host_after_one_visit() {
    journey(async |page| {
        let host = Host::of(page).await;
        host.open("/").await;
        page.sees(story::crisis().title()).await;
        host.is_kept().await;
        host.turns("away").await;
        page.finds("the host is away", "return fetch('not-kept').then(it => it.status)", &json!(503)).await;

        let way = story::way_to(&story::crisis(), Outcome::Balanced);
        seen::begins(page, way.scenario().title()).await;
        seen::played(page, &way, Mode::Practice).await;
        page.finds("the debrief is told", DEBRIEF, &json!("first")).await;
        host.reload().await;
        page.finds("the debrief is told anew", DEBRIEF, &json!("first")).await;
        for scenario in story::shipped() {
            host.open(&format!("/#/play/{}", scenario.id())).await;
            page.has("main.play, main.outcome").await;
        }
        host.open("/index.html#/guide").await;
        page.sees(GUIDE.page.title).await;
        host.open("/#/author").await;
        page.has("#workbench textarea").await;
        host.open("/#/room").await;
        page.has("input[name=story]").await;
    });
}

#[test]
fn a_game_that_is_played_where_it_is_built_is_there_without_its_server() {
    journey(async |page| {
        let host = Host::of(page).await;
        page.arrive("/").await;
        host.turns(PLAYED).await;
        host.open("/").await;
        host.is_kept().await;
        host.turns("away").await;
        host.open("/#/room").await;
        host.reload().await;
        page.has("input[name=story]").await;
        host.open("/#/room/stage").await;
        host.reload().await;
        page.has(".stage").await;
        // A server that is there again is heard at once.
        host.turns(NEXT).await;
        let asked = "return fetch(document.documentElement.dataset.worker.replace('background.js', 'debrief.css')).then(it => it.text()).then(it => it.includes('--version'))";
        page.finds("what the server has now is used", asked, &json!(true)).await;
    });
}

#[test]
fn a_page_keeps_its_version_until_the_player_goes_over_to_the_next() {
    journey(async |page| {
        let host = Host::of(page).await;
        host.open("/").await;
        page.sees(story::crisis().title()).await;
        host.is_kept().await;
        let first = page.script(PAGE, vec![]).await;

        host.turns(TORN).await;
        page.finds("what does not fit together is not let in", ASK, &json!("redundant")).await;
        host.turns(NEXT).await;
        page.finds("the next version waits", ASK, &json!("installed")).await;
        page.sees(OFFLINE.version_waits).await;
        page.axe().await;

        // The host has the next version now, and all that this page asks for is still of its own.
        let ended = play_as(Persona::AlwaysManager, &story::crisis());
        seen::begins(page, ended.scenario().title()).await;
        seen::played(page, &ended, Mode::Practice).await;
        page.finds("the debrief is of the first version", DEBRIEF, &json!("first")).await;
        host.reload().await;
        page.finds("it still is", DEBRIEF, &json!("first")).await;
        page.finds("the page is, too", PAGE, &first).await;

        let open = story::first(2, &story::way_to(&story::shipped_as("product-launch"), Outcome::Balanced));
        host.open("/#/play/product-launch").await;
        seen::played(page, &open, Mode::Practice).await;
        goes_over(page).await;
        page.until("the page is of the next version", async || page.script(PAGE, vec![]).await != first).await;
        seen::step(page, &open, Mode::Practice).await;
        page.has_no(".news .toast").await;
        host.open("/#/play/crisis").await;
        page.finds("the debrief is of the next version", DEBRIEF, &json!("next")).await;

        // A host may go back to what it had.
        host.turns(FIRST).await;
        page.finds("the first version waits", ASK, &json!("installed")).await;
        page.click(OFFLINE.later).await;
        page.has_no(".news .toast").await;
        host.reload().await;
        page.finds("it was not gone over to", DEBRIEF, &json!("next")).await;
        goes_over(page).await;
        page.finds("the debrief is of the first version again", DEBRIEF, &json!("first")).await;
        page.finds("and so is the page", PAGE, &first).await;
    });
}

#[test]
fn a_page_of_another_version_than_what_is_kept_is_offered_that() {
    journey(async |page| {
        let host = Host::of(page).await;
        host.open("/").await;
        host.is_kept().await;
        // As a page does that came from the host while something else was being kept.
        page.script("navigator.serviceWorker.controller.postMessage('0123')", vec![]).await;
        page.script("document.title = 'before'", vec![]).await;
        goes_over(page).await;
        page.holds_that("the page is loaded again", &format!("return document.title === {:?}", WORDS.name)).await;
    });
}

async fn goes_over(page: &Page) {
    page.click(OFFLINE.use_version).await;
}
