//! The JSON Schema of the scenario format, so that an author's editor completes fields and marks what is wrong.
//!
//! Made from [`schema::SCENARIO`], the one table of the format. What a schema cannot see (ways that lead nowhere,
//! loops, a hat that cannot always be worn) stays with the reader.

use scenario::layout::Piece;
use scenario::schema::{self, Field, Keys, Kind, MapType, ObjectType, SCENARIO};
use scenario::{Concept, Outcome};

/// The text of `scenarios/scenario.schema.json` (draft 2020-12); `about` says what a concept is.
pub fn schema(about: impl Fn(Concept) -> String) -> String {
    let mut defined = Vec::new();
    collect(&SCENARIO, &mut defined);
    let plain = [("id", id()), ("text", text()), ("concept", concept(about))];
    let mut definitions: Vec<(String, Piece)> = plain.map(|(name, schema)| (name.to_owned(), schema)).into();
    definitions.extend(defined.iter().skip(1).map(|of| (of.name.to_owned(), Piece::object(object(of)))));
    let mut whole = vec![
        ("$schema", Piece::text("https://json-schema.org/draft/2020-12/schema")),
        ("title", Piece::text("A scenario of Two Hats, format 1")),
    ];
    whole.extend(object(&SCENARIO));
    whole.push(("$defs", Piece::object(definitions)));
    Piece::object(whole).to_file()
}

/// All types of objects that can be met in one, itself first, each once.
fn collect(of: &'static ObjectType, found: &mut Vec<&'static ObjectType>) {
    if found.iter().any(|known| known.name == of.name) {
        return;
    }
    found.push(of);
    for field in of.fields {
        collect_kind(&field.kind, found);
    }
}

fn collect_kind(kind: &Kind, found: &mut Vec<&'static ObjectType>) {
    match kind {
        Kind::Object(of) => collect(of, found),
        Kind::List(list) => collect_kind(&list.item, found),
        Kind::Map(map) => collect_kind(&map.value, found),
        Kind::Either(kinds) => kinds.iter().for_each(|kind| collect_kind(kind, found)),
        _ => {}
    }
}

/// The schema of a type of objects.
fn object(of: &ObjectType) -> Vec<(&'static str, Piece)> {
    let required = of.fields.iter().filter(|field| field.required).map(|field| field.key);
    let mut parts = vec![
        ("description", Piece::text(of.about)),
        ("type", Piece::text("object")),
        ("properties", Piece::object(of.fields.iter().map(|field| (field.key, property(field))))),
        ("required", Piece::texts(required)),
        ("additionalProperties", Piece::truth(false)),
    ];
    if of.fields.iter().any(|field| field.key == "says") {
        parts.extend(spoken_or_told());
    }
    if of.name == "step" {
        parts.extend(asks_or_passes(of));
    }
    parts
}

