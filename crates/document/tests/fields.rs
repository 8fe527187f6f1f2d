//! Every field of every story, edited: only the lines that must change do, and the rest means what it meant.

mod support;

use document::{Document, Edit, Node, Path, Segment, Value};
use scenario::schema::Kind;
use scenario::{Limits, SyntaxKind, formatted, read};
use support::{assert_read_anew, nodes, shipped, stories};

/// The lines of a text before and after a change that are not the same: where they begin, and how many there are.
fn changed_lines(before: &str, after: &str) -> (usize, usize, usize) {
    let (before, after): (Vec<&str>, Vec<&str>) = (before.split('\n').collect(), after.split('\n').collect());
    let same = before.iter().zip(&after).take_while(|(one, other)| one == other).count();
    let rest = before.len().min(after.len()) - same;
    let end = before.iter().rev().zip(after.iter().rev()).take(rest).take_while(|(one, other)| one == other).count();
    (same, before.len() - same - end, after.len() - same - end)
}

fn line_of(text: &str, byte: usize) -> usize {
    text[..byte].matches('\n').count()
}

/// Another value than a scalar has, of the same kind.
fn another(node: Node<'_>, kind: Option<&'static Kind>) -> Value {
    match (node.kind(), kind) {
        (_, Some(Kind::OneOf(choices))) => {
            Value::from(*choices.all.iter().find(|name| Some(**name) != node.text()).expect("another"))
        }
        (SyntaxKind::Whole(number), _) => Value::from(if number == 1 { 2 } else { number - 1 }),
        (SyntaxKind::Bool(truth), _) => Value::Bool(!truth),
        _ => Value::from(format!("{} And “more” of it: a\\b \"c\".", node.text().unwrap_or_default())),
    }
}

/// A value with another in place of what a path leads to.
fn with(value: Value, path: &[Segment], new: &Value) -> Value {
    let Some((first, rest)) = path.split_first() else { return new.clone() };
    match (value, first) {
        (Value::List(items), Segment::At(wanted)) => {
            let of = |(at, item)| if at == *wanted { with(item, rest, new) } else { item };
            Value::List(items.into_iter().enumerate().map(of).collect())
        }
        (Value::Object(members), Segment::Key(wanted)) => {
            let of = |(key, value): (String, Value)| {
                if key == *wanted { (key, with(value, rest, new)) } else { (key, value) }
            };
            Value::Object(members.into_iter().map(of).collect())
        }
        _ => panic!("a path of the document"),
    }
}

/// A file with a value, written without any document before it.
fn file_of(value: Value) -> String {
    let mut file = Document::new("null");
    file.apply(&Edit::Set { path: Path::root(), value }).expect("it fits");
    file.text().to_owned()
}

/// Whether a text can be another sentence: names refer to something.
fn is_free(kind: Option<&'static Kind>) -> bool {
    match kind {
        Some(Kind::Text | Kind::Whole(..) | Kind::Truth) => true,
        Some(Kind::Either(kinds)) => kinds.iter().any(|kind| matches!(kind, Kind::Text)),
        _ => false,
    }
}

#[test]
fn an_edit_of_any_field_changes_its_line_alone_and_reads_as_the_intended_story() {
    let (mut edited, mut read_again) = (0, 0);
    for (name, text) in stories() {
        let document = Document::new(&*text);
        let whole = Value::of(document.root());
        for (number, node) in nodes(&document).into_iter().enumerate().filter(|(_, node)| !node.is_container()) {
            let path = node.path();
            let kind = document.kind(&path);
            let value = another(node, kind);
            let mut draft = document.clone();
            let patch = draft.apply(&Edit::Set { path: path.clone(), value: value.clone() }).expect("it fits");
            let (first, old, _) = changed_lines(&text, draft.text());
            assert_eq!((first, old), (line_of(&text, node.range().start), 1), "{name}: {path}\n{patch:?}");
            let intended = with(whole.clone(), path.segments(), &value);
            assert!(intended.is_at(draft.root()), "{name}: {path}");
            edited += 1;
            // Reading takes the longest, so not each of the thousands is read.
            if is_free(kind) && (number % 5 == 0 || text.len() < 9000) {
                assert_read_anew(&draft);
                let meant = read(file_of(intended).as_bytes(), &Limits::default());
                assert_eq!(read(draft.text().as_bytes(), &Limits::default()), meant, "{name}: {path}");
                read_again += usize::from(meant.is_ok());
            }
            draft.patch(&patch.inverse()).expect("the way back");
            assert_eq!(draft.text(), text);
        }
    }
    assert!(edited > 3000 && read_again > 500, "{edited} edited, {read_again} read");
}

