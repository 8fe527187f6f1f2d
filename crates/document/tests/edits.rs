//! Each kind of edit, as an author sees it in the file.

use document::{
    Bounds, Condition, Document, Edit, EditError, Field, History, Line, Name, Next, Path, Target, Value, Way,
};
use scenario::{Limits, Trial, formatted, read};
use std::sync::LazyLock;

/// The small story, as `two-hats fmt` lays it out.
static SMALL: LazyLock<String> = LazyLock::new(|| {
    let small = include_str!("../../../tests/fixtures/small.json");
    formatted(small.as_bytes(), &Limits::default()).expect("JSON")
});

fn path(text: &str) -> Path {
    text.parse().expect("a path")
}

/// The small story after some edits.
fn edited(edits: &[Edit]) -> String {
    let mut document = Document::new(&**SMALL);
    edits.iter().for_each(|edit| {
        document.apply(edit).expect("it fits");
    });
    document.text().to_owned()
}

/// The lines that a text has and another does not, each with its sign, without those around them.
fn diff(after: &str) -> Vec<String> {
    let (before, after): (Vec<&str>, Vec<&str>) = (SMALL.lines().collect(), after.lines().collect());
    let gone = before.iter().filter(|line| !after.contains(line)).map(|line| format!("-{}", line.trim()));
    let new = after.iter().filter(|line| !before.contains(line)).map(|line| format!("+{}", line.trim()));
    gone.chain(new).collect()
}

fn assert_story(text: &str) {
    assert_eq!(read(text.as_bytes(), &Limits::default()).err().map(|errors| errors.to_string()), None, "{text}");
    assert_eq!(formatted(text.as_bytes(), &Limits::default()).as_deref(), Ok(text));
}

#[test]
fn fields_are_set_added_and_taken_out() {
    let after = edited(&[
        Edit::set(path("steps.oven.title"), "Cold \"oven\""),
        Edit::set(path("meters.leadership.start"), 6),
        Edit::set(path("steps.rush.visits"), 2),
        Edit::Remove { path: path("steps.oven.responses.ask.sets") },
    ]);
    assert_eq!(
        diff(&after),
        [
            "-\"leadership\": { \"start\": 4, \"enough\": 5 },",
            "-\"title\": \"The oven is cold\",",
            "-\"sets\": [\"promised\"],",
            "+\"leadership\": { \"start\": 6, \"enough\": 5 },",
            "+\"title\": \"Cold \\\"oven\\\"\",",
            "+\"visits\": 2,",
        ]
    );
    let after = edited(&[Edit::set(path("steps.rush.facilitator.minutes"), 4)]);
    assert_eq!(diff(&after), ["+\"facilitator\": { \"minutes\": 4 }"], "{after}");
    assert_story(&after);
}

