//! JSON with places: every value knows where it stands, and one slip does not hide the rest of the file.
//!
//! A general reader stops at the first fault and forgets where values stood; an author needs all faults and their
//! places. So this reader goes on after each fault where that is sane, and marks what it had to guess as damaged, so
//! that nobody reports the guess a second time.

mod parse;
mod text;

use super::fault::Span;
use std::borrow::Cow;

pub(super) use parse::parse;

/// The three bytes that some editors put before UTF-8 text.
pub const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Node<'a> {
    /// From its first byte to its last.
    pub span: Span,
    /// What it is.
    pub value: Value<'a>,
}

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number; one beyond 64 bits stands as the nearest that fits.
    Whole(i64),
    /// A number with a fraction or an exponent; the format has no use for its value.
    Fraction,
    /// A string.
    Text(Cow<'a, str>),
    /// A list.
    List(Vec<Node<'a>>),
    /// An object.
    Object(Object<'a>),
    /// Something that could not be read, and has been reported.
    Faulty,
}

impl Value<'_> {
    /// What it is, in words for a message.
    pub fn kind(&self) -> &'static str {
        match self {
            Value::Null => "null",
            Value::Bool(_) => "true or false",
            Value::Whole(_) => "a number",
            Value::Fraction => "a number with a fraction",
            Value::Text(_) => "a text",
            Value::List(_) => "a list",
            Value::Object(_) => "an object",
            Value::Faulty => "something unreadable",
        }
    }
}

/// An object: its members in the order of the file, no key twice.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Object<'a> {
    /// The members.
    pub members: Vec<Member<'a>>,
    /// Whether a fault inside it may have swallowed a member.
    pub damaged: bool,
}

impl<'a> Object<'a> {
    /// The member of a key.
    pub fn get(&self, key: &str) -> Option<&Member<'a>> {
        self.members.iter().find(|member| member.key == key)
    }
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Member<'a> {
    /// The key.
    pub key: Cow<'a, str>,
    /// Where the key stands, quotes included.
    pub key_span: Span,
    /// The value.
    pub value: Node<'a>,
}
