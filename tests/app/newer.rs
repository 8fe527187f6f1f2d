//! What a newer version of the game keeps, on a host that has gone back a version: it is left alone, and said once.

use super::*;
use library::{Entry as Line, SavedFile, saved_text};

const NEWER: &str = "two-hats/2 in another form";

/// A browser that keeps what a newer game wrote under some keys.
fn kept(keys: &[&str]) -> Browser {
    let mut browser = Browser::new();
    browser.kept.extend(keys.iter().map(|key| ((*key).to_owned(), NEWER.to_owned())));
    browser
}

/// How many decisions the run on the page has.
fn turns(browser: &Browser) -> usize {
    browser.model.run().map_or(0, |playing| playing.run.turns().len())
}

#[test]
fn it_is_left_alone_and_said_once() {
    let keys = ["run/crisis", "waiting/crisis", "settings", "journal/7", "room/session/a1", "team/a", "high-scores"];
    let mut browser = kept(&keys);
    browser.open("");
    assert_eq!(browser.model.notice, Some(Notice::Newer(0)));
    assert!(!browser.model.unkept);
    for _ in 0..2 {
        assert!(keys.iter().all(|key| browser.kept[*key] == NEWER), "{:?}", browser.kept);
        assert_eq!((browser.kept["newer"].as_str(), browser.kept.len()), ("7", keys.len() + 1));
        browser.open("");
        assert_eq!(browser.model.notice, None);
    }
    browser.kept.insert("badge/a".into(), "more of it".into());
    browser.kept.insert("run/remote-team".into(), "cut sh".into());
    browser.open("");
    assert_eq!(browser.model.notice, Some(Notice::Newer(1)), "one thing more was put aside");
    // The newer game is back, and takes its own away.
    browser.kept.retain(|key, _| key == "newer");
    browser.open("");
    assert_eq!((&browser.model.notice, browser.kept["newer"].as_str()), (&None, "0"));
    browser.kept.insert("badge/a".into(), "again".into());
    browser.open("");
    assert_eq!(browser.model.notice, Some(Notice::Newer(0)));
}

#[test]
fn its_run_is_not_written_over_and_the_page_says_that_nothing_is_stored() {
    let mut browser = kept(&["run/crisis"]);
    browser.open("#/play/crisis");
    for _ in 0..2 {
        browser.press(Key::Digit(1));
        browser.press(Key::Enter);
    }
    let run = browser.model.run().expect("it can be played").run.clone();
    assert_eq!(run.turns().len(), 2);
    assert!(browser.model.unkept, "the page says so");
    assert_eq!(browser.kept["run/crisis"], NEWER);
    assert!(!browser.kept.contains_key("waiting/crisis"), "which step waits belongs to the run");

    // A file holds both: its run under its key, and the one that was played in the journal.
    let kept = browser.kept.clone().into_iter().collect();
    let file = SavedFile::read(&saved_text(&browser.unkept.beside(kept, 7))).expect("a file");
    assert!(file.saved.contains(&("run/crisis".into(), Some(NEWER.into()))));
    let line = Line::line(&Source::Shipped(run.scenario().id().clone()), &Record::of(&run));
    assert!(file.saved.iter().any(|(key, value)| key.starts_with("journal/") && value.as_ref() == Some(&line)));

    // Other stories are stored, and so is how this one ends.
    browser.send(Event::Moved("#/play/remote-team".into()));
    browser.press(Key::Digit(1));
    assert!(browser.kept["run/remote-team"].starts_with("remote-team "));
    browser.send(Event::Moved("#/play/crisis".into()));
    while browser.model.run().is_some_and(|playing| playing.run.ending().is_none()) {
        let offered = browser.model.run().and_then(|playing| playing.run.offered().next()).map(|(at, _)| at);
        browser.send(Event::Chose(offered.expect("a response")));
        browser.press(Key::Enter);
    }
    assert_eq!(browser.notes.len(), 1, "the journal has it");
    assert_eq!(browser.kept["run/crisis"], NEWER);
}

#[test]
fn its_settings_and_what_was_played_last_stay_its_own() {
    let mut browser = kept(&["settings", "last"]);
    browser.open("#/play/crisis");
    browser.press(Key::Digit(1));
    assert!(!browser.model.unkept && browser.kept["run/crisis"].starts_with("crisis "), "the run is stored");
    browser.send(Event::Set(Settings { still: true, ..Settings::default() }));
    assert!(browser.model.unkept && browser.model.settings.still, "they hold until the page is closed");
    assert_eq!((&*browser.kept["settings"], &*browser.kept["last"]), (NEWER, NEWER));
}

#[test]
fn what_another_window_of_it_keeps_is_not_taken_up_and_not_written_over() {
    let mut browser = Browser::at("#/play/crisis");
    browser.press(Key::Digit(1));
    browser.kept.insert("run/crisis".into(), NEWER.into());
    browser.send(Event::Stored("run/crisis".into(), NEWER.into()));
    assert_eq!((turns(&browser), &browser.model.notice), (1, &None));
    browser.press(Key::Enter);
    browser.press(Key::Digit(1));
    assert!(browser.model.unkept && turns(&browser) == 2);
    assert_eq!(browser.kept["run/crisis"], NEWER);
    browser.kept.insert("last".into(), NEWER.into());
    browser.send(Event::Stored("last".into(), NEWER.into()));
    browser.unkept.forget("");
    browser.send(Event::Moved("#/play/remote-team".into()));
    assert!(!browser.model.unkept && browser.kept.contains_key("run/remote-team"), "that run is stored");
    assert_eq!(browser.kept["last"], NEWER);
}

#[test]
fn only_erasing_everything_erases_it() {
    let mut browser = Browser::at("");
    browser.drop_file("small.json", SMALL.as_bytes());
    browser.kept.insert("run/own/small".into(), NEWER.into());
    browser.kept.insert("team/a".into(), NEWER.into());
    browser.open("");
    browser.send(Event::Remove(own("small")));
    assert!(!browser.kept.contains_key("scenario/small"));
    assert_eq!(browser.kept["run/own/small"], NEWER);
    browser.send(Event::Erase(true));
    browser.send(Event::Erase(true));
    assert!(browser.kept.is_empty());
}
