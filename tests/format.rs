//! The format of scenarios is described once, in [`scenario::schema`]: a scenario that uses every field is changed at each
//! place, and what the table says of the field holds of the reader, the writer, packs, the fingerprint and the schema.

use crate::support;

use scenario::schema::{Field, Kept, Keys, Kind, ObjectType, SCENARIO};
use scenario::{Code, Scenario, pack, written};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use support::{reading, scenario, shipped, shipped_ids};

/// A scenario that uses every field.
const EVERY_FIELD: &str = include_str!("fixtures/every-field.json");

/// A field of a type of objects.
type Name = (&'static str, &'static str);

/// A place in a file: how to come there, whose field it is, how far it is kept, what else it could hold.
struct Place {
    path: Vec<String>,
    field: Name,
    kept: Kept,
    instead: Vec<Value>,
}

/// All objects of the file, all places in them, and which fields are met.
#[derive(Default)]
struct Walk {
    path: Vec<String>,
    objects: Vec<(Vec<String>, &'static ObjectType)>,
    places: Vec<Place>,
    met: BTreeSet<Name>,
}

impl Walk {
    fn object(&mut self, value: &Value, of: &'static ObjectType, kept: Kept) {
        self.objects.push((self.path.clone(), of));
        for field in of.fields {
            let Some(value) = value.get(field.key) else { continue };
            let name = (of.name, field.key);
            self.met.insert(name);
            self.inside(field.key, |walk| walk.value(value, &field.kind, name, kept.min(field.kept)));
        }
    }

    fn inside(&mut self, key: &str, walk: impl FnOnce(&mut Self)) {
        self.path.push(key.to_owned());
        walk(self);
        self.path.pop();
    }

    fn value(&mut self, value: &Value, kind: &'static Kind, field: Name, kept: Kept) {
        let names = |names: &[&str]| names.iter().map(|name| json!(name)).collect::<Vec<_>>();
        let instead = match kind {
            Kind::Object(of) => return self.object(value, of, kept),
            Kind::Map(map) => {
                for (key, value) in value.as_object().expect("an object") {
                    self.inside(key, |walk| walk.value(value, &map.value, field, kept));
                }
                return;
            }
            Kind::List(list) => {
                for (at, value) in value.as_array().expect("a list").iter().enumerate() {
                    self.inside(&at.to_string(), |walk| walk.value(value, &list.item, field, kept));
                }
                return;
            }
            Kind::Either(kinds) => {
                let fits = |kind: &&Kind| match kind {
                    Kind::Object(_) => value.is_object(),
                    Kind::List(_) => value.is_array(),
                    _ => value.is_string(),
                };
                return self.value(value, kinds.iter().find(fits).expect("one of the kinds"), field, kept);
            }
            Kind::Text => vec![json!("Otherwise")],
            Kind::Id => vec![json!("otherwise")],
            Kind::File => vec![json!("otherwise.svg")],
            Kind::StepOrEnd => names(&["end", "close", "end:adrift"]),
            Kind::Name => names(&["ana", "ben", "promised", "late", "oven", "rush"]),
            Kind::Concept => names(&["D4", "L4"]),
            Kind::Truth => vec![json!(true), json!(false)],
            Kind::Whole(low, high) => {
                let number = value.as_i64().expect("a number");
                assert!((i64::from(*low)..=i64::from(*high)).contains(&number), "{number} at {:?}", self.path);
                vec![json!(number + 1)]
            }
            Kind::Exactly(number) => vec![json!(number + 1)],
            Kind::OneOf(of) => names(of.all),
        };
        let instead = instead.into_iter().filter(|new| new != value).collect();
        self.places.push(Place { path: self.path.clone(), field, kept, instead });
    }
}

fn file() -> Value {
    serde_json::from_str(EVERY_FIELD).expect("JSON")
}

fn walk() -> Walk {
    let mut walk = Walk::default();
    walk.object(&file(), &SCENARIO, Kept::InFingerprint);
    walk
}

/// A path as `Value::pointer` takes it.
fn pointer(path: &[String]) -> String {
    path.iter().map(|key| format!("/{key}")).collect()
}

/// The file with another value at a place.
fn with(path: &[String], new: Value) -> String {
    let mut file = file();
    *file.pointer_mut(&pointer(path)).expect("a place of the file") = new;
    file.to_string()
}

/// All types of objects, with their fields.
fn types() -> Vec<&'static ObjectType> {
    fn of_kind(kind: &'static Kind, found: &mut Vec<&'static ObjectType>) {
        match kind {
            Kind::Object(of) => of_type(of, found),
            Kind::Map(map) => of_kind(&map.value, found),
            Kind::List(list) => of_kind(&list.item, found),
            Kind::Either(kinds) => kinds.iter().for_each(|kind| of_kind(kind, found)),
            _ => {}
        }
    }
    fn of_type(of: &'static ObjectType, found: &mut Vec<&'static ObjectType>) {
        if found.iter().all(|known| known.name != of.name) {
            found.push(of);
            of.fields.iter().for_each(|field| of_kind(&field.kind, found));
        }
    }
    let mut found = Vec::new();
    of_type(&SCENARIO, &mut found);
    found
}

