//! What a press does in the room: once, where the pointer is, and nothing where letters are only typed.

use super::WORDS;
use journeys::{Page, journey};
use serde_json::json;
use two_hats::words::ASIDE;

/// Where Next is in the window.
const PLACE: &str = "
    const { left, bottom } = document.querySelector('.controls .next').getBoundingClientRect();
    return [left, bottom].map(Math.round).join();";

/// Whether the last link of the page can be hit.
const UNCOVERED: &str = "
    const { left, bottom } = [...document.querySelectorAll('.foot a')].at(-1).getBoundingClientRect();
    return !!document.elementFromPoint(left + 4, bottom - 4)?.closest('.foot')";

/// Everything that is kept of sessions.
const KEPT: &str =
    "return Object.entries(localStorage).filter(([key]) => key.includes('room/session')).map(it => it[1]).join()";

/// A key (argument 0) that stands at a place of the keyboard (argument 1) is held: its events, one and then repeats.
const HELD: &str = "
    for (let at = 0; at < 20; at++) {
        const of = { key: arguments[0], code: arguments[1], repeat: at > 0, bubbles: true, cancelable: true };
        document.activeElement.dispatchEvent(new KeyboardEvent('keydown', of));
    }";

/// Begins a session in one window.
async fn begins(page: &Page) {
    page.click(WORDS.begin).await;
    page.has(".console[data-phase=set-up]").await;
}

/// Goes on by a clicker's key through phases.
async fn goes_on_through(page: &Page, phases: &[&str]) {
    for phase in phases {
        page.press("PageDown").await;
        page.has(&format!(".console[data-phase={phase}]")).await;
    }
}

async fn is_at(page: &Page, phase: &str) {
    let now = page.script("return document.querySelector('.console')?.dataset.phase", vec![]).await;
    assert_eq!(now, json!(phase));
}

#[test]
fn next_keeps_its_place_and_a_second_click_meets_nothing() {
    journey(async |page| {
        for (width, height) in [(1366, 768), (1280, 800), (1024, 768), (360, 740)] {
            page.open_at_size(width, height, "/#/room").await;
            begins(page).await;
            // From the page's end the foot of the game was what came under the pointer.
            page.script("document.documentElement.scrollTop = 1e6", vec![]).await;
            let place = page.script(PLACE, vec![]).await;
            page.holds_that("the page's end is not under what acts", UNCOVERED).await;
            for phase in ["gather", "rate-before", "read", "think", "vote", "reveal"] {
                page.double_clicks(".controls .next").await;
                page.has(&format!(".console[data-phase={phase}]")).await;
                page.is_at("#/room").await;
                assert_eq!(page.script(PLACE, vec![]).await, place, "{phase} at {width} by {height}");
            }
            for phase in ["vote", "think", "read"] {
                page.double_clicks(".controls .back").await;
                page.has(&format!(".console[data-phase={phase}]")).await;
                page.is_at("#/room").await;
            }
            page.fits_its_width().await;
            page.double_clicks(".leave").await;
            page.sees(WORDS.leave_sure).await;
            is_at(page, "read").await;
            page.click(WORDS.leave_yes).await;
            page.has(".begin").await;
        }
    });
}

#[test]
fn a_key_that_is_held_acts_once() {
    journey(async |page| {
        page.open("/#/room").await;
        begins(page).await;
        page.script(HELD, vec![json!("PageDown"), json!("PageDown")]).await;
        page.has(".console[data-phase=gather]").await;
        page.script(HELD, vec![json!("ArrowRight"), json!("ArrowRight")]).await;
        page.has(".console[data-phase=rate-before]").await;
        page.script("document.querySelector('.controls .next').focus()", vec![]).await;
        page.holds_key("Enter", 20).await;
        page.has(".console[data-phase=read]").await;
        goes_on_through(page, &["think", "vote"]).await;
        page.script("document.activeElement.blur()", vec![]).await;
        page.script(HELD, vec![json!("1"), json!("Digit1")]).await;
        page.finds("one hand is up", "return document.querySelector('#hands-1').value", &json!("1")).await;
        page.script(HELD, vec![json!("z"), json!("KeyZ")]).await;
        page.finds("it was undone", "return document.querySelector('#hands-1').value", &json!("0")).await;
        is_at(page, "vote").await;
    });
}

#[test]
fn with_letter_keys_off_words_do_nothing_and_a_field_has_its_keys_to_itself() {
    journey(async |page| {
        page.open("/#/settings").await;
        page.click(ASIDE.no_keys).await;
        page.open("/#/room").await;
        begins(page).await;
        goes_on_through(page, &["gather", "rate-before", "read", "think", "vote"]).await;
        let before = page.script(KEPT, vec![]).await;
        page.types("but 2 pairs.").await;
        is_at(page, "vote").await;
        assert_eq!(page.script(KEPT, vec![]).await, before, "nothing was done");
        goes_on_through(page, &["reveal"]).await;
        // With them on, a field still has them to itself.
        page.open("/#/settings").await;
        page.click(ASIDE.no_keys).await;
        page.open("/#/room").await;
        page.has(".console[data-phase=reveal]").await;
        for phase in ["vote", "think", "read", "rate-before", "gather", "set-up"] {
            page.press("PageUp").await;
            page.has(&format!(".console[data-phase={phase}]")).await;
        }
        page.script("document.querySelector('.set-up input[type=text]').focus()", vec![]).await;
        page.types("but 2 pairs.").await;
        is_at(page, "set-up").await;
        let acts = "return localStorage[Object.keys(localStorage).find(key => key.includes('room/session'))]";
        let kept = page.script(acts, vec![]).await;
        assert!(!kept.as_str().is_some_and(|kept| kept.contains("blank\t") || kept.contains("pause")), "{kept}");
        // And outside of it, a letter is a key.
        page.script("document.activeElement.blur()", vec![]).await;
        page.press("b").await;
        let blank = async || page.script(acts, vec![]).await.as_str().is_some_and(|kept| kept.contains("blank\t1"));
        page.until("the stage is blank", blank).await;
    });
}