#[test]
fn what_is_added_takes_lines_of_its_own_and_leaves_the_file_as_fmt_would() {
    let mut added = 0;
    for (name, text) in stories() {
        if formatted(text.as_bytes(), &Limits::default()).as_ref() != Ok(&text) {
            continue;
        }
        let document = Document::new(&*text);
        for node in nodes(&document).into_iter().filter(|node| node.is_container()) {
            let path = node.path();
            let edits: Vec<Edit> = match document.kind(&path) {
                Some(Kind::Object(of)) => {
                    let absent = of.fields.iter().filter(|field| node.get(field.key).is_none());
                    absent.map(|field| Edit::add(path.clone(), field.key, sample(&field.kind))).collect()
                }
                Some(Kind::Map(map)) => (0..=node.len().min(3))
                    .map(|at| Edit::Add {
                        to: path.clone(),
                        key: Some("new".into()),
                        at: Some(at),
                        value: sample(&map.value),
                    })
                    .collect(),
                Some(Kind::List(list)) => (0..=node.len().min(3))
                    .map(|at| Edit::Add { to: path.clone(), key: None, at: Some(at), value: sample(&list.item) })
                    .collect(),
                _ => continue,
            };
            for edit in edits {
                let mut draft = document.clone();
                let patch = draft.apply(&edit).expect("it fits");
                let fmt = formatted(draft.text().as_bytes(), &Limits::default()).expect("JSON");
                assert_eq!(draft.text(), fmt, "{name}: {edit:?}");
                let (_, old, _) = changed_lines(&text, draft.text());
                assert!(old <= 1, "{name}: {edit:?} changed {old} lines");
                draft.patch(&patch.inverse()).expect("the way back");
                assert_eq!(draft.text(), text);
                added += 1;
            }
        }
    }
    assert!(added > 2000, "{added}");
}

/// A value of a kind, the same every time.
fn sample(kind: &'static Kind) -> Value {
    match kind {
        Kind::Object(of) => {
            let required = of.fields.iter().filter(|field| field.required || field.in_decisions);
            let fields: Vec<_> = required.map(|field| (field.key, sample(&field.kind))).collect();
            Value::object(if fields.is_empty() { vec![(of.fields[0].key, sample(&of.fields[0].kind))] } else { fields })
        }
        Kind::Map(map) => Value::object([("new-one", sample(&map.value)), ("other", sample(&map.value))]),
        Kind::List(list) => Value::List(vec![sample(&list.item), sample(&list.item)]),
        Kind::Either(kinds) => sample(&kinds[kinds.len() - 1]),
        Kind::Whole(low, _) => Value::from(*low),
        Kind::Truth => Value::Bool(true),
        _ => Value::from("Something that is said in a sentence."),
    }
}

#[test]
fn what_is_taken_out_takes_its_lines_with_it_and_comes_back_to_the_byte() {
    let mut removed = 0;
    for (name, text) in stories() {
        let document = Document::new(&*text);
        for node in nodes(&document).into_iter().skip(1) {
            let path = node.path();
            let mut draft = document.clone();
            let patch = draft.apply(&Edit::Remove { path: path.clone() }).expect("it fits");
            let range = node.item_range();
            let lines = line_of(&text, range.end) + 1 - line_of(&text, range.start);
            let (_, old, new) = changed_lines(&text, draft.text());
            // The line before loses its comma where the last of several goes, and a container its lines where the only one does.
            let only = node.parent().is_some_and(|parent| parent.len() == 1);
            assert!(old <= lines + 1 + 2 * usize::from(only) && new <= 1, "{name}: {path}: {old} lines became {new}");
            assert!(draft.is_json() && nodes(&draft).len() < nodes(&document).len());
            draft.patch(&patch.inverse()).expect("the way back");
            assert_eq!(draft.text(), text);
            removed += 1;
        }
    }
    assert!(removed > 5000, "{removed}");
}

#[test]
fn a_value_that_is_set_to_what_it_is_changes_nothing_and_a_moved_one_stays_itself() {
    for (name, text) in shipped() {
        let document = Document::new(&*text);
        for node in nodes(&document).into_iter().filter(|node| node.is_container()) {
            let path = node.path();
            let mut draft = document.clone();
            let same = Edit::Set { path: path.clone(), value: Value::of(node) };
            assert!(draft.apply(&same).expect("it fits").is_empty(), "{name}: {path}");
            let last = node.len().saturating_sub(1);
            let Some(first) = node.at(0).map(Value::of) else { continue };
            let patch = draft.apply(&Edit::Move { path: path.clone().at(0), to: last }).expect("it fits");
            assert!(first.is_at(draft.node(&path.clone().at(last)).expect("it is there")), "{name}: {path}");
            assert_eq!(patch.is_empty(), last == 0, "{name}: {path}");
            draft.apply(&Edit::Move { path: path.at(last), to: 0 }).expect("it fits");
            assert_eq!(draft.text(), text);
        }
    }
}
