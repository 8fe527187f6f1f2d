//! What authors are given beside checks: the schema, the steady layout, reports, pictures, a scenario to start from.

use crate::support;

use analysis::{STATE_LIMIT, analyse};
use author::graph;
use proptest::prelude::*;
use scenario::schema::{Kind, ObjectType, SCENARIO};
use scenario::{Concept, Id, Limits, Scenario, formatted, pack};
use std::collections::BTreeSet;
use std::fs;
use std::rc::Rc;
use support::{SMALL, made, reading, scenario, shipped, shipped_ids};
use two_hats::words::guide::GUIDE;

fn steady(text: &str) -> String {
    match formatted(text.as_bytes(), &Limits::default()) {
        Ok(text) => text,
        Err(faults) => panic!("{}", support::listed(text.as_bytes(), &faults).join("\n")),
    }
}

/// The fingerprint and all that a fingerprint leaves out.
fn whole(scenario: &Scenario) -> impl PartialEq + std::fmt::Debug + use<> {
    let outcomes = scenario.outcomes().clone();
    let head = [scenario.title(), scenario.summary(), scenario.role(), scenario.language()].map(str::to_owned);
    let rest = (scenario.expect().to_vec(), scenario.allow().to_vec(), scenario.start(), *scenario.meters());
    let lists = (scenario.steps().to_vec(), scenario.cast().to_vec(), scenario.flags().to_vec());
    (scenario.fingerprint(), outcomes, head, rest, lists)
}

#[test]
fn the_schema_in_the_folder_is_the_one_that_the_format_makes() {
    let path = format!("{}/scenarios/scenario.schema.json", env!("CARGO_MANIFEST_DIR"));
    let schema = author::schema(|concept| GUIDE.about(concept).unwrap_or_default());
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &schema).expect("the schema can be written");
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == schema, "scenarios/scenario.schema.json is stale: UPDATE=1 cargo test --test all author");
    assert_eq!(steady(&schema), schema, "the schema is laid out as scenarios are");
}

/// The table of the concepts, as the guide for authors has it.
fn concept_table() -> String {
    let row = |concept: Concept| {
        let words = GUIDE.concept(concept.id()).expect("the field guide has every concept");
        format!("| `{}` | {} | {} |\n", words.id, words.name, words.text)
    };
    format!("| Id | Concept | What it is |\n|---|---|---|\n{}", Concept::all().map(row).collect::<String>())
}

#[test]
fn the_guide_for_authors_and_the_schema_say_what_each_concept_is() {
    let path = format!("{}/scenarios/README.md", env!("CARGO_MANIFEST_DIR"));
    let guide = fs::read_to_string(&path).expect("the guide");
    let table = concept_table();
    let from = guide.find("| Id | Concept |").expect("a table of the concepts");
    let to = guide[from..].find("\n\n").map_or(guide.len(), |length| from + length + 1);
    if std::env::var_os("UPDATE").is_some() {
        let fresh = format!("{}{table}{}", &guide[..from], &guide[to..]);
        fs::write(&path, fresh).expect("the guide can be written");
    } else {
        assert!(guide[from..to] == table, "scenarios/README.md is stale: UPDATE=1 cargo test --test all author");
    }
    let schema = author::schema(|concept| GUIDE.about(concept).unwrap_or_default());
    for concept in Concept::all() {
        let words = GUIDE.concept(concept.id()).expect("the field guide has every concept");
        let described = format!("{}: {}", words.name, words.text);
        assert!(schema.contains(&scenario::layout::quoted(&described)), "{described}");
    }
}

#[test]
fn the_shipped_scenarios_name_their_schema() {
    for id in shipped_ids() {
        let path = format!("{}/scenarios/{id}.json", env!("CARGO_MANIFEST_DIR"));
        let text = fs::read_to_string(path).expect("a shipped scenario");
        assert!(text.starts_with("{\n  \"$schema\": \"scenario.schema.json\",\n"), "{id}");
    }
}

/// Every type of objects of the format whose fields the reader reads by the table: the outcomes have faults of their own.
fn types() -> Vec<&'static ObjectType> {
    let mut found = Vec::new();
    collect(&Kind::Object(&SCENARIO), &mut found);
    found.retain(|of| of.name != "outcomes");
    found
}

/// What a message calls an object of a type, at its beginning.
fn called(of: &ObjectType) -> String {
    let (first, rest) = of.called.split_at(1);
    first.to_uppercase() + rest
}

