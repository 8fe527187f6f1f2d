//! Values of a document, as they stand in its text.

use crate::{Document, Path, Range, Segment};
use scenario::{Span, SyntaxKind, SyntaxNode};

/// A value of a document.
#[derive(Clone, Copy)]
pub struct Node<'d> {
    pub(crate) document: &'d Document,
    pub(crate) number: u32,
}

pub(crate) fn range(span: Span) -> Range {
    span.start as usize..span.end as usize
}

impl PartialEq for Node<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number && std::ptr::eq(self.document, other.document)
    }
}

impl<'d> Node<'d> {
    fn syntax(self) -> Option<&'d SyntaxNode> {
        self.document.syntax.node(self.number)
    }

    /// What it is.
    pub fn kind(self) -> SyntaxKind {
        self.syntax().map_or(SyntaxKind::Faulty, |node| node.kind)
    }

    /// What it is, in words: `a text`, `a list`.
    pub fn called(self) -> &'static str {
        match self.kind() {
            SyntaxKind::Null => "null",
            SyntaxKind::Bool(_) => "true or false",
            SyntaxKind::Whole(_) => "a number",
            SyntaxKind::Fraction => "a number with a fraction",
            SyntaxKind::Text => "a text",
            SyntaxKind::List => "a list",
            SyntaxKind::Object => "an object",
            SyntaxKind::Faulty => "something unreadable",
        }
    }

    /// Where it stands, in bytes of the document's text.
    pub fn range(self) -> Range {
        self.syntax().map_or(0..0, |node| range(node.span))
    }

    /// Where its key stands, quotes included.
    pub fn key_range(self) -> Option<Range> {
        self.syntax().and_then(|node| node.key).map(range)
    }

    /// Where it stands together with its key.
    pub fn item_range(self) -> Range {
        let range = self.range();
        self.key_range().map_or(range.start, |key| key.start)..range.end
    }

    /// It as it is written.
    pub fn source(self) -> &'d str {
        self.document.text().get(self.range()).unwrap_or_default()
    }

    /// Its key.
    pub fn key(self) -> Option<&'d str> {
        self.document.syntax.key(self.number, self.document.text())
    }

    /// Its text, where it is one.
    pub fn text(self) -> Option<&'d str> {
        self.document.syntax.text(self.number, self.document.text())
    }

    /// Its number, where it is a whole one.
    pub fn whole_number(self) -> Option<i32> {
        match self.kind() {
            SyntaxKind::Whole(number) => Some(number),
            _ => None,
        }
    }

    /// Whether it is `true`, where it is that or `false`.
    pub fn truth(self) -> Option<bool> {
        match self.kind() {
            SyntaxKind::Bool(truth) => Some(truth),
            _ => None,
        }
    }

    /// Whether it is a list or an object.
    pub fn is_container(self) -> bool {
        matches!(self.kind(), SyntaxKind::List | SyntaxKind::Object)
    }

    /// Whether it stands between two brackets of its own with all that is in it in order, so that something can be put in
    /// or taken out.
    pub fn is_whole(self) -> bool {
        self.syntax().is_some_and(|node| node.whole)
    }

    /// How many items or members it has.
    pub fn len(self) -> usize {
        self.syntax().map_or(0, |node| node.children.len())
    }

    /// Whether nothing is in it.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// Its items or members, in the order of the file; keys that stand twice among them.
    pub fn children(self) -> impl DoubleEndedIterator<Item = Node<'d>> + ExactSizeIterator {
        let children = self.syntax().map_or(0..0, |node| node.children.clone());
        children.map(move |number| Node { number, ..self })
    }

    /// The item or member at a place, from 0.
    pub fn at(self, at: usize) -> Option<Node<'d>> {
        let children = self.syntax().map(|node| node.children.clone())?;
        let number = u32::try_from(at).ok().and_then(|at| children.start.checked_add(at))?;
        children.contains(&number).then_some(Node { number, ..self })
    }

    /// The first member of a key.
    pub fn get(self, key: &str) -> Option<Node<'d>> {
        self.children().find(|child| child.key() == Some(key))
    }

    /// The value of a segment.
    pub fn child(self, segment: &Segment) -> Option<Node<'d>> {
        match segment {
            Segment::Key(key) => self.get(key),
            Segment::At(at) => self.at(*at),
        }
    }

    /// What it stands in; `None` of the whole file's value.
    pub fn parent(self) -> Option<Node<'d>> {
        self.syntax().and_then(|node| node.parent).map(|number| Node { number, ..self })
    }

    /// The id of the step that it stands in, or is.
    pub fn step_id(self) -> Option<&'d str> {
        let (mut above, mut node) = (self.parent()?, self);
        while let Some(parent) = above.parent() {
            if parent.parent().is_none() {
                return node.key().filter(|_| above.key() == Some("steps"));
            }
            (node, above) = (above, parent);
        }
        None
    }

    /// Its place in what it stands in, from 0.
    pub fn place(self) -> usize {
        let first = self.parent().and_then(|parent| parent.at(0)).map_or(self.number, |first| first.number);
        (self.number - first) as usize
    }

    /// Its path: by keys where there are some, by its place where the key came before.
    pub fn path(self) -> Path {
        let mut segments = Vec::new();
        let mut node = self;
        while let Some(parent) = node.parent() {
            let key = node.key().filter(|key| parent.get(key) == Some(node));
            segments.push(key.map_or(Segment::At(node.place()), |key| Segment::Key(key.into())));
            node = parent;
        }
        segments.reverse();
        Path::of(segments)
    }
}
