//! Drafts with faults: edited like any other, and the rest of them untouched.

mod support;

use document::{Diagnostics, Document, Edit, Field, History, Links, Path, Target, Value};
use lint::Options;
use support::{Lots, broken, edit, nodes};

#[test]
fn an_edit_of_a_broken_draft_changes_its_own_place_and_nothing_else() {
    let (mut made, mut refused) = (0, 0);
    for (name, text) in broken() {
        let document = Document::new(&*text);
        // Of the many that are damaged by lot every third value has to do, or the test would take a minute.
        let every = if name.contains("damaged") { 3 } else { 1 };
        for node in nodes(&document).into_iter().step_by(every) {
            let path = node.path();
            let own = node.range();
            let parent = node.parent().map_or(own.clone(), |parent| parent.range());
            let line = own.start - text[..own.start].rfind('\n').map_or(own.start, |at| own.start - at - 1)
                ..own.end + text[own.end..].find('\n').unwrap_or(text.len() - own.end);
            for edit in [
                Edit::set(path.clone(), "A text"),
                Edit::Remove { path: path.clone() },
                Edit::Move { path: path.clone(), to: 0 },
                Edit::push(path.clone(), "A text"),
                Edit::add(path.clone(), "note", Value::list(["A text"])),
            ] {
                let mut draft = document.clone();
                let Ok(patch) = draft.apply(&edit) else {
                    assert_eq!(draft.text(), text, "{name}: {edit:?}");
                    refused += 1;
                    continue;
                };
                made += 1;
                // A container on one line is laid out anew where it grows past its line.
                let (from, to) = (line.start.min(parent.start), line.end.max(parent.end));
                for splice in patch.splices() {
                    let end = splice.at + splice.removed.len();
                    assert!(from <= splice.at && end <= to, "{name}: {edit:?}: {splice:?}");
                    if matches!(edit, Edit::Set { .. }) {
                        assert!(
                            line.start <= splice.at && end <= line.end.max(own.end),
                            "{name}: {edit:?}: {splice:?}"
                        );
                    }
                }
                draft.patch(&patch.inverse()).expect("the way back");
                assert_eq!(draft.text(), text);
            }
        }
    }
    assert!(made > 5_000 && refused > 500, "{made} made, {refused} refused");
}

#[test]
fn edits_by_lot_on_broken_drafts_are_undone_to_the_byte() {
    for (number, (name, text)) in broken().into_iter().enumerate() {
        let mut lots = Lots(number as u64);
        let (mut document, mut history) = (Document::new(&*text), History::default());
        for _ in 0..40 {
            let edit = edit(&document, &mut lots);
            let _ = history.apply(&mut document, &edit, "edit");
        }
        while history.undo(&mut document).expect("its own history").is_some() {}
        assert_eq!(document.text(), text, "{name}");
    }
}

#[test]
fn faults_stand_at_their_places() {
    let text = include_str!("../../../tests/fixtures/small.json")
        .replace("\"to\": \"rush\"", "\"to\": \"rusk\"")
        .replace("\"dimension\": \"network\",", "\"dimension\": \"netwerk\",")
        .replace("\"leadership\": { \"start\": 4,", "\"leadership\": { \"start\": \"4\",");
    let document = Document::new(text);
    let options = Options { states: 0, ..Options::default() };
    let found = Diagnostics::of(&document, &options);
    let at = |path: &str| -> Vec<&str> {
        found.at(&path.parse().expect("a path")).map(|placed| placed.diagnostic.code).collect()
    };
    assert_eq!(at("steps.oven.responses.list.next[1].to"), ["unknown-step"]);
    assert_eq!(at("steps.rush.dimension"), ["unknown-value"]);
    assert_eq!(at("meters.leadership.start"), ["wrong-type"]);
    assert_eq!(found.within(&Path::step("oven")).count(), 1);
    assert_eq!(found.all().len(), 3);
    assert!(found.checked.scenario.is_none());

    // Forms read what is there, and what is there instead.
    let start = "meters.leadership.start".parse().expect("a path");
    let Field::Other { called, source, .. } = document.read::<i32>(&start) else { panic!("a text") };
    assert_eq!((called, source.as_str()), ("a text", "\"4\""));
    assert!(document.read::<i32>(&"minutes".parse().expect("a path")) == Field::Value(2));
    assert!(document.read::<String>(&"feedback".parse().expect("a path")).is_missing());

    // What is mended has no fault any more.
    let mut document = document;
    document.apply(&Edit::set(start, 4)).expect("it fits");
    document.apply(&Edit::set("steps.rush.dimension".parse().expect("a path"), "network")).expect("it fits");
    let to = "steps.oven.responses.list.next[1].to".parse().expect("a path");
    assert!(Links::of(&document).check(&to, &Target::Step("rush".into())).is_ok());
    document.apply(&Edit::link(to, &Target::Step("rush".into()))).expect("it fits");
    assert_eq!(document.text(), include_str!("../../../tests/fixtures/small.json"));
}

#[test]
fn rubbish_is_a_document_too() {
    for text in ["", "\u{feff}", "nothing", "[[[[", "{\"a\":", "\"", "{} {}", "{\"steps\": 3}", "\u{0}", "🧁"] {
        let mut document = Document::new(text);
        let mut lots = Lots(1);
        for _ in 0..200 {
            let edit = edit(&document, &mut lots);
            let before = document.text().to_owned();
            match document.apply(&edit) {
                Ok(patch) => document.patch(&patch.inverse()).expect("the way back"),
                Err(error) => assert!(!error.to_string().is_empty()),
            }
            assert_eq!(document.text(), before);
        }
        let _ = Links::of(&document).check(&Path::step("a"), &Target::End);
        let _ = Diagnostics::of(&document, &Options { states: 0, ..Options::default() });
    }
}
