//! A file's syntax as a tree that outlives the reading: for whoever changes the file's text at its places.
//!
//! It shows what reading a scenario hides: keys that stand twice in their object, and which containers could be read
//! whole. It holds no text of its own but what does not stand in the file as it is read; the file's text is handed in.

use super::super::Limits;
use super::super::error::Span;
use super::super::reader::Log;
use super::entry::{Entry, Kind};
use super::parse::parse_into;
use super::row::Rows;
use super::tree::Tree;
use std::ops::Range;

/// What a value of a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyntaxKind {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number; one beyond 32 bits stands as the nearest that fits.
    Whole(i32),
    /// A number with a fraction or an exponent.
    Fraction,
    /// A text.
    Text,
    /// A list.
    List,
    /// An object.
    Object,
    /// Something that could not be read.
    Faulty,
}

/// A value of a file, and where it stands.
#[derive(Clone, Debug)]
pub struct SyntaxNode {
    /// What it is.
    pub kind: SyntaxKind,
    /// From its first byte to its last.
    pub span: Span,
    /// Where its key stands, quotes included; `None` where it has none.
    pub key: Option<Span>,
    /// The number of the container that it stands in; `None` of the whole file's value.
    pub parent: Option<u32>,
    /// The numbers of what stands in it, in the order of the file.
    pub children: Range<u32>,
    /// Of a container: whether it stands between two brackets of its own, and all that stands in it does so in order.
    pub whole: bool,
    /// Its text and its key's, where they do not stand in the file as they are read: numbers of rewritten ones.
    rewritten: [Option<u32>; 2],
}

/// The syntax of a file: its values by number, the whole file's first, those of one container one after the other.
#[derive(Clone, Debug)]
pub struct Syntax {
    nodes: Vec<SyntaxNode>,
    rewritten: Vec<Box<str>>,
    is_json: bool,
}

impl Syntax {
    /// The syntax of any text. What is no JSON is read as its author most likely meant it, as [`crate::read`] does.
    pub fn of(text: &str, limits: &Limits) -> Self {
        let offset = if text.as_bytes().starts_with(super::BYTE_ORDER_MARK) { super::BYTE_ORDER_MARK.len() } else { 0 };
        let mut log = Log::default();
        // A file that is too large to be placed in has no places but its start.
        let read = if text.len() < LARGEST { text } else { "" };
        let tree = parse_into(Rows::of_all(read), offset.min(read.len()), limits.nesting, &mut log);
        let mut syntax = Syntax {
            nodes: Vec::with_capacity(1 + tree.entries.len()),
            rewritten: Vec::new(),
            is_json: log.is_empty(),
        };
        let mut entries = vec![tree.root];
        syntax.nodes.push(node(&tree.root, None, None));
        let mut at = 0;
        while let Some(entry) = entries.get(at).copied() {
            syntax.open(&tree, &entry, at, &mut entries);
            at += 1;
        }
        syntax.rewritten = tree.rewritten;
        syntax
    }

    /// Whether the file has no slip of syntax.
    pub fn is_json(&self) -> bool {
        self.is_json
    }

    /// The value of a number; 0 is the whole file's.
    pub fn node(&self, at: u32) -> Option<&SyntaxNode> {
        self.nodes.get(at as usize)
    }

    /// The text of a value, where it is one; `file` is the text that the syntax was read from.
    pub fn text<'t>(&'t self, at: u32, file: &'t str) -> Option<&'t str> {
        let node = self.node(at)?;
        (node.kind == SyntaxKind::Text).then(|| self.said(node.rewritten[0], node.span, file))
    }

    /// The key of a value, as it is read.
    pub fn key<'t>(&'t self, at: u32, file: &'t str) -> Option<&'t str> {
        let node = self.node(at)?;
        node.key.map(|span| self.said(node.rewritten[1], span, file))
    }

