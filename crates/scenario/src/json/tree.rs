//! The values of a file as one list, and the views that its readers look at them through.

use super::super::error::Span;
use super::super::schema::Field;
use super::entry::{Entry, Kind};
use std::ops::Range;

/// All values of a file.
#[derive(Clone, Debug)]
pub struct Tree<'a> {
    /// The file's text.
    pub(super) text: &'a str,
    /// Items of lists, and members of objects as a key and a value each; those of one container stand in a row.
    pub(super) entries: Vec<Entry>,
    /// Texts that do not stand in the file as they are read: those with escapes, and those that end at an error.
    pub(super) rewritten: Vec<Box<str>>,
    pub(super) root: Entry,
}

impl<'a> Tree<'a> {
    /// The value that the file is.
    pub fn root(&self) -> Node<'_> {
        Node { tree: self, entry: &self.root }
    }

    /// What stands in a container.
    fn row(&self, container: &Entry) -> &[Entry] {
        self.entries.get(container.row()).unwrap_or_default()
    }

    /// The text of an entry; empty where it is none.
    #[inline]
    pub(super) fn text_of(&self, entry: &Entry) -> &str {
        match entry.kind() {
            Kind::Plain => self.text.get(inside(entry.span())).unwrap_or_default(),
            Kind::Rewritten => self.rewritten.get(entry.number() as usize).map_or("", |text| text),
            _ => "",
        }
    }

    /// The bytes of its text; they need no look at where characters begin.
    #[inline]
    pub(super) fn bytes_of(&self, entry: &Entry) -> &[u8] {
        match entry.kind() {
            Kind::Plain => self.text.as_bytes().get(inside(entry.span())).unwrap_or_default(),
            _ => self.text_of(entry).as_bytes(),
        }
    }
}

/// What stands between the quotes at both ends of a span.
fn inside(span: Span) -> Range<usize> {
    span.start as usize + 1..(span.end as usize).saturating_sub(1)
}

/// Whether two names are the same. Of those that are not, most differ in length or in their first letter.
#[inline]
fn same(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && one.first() == other.first() && one == other
}

/// A value and where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Node<'n> {
    tree: &'n Tree<'n>,
    entry: &'n Entry,
}

/// A JSON value.
#[derive(Clone, Copy, Debug)]
pub enum Value<'n> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number; one beyond 32 bits stands as the nearest that fits.
    Whole(i32),
    /// A number with a fraction or an exponent; the format has no use for its value.
    Fraction,
    /// A string, which [`Node::text`] gives.
    Text,
    /// A list.
    List(List<'n>),
    /// An object.
    Object(Object<'n>),
    /// Something that could not be read, and has been reported.
    Faulty,
}

impl<'n> Node<'n> {
    /// From its first byte to its last.
    pub fn span(self) -> Span {
        self.entry.span()
    }

    /// Its text, where it is one.
    pub fn text(self) -> Option<&'n str> {
        let text = matches!(self.entry.kind(), Kind::Plain | Kind::Rewritten);
        text.then(|| self.tree.text_of(self.entry))
    }

    /// What it is.
    pub fn value(self) -> Value<'n> {
        let Node { tree, entry } = self;
        let object = |damaged| Object { tree, pairs: tree.row(entry).as_chunks().0, damaged };
        match entry.kind() {
            Kind::Null => Value::Null,
            Kind::False => Value::Bool(false),
            Kind::True => Value::Bool(true),
            Kind::Whole => Value::Whole(entry.number()),
            Kind::Fraction => Value::Fraction,
            Kind::Plain | Kind::Rewritten => Value::Text,
            Kind::List => Value::List(List { tree, entries: tree.row(entry) }),
            Kind::Object => Value::Object(object(false)),
            Kind::Damaged => Value::Object(object(true)),
            Kind::Faulty => Value::Faulty,
        }
    }

    /// A list without items, to go on with where there should be one and is none.
    pub fn no_items(self) -> List<'n> {
        List { tree: self.tree, entries: &[] }
    }
}

impl Value<'_> {
    /// What it is, in words for a message.
    pub fn kind(&self) -> &'static str {
        match self {
            Value::Null => "null",
            Value::Bool(_) => "true or false",
            Value::Whole(_) => "a number",
            Value::Fraction => "a number with a fraction",
            Value::Text => "a text",
            Value::List(_) => "a list",
            Value::Object(_) => "an object",
            Value::Faulty => "something unreadable",
        }
    }
}

/// A list: its items in the order of the file.
#[derive(Clone, Copy, Debug)]
pub struct List<'n> {
    tree: &'n Tree<'n>,
    entries: &'n [Entry],
}

impl<'n> List<'n> {
    /// How many items it has.
    pub fn len(self) -> usize {
        self.entries.len()
    }

    /// The item at a place, from 0.
    pub fn get(self, at: usize) -> Option<Node<'n>> {
        self.entries.get(at).map(|entry| Node { tree: self.tree, entry })
    }

    /// Each item.
    pub fn iter(self) -> impl DoubleEndedIterator<Item = Node<'n>> + ExactSizeIterator {
        self.entries.iter().map(move |entry| Node { tree: self.tree, entry })
    }
}

/// An object: its members in the order of the file, no key twice.
#[derive(Clone, Copy, Debug)]
pub struct Object<'n> {
    tree: &'n Tree<'n>,
    /// A key and a value each.
    pairs: &'n [[Entry; 2]],
    /// Whether an error inside it may have swallowed a member.
    pub damaged: bool,
}

/// A key and its value.
#[derive(Clone, Copy, Debug)]
pub struct Member<'n> {
    /// The key.
    pub key: &'n str,
    /// Where the key stands, quotes included.
    pub key_span: Span,
    /// The value.
    pub value: Node<'n>,
}

impl<'n> Object<'n> {
    /// How many members it has.
    pub fn len(self) -> usize {
        self.pairs.len()
    }

    /// The member of a key.
    pub fn get(self, key: &str) -> Option<Member<'n>> {
        self.at(self.find(key, 0)?)
    }

    /// The number of the member of a key; a guess spares the search where it is right.
    pub fn find(self, key: &str, guess: usize) -> Option<usize> {
        let is = |[name, _]: &[Entry; 2]| same(self.tree.bytes_of(name), key.as_bytes());
        if self.pairs.get(guess).is_some_and(is) {
            return Some(guess);
        }
        self.pairs.iter().position(is)
    }

    /// Whether every key is that of one of some fields.
    pub fn has_only(self, fields: &[Field]) -> bool {
        // Members stand in the order of the fields most often, so each is looked for behind the one before.
        let mut next = 0;
        for [key, _] in self.pairs {
            let key = self.tree.bytes_of(key);
            let is = |field: &Field| same(field.key.as_bytes(), key);
            if fields.get(next).is_some_and(is) {
                next += 1;
                continue;
            }
            let Some(found) = fields.iter().position(is) else { return false };
            next = found + 1;
        }
        true
    }

    /// The member at a place, from 0.
    pub fn at(self, at: usize) -> Option<Member<'n>> {
        self.pairs.get(at).map(|pair| self.member(pair))
    }

    /// Each member.
    pub fn members(self) -> impl ExactSizeIterator<Item = Member<'n>> {
        self.pairs.iter().map(move |pair| self.member(pair))
    }

    fn member(self, [key, value]: &'n [Entry; 2]) -> Member<'n> {
        Member { key: self.tree.text_of(key), key_span: key.span(), value: Node { tree: self.tree, entry: value } }
    }
}