fn fields() -> BTreeMap<Name, &'static Field> {
    types().into_iter().flat_map(|of| of.fields.iter().map(|field| ((of.name, field.key), field))).collect()
}

#[test]
fn the_scenario_that_uses_every_field_does() {
    assert_eq!(walk().met, fields().into_keys().collect());
}

#[test]
fn every_field_is_read_written_packed_and_fingerprinted_as_the_table_says() {
    let before = scenario(&file().to_string());
    let packed = |scenario: &Scenario| pack::unpack(&pack::pack(scenario)).map(|it| written(&it)).expect("a pack");
    let mut changed = BTreeSet::new();
    for Place { path, field, kept, instead } in walk().places {
        for new in instead {
            // Some changes make another rule fail, such as a way back to a step before.
            let Ok(after) = reading(&with(&path, new.clone())) else { continue };
            let place = format!("{} = {new}", path.join("/"));
            changed.insert(field);
            if field.1 == "$schema" {
                assert!(after == *before, "{place} is read");
                continue;
            }
            assert!(after != *before, "{place} is not read");
            assert!(written(&after) != written(&before), "{place} is not written");
            assert!(reading(&written(&after)).expect("a scenario") == after, "{place} is written as something else");
            assert_eq!(packed(&after) != packed(&before), kept >= Kept::InPack, "{place} in packs: {kept:?}");
            let differs = after.fingerprint() != before.fingerprint();
            assert_eq!(differs, kept == Kept::InFingerprint, "{place} in the fingerprint: {kept:?}");
        }
    }
    // Of the number of the format there is one.
    let all = fields().into_iter().filter(|(_, field)| !holds_objects(&field.kind) && field.key != "format");
    assert_eq!(changed, all.map(|(name, _)| name).collect());
}

/// Whether it is changed by the fields of what stands in it.
fn holds_objects(kind: &Kind) -> bool {
    match kind {
        Kind::Object(_) => true,
        Kind::Map(map) => holds_objects(&map.value),
        Kind::List(list) => holds_objects(&list.item),
        Kind::Either(kinds) => kinds.iter().all(holds_objects),
        _ => false,
    }
}

#[test]
fn every_id_is_read_written_packed_and_fingerprinted() {
    let before = scenario(EVERY_FIELD);
    for id in
        ["full", "ana", "ben", "promised", "late", "oven", "rush", "close", "ask", "list", "step-aside", "two-lines"]
    {
        let text = EVERY_FIELD.replace(&format!("\"{id}\""), &format!("\"{id}-2\""));
        let after = scenario(&text);
        assert!(after.fingerprint() != before.fingerprint(), "{id}");
        assert!(scenario(&written(&after)) == after, "{id}");
        assert!(written(&pack::unpack(&pack::pack(&after)).expect("a pack")).contains(&format!("\"{id}-2\"")), "{id}");
    }
}

#[test]
fn a_field_that_must_be_there_is_missed_and_another_is_not() {
    for (path, of) in walk().objects {
        for field in of.fields {
            let at: Vec<String> = path.iter().cloned().chain([field.key.to_owned()]).collect();
            let mut without = file();
            let object = without.pointer_mut(&pointer(&path)).and_then(Value::as_object_mut).expect("an object");
            if object.remove(field.key).is_none() {
                continue;
            }
            let errors = reading(&without.to_string()).err();
            let codes = [Code::MissingField, Code::MissingOutcome];
            let missed = errors
                .iter()
                .flat_map(|errors| errors.iter())
                .any(|error| codes.contains(&error.code) && error.message.contains(&format!("`{}`", field.key)));
            // A line needs one field or another, by what it has of them.
            let needed = field.in_decisions || of.hugs && !["when", "mood"].contains(&field.key);
            assert_eq!(missed, needed, "without {}", at.join("/"));
        }
    }
}

#[test]
fn a_number_just_outside_of_its_range_is_refused() {
    let mut tried = 0;
    for (path, of) in walk().objects {
        for field in of.fields {
            let Kind::Whole(low, high) = field.kind else { continue };
            let at: Vec<String> = path.iter().cloned().chain([field.key.to_owned()]).collect();
            if file().pointer(&pointer(&at)).is_none() {
                continue;
            }
            for (number, fits) in [(low - 1, false), (low, true), (high, true), (high + 1, false)] {
                let errors = reading(&with(&at, json!(number))).err();
                let refused = errors.iter().flat_map(|errors| errors.iter()).any(|it| it.code == Code::InvalidNumber);
                assert_eq!(refused, !fits, "{} = {number}", at.join("/"));
                tried += 1;
            }
        }
    }
    assert!(tried > 40, "{tried}");
}