    /// Puts another text, number or word in place of a value that is one, and moves all that stands behind it: what a
    /// whole reading of the changed file would give, without one. False where only a whole reading can tell: then
    /// nothing is changed.
    pub fn replace(&mut self, at: u32, source: &str) -> bool {
        let plain = |kind| !matches!(kind, SyntaxKind::List | SyntaxKind::Object | SyntaxKind::Faulty);
        let new = Syntax::of(source, &Limits::default());
        let (Some(old), Some(first)) = (self.node(at).cloned(), new.node(0)) else { return false };
        let exact = first.span == Span::new(0, source.len());
        if !self.is_json || !new.is_json || !exact || !plain(old.kind) || !plain(first.kind) {
            return false;
        }
        let moved = |byte: u32| (byte - (old.span.end - old.span.start)) + source.len() as u32;
        let place = |span: &mut Span| {
            if span.start >= old.span.end {
                span.start = moved(span.start);
            }
            if span.end >= old.span.end {
                span.end = moved(span.end);
            }
        };
        for node in &mut self.nodes {
            place(&mut node.span);
            node.key.iter_mut().for_each(place);
        }
        let text = first.rewritten[0].and_then(|number| new.rewritten.get(number as usize)).cloned();
        let number = text.map(|text| {
            self.rewritten.push(text);
            self.rewritten.len() as u32 - 1
        });
        if let Some(node) = self.nodes.get_mut(at as usize) {
            node.kind = first.kind;
            node.rewritten[0] = number;
        }
        true
    }

    fn said<'t>(&'t self, rewritten: Option<u32>, span: Span, file: &'t str) -> &'t str {
        match rewritten {
            Some(at) => self.rewritten.get(at as usize).map_or("", |text| text),
            None => file.get(span.start as usize + 1..(span.end as usize).saturating_sub(1)).unwrap_or_default(),
        }
    }

    /// Puts what stands in a container behind all that was put before.
    fn open(&mut self, tree: &Tree<'_>, entry: &Entry, at: usize, entries: &mut Vec<Entry>) {
        let keyed = match entry.kind() {
            Kind::List => false,
            Kind::Object | Kind::Damaged => true,
            _ => return,
        };
        let row = tree.entries.get(entry.row()).unwrap_or_default();
        let first = self.nodes.len() as u32;
        let parent = Some(at as u32);
        if keyed {
            for [key, value] in row.as_chunks().0 {
                self.nodes.push(node(value, Some(key), parent));
                entries.push(*value);
            }
        } else {
            self.nodes.extend(row.iter().map(|item| node(item, None, parent)));
            entries.extend_from_slice(row);
        }
        let children = first..self.nodes.len() as u32;
        let whole = self.in_order(entry.span(), tree.text, children.clone(), keyed);
        if let Some(container) = self.nodes.get_mut(at) {
            container.children = children;
            container.whole = whole;
        }
    }

    /// Whether a container has brackets of its own, and what stands in it comes one after the other between them.
    fn in_order(&self, span: Span, text: &str, children: Range<u32>, keyed: bool) -> bool {
        let bytes = text.as_bytes();
        let brackets = if keyed { (Some(&b'{'), Some(&b'}')) } else { (Some(&b'['), Some(&b']')) };
        let last = (span.end as usize).saturating_sub(1);
        let mut from = span.start + 1;
        let ordered = children.into_iter().filter_map(|child| self.node(child)).all(|child| {
            let begins = child.key.map_or(child.span.start, |key| key.start);
            let fits = begins >= from
                && child.key.is_none_or(|key| key.end <= child.span.start)
                && child.span.start < child.span.end;
            from = child.span.end;
            fits
        });
        ordered && from as usize <= last && (bytes.get(span.start as usize), bytes.get(last)) == brackets
    }
}

/// The largest text whose places fit: they are 32 bits.
const LARGEST: usize = 256 * 1024 * 1024;

