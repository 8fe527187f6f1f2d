//! Fields as forms need them: also where a draft has nothing there, or something else.

use crate::{Node, Range};
use scenario::SyntaxKind;

/// What stands in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field<T> {
    /// Nothing: the field is not there.
    Missing,
    /// What it should be.
    Value(T),
    /// Something of another type.
    Other {
        /// What it is, in words: `a list`.
        called: &'static str,
        /// It as it is written.
        source: String,
        /// Where it stands.
        range: Range,
    },
}

/// What can be read from a value of a document. A list leaves items of another type out, and an object members of another
/// type, so that a form shows what can be read; a diagnostic stands at the rest. Where the places of items matter, a list of
/// [`Field`]s leaves none out.
pub trait FromNode<'d>: Sized {
    /// It from a value; `None` where that is of another type.
    fn from_node(node: Node<'d>) -> Option<Self>;
}

impl<T> Field<T> {
    /// What stands at a node.
    pub fn of<'d>(node: Option<Node<'d>>) -> Self
    where
        T: FromNode<'d>,
    {
        let Some(node) = node else { return Field::Missing };
        let other = || Field::Other { called: node.called(), source: node.source().to_owned(), range: node.range() };
        T::from_node(node).map_or_else(other, Field::Value)
    }

    /// The value, where it is what it should be.
    pub fn value(self) -> Option<T> {
        match self {
            Field::Value(value) => Some(value),
            Field::Missing | Field::Other { .. } => None,
        }
    }

    /// Whether the field is not there.
    pub fn is_missing(&self) -> bool {
        matches!(self, Field::Missing)
    }
}

impl<'d> FromNode<'d> for &'d str {
    fn from_node(node: Node<'d>) -> Option<Self> {
        node.text()
    }
}

impl FromNode<'_> for String {
    fn from_node(node: Node<'_>) -> Option<Self> {
        node.text().map(str::to_owned)
    }
}

impl FromNode<'_> for i32 {
    fn from_node(node: Node<'_>) -> Option<Self> {
        node.whole_number()
    }
}

impl FromNode<'_> for bool {
    fn from_node(node: Node<'_>) -> Option<Self> {
        node.truth()
    }
}

/// An item of a list whose places matter: `Vec<Field<Line>>` has as many items as the file.
impl<'d, T: FromNode<'d>> FromNode<'d> for Field<T> {
    fn from_node(node: Node<'d>) -> Option<Self> {
        Some(Field::of(Some(node)))
    }
}

impl<'d, T: FromNode<'d>> FromNode<'d> for Vec<T> {
    fn from_node(node: Node<'d>) -> Option<Self> {
        (node.kind() == SyntaxKind::List).then(|| node.children().filter_map(T::from_node).collect())
    }
}