fn collect(kind: &Kind, found: &mut Vec<&'static ObjectType>) {
    match kind {
        Kind::Object(of) if found.iter().any(|known| known.name == of.name) => {}
        Kind::Object(of) => {
            found.push(of);
            of.fields.iter().for_each(|field| collect(&field.kind, found));
        }
        Kind::List(list) => collect(&list.item, found),
        Kind::Map(map) => collect(&map.value, found),
        Kind::Either(kinds) => kinds.iter().for_each(|kind| collect(kind, found)),
        _ => {}
    }
}

/// The small scenario with an unknown field, and nothing else, in one object of every type.
const UNKNOWN: &str = r#"{ "zzzzzzzzz": 1, "image": { "zzzzzzzzz": 1 },
  "meters": { "zzzzzzzzz": 1, "leadership": { "zzzzzzzzz": 1 } },
  "cast": { "ana": { "zzzzzzzzz": 1 } },
  "steps": { "a": { "zzzzzzzzz": 1, "pressure": { "zzzzzzzzz": 1 }, "facilitator": { "zzzzzzzzz": 1 },
    "situation": [{ "zzzzzzzzz": 1 }],
    "responses": { "b": { "zzzzzzzzz": 1, "when": { "zzzzzzzzz": 1, "leadership": { "zzzzzzzzz": 1 }, "visit": { "zzzzzzzzz": 1 } },
      "effect": { "zzzzzzzzz": 1 },
      "next": [{ "zzzzzzzzz": 1 }] } } } },
  "outcomes": { "balanced": [{ "zzzzzzzzz": 1, "when": { "zzzzzzzzz": 1 }, "story": [{ "zzzzzzzzz": 1 }] }] },
  "expect": { "zzzzzzzzz": 1 } }"#;

#[test]
fn the_table_of_the_format_has_the_fields_that_the_reader_reads() {
    let faults = reading(UNKNOWN).expect_err("no scenario");
    let mut said: BTreeSet<(String, BTreeSet<String>)> = BTreeSet::new();
    for fault in faults.iter() {
        if let (Some(what), Some(names)) =
            (fault.message.strip_suffix(" has no field `zzzzzzzzz`."), fault.help.strip_prefix("Its fields are "))
        {
            let names = names.trim_end_matches('.').split(", ").map(|name| name.trim_matches('`').to_owned());
            said.insert((what.to_owned(), names.collect()));
        }
    }
    let fields = |of: &ObjectType| of.fields.iter().map(|field| field.key.to_owned()).collect();
    let table: BTreeSet<_> = types().into_iter().map(|of| (called(of), fields(of))).collect();
    assert_eq!(said, table);
}

#[test]
fn the_table_of_the_format_requires_what_the_reader_requires() {
    let faults = reading(UNKNOWN).expect_err("no scenario");
    let missing = faults.iter().filter_map(|fault| {
        let (what, field) = fault.message.strip_suffix("`.")?.split_once(" needs the field `")?;
        Some((what.to_owned(), field.to_owned()))
    });
    let required = types().into_iter().flat_map(|of| {
        let fields = of.fields.iter().filter(|field| field.required);
        fields.map(move |field| (called(of), field.key.to_owned()))
    });
    let missing: BTreeSet<_> = missing.filter(|(what, _)| what != "A line").collect();
    // The second meter and the things that `UNKNOWN` must have to hold others are there.
    let there = ["leadership", "meters", "steps", "outcomes", "situation", "responses", "next", "story"];
    let required: BTreeSet<_> = required.filter(|(_, field)| !there.contains(&field.as_str())).collect();
    assert_eq!(missing, required);
}

#[test]
fn the_steady_layout_is_a_fixed_point_and_loses_nothing() {
    for id in shipped_ids() {
        let path = format!("{}/scenarios/{id}.json", env!("CARGO_MANIFEST_DIR"));
        let text = fs::read_to_string(path).expect("a shipped scenario");
        let once = steady(&text);
        assert_eq!(steady(&once), once, "{id}");
        assert_eq!(whole(&scenario(&once)), whole(&shipped(&id)), "{id}");
    }
}

#[test]
fn keys_come_in_the_documented_order_and_unknown_ones_last() {
    let text = r#"{"id":"a","zz":{"b":1,"a":1.50e3},"$schema":"s","steps":{"z":{"title":"Z","aa":"\u00e9"},"a":{}},"format":1}"#;
    let expected = r#"{
  "$schema": "s",
  "format": 1,
  "id": "a",
  "steps": { "z": { "title": "Z", "aa": "\u00e9" }, "a": {} },
  "zz": { "b": 1, "a": 1.50e3 }
}
"#;
    assert_eq!(steady(text), expected);
}

