//! What the tests share: stories, drafts with faults, edits by lot.
#![allow(dead_code, reason = "each test binary uses its own part of this")]

use document::{Bounds, Condition, Document, Edit, Name, Next, Node, Path, Target, Value, Way, references};
use scenario::SyntaxKind;
use scenario::schema::{Kind, ObjectType};
use std::fs;

/// Numbers by lot, the same on every run.
pub struct Lots(pub u64);

impl Lots {
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ mixed >> 31) % end.max(1) as u64) as usize
    }

    pub fn of<T: Clone>(&mut self, all: &[T]) -> Option<T> {
        all.get(self.below(all.len())).cloned()
    }
}

fn files(folder: &str) -> Vec<(String, String)> {
    let root = format!("{}/../../{folder}", env!("CARGO_MANIFEST_DIR"));
    let mut paths: Vec<_> =
        fs::read_dir(&root).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    let named = |path: &std::path::PathBuf| (path.display().to_string(), fs::read_to_string(path).expect("a text"));
    paths.iter().map(named).collect()
}

/// The shipped stories.
pub fn shipped() -> Vec<(String, String)> {
    let mut all = files("scenarios");
    all.retain(|(name, _)| !name.ends_with("scenario.schema.json"));
    assert!(all.len() >= 6, "the shipped stories are elsewhere");
    all
}

/// The shipped stories, and the fixtures that use what the format has grown by.
pub fn stories() -> Vec<(String, String)> {
    let kept = files("tests/fixtures/kept").into_iter().filter(|(name, _)| !name.ends_with("journal.json"));
    let all: Vec<_> = shipped().into_iter().chain(files("tests/fixtures")).chain(kept).collect();
    for grown in ["grown.json", "hub.json", "retry.json", "every-field.json"] {
        assert!(all.iter().any(|(name, _)| name.ends_with(grown)), "{grown}");
    }
    all
}

/// Drafts with faults: slips of the hand, files that are cut off, files with signs taken out and put in.
pub fn broken() -> Vec<(String, String)> {
    let mut all = files("tests/fixtures/slips");
    assert!(all.len() > 10);
    let mut lots = Lots(5);
    for (name, text) in stories().into_iter().filter(|(_, text)| text.len() < 10_000) {
        for number in 0..12 {
            let mut at = lots.below(text.len());
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            let (before, after) = text.split_at(at);
            let sign = ["{", "}", "[", "]", "\"", ",", ":", "“", "x", "\\", "\n", "'", "\"a\": 1,"][lots.below(13)];
            let rest: String = after.chars().skip(1).collect();
            let damaged = match number % 3 {
                0 => before.to_owned(),
                1 => format!("{before}{rest}"),
                _ => format!("{before}{sign}{after}"),
            };
            all.push((format!("{name} damaged at {at} ({number})"), damaged));
        }
    }
    all
}

/// All values of a document.
pub fn nodes(document: &Document) -> Vec<Node<'_>> {
    let mut all = vec![document.root()];
    let mut at = 0;
    while let Some(node) = all.get(at).copied() {
        all.extend(node.children());
        at += 1;
    }
    all
}

/// That a document knows its text as one that reads it anew does.
pub fn assert_read_anew(document: &Document) {
    let anew = Document::new(document.text());
    let told = |document: &Document| -> Vec<String> {
        let of = |node: Node<'_>| {
            format!("{:?} {:?} {:?} {:?} {:?}", node.kind(), node.range(), node.key_range(), node.key(), node.text())
        };
        nodes(document).into_iter().map(of).collect()
    };
    assert_eq!(told(document), told(&anew));
}

const TEXTS: [&str; 7] = [
    "",
    "ein Wort",
    "“Both”, she said.",
    "a\"b\\c",
    "two\nlines",
    "👩‍🔧 é",
    "A sentence that is long enough for no line of a hundred characters to hold it together with a key before it.",
];

/// A value of a kind by lot, more or less as the format has it.
pub fn sample(kind: Option<&'static Kind>, lots: &mut Lots) -> Value {
    match kind {
        Some(Kind::Truth) => Value::Bool(lots.below(2) == 0),
        Some(Kind::Whole(low, _)) => Value::from(low.max(&-3) + lots.below(6) as i32),
        Some(Kind::Exactly(number)) => Value::from(*number),
        Some(Kind::OneOf(choices)) => Value::from(choices.all[lots.below(choices.all.len())]),
        Some(Kind::Object(of)) => Value::object(fields(of, lots)),
        Some(Kind::Map(map)) => Value::object([(format!("new-{}", lots.below(1000)), sample(Some(&map.value), lots))]),
        Some(Kind::List(list)) => Value::List((0..lots.below(3)).map(|_| sample(Some(&list.item), lots)).collect()),
        Some(Kind::Either(kinds)) => sample(kinds.get(lots.below(kinds.len())), lots),
        _ => Value::from(TEXTS[lots.below(TEXTS.len())]),
    }
}

