//! The challenge: the hats stay hidden until the outcome, and are shown there.

use journeys::{Page, journey};
use play::Run;
use scenario::Outcome;
use serde_json::json;
use two_hats::words::ASIDE;

use crate::{
    seen::{self, Mode},
    story,
};

/// What would give a hat away.
const GIVEN_AWAY: &str = "
    const marked = '.meter, .hat, .tag, .tags, .chip, .changes, .leader, .manager, .responses svg, .chosen svg, .log svg.hat';
    return [...document.querySelectorAll(marked)].map(it => it.outerHTML.slice(0, 80));";

/// What is read of each response: its text and its digit, and nothing else.
const READ: &str =
    "return [...document.querySelectorAll('.response')].map(it => [it.textContent, it.ariaLabel, it.title])";

#[test]
fn no_hat_is_seen_before_the_outcome() {
    journey(async |page| {
        let way = story::way_to(&story::crisis(), Outcome::Balanced);
        page.open("/").await;
        page.click(way.scenario().title()).await;
        page.click(ASIDE.modes[2][0]).await;
        page.click(ASIDE.begin).await;
        for (at, turn) in way.turns().iter().enumerate() {
            let here = story::first(at, &way);
            seen::step(page, &here, Mode::Challenge).await;
            gives_nothing_away(page).await;
            let read = here
                .offered()
                .enumerate()
                .map(|(at, (_, offered))| json!([format!("{}{}", offered.text, at + 1), null, ""]));
            page.finds("only the texts are read", READ, &read.collect()).await;
            page.choose_number(story::number(way.scenario(), turn)).await;
            seen::consequence(page, &story::first(at + 1, &way), Mode::Challenge).await;
            gives_nothing_away(page).await;
            if at == 2 {
                hides_them_in_the_history(page, &story::first(at + 1, &way)).await;
            }
            page.goes_on().await;
        }
        seen::outcome(page, &way).await;
        let hats = "return document.querySelectorAll('.timeline .tags svg').length";
        page.finds("each decision has its hat", hats, &way.turns().len().into()).await;
    });
}

#[test]
fn hats_after_the_answer_are_shown_with_the_consequence() {
    journey(async |page| {
        let way = story::first(3, &story::way_to(&story::crisis(), Outcome::Balanced));
        page.open("/").await;
        page.click(way.scenario().title()).await;
        page.click(ASIDE.modes[1][0]).await;
        page.click(ASIDE.begin).await;
        seen::played(page, &way, Mode::After).await;
        page.reload().await;
        seen::step(page, &way, Mode::After).await;
        page.axe().await;
    });
}

#[test]
fn a_run_can_change_between_practice_and_challenge() {
    journey(async |page| {
        let way = story::way_to(&story::crisis(), Outcome::Balanced);
        let played = story::first(1, &way);
        page.open("/#/play/crisis").await;
        seen::played(page, &played, Mode::Practice).await;
        page.open("/#/settings").await;
        page.click(ASIDE.modes[2][0]).await;
        page.back().await;
        seen::step(page, &played, Mode::Challenge).await;
        gives_nothing_away(page).await;
        page.reload().await;
        seen::step(page, &played, Mode::Challenge).await;
    });
}

async fn gives_nothing_away(page: &Page) {
    page.finds("nothing gives a hat away", GIVEN_AWAY, &json!([])).await;
}

async fn hides_them_in_the_history(page: &Page, run: &Run) {
    page.press("h").await;
    let decisions = "return document.querySelectorAll('dialog .log li').length";
    page.finds("the history lists the decisions", decisions, &run.turns().len().into()).await;
    gives_nothing_away(page).await;
    let plain =
        "return [...document.querySelectorAll('dialog .log li')].map(it => [...it.children].map(it => it.textContent))";
    let wanted = run.turns().iter().enumerate().map(|(at, turn)| {
        let step = run.scenario().step(turn.step);
        json!([(at + 1).to_string(), step.moment, step.title, run.response(turn).text, ASIDE.back_to_here])
    });
    page.finds("the history tells what was done alone", plain, &wanted.collect()).await;
    page.press("Escape").await;
    page.has_no("dialog").await;
}