#[test]
fn what_cannot_be_put_in_order_without_a_loss_is_refused() {
    for bad in ["", "{", "{\"a\": 1, \"a\": 2}", "[1,]", "{} {}", "{\"a\": // no\n1}"] {
        assert!(formatted(bad.as_bytes(), &Limits::default()).is_err(), "{bad}");
    }
    assert!(formatted(b"\xff\xfe{}", &Limits::default()).is_err());
}

#[test]
fn line_breaks_stay_of_their_kind_and_a_byte_order_mark_goes() {
    let windows = SMALL.replace('\n', "\r\n");
    let text = steady(&format!("\u{feff}{windows}"));
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    assert_eq!(text.replace("\r\n", "\n"), steady(SMALL));
    assert_eq!(steady(&text), text);
}

proptest! {
    #[test]
    fn any_scenario_reads_the_same_after_it_is_laid_out(text in made::scenario_text()) {
        let laid_out = steady(&text);
        prop_assert_eq!(whole(&scenario(&laid_out)), whole(&scenario(&text)));
        prop_assert_eq!(steady(&laid_out), laid_out);
    }

    #[test]
    fn any_text_is_laid_out_or_refused(text in "[{}\\[\\],:\"a-c0-2 \\\\\n]{0,60}") {
        if let Ok(once) = formatted(text.as_bytes(), &Limits::default()) {
            prop_assert_eq!(steady(&once), once);
        }
    }

    #[test]
    fn any_scenario_can_be_drawn(text in made::scenario_text()) {
        let scenario = scenario(&text);
        let analysis = analyse(&scenario, STATE_LIMIT).ok();
        let layout = graph::Layout::new(&scenario, analysis.as_ref());
        for node in &layout.nodes {
            prop_assert!(node.x >= 0.0 && node.x + node.w <= layout.width, "{node:?}");
            prop_assert!(node.y >= 0.0 && node.y + node.h <= layout.height, "{node:?}");
        }
        for (at, one) in layout.nodes.iter().enumerate() {
            for other in &layout.nodes[at + 1..] {
                let beside = one.x + one.w <= other.x + 0.01 || other.x + other.w <= one.x + 0.01;
                let apart = beside || one.y + one.h <= other.y || other.y + other.h <= one.y;
                prop_assert!(apart, "{one:?} lies on {other:?}");
            }
        }
        for edge in &layout.edges {
            prop_assert!(edge.points.len() >= 2);
            prop_assert!(edge.points.is_sorted_by(|a, b| a.1 <= b.1), "{edge:?} goes back up");
        }
    }
}

#[test]
fn a_picture_shows_every_step_and_both_hats() {
    let scenario = shipped("crisis");
    let layout = graph::Layout::new(&scenario, None);
    assert_eq!(layout.nodes.len(), scenario.steps().len() + 5);
    let svg = graph::svg(&scenario, &layout);
    for sign in ["#b96a00", "#0b5c5d", "stroke-dasharray", "under_managed", "The board turns red"] {
        assert!(svg.contains(sign), "{sign}");
    }
    assert_eq!(svg.matches("<path").count(), layout.edges.len() + 3);
    let dot = graph::dot(&scenario, None);
    assert!(dot.contains("\"red-board\" -> \"before-people\" [color=\"#b96a00\", style=solid"), "{dot}");
    let mermaid = graph::mermaid(&scenario, None);
    assert!(mermaid.contains("n0 -.-> n2\n") && mermaid.contains("linkStyle 0 stroke:#b96a00"), "{mermaid}");
}

