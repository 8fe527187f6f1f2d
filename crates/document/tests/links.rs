//! Ways that may not be drawn, against what reading says of the story in which they are.

mod support;

use document::{Document, Edit, LinkError, Links, Path, Target};
use scenario::{Code, Limits, read};
use support::stories;

const HUB: &str = include_str!("../../../tests/fixtures/hub.json");
const SMALL: &str = include_str!("../../../tests/fixtures/small.json");

/// The codes of what is wrong with a story.
fn codes(document: &Document) -> Vec<Code> {
    let read = read(document.text().as_bytes(), &Limits::default());
    read.err().map_or_else(Vec::new, |errors| errors.iter().map(|error| error.code).collect())
}

#[test]
fn what_is_refused_is_what_reading_would_refuse() {
    let (mut loops, mut closed, mut fine) = (0, 0, 0);
    for (name, text) in stories() {
        let document = Document::new(&*text);
        if !codes(&document).is_empty() {
            continue;
        }
        let links = Links::of(&document);
        let steps = document.ids(&Path::root().key("steps"));
        for from in &steps {
            for response in document.ids(&Path::step(from).key("responses")) {
                let way = Path::response(from, response).key("next");
                for to in &steps {
                    let target = Target::Step((*to).to_owned());
                    let mut draft = document.clone();
                    draft.apply(&Edit::link(way.clone(), &target)).expect("it fits");
                    let codes = codes(&draft);
                    let refused = links.check(&way, &target);
                    match &refused {
                        Err(LinkError::Loop(steps)) => {
                            assert!(codes.contains(&Code::Cycle), "{name}: {way} -> {to}: {refused:?}");
                            assert_eq!(steps.first().map(String::as_str), Some(*from));
                            assert_eq!(steps.get(1).map_or(*from, String::as_str), *to);
                            loops += 1;
                        }
                        Err(LinkError::NoWayOut { step, .. }) => {
                            assert!(codes.contains(&Code::MissingStance), "{name}: {way} -> {to}: {refused:?}");
                            assert_eq!(step, from);
                            closed += 1;
                        }
                        _ => {
                            assert_eq!((refused, codes), (Ok(()), Vec::new()), "{name}: {way} -> {to}");
                            fine += 1;
                        }
                    }
                }
            }
        }
    }
    assert!(loops > 500 && closed > 2 && fine > 500, "{loops} loops, {closed} closed, {fine} fine");
}

#[test]
fn a_loop_is_told_by_a_shortest_one_from_where_it_is_drawn() {
    let text = r#"{ "start": "a", "steps": {
        "a": { "responses": { "x": { "next": "b" }, "y": { "next": "c" } } },
        "b": { "responses": { "x": { "next": "c" } } },
        "c": { "responses": { "x": { "next": "d" } } },
        "d": { "responses": { "x": { "next": "end" } } },
        "e": { "visits": 2, "responses": { "x": { "next": "a" } } } } }"#;
    let document = Document::new(text);
    let links = Links::of(&document);
    let check = |from: &str, to: &str| links.check(&Path::response(from, "x").key("next"), &Target::of(to));
    let told = |steps: &[&str]| Err(LinkError::Loop(steps.iter().map(|step| (*step).to_owned()).collect()));
    assert_eq!(check("d", "a"), told(&["d", "a", "c"]));
    assert_eq!(check("d", "b"), told(&["d", "b", "c"]));
    assert_eq!(check("d", "d"), told(&["d"]));
    assert_eq!(check("a", "d"), Ok(()));
    // A loop over a step with `visits` ends; but a step must have a way out that stays open.
    assert_eq!(check("e", "e"), Err(LinkError::NoWayOut { step: "e".into(), stance: None }));
    assert_eq!(check("d", "e"), Err(LinkError::NoWayOut { step: "d".into(), stance: None }));
    assert_eq!(check("a", "e"), Ok(()));
    let message = check("d", "a").expect_err("a loop").to_string();
    assert!(message.contains("d -> a -> c -> d"), "{message}");
}

#[test]
fn other_targets_are_told_apart() {
    let document = Document::new(SMALL);
    let links = Links::of(&document);
    let way = Path::response("rush", "ask").key("next");
    let start = Path::root().key("start");
    assert_eq!(links.check(&way, &Target::of("nowhere")), Err(LinkError::Unknown("nowhere".into())));
    assert_eq!(links.check(&way, &Target::of("end:nowhere")), Err(LinkError::Unknown("nowhere".into())));
    assert_eq!(links.check(&way, &Target::of("end:adrift")), Ok(()));
    assert_eq!(links.check(&way, &Target::End), Ok(()));
    assert_eq!(links.check(&start, &Target::End), Err(LinkError::StartAtEnd));
    assert_eq!(links.check(&start, &Target::of("rush")), Ok(()));
    let nowhere = Path::root().key("title");
    assert_eq!(links.check(&nowhere, &Target::End), Err(LinkError::NotAWay(nowhere.clone())));
    assert_eq!(
        links.check(&Path::step("rush"), &Target::of("oven")),
        Err(LinkError::Loop(vec!["rush".into(), "oven".into()]))
    );
}

#[test]
fn a_hub_is_legal_and_is_refused_where_its_limits_go() {
    let document = Document::new(HUB);
    assert_eq!(codes(&document), []);
    let links = Links::of(&document);
    let ways = document::references(&document);
    let ways = ways.iter().filter(|it| it.kind == document::ReferenceKind::Step && it.node.step_id().is_some());
    let back: Vec<_> = ways.collect();
    assert!(back.len() > 3);
    for way in &back {
        assert_eq!(links.check(&way.node.path(), &Target::of(way.name)), Ok(()), "{}", way.node.path());
    }
    let mut endless = document.clone();
    for step in document.ids(&Path::root().key("steps")) {
        let _ = endless.apply(&Edit::Remove { path: Path::step(step).key("visits") });
    }
    let links = Links::of(&endless);
    let refused = back
        .iter()
        .filter(|way| matches!(links.check(&way.node.path(), &Target::of(way.name)), Err(LinkError::Loop(_))));
    assert!(refused.count() > 1);
    assert!(codes(&endless).contains(&Code::Cycle));
}
