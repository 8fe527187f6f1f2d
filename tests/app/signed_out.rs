//! A host that gives a page of its own once a sign-on has ended; and what the settings say of the game itself.

use super::Browser;
use two_hats::app::{Event, FetchFault, Source};
use two_hats::ui;
use two_hats::words::{ASIDE, ENGLISH as WORDS};

#[test]
fn a_sign_on_that_has_ended_is_not_the_networks_fault() {
    let crisis = Source::from_key("crisis").expect("a scenario's key");
    for (fault, story, shelf) in [
        (FetchFault::SignedOut, WORDS.signed_out, ASIDE.shelf_signed_out),
        (FetchFault::Failed, WORDS.failed_is, ASIDE.shelf_failed),
    ] {
        let mut browser = Browser::at("");
        browser.send(Event::IndexCame(Err(fault)));
        let page = ui::still(&browser.model);
        assert!(page.contains(shelf), "{page}");
        browser.host.clear();
        browser.send(Event::Moved("#/play/crisis".into()));
        browser.model.playing = Some((crisis.clone(), two_hats::app::Loading::Waiting));
        browser.send(Event::ScenarioCame(crisis.clone(), Err(fault)));
        let page = ui::still(&browser.model);
        assert!(page.contains(story) && page.contains(WORDS.failed), "{page}");
    }
}

#[test]
fn the_settings_have_room_for_whether_the_game_is_kept_and_say_nothing_before_that_is_known() {
    let page = ui::still(&Browser::at("#/settings").model);
    for (class, words) in [("if-kept", ASIDE.is_kept), ("if-coming", ASIDE.is_coming), ("if-unkept", ASIDE.is_unkept)] {
        assert!(page.contains(&format!("<p class=\"{class}\" hidden=\"\">{words}</p>")), "{page}");
    }
    assert!(!page.contains("Version"), "a page that only stands has none: {page}");
}