fn node(entry: &Entry, key: Option<&Entry>, parent: Option<u32>) -> SyntaxNode {
    let kind = match entry.kind() {
        Kind::Null => SyntaxKind::Null,
        Kind::False => SyntaxKind::Bool(false),
        Kind::True => SyntaxKind::Bool(true),
        Kind::Whole => SyntaxKind::Whole(entry.number()),
        Kind::Fraction => SyntaxKind::Fraction,
        Kind::Plain | Kind::Rewritten => SyntaxKind::Text,
        Kind::List => SyntaxKind::List,
        Kind::Object | Kind::Damaged => SyntaxKind::Object,
        Kind::Faulty => SyntaxKind::Faulty,
    };
    let rewritten = |entry: &Entry| (entry.kind() == Kind::Rewritten).then(|| entry.number() as u32);
    SyntaxNode {
        kind,
        span: entry.span(),
        key: key.map(Entry::span),
        parent,
        children: 0..0,
        whole: false,
        rewritten: [rewritten(entry), key.and_then(rewritten)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Syntax {
        Syntax::of(text, &Limits::default())
    }

    #[test]
    fn what_stands_twice_is_shown_and_every_value_knows_its_place() {
        let text = "\u{feff}{\"a\": [1, \"x\\ty\"], \"\\u0061\": {}}";
        let syntax = of(text);
        assert!(syntax.is_json());
        let root = syntax.node(0).expect("a value");
        let keys: Vec<&str> = root.children.clone().filter_map(|at| syntax.key(at, text)).collect();
        assert_eq!((keys, root.whole), (vec!["a", "a"], true));
        let list = syntax.node(root.children.start).expect("a list");
        assert_eq!(&text[list.span.start as usize..list.span.end as usize], "[1, \"x\\ty\"]");
        assert_eq!(syntax.text(list.children.end - 1, text), Some("x\ty"));
        assert_eq!(syntax.node(list.children.start).expect("an item").parent, Some(root.children.start));
    }

    #[test]
    fn a_value_that_is_replaced_reads_as_the_changed_file_does() {
        let text = r#"{"a": ["x", {"b": 12, "c": true}], "d": null}"#;
        for source in ["\"longer\"", "\"\\u00e9\"", "7", "false", "1.5", "\"\""] {
            for at in 0..of(text).nodes.len() as u32 {
                let mut syntax = of(text);
                let node = syntax.node(at).expect("a value").clone();
                let (before, after) = text.split_at(node.span.start as usize);
                let changed = format!("{before}{source}{}", &after[(node.span.end - node.span.start) as usize..]);
                let again = of(&changed);
                assert_eq!(syntax.replace(at, source), node.children.is_empty());
                if node.children.is_empty() {
                    for at in 0..again.nodes.len() as u32 {
                        let (one, other) = (syntax.node(at).expect("a value"), again.node(at).expect("a value"));
                        assert_eq!((one.kind, one.span, one.key), (other.kind, other.span, other.key), "{changed}");
                        assert_eq!(syntax.text(at, &changed), again.text(at, &changed));
                        assert_eq!(syntax.key(at, &changed), again.key(at, &changed));
                    }
                }
            }
        }
        for wrong in ["", "1 ", "1 2", "[1]", "\"", "\u{feff}1"] {
            assert!(!of(text).replace(2, wrong), "{wrong}");
        }
    }

    #[test]
    fn a_container_without_its_bracket_is_not_whole_and_those_beside_it_are() {
        let text = "{\"a\": {\"b\": 1, \"c\": 2\n, \"d\": [1)}";
        let syntax = of(text);
        let of_key =
            |wanted: &str| (0..9).find(|at| syntax.key(*at, text) == Some(wanted)).and_then(|at| syntax.node(at));
        assert!(!syntax.is_json() && of_key("b").is_some() && of_key("c").is_some());
        assert!(!of_key("d").expect("a list").whole);
        for rubbish in ["", "\u{feff}", "[[[[", "{", "}{", "\u{0}"] {
            assert!(of(rubbish).node(0).is_some());
        }
    }
}
