//! What is typed into the console with a real keyboard counts at once, and a field says what it refuses.

use super::{Room, WORDS};
use journeys::{Page, journey};
use serde_json::json;
use two_hats::words::fill;

/// Puts the cursor into a field, what it holds being marked, and types.
async fn types(page: &Page, field: &str, text: &str) {
    page.has(field).await;
    page.script("document.querySelector(arguments[0]).select()", vec![json!(field)]).await;
    page.types(text).await;
}

/// What the stage shows of the first vote: the hands of each response.
async fn is_shown(room: &Room<'_>, hands: &[&str]) {
    room.at_stage().await;
    let shown = "return [...document.querySelectorAll('.stage .bars .hands b')].map(it => it.textContent)";
    let wanted: Vec<&str> = hands.to_vec();
    room.page.finds("all hands are on the stage", shown, &json!(wanted)).await;
    room.at_console().await;
}

#[test]
fn what_is_typed_counts_whichever_key_or_click_follows() {
    journey(async |page| {
        let room = Room::begins(page, "crisis").await;
        types(page, "#label", "Tuesday").await;
        types(page, "#people", "14").await;
        page.press("PageDown").await;
        room.is_at("gather").await;
        page.sees("Tuesday").await;
        room.goes_on_to("rate-before").await;
        types(page, "#rate-0-1", "14").await;
        page.press("PageDown").await;
        room.is_at("read").await;
        room.comes_to_vote().await;
        types(page, "#hands-1", "9").await;
        page.tabs_to("#hands-2").await;
        page.types("5").await;
        page.press("PageDown").await;
        room.is_at("reveal").await;
        is_shown(&room, &["9", "5"]).await;
        // A click likewise, and the last number is the one that counts.
        page.click_on(".controls .back").await;
        room.is_at("vote").await;
        types(page, "#hands-2", "4").await;
        room.goes_on_to("reveal").await;
        is_shown(&room, &["9", "4"]).await;
        // Whoever comes late is there from the bar on, in any phase.
        types(page, "#people", "15").await;
        page.press("PageDown").await;
        room.is_at("consequence").await;
        page.finds("fifteen are here", "return document.querySelector('#people').value", &json!("15")).await;
    });
}

#[test]
fn a_field_says_what_it_refuses_and_a_digit_in_it_is_no_key() {
    journey(async |page| {
        let room = Room::begins(page, "crisis").await;
        types(page, "#people", "14").await;
        for phase in ["gather", "rate-before", "read", "think", "vote"] {
            room.goes_on_to(phase).await;
        }
        types(page, "#hands-1", "6").await;
        page.press("2").await;
        page.sees(&fill(WORDS.slip_hands, &[("typed", "62"), ("n", "6")])).await;
        page.has("#hands-1[aria-invalid=true][aria-describedby=hands-1-slip]").await;
        page.axe().await;
        page.press("PageDown").await;
        page.sees(WORDS.held).await;
        room.is_at("vote").await;
        page.focuses_on("#hands-1").await;
        page.press("Backspace").await;
        page.has_no(".slip span").await;
        page.sees_not(WORDS.held).await;
        types(page, "#hands-1", "2.5").await;
        page.sees(&fill(WORDS.slip_whole, &[("typed", "2.5"), ("n", "2")])).await;
        types(page, "#hands-1", "6").await;
        page.press("Up").await;
        page.finds("arrows step", "return document.querySelector('#hands-1').value", &json!("7")).await;
        // Enter leaves the field, and digits count hands again.
        page.press("Enter").await;
        page.press("2").await;
        page.finds("a hand for the second", "return document.querySelector('#hands-2').value", &json!("1")).await;
        page.finds("the first is as it was", "return document.querySelector('#hands-1').value", &json!("7")).await;
        room.goes_on_to("reveal").await;
        is_shown(&room, &["7", "1"]).await;
    });
}
