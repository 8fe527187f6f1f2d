//! What is taken along of a session holds what stands, and no rating of a few.

use super::{CATCH, Room, WORDS};
use journeys::journey;

/// All that anything that leaves the device must not hold.
fn holds_no_secret(what: &str, text: &str) {
    for secret in ["Secretive", "\trate\t", "\\trate\\t"] {
        assert!(!text.contains(secret), "{what} holds {secret}");
    }
}

#[test]
fn files_the_sheet_and_the_journal_hold_no_second_thought_and_no_rating_of_a_few() {
    journey(async |page| {
        let room = Room::begins(page, "quiet-voice").await;
        room.writes("#label", "Secretive").await;
        room.goes_on_to("gather").await;
        page.click_on(".controls .back").await;
        room.is_at("set-up").await;
        room.writes("#label", "Tuesday").await;
        room.comes_to_play("read").await;
        page.click(WORDS.begin_debrief).await;
        room.is_at("what").await;
        for phase in ["so-what", "now-what"] {
            room.goes_on_to(phase).await;
        }
        room.types("#commitment", "Secretive").await;
        page.click_on(".lines li .button").await;
        page.has_no(".lines li").await;
        room.types("#commitment", "I ask first").await;
        page.sees("I ask first").await;
        for name in [WORDS.save_json, WORDS.save_csv, WORDS.save_xlsx] {
            let file = room.saves(name).await;
            assert!(file.contains("Tuesday") && file.contains("I ask first"), "{name} holds what stands");
            assert!(file.contains(WORDS.too_few), "{name} says that something is not shown");
            holds_no_secret(name, &file);
        }
        page.open("/#/room/sheet").await;
        page.sees("I ask first").await;
        holds_no_secret("the sheet", &page.text().await);
        page.open("/#/journal").await;
        page.has("[data-do=export]").await;
        page.script(CATCH, vec![]).await;
        page.click_on("[data-do=export]").await;
        page.holds_that("a file is saved", "return window.saved.length > 0").await;
        let file = room.saved().await;
        assert!(file.contains("two-hats session 2") && file.contains("Tuesday"), "{file}");
        holds_no_secret("the journal's file", &file);
    });
}
