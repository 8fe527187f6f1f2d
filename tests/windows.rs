//! Windows on one session: the later record stands, whatever is said and stored in between.

use crate::support;

use session::{Act, Session};
use std::rc::Rc;
use support::browser::{Browser, id};
use support::shipped;
use two_hats::room::{Effect, Event, Key, Model, Opened, Page};

/// A console at its first vote with five hands, a stage beside it, and the record before those hands.
fn five_hands() -> (Browser, usize, usize, String, Session) {
    let (mut browser, console) = Browser::begun();
    let stage = browser.open(Page::Stage);
    for _ in 0..5 {
        browser.take(console, Act::Next);
    }
    let older = browser.session(console).record();
    for _ in 0..5 {
        browser.tell(console, Event::Pressed(Key::Hand(1, true)));
    }
    let now = browser.session(console).clone();
    (browser, console, stage, older, now)
}

/// The record that is stored of a session.
fn stored<'b>(browser: &'b Browser, session: &Session) -> &'b str {
    let key = format!("room/session/{}", session.head().id);
    browser.stored.iter().find(|(known, _)| *known == key).map_or("", |(_, value)| value)
}

#[test]
fn an_older_word_takes_nothing_back_and_whoever_said_it_is_told() {
    for silent in [false, true] {
        let (mut browser, console, stage, older, now) = five_hands();
        browser.silent = silent;
        let id = now.head().id.clone();
        browser.tell(console, Event::Heard(format!("take {id}\n{older}")));
        assert_eq!(browser.session(console), &now, "five hands are still up");
        browser.tell(console, Event::Stored(format!("room/session/{id}"), Some(older.clone())));
        assert_eq!(browser.session(console), &now);
        assert_eq!(stored(&browser, &now), now.record(), "and what is kept is what is shown");
        // A record without a count is older than any other.
        let uncounted: Vec<&str> = older.lines().collect();
        let head = uncounted[1].split('\t').take(4).collect::<Vec<_>>().join("\t");
        let uncounted = format!("{}\n{head}\n{}\n", uncounted[0], uncounted[2..].join("\n"));
        browser.tell(console, Event::Heard(format!("take {id}\n{uncounted}")));
        // Nor is one taken that is another session's.
        browser.tell(console, Event::Heard(format!("take other\n{older}")));
        assert_eq!(browser.session(console), &now);
        assert_eq!(browser.windows[console].listed().len(), 1);
        assert_eq!(browser.session(stage), &now);
    }
}

#[test]
fn a_window_that_slept_is_told_what_it_missed_and_takes_nothing_back() {
    let (mut browser, console, stage, older, now) = five_hands();
    // The stage knows nothing of the five hands, and acts.
    let scenario = shipped("crisis");
    let late = Session::resume(&older, Rc::clone(&scenario)).expect("a record").session;
    let sleeper = browser.open(Page::Stage);
    let mut asleep = Model::default();
    let opened = Opened {
        page: Page::Stage,
        stored: Some(vec![
            (format!("room/session/{}", late.head().id), older.clone()),
            ("room/open".into(), late.head().id.clone()),
        ]),
        now: 1000,
        window: "asleep".into(),
        linked: true,
    };
    let _ = asleep.update(Event::Started(opened));
    let source = std::fs::read(format!("{}/scenarios/crisis.json", env!("CARGO_MANIFEST_DIR"))).expect("a file");
    let _ = asleep.update(Event::SourceCame(id("crisis"), Some(source)));
    assert_eq!(asleep.session(), Some(&late));
    browser.windows[sleeper] = asleep;
    browser.tell(sleeper, Event::Pressed(Key::Blank));
    for window in [console, stage, sleeper] {
        assert_eq!(browser.session(window), &now, "window {window}");
    }
    assert_eq!(stored(&browser, &now), now.record());
}

#[test]
fn windows_that_act_at_once_end_up_alike() {
    let (mut browser, console, stage, _, now) = five_hands();
    let said = |browser: &mut Browser, window: usize, act: Act| {
        let effects = browser.windows[window].update(Event::Take(act));
        effects.into_iter().find_map(|effect| if let Effect::Say(words) = effect { Some(words) } else { None })
    };
    let one = said(&mut browser, console, Act::Blank(true)).expect("a word");
    let other = said(&mut browser, stage, Act::People(30)).expect("a word");
    assert_eq!(browser.session(console).head().revision, now.head().revision + 1);
    browser.tell(console, Event::Heard(other));
    browser.tell(stage, Event::Heard(one));
    assert_eq!(browser.session(console), browser.session(stage));
    assert_eq!(stored(&browser, &now), browser.session(stage).record());
}

#[test]
fn a_record_of_before_records_counted_their_changes_is_taken_up() {
    let (mut browser, console) = Browser::begun();
    browser.take(console, Act::Label("Tuesday".into()));
    browser.take(console, Act::Next);
    let before = browser.session(console).clone();
    let mut stored = browser.stored.clone();
    for (_, value) in stored.iter_mut().filter(|(key, _)| key.starts_with("room/session/")) {
        let head = value.lines().nth(1).expect("a head").to_owned();
        *value = value.replacen(&head, &head.split('\t').take(4).collect::<Vec<_>>().join("\t"), 1);
    }
    let mut browser = Browser { stored, ..Browser::default() };
    let again = browser.open(Page::Console);
    assert_eq!(browser.session(again), &before);
    assert_eq!(browser.session(again).head().revision, 0);
    browser.take(again, Act::Next);
    assert_eq!(browser.session(again).head().revision, 1);
    let late = browser.open(Page::Stage);
    assert_eq!(browser.session(late), browser.session(again));
}