#[test]
fn conditions_lines_and_ways_are_written_as_one() {
    let condition = Condition {
        lacks: vec!["promised".into()],
        leadership: Bounds { at_least: Some(3), at_most: None },
        ..Condition::default()
    };
    let line = Line { who: Some("ana".into()), text: "Both?".into(), when: Some(condition.clone()), mood: None };
    let ways = Next::Branches(vec![
        Way { when: Some(condition.clone()), to: Some(Target::End) },
        Way { when: None, to: Some(Target::Step("rush".into())) },
    ]);
    let next = path("steps.oven.responses.ask.next");
    let after = edited(&[
        Edit::push(path("steps.oven.situation"), &line),
        Edit::next(next.clone(), &ways),
        Edit::link(path("steps.oven.responses.list.next[0].to"), &Target::of("end:adrift")),
    ]);
    assert_story(&after);
    let document = Document::new(&*after);
    assert_eq!(document.read::<Line>(&path("steps.oven.situation[2]")).value(), Some(line));
    assert_eq!(document.read::<Next>(&next).value(), Some(ways));
    assert_eq!(
        document.read::<Condition>(&next.key("").parent().expect("next").at(0).key("when")).value(),
        Some(condition)
    );
    let gone = edited(&[Edit::condition(path("steps.rush.situation[1].when"), &Condition::default())]);
    assert!(gone.contains(r#"{ "text": "Ana looks at you." }"#), "{gone}");
}

#[test]
fn a_name_is_given_anew_wherever_it_stands() {
    let names = [
        (Name::Step("oven".into()), "cold-oven"),
        (Name::Step("rush".into()), "queue"),
        (Name::Flag("promised".into()), "gave_word"),
        (Name::Cast("ana".into()), "anna"),
        (Name::Response("cold-oven".into(), "ask".into()), "ask-ana"),
    ];
    let edits: Vec<Edit> =
        names.iter().map(|(name, to)| Edit::Rename { name: name.clone(), to: (*to).into() }).collect();
    let after = edited(&[Edit::All(edits)]);
    assert_eq!(read(after.as_bytes(), &Limits::default()).err(), None, "{after}");
    for old in ["\"oven\"", "\"rush\"", "\"promised\"", "\"ana\"", "\"ask\":"] {
        assert!(!after.contains(old), "{old} is left: {after}");
    }
    let mut document = Document::new(&**SMALL);
    let mut rename = |name, to: &str| document.apply(&Edit::Rename { name, to: to.into() });
    assert_eq!(rename(Name::Step("oven".into()), "rush"), Err(EditError::Taken(Path::step("rush"))));
    assert_eq!(rename(Name::Step("oven".into()), "end"), Err(EditError::InvalidId("end".into())));
    assert_eq!(rename(Name::Flag("promised".into()), "A B"), Err(EditError::InvalidId("A B".into())));
    assert_eq!(rename(Name::Flag("nothing".into()), "new"), Err(EditError::Unknown("nothing".into())));
    // A wrong name that is only referred to becomes the one that was meant, everywhere.
    let slipped = SMALL.replace("\"adrift\":", "\"adrfit\":").replace("\"to\": \"end\"", "\"to\": \"end:adrift\"");
    let mut document = Document::new(slipped);
    document.apply(&Edit::Rename { name: Name::Outcome("adrfit".into()), to: "adrift".into() }).expect("it fits");
    assert_eq!(document.text(), SMALL.replace("\"to\": \"end\"", "\"to\": \"end:adrift\""));
    document.apply(&Edit::Rename { name: Name::Outcome("adrift".into()), to: "away".into() }).expect("it fits");
    assert!(document.text().contains("\"to\": \"end:away\"") && document.text().contains("\"away\": ["));
}

#[test]
fn a_step_is_put_on_a_way_and_taken_out_again() {
    let step = Value::object([("title", Value::from("Between")), ("situation", Value::list(["The street is dark."]))]);
    let on = path("steps.oven.responses.ask.next");
    let after = edited(&[Edit::InsertStep { on: on.clone(), id: "between".into(), step }]);
    assert_story(&after);
    let document = Document::new(&*after);
    assert_eq!(document.ids(&path("steps")), ["oven", "between", "rush"]);
    assert_eq!(document.read::<Target>(&on).value(), Some(Target::Step("between".into())));
    let next = path("steps.between.responses.go-on.next");
    assert_eq!(document.read::<Target>(&next).value(), Some(Target::Step("rush".into())));
    let mut back = document.clone();
    back.apply(&Edit::RemoveStep { id: "between".into(), ways: Some(Target::Step("rush".into())) }).expect("it fits");
    assert_eq!(back.text(), *SMALL);
    let mut dangling = document;
    dangling.apply(&Edit::RemoveStep { id: "between".into(), ways: None }).expect("it fits");
    let errors = read(dangling.text().as_bytes(), &Limits::default()).expect_err("a way to nowhere");
    assert_eq!(errors.iter().map(|error| error.code.name()).collect::<Vec<_>>(), ["unknown-step"]);
    let mut document = Document::new(&**SMALL);
    let start = Edit::RemoveStep { id: "oven".into(), ways: Some(Target::End) };
    assert_eq!(document.apply(&start), Err(EditError::StartAtEnd));
    let no_way = Edit::InsertStep { on: path("title"), id: "new".into(), step: Value::Object(vec![]) };
    assert_eq!(document.apply(&no_way), Err(EditError::NotAWay(path("title"))));
    assert_eq!(document.text(), *SMALL);
}

#[test]
fn what_is_new_takes_after_what_is_around_it() {
    let edits = [
        Edit::add(
            path("steps.oven.responses.ask"),
            "note",
            Value::list(["A note.", "Another that is long enough to stand on a line of its own, wherever it is."]),
        ),
        Edit::add(
            path("flags"),
            "kept",
            "You kept your word, although it was hard, and everybody in the bakery saw it",
        ),
        Edit::set(path("steps.rush.pressure.why"), "It rains."),
    ];
    let plain = edited(&edits);
    assert_story(&plain);
    let same = |from: &dyn Fn(&str) -> String| {
        let mut document = Document::new(from(&SMALL));
        edits.iter().for_each(|edit| {
            document.apply(edit).expect("it fits");
        });
        assert_eq!(document.text(), from(&plain));
    };
    same(&|text| text.replace('\n', "\r\n"));
    same(&|text| format!("\u{feff}{text}"));
    same(&|text| text.trim_end().to_owned());
    let tabs = |text: &str| -> String {
        let line = |line: &str| {
            let inside = line.trim_start();
            format!("{}{inside}\n", "\t".repeat((line.len() - inside.len()) / 2))
        };
        text.lines().map(line).collect()
    };
    let mut document = Document::new(tabs(&SMALL));
    document.apply(&edits[0]).expect("it fits");
    assert!(document.text().contains("\n\t\t\t\t\t\"note\": [\n\t\t\t\t\t\t\"A note.\",\n"), "{}", document.text());
    let mut minified = Document::new(r#"{"steps":{"a":{"title":"A"}},"minutes":2}"#);
    minified.apply(&Edit::add(path("steps"), "b", Value::object([("title", Value::from("B"))]))).expect("it fits");
    minified.apply(&Edit::set(path("steps.a.pressure.leadership"), 1)).expect("it fits");
    let expected = r#"{"steps":{"a":{"title":"A","pressure":{"leadership":1}},"b":{"title":"B"}},"minutes":2}"#;
    assert_eq!(minified.text(), expected);
}

#[test]
fn several_edits_are_made_all_or_none() {
    let mut document = Document::new(&**SMALL);
    let title = Edit::set(path("title"), "Another");
    let wrong = Edit::Remove { path: path("steps.nowhere") };
    assert_eq!(document.apply(&Edit::All(vec![title.clone(), wrong])), Err(EditError::Missing(path("steps.nowhere"))));
    assert_eq!(document.text(), *SMALL);
    let patch = document.apply(&Edit::All(vec![title, Edit::set(path("minutes"), 3)])).expect("both fit");
    assert_eq!(patch.splices().len(), 2);
}

#[test]
fn a_key_that_stands_twice_is_shown_and_taken_out() {
    let mut document = Document::new("{ \"title\": \"One\", \"title\": \"Two\" }");
    assert_eq!(document.root().len(), 2);
    let second = document.root().at(1).expect("a member").path();
    assert_eq!(second.to_string(), "[1]");
    document.apply(&Edit::Remove { path: second }).expect("it fits");
    assert_eq!(document.text(), "{ \"title\": \"One\" }");
}

#[test]
fn what_is_unset_leaves_nothing_empty_behind() {
    let at_least = path("steps.oven.responses.list.next[0].when.management.at_least");
    let after = edited(&[
        Edit::Unset { path: path("steps.rush.pressure.management") },
        Edit::Unset { path: path("steps.oven.responses.ask.effect.leadership") },
        Edit::Unset { path: at_least },
        Edit::Unset { path: path("steps.oven.pressure.management") },
        Edit::condition(path("steps.oven.responses.ask.when"), &Condition::default()),
        Edit::Unset { path: path("cast.ana.role") },
    ]);
    assert_eq!(
        diff(&after),
        [
            "-\"cast\": { \"ana\": { \"name\": \"Ana Duarte\", \"role\": \"Apprentice\" } },",
            "-\"effect\": { \"leadership\": 2, \"management\": -1 },",
            "-\"next\": [{ \"when\": { \"management\": { \"at_least\": 7 } }, \"to\": \"end\" }, { \"to\": \"rush\" }]",
            "-\"pressure\": { \"management\": -1 },",
            "+\"cast\": { \"ana\": { \"name\": \"Ana Duarte\" } },",
            "+\"effect\": { \"management\": -1 },",
            "+\"next\": [{ \"to\": \"end\" }, { \"to\": \"rush\" }]",
        ]
    );
}

#[test]
fn numbers_of_a_proposal_are_one_change_those_that_the_file_leaves_out_among_them() {
    let scenario = read(SMALL.as_bytes(), &Limits::default()).expect("a scenario");
    let changes: Vec<_> = scenario.numbers().into_iter().zip(2..).collect();
    let mut trial = Trial::of(&scenario);
    changes.iter().for_each(|(number, value)| trial.set(*number, *value).expect("in its range"));
    let (mut document, mut history) = (Document::new(&**SMALL), History::default());
    history.apply(&mut document, &Edit::numbers(&changes), "Balance").expect("it fits");
    assert_eq!(read(document.text().as_bytes(), &Limits::default()).as_ref(), Ok(&trial.finish()));
    assert_eq!(formatted(document.text().as_bytes(), &Limits::default()).as_deref(), Ok(document.text()));
    history.undo(&mut document).expect("its own history");
    assert_eq!(document.text(), *SMALL);
}

#[test]
fn a_list_is_read_with_a_place_for_what_is_of_another_type() {
    let document = Document::new(r#"{ "situation": ["One", 2, { "who": "ana", "says": "Three" }] }"#);
    let lines = document.read::<Vec<Field<Line>>>(&path("situation")).value().expect("a list");
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[1], Field::Other { called: "a number", source: "2".into(), range: 23..24 });
    let lines = document.read::<Vec<Line>>(&path("situation")).value().expect("a list");
    assert_eq!(lines.iter().map(|line| &*line.text).collect::<Vec<_>>(), ["One", "Three"]);
}