#[test]
fn the_schema_has_every_field() {
    let schema: Value = serde_json::from_str(&author::schema(|_| String::new())).expect("JSON");
    for of in types() {
        let described = if of.name == SCENARIO.name { &schema } else { &schema["$defs"][of.name] };
        let keys = |value: &Value| value.as_object().expect("an object").keys().cloned().collect::<BTreeSet<_>>();
        let table: BTreeSet<String> = of.fields.iter().map(|field| field.key.to_owned()).collect();
        assert_eq!(keys(&described["properties"]), table, "{}", of.name);
        let required: Vec<&str> = of.fields.iter().filter(|field| field.required).map(|field| field.key).collect();
        assert_eq!(described["required"], json!(required), "{}", of.name);
        for field in of.fields {
            assert_eq!(described["properties"][field.key]["description"], json!(field.about), "{}", field.key);
        }
    }
}

/// The guide for authors has its own words for each field, and a star where it must be there.
#[test]
fn the_guide_for_authors_has_every_field() {
    let guide = include_str!("../scenarios/README.md");
    let section = |of: &ObjectType| match of.name {
        "scenario" | "meters" | "meter" | "member" | "image" => "### The scenario",
        "step" | "pressure" | "facilitator" => "### A step",
        "response" | "effect" | "branch" => "### A response",
        "line" | "end-line" => "### A line",
        "condition" | "end-condition" | "bounds" | "visit" => "### A condition",
        "variant" => "### The outcomes",
        "outcomes" | "expect" => "## The format, field by field",
        other => panic!("the guide has no place for {other}"),
    };
    for of in types() {
        let from = guide.find(section(of)).unwrap_or_else(|| panic!("{} is in the guide", section(of)));
        let rest = &guide[from..];
        let level = if section(of).starts_with("### ") { "\n##" } else { "\n## " };
        let text = rest[3..].find(level).map_or(rest, |end| &rest[..end]);
        for field in of.fields {
            let key = field.key;
            let named = [format!("`{key}`"), format!("\"{key}\""), format!("{{ \"{key}\"")];
            assert!(named.iter().any(|named| text.contains(named)), "{key} of {} in {}", of.name, section(of));
            let starred = text.contains(&format!("| `{key}` *")) || text.contains(&format!(", `{key}` *"));
            if matches!(of.name, "scenario" | "step" | "response" | "variant") {
                assert_eq!(starred, field.in_decisions, "the star of {key} of {}", of.name);
            }
        }
    }
}

/// The words that the fuzzer puts into files.
#[test]
fn the_fuzzer_knows_every_key() {
    let words = include_str!("../fuzz/words/scenario.dict");
    let mut keys: BTreeSet<&str> = fields().into_keys().map(|(_, key)| key).collect();
    for of in types() {
        for field in of.fields {
            match field.kind {
                Kind::OneOf(names) => keys.extend(names.all),
                Kind::Map(map) => match map.keys {
                    Keys::OneOf(names) => keys.extend(names),
                    Keys::Ids => {}
                },
                _ => {}
            }
        }
    }
    let missing: Vec<&str> = keys.into_iter().filter(|key| !words.contains(&format!("\\\"{key}\\\""))).collect();
    assert_eq!(missing, [""; 0]);
}

/// Runs that are kept name a fingerprint. A story that is edited gets another one, which is put down here; how a
/// fingerprint is made never changes, or every run that is kept would be of another story.
#[test]
fn fingerprints_stay() {
    let shipped =
        shipped_ids().into_iter().map(|id| shipped(&id)).chain([scenario(support::SMALL), scenario(EVERY_FIELD)]);
    let found: Vec<String> = shipped.map(|it| format!("{} {}", it.id(), it.fingerprint())).collect();
    assert_eq!(found, FINGERPRINTS);
}

const FINGERPRINTS: [&str; 13] = [
    "bed-fourteen 84ed308c3499ba9d",
    "both-chairs a91d2987a4637a80",
    "crisis efce2dcc45600a33",
    "first-day 14e9b53f6775a966",
    "first-delegation 0cee0524eb9e2832",
    "one-canteen 30d228dc45fbc61f",
    "period-three d49e940116aef24c",
    "product-launch ef3cbddbcedd9482",
    "quiet-voice 6e0d273a9aac0e68",
    "remote-team f101908c9a9f03bf",
    "well-oiled-machine c0cd318d23c6818b",
    "small 16326a5e9bda253c",
    "full e18c1271998002c0",
];