/// A step with two or more responses asks for a decision, which needs what a passage does not.
fn asks_or_passes(step: &ObjectType) -> [(&'static str, Piece); 2] {
    let needs = |of: &ObjectType| {
        let needed = of.fields.iter().filter(|field| field.in_decisions && !field.required);
        ("required", Piece::texts(needed.map(|field| field.key)))
    };
    let responses = |inside| ("properties", Piece::object([("responses", Piece::object([inside]))]));
    let kind = step.find("responses").map(|field| field.kind);
    let response = match kind {
        Some(Kind::Map(MapType { value: Kind::Object(response), .. })) => Some(response),
        _ => None,
    };
    let mut then = vec![needs(step)];
    then.extend(response.map(|response| responses(("additionalProperties", Piece::object([needs(response)])))));
    [("if", Piece::object([responses(("minProperties", Piece::whole(2)))])), ("then", Piece::object(then))]
}

/// A line is speech with `who` and `says`, or narration with `text`, and not both.
fn spoken_or_told() -> [(&'static str, Piece); 2] {
    let needs = |keys: &[&str]| Piece::object([("required", Piece::texts(keys))]);
    let pair = [("who", Piece::texts(["says"])), ("says", Piece::texts(["who"]))];
    [
        ("oneOf", Piece::List(vec![needs(&["text"]), needs(&["who", "says"])])),
        ("dependentRequired", Piece::object(pair)),
    ]
}

/// A field: what it is for, and what it may hold.
fn property(field: &Field) -> Piece {
    let mut parts = vec![("description", Piece::text(field.about))];
    parts.extend(value(&field.kind));
    Piece::object(parts)
}

fn value(kind: &Kind) -> Vec<(&'static str, Piece)> {
    let of = |kind: &Kind| Piece::object(value(kind));
    let typed = |name: &str| ("type", Piece::text(name));
    let reference = |name: &str| ("$ref", Piece::text(&format!("#/$defs/{name}")));
    match kind {
        Kind::Text => vec![reference("text")],
        Kind::File => vec![typed("string"), ("pattern", Piece::text(schema::FILE)), ("maxLength", Piece::whole(64))],
        Kind::Id | Kind::Name => vec![reference("id")],
        Kind::StepOrEnd => {
            let ends = Outcome::NAMES.map(|outcome| format!("end:{outcome}"));
            let ends = Piece::object([("enum", Piece::texts(ends))]);
            vec![("anyOf", Piece::List(vec![Piece::object([reference("id")]), ends]))]
        }
        Kind::Concept => vec![reference("concept")],
        Kind::Truth => vec![typed("boolean")],
        Kind::Whole(low, high) => {
            vec![typed("integer"), ("minimum", Piece::whole(*low)), ("maximum", Piece::whole(*high))]
        }
        Kind::Exactly(number) => vec![("const", Piece::whole(*number))],
        Kind::OneOf(names) => vec![("enum", Piece::texts(names.all))],
        Kind::Object(of) => vec![reference(of.name)],
        Kind::List(list) => {
            let mut parts = vec![typed("array"), ("items", of(&list.item))];
            parts.extend((list.least > 0).then(|| ("minItems", Piece::whole(list.least as u32))));
            parts.extend(list.most.map(|most| ("maxItems", Piece::whole(most as u32))));
            parts
        }
        Kind::Map(map) => {
            let mut parts = vec![typed("object")];
            parts.extend(match map.keys {
                Keys::Ids => {
                    [("propertyNames", Piece::object([reference("id")])), ("additionalProperties", of(&map.value))]
                }
                Keys::OneOf(names) => [
                    ("properties", Piece::object(names.iter().map(|name| (name, of(&map.value))))),
                    ("additionalProperties", Piece::truth(false)),
                ],
            });
            parts.extend((map.least > 0).then(|| ("minProperties", Piece::whole(map.least as u32))));
            parts.extend(map.most.map(|most| ("maxProperties", Piece::whole(most as u32))));
            parts
        }
        Kind::Either(kinds) => vec![("anyOf", Piece::List(kinds.iter().map(of).collect()))],
    }
}

fn id() -> Piece {
    let (longest, pattern) = schema::ID;
    Piece::object([
        ("description", Piece::text("An id: small letters and digits in words joined by `-` or `_`.")),
        ("type", Piece::text("string")),
        ("pattern", Piece::text(pattern)),
        ("maxLength", Piece::whole(longest as u32)),
    ])
}

/// Each id beside what it stands for, which editors show where it is completed and where the mouse rests on it.
fn concept(about: impl Fn(Concept) -> String) -> Piece {
    let one = |concept: Concept| {
        Piece::object([("const", Piece::text(concept.id())), ("description", Piece::text(&about(concept)))])
    };
    Piece::object([("type", Piece::text("string")), ("anyOf", Piece::List(Concept::all().map(one).collect()))])
}

fn text() -> Piece {
    Piece::object([
        ("description", Piece::text("Plain text, never markup.")),
        ("type", Piece::text("string")),
        ("pattern", Piece::text("\\S")),
    ])
}
