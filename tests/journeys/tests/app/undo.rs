//! Decisions that are taken back, the dialogs over a step, and where the focus is afterwards.

use journeys::{Page, journey};
use play::Run;
use scenario::Outcome;
use two_hats::words::{ASIDE, ENGLISH as WORDS};

use crate::{
    seen::{self, Mode},
    story,
};

#[test]
fn decisions_can_be_taken_back() {
    journey(async |page| {
        let way = story::way_to(&story::crisis(), Outcome::Balanced);
        page.open("/#/play/crisis").await;
        seen::played(page, &story::first(1, &way), Mode::Practice).await;

        chooses(page, &way, 1).await;
        page.click(WORDS.take_back).await;
        seen::step(page, &story::first(1, &way), Mode::Practice).await;
        page.focuses_on("main h1").await;

        chooses(page, &way, 1).await;
        page.press("u").await;
        seen::step(page, &story::first(1, &way), Mode::Practice).await;
        page.focuses_on("main h1").await;

        page.press("u").await;
        seen::step(page, &story::first(0, &way), Mode::Practice).await;
        page.press("u").await;
        seen::step(page, &story::first(0, &way), Mode::Practice).await;

        // What was taken back can be brought back, by a key and by a button.
        page.press("Shift+U").await;
        seen::consequence(page, &story::first(1, &way), Mode::Practice).await;
        page.focuses_on("main h1").await;
        page.press("u").await;
        seen::step(page, &story::first(0, &way), Mode::Practice).await;
        page.click(WORDS.bring_back).await;
        seen::consequence(page, &story::first(1, &way), Mode::Practice).await;
        page.click(WORDS.take_back).await;
        seen::step(page, &story::first(0, &way), Mode::Practice).await;

        // What was taken back stays so.
        page.reload().await;
        seen::step(page, &story::first(0, &way), Mode::Practice).await;
    });
}

#[test]
fn the_history_leads_back_to_any_decision() {
    journey(async |page| {
        let way = story::way_to(&story::crisis(), Outcome::Balanced);
        let played = story::first(3, &way);
        page.open("/#/play/crisis").await;

        page.click(WORDS.history).await;
        page.sees(ASIDE.no_way_yet).await;
        page.press("Escape").await;
        page.has_no("dialog").await;
        page.focuses(WORDS.history).await;

        seen::played(page, &played, Mode::Practice).await;
        page.press("h").await;
        lists(page, &played).await;
        // An open dialog has the keys to itself.
        page.press("u").await;
        page.press("1").await;
        lists(page, &played).await;
        page.press("Escape").await;
        page.has_no("dialog").await;
        page.focuses_on("main h1").await;
        seen::step(page, &played, Mode::Practice).await;

        page.click(WORDS.history).await;
        page.click_on("dialog .log li:nth-child(2) button").await;
        seen::step(page, &story::first(1, &way), Mode::Practice).await;
        page.has_no("dialog").await;
        page.focuses_on("main h1").await;

        // The other way round: opened by key, closed by its button, while a consequence is shown.
        chooses(page, &way, 1).await;
        page.press("h").await;
        lists(page, &story::first(2, &way)).await;
        page.click_on("dialog header button").await;
        page.has_no("dialog").await;
        page.focuses_on("main h1").await;
        seen::consequence(page, &story::first(2, &way), Mode::Practice).await;
    });
}

#[test]
fn the_keys_are_explained() {
    journey(async |page| {
        page.open("/#/play/crisis").await;
        page.click(WORDS.help).await;
        for does in ASIDE.keys_do {
            page.sees(does).await;
        }
        page.press("Escape").await;
        page.has_no("dialog").await;
        page.focuses(WORDS.help).await;
        page.press("?").await;
        page.has("dialog[open]").await;
        page.press("Escape").await;
        page.has_no("dialog").await;
        page.focuses(WORDS.help).await;
    });
}

/// Takes the decision of a way at the step that is on the page, up to its consequence.
async fn chooses(page: &Page, way: &Run, decision: usize) {
    page.choose_number(story::number(way.scenario(), &way.turns()[decision])).await;
    seen::consequence(page, &story::first(decision + 1, way), Mode::Practice).await;
}

/// The open history lists a run's decisions.
async fn lists(page: &Page, run: &Run) {
    let said = "return [...document.querySelectorAll('dialog[open] .log .said')].map(it => it.textContent)";
    let wanted = run.turns().iter().map(|turn| run.response(turn).text.to_string()).collect();
    page.finds("the history lists the decisions", said, &wanted).await;
}