fn fields(of: &'static ObjectType, lots: &mut Lots) -> Vec<(String, Value)> {
    let mut fields: Vec<_> = of.fields.iter().filter(|field| field.required || lots.below(3) == 0).collect();
    if lots.below(2) == 0 {
        fields.reverse();
    }
    let mut written: Vec<(String, Value)> = Vec::new();
    for field in fields {
        written.push((field.key.into(), sample(Some(&field.kind), lots)));
    }
    written
}

/// An edit by lot.
pub fn edit(document: &Document, lots: &mut Lots) -> Edit {
    let all = nodes(document);
    let node = all[lots.below(all.len())];
    let path = node.path();
    let containers: Vec<Path> = all.iter().filter(|node| node.is_container()).map(|node| node.path()).collect();
    let ids =
        |map: &str| -> Vec<String> { document.ids(&Path::root().key(map)).into_iter().map(str::to_owned).collect() };
    let some = |map: &str, lots: &mut Lots| lots.of(&ids(map)).unwrap_or_default();
    match lots.below(16) {
        0..=3 => {
            let kind = document.kind(&path);
            let value = if node.is_container() { Value::of(all[lots.below(all.len())]) } else { sample(kind, lots) };
            if path == Path::root() { Edit::All(Vec::new()) } else { Edit::Set { path, value } }
        }
        4..=6 => {
            let to = lots.of(&containers).unwrap_or_default();
            let kind = document.kind(&to);
            let holder = document.node(&to).expect("a container");
            let at = (lots.below(2) == 0).then(|| lots.below(holder.len() + 1));
            if holder.kind() == SyntaxKind::List {
                let path = to.clone().at(0);
                return Edit::Add { value: sample(document.kind(&path), lots), to, key: None, at };
            }
            let key = match kind {
                Some(Kind::Object(of)) => of.fields[lots.below(of.fields.len())].key.to_owned(),
                _ => format!("added-{}", lots.below(1000)),
            };
            Edit::Add { value: sample(document.kind(&to.clone().key(&key)), lots), to, key: Some(key), at }
        }
        7 if path.segments().len() > 2 => Edit::Remove { path },
        8 if path.segments().len() > 2 => Edit::Unset { path },
        9 | 10 => Edit::Move { path, to: lots.below(9) },
        11 => {
            let name = match lots.below(5) {
                0 => Name::Step(some("steps", lots)),
                1 => Name::Flag(some("flags", lots)),
                2 => Name::Cast(some("cast", lots)),
                3 => Name::Outcome(some("outcomes", lots)),
                _ => {
                    let step = some("steps", lots);
                    let responses = document.ids(&Path::step(&step).key("responses"));
                    let response = lots.of(&responses).unwrap_or_default().to_owned();
                    Name::Response(step, response)
                }
            };
            Edit::Rename { name, to: format!("renamed-{}", lots.below(10_000)) }
        }
        12 => {
            let ways: Vec<Path> = references(document).into_iter().map(|it| it.node.path()).collect();
            let step = Value::object([("situation", Value::list(["…"])), ("title", Value::from("New"))]);
            Edit::InsertStep {
                on: lots.of(&ways).unwrap_or_default(),
                id: format!("step-{}", lots.below(10_000)),
                step,
            }
        }
        13 => {
            let ways = [None, Some(Target::End), Some(Target::Step(some("steps", lots)))][lots.below(3)].clone();
            Edit::RemoveStep { id: some("steps", lots), ways }
        }
        14 => {
            let step = some("steps", lots);
            let responses = document.ids(&Path::step(&step).key("responses"));
            let response = Path::response(&step, lots.of(&responses).unwrap_or("none"));
            let condition = Condition {
                has: ids("flags").into_iter().take(lots.below(3)).collect(),
                management: Bounds { at_least: Some(lots.below(9) as i32), at_most: None },
                ..Condition::default()
            };
            let ways = vec![
                Way { when: Some(condition.clone()), to: Some(Target::Step(step)) },
                Way { when: None, to: Some(Target::End) },
            ];
            match lots.below(3) {
                0 => Edit::condition(response.key("when"), &condition),
                1 => Edit::next(response.key("next"), &Next::Branches(ways)),
                _ => Edit::link(response.key("next"), &Target::Step(some("steps", lots))),
            }
        }
        _ => Edit::All(vec![edit(document, lots), edit(document, lots)]),
    }
}
