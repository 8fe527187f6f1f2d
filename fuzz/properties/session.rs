//! The record of a session of a room, as a browser or a file holds it: it is read as far as it fits, what was read is
//! written and read alike, and every table and page of it can be made.

use super::stories::small;
use delivery::{Catalogue, Entry};
use scenario::Scenario;
use session::{Head, Review, Session, handed_on};
use std::rc::Rc;
use two_hats::room::console::console;
use two_hats::room::debriefed::{meaning, way};
use two_hats::room::export::{csv, json, tables};
use two_hats::room::stage::stage;
use two_hats::room::{Effect, Event, Key, Kind, Model, Opened, Page, hours};

/// How many states are visited: more than the small scenario has.
const STATES: usize = 2_000;

pub fn holds(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let scenario = small();
    if let Ok(resumed) = Session::resume(&text, Rc::clone(&scenario)) {
        session_holds(&resumed.session, &scenario);
    }
    // An input without a head is the acts of a session of the small scenario.
    let fingerprint = scenario.fingerprint();
    let acts = format!("two-hats session 1\na1\tsmall\t{fingerprint}\t1000\n{text}\n");
    let resumed = Session::resume(&acts, Rc::clone(&scenario)).expect("a head that fits");
    assert!(!resumed.edited);
    session_holds(&resumed.session, &scenario);
    window_holds(&text, &acts, &scenario);
}

fn session_holds(session: &Session, scenario: &Rc<Scenario>) {
    let record = session.record();
    assert_eq!(Head::of(&record).as_ref(), Ok(session.head()));
    let again = Session::resume(&record, Rc::clone(scenario)).expect("its own record");
    assert!(again.session == *session && again.left_over == 0, "{record}");
    let state = session.state();
    let review = Review::of(state, STATES);
    let tables = tables(session, &review, 0);
    let file: serde_json::Value = serde_json::from_str(&json(&tables, session)).expect("JSON");
    let lines: Vec<&str> = file["record"].as_array().expect("lines").iter().filter_map(|line| line.as_str()).collect();
    let kept = lines.join("\n") + "\n";
    assert_eq!(handed_on(&kept).as_deref(), Some(&*kept), "what was handed on is handed on as it is");
    let there = Session::resume(&kept, Rc::clone(scenario)).expect("what is handed on");
    let (there, left_over) = (there.session, there.left_over);
    let same = |session: &Session| {
        let state = session.state().clone();
        let means = state.means().map(|scales| scales.map(|mean| mean.map(|mean| (mean + 5) / 10)));
        (state.phase(), state.run().clone(), state.ballots().to_vec(), state.clock().clone(), means)
    };
    assert!(left_over == 0 && same(&there) == same(session), "{record}\n{kept}");
    assert!(csv(&tables).ends_with("\r\n"));
    for now in [0, session.head().began, session.acts().last().map_or(0, |last| last.at), 4_000_000_000] {
        let _ = (state.left(now), state.left_for_debrief(now), state.clock().taken(state.phase(), now));
        let _ = (stage(state, Some(&review), now), console(state, false), console(state, true));
    }
    let _ = (way(state, state.stop()), meaning(state, Some(&review)), hours::date(session.head().began, -720));
    all_can_be_undone(session);
}

/// Every act can be taken back and done again.
fn all_can_be_undone(session: &Session) {
    let mut undone = session.clone();
    // Each time all acts before are done again: of a long session its end has to do.
    let count = session.acts().len().min(40);
    (0..count).for_each(|_| assert!(undone.undo()));
    (0..count).for_each(|_| assert!(undone.redo()));
    assert!(undone == *session);
}

/// A window that finds a record, in its browser or told by another window.
fn window_holds(text: &str, record: &str, scenario: &Rc<Scenario>) {
    let mut model = Model::default();
    let stored =
        [("room/session/a1", record), ("room/session/b2", text), ("room/open", "a1"), ("scenario/small", text)];
    let stored = stored.map(|(key, value)| (key.to_owned(), value.to_owned())).to_vec();
    let opened = Opened {
        page: Page::of(text),
        stored: Some(stored),
        now: 2_000,
        window: "w".into(),
        linked: text.len().is_multiple_of(2),
    };
    let index = Catalogue { entries: vec![Entry::of(scenario)], ..Catalogue::default() }.pack();
    let file = include_bytes!("../../tests/fixtures/small.json");
    for event in [
        Event::Started(opened),
        Event::IndexCame(Some(index)),
        Event::SourceCame(scenario.id().clone(), Some(file.to_vec())),
        Event::Heard(text.to_owned()),
        Event::Heard(format!("take a1\n{record}")),
        Event::Stored(text.to_owned(), Some(record.to_owned())),
        Event::Stored("room/session/a1".into(), Some(text.to_owned())),
        Event::Pressed(Key::Next),
        Event::Pressed(Key::Undo),
        Event::Save(Kind::Json, 60),
    ] {
        for effect in model.update(event) {
            if let Effect::SaveFile(_, "application/json", bytes) = effect {
                assert!(serde_json::from_slice::<serde_json::Value>(&bytes).is_ok());
            }
        }
        let _ = model.listed();
    }
}