/// A story of so many steps in a row, of which each can also lead to the end, or leap to a later step.
fn long_story(steps: usize, leaping: bool) -> String {
    let step = |at: usize| {
        let on = if at + 1 < steps { format!("s{}", at + 1) } else { "end".into() };
        let leap = at + 2 + at * 7919 % steps;
        let off = if leaping && leap < steps { format!("s{leap}") } else { "end".into() };
        let response =
            |stance: &str, to: &str| format!(r#"{{"stance":"{stance}","text":"T","consequence":["C"],"next":"{to}"}}"#);
        let (leader, manager) = (response("leader", &on), response("manager", &off));
        format!(
            r#""s{at}":{{"title":"S","dimension":"agenda","situation":["S"],"responses":{{"a":{leader},"b":{manager}}}}}"#
        )
    };
    let steps: Vec<String> = (0..steps).map(step).collect();
    let from = SMALL.find("  \"start\": \"oven\"").expect("a start");
    let to = SMALL.find("  \"outcomes\"").expect("outcomes");
    format!("{}\"start\":\"s0\",\"steps\":{{{}}},\n{}", &SMALL[..from], steps.join(","), &SMALL[to..])
}

#[test]
fn the_longest_story_is_drawn() {
    for leaping in [false, true] {
        let scenario = scenario(&long_story(2_000, leaping));
        let layout = graph::Layout::new(&scenario, None);
        let svg = graph::svg(&scenario, &layout);
        assert!(svg.matches("<rect").count() > 2_000);
        assert!(svg.len() < 4_000_000, "{} bytes", svg.len());
    }
}

#[test]
fn a_title_with_markup_stays_a_title() {
    let text = SMALL.replacen("The oven is cold", "A <b> & \\\"c\\\" #1;", 1);
    let scenario = scenario(&text);
    let svg = graph::svg(&scenario, &graph::Layout::new(&scenario, None));
    assert!(svg.contains("A &lt;b&gt; &amp; &quot;c&quot;"), "{svg}");
}

#[test]
fn a_scenario_to_start_from_is_valid_and_laid_out() {
    let id = Id::new("night-train").expect("an id");
    for (title, shown) in [(None, "Night train"), (Some("A \"quoted\" title"), "A \"quoted\" title")] {
        let text = author::new_scenario(&id, title);
        let scenario = scenario(&text);
        assert_eq!((scenario.id().as_str(), scenario.title()), ("night-train", shown));
        assert_eq!(steady(&text), text);
        assert!(text.starts_with("{\n  \"$schema\": \"scenario.schema.json\",\n"));
    }
}

#[test]
fn what_is_not_decided_is_said_and_never_guessed() {
    let scenario = scenario(SMALL);
    let too_many = analyse(&scenario, 1).expect_err("more than one state");
    let json = author::analysis_json(&scenario, Err(too_many));
    assert!(json.contains("\"not_decided\": \"") && json.contains("\"limit\": 1"), "{json}");
    assert!(json.contains("\"balancing\": \"balanced\"") && !json.contains("\"share\""), "{json}");
    let text = author::analysis_report(&scenario, Err(too_many));
    assert!(text.contains("Not decided: ") && text.contains("balancing"), "{text}");
}

#[test]
fn a_report_names_every_step_outcome_and_persona() {
    let scenario: Rc<Scenario> = shipped("crisis");
    let analysis = analyse(&scenario, STATE_LIMIT).expect("it is small");
    let text = author::analysis_report(&scenario, Ok(&analysis));
    let steps = scenario.steps().iter().map(|step| step.id.as_str());
    for word in steps.chain(["balanced", "under_led", "under_managed", "adrift", "always_leader", "as expected"]) {
        assert!(text.contains(word), "{word} is not in\n{text}");
    }
    let responses = scenario.steps().iter().flat_map(|step| &step.responses);
    for response in responses.clone() {
        assert!(text.contains(&format!("\n    {} ", response.id)), "{} has no row in\n{text}", response.id);
    }
    for part in ["\n  leadership       9 ", "best other", "slack"] {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
    let json = author::analysis_json(&scenario, Ok(&analysis));
    assert_eq!(json.matches("\"visits\": \"").count(), scenario.steps().len());
    assert_eq!(json.matches("\"best_other\": \"").count(), responses.count());
    for part in ["\"goals\": {", "\"points\": 0", "\"slack\": \""] {
        assert!(json.contains(part), "{part} is not in\n{json}");
    }
    assert!(formatted(json.as_bytes(), &Limits::default()).is_ok(), "it is one JSON object");
}

#[test]
fn a_scenario_that_is_written_down_again_is_the_same_scenario() {
    let all = shipped_ids().into_iter().map(|id| shipped(&id)).chain([scenario(SMALL)]);
    for whole in all {
        assert!(scenario(&scenario::written(&whole)) == whole, "{}", whole.id());
        let packed = pack::unpack(&pack::pack(&whole)).expect("its pack");
        let text = scenario::written(&packed);
        let again = scenario(&text);
        assert_eq!(again.fingerprint(), whole.fingerprint(), "{}", whole.id());
        assert_eq!(pack::pack(&again), pack::pack(&whole), "{}", whole.id());
        let steady = formatted(text.as_bytes(), &Limits::default()).expect("JSON");
        assert!(steady == text, "{} is in its steady form", whole.id());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn any_scenario_that_is_written_down_again_is_the_same(text in made::scenario_text()) {
        let whole = scenario(&text);
        prop_assert_eq!(scenario(&scenario::written(&whole)), whole);
    }
}
