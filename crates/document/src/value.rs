//! Values to be written into a document.

use crate::Node;
use scenario::SyntaxKind;
use scenario::layout::quoted;
use scenario::schema::{Kind, ObjectType};
use serde::{Deserialize, Serialize};

/// A JSON value to be written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Value {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Whole(i64),
    /// A number with a fraction; one that is not finite is written as `null`.
    Fraction(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// An object: keys and values. The keys that its type has are written in the documented order where the object is new.
    Object(Vec<(String, Value)>),
}

impl Value {
    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Value::Text(text.into())
    }

    /// A list.
    pub fn list<T: Into<Value>>(items: impl IntoIterator<Item = T>) -> Self {
        Value::List(items.into_iter().map(Into::into).collect())
    }

    /// An object.
    pub fn object<K: Into<String>>(members: impl IntoIterator<Item = (K, Value)>) -> Self {
        Value::Object(members.into_iter().map(|(key, value)| (key.into(), value)).collect())
    }

    /// What a document has at a node. What could not be read there is null.
    pub fn of(node: Node<'_>) -> Self {
        match node.kind() {
            SyntaxKind::Null | SyntaxKind::Faulty => Value::Null,
            SyntaxKind::Bool(truth) => Value::Bool(truth),
            SyntaxKind::Whole(number) => Value::Whole(node.source().parse().unwrap_or(number.into())),
            SyntaxKind::Fraction => node.source().parse().map_or(Value::Null, Value::Fraction),
            SyntaxKind::Text => Value::text(node.text().unwrap_or_default()),
            SyntaxKind::List => Value::List(node.children().map(Value::of).collect()),
            SyntaxKind::Object => {
                Value::object(node.children().map(|child| (child.key().unwrap_or_default(), Value::of(child))))
            }
        }
    }

    /// Whether a node says the same, however it is written.
    pub fn is_at(&self, node: Node<'_>) -> bool {
        match (self, node.kind()) {
            (Value::Null, SyntaxKind::Null) => true,
            (Value::Text(text), SyntaxKind::Text) => node.text() == Some(text),
            (Value::List(items), SyntaxKind::List) => {
                items.len() == node.len() && items.iter().zip(node.children()).all(|(item, node)| item.is_at(node))
            }
            (Value::Object(members), SyntaxKind::Object) => {
                let is =
                    |((key, value), node): (&(String, Value), Node<'_>)| node.key() == Some(key) && value.is_at(node);
                members.len() == node.len() && members.iter().zip(node.children()).all(is)
            }
            (Value::Bool(_) | Value::Whole(_) | Value::Fraction(_), _) => *self == Value::of(node),
            _ => false,
        }
    }

    /// It as JSON on one line, as `separators` say.
    pub(crate) fn json(&self, separators: &Separators, out: &mut String) {
        let Separators { colon, comma, pad } = separators;
        match self {
            Value::Null => out.push_str("null"),
            Value::Bool(truth) => out.push_str(&truth.to_string()),
            Value::Whole(number) => out.push_str(&number.to_string()),
            Value::Fraction(number) if number.is_finite() => out.push_str(&number.to_string()),
            Value::Fraction(_) => out.push_str("null"),
            Value::Text(text) => out.push_str(&quoted(text)),
            Value::List(items) => {
                out.push('[');
                for (at, item) in items.iter().enumerate() {
                    out.push_str(if at > 0 { comma } else { "" });
                    item.json(separators, out);
                }
                out.push(']');
            }
            Value::Object(members) if members.is_empty() => out.push_str("{}"),
            Value::Object(members) => {
                out.push('{');
                out.push_str(pad);
                for (at, (key, value)) in members.iter().enumerate() {
                    out.push_str(if at > 0 { comma } else { "" });
                    out.push_str(&quoted(key));
                    out.push_str(colon);
                    value.json(separators, out);
                }
                out.push_str(pad);
                out.push('}');
            }
        }
    }

    /// The same with the members of its objects in the documented order, as far as the format knows them.
    pub(crate) fn ordered(self, kind: Option<&'static Kind>) -> Self {
        match self {
            Value::List(items) => {
                let of = kind.and_then(|kind| crate::document::inside(kind, None));
                Value::List(items.into_iter().map(|item| item.ordered(of)).collect())
            }
            Value::Object(members) => {
                let of = |key: &str| kind.and_then(|kind| crate::document::inside(kind, Some(key)));
                let members = members.into_iter().map(|(key, value)| {
                    let kind = of(&key);
                    (key, value.ordered(kind))
                });
                let mut members: Vec<(String, Value)> = members.collect();
                if let Some(of) = kind.and_then(type_of) {
                    members.sort_by_key(|(key, _)| rank(of, key));
                }
                Value::Object(members)
            }
            other => other,
        }
    }
}

/// What stands between the parts of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Separators {
    pub colon: String,
    pub comma: &'static str,
    /// What stands inside of an object's braces.
    pub pad: &'static str,
}

/// The type of an object that a kind asks for.
pub(crate) fn type_of(kind: &'static Kind) -> Option<&'static ObjectType> {
    match kind {
        Kind::Object(of) => Some(of),
        Kind::Either(kinds) => kinds.iter().find_map(type_of),
        _ => None,
    }
}

/// Where a key stands among the fields of a type; behind all where it has none.
pub(crate) fn rank(of: &ObjectType, key: &str) -> usize {
    of.fields.iter().position(|field| field.key == key).unwrap_or(of.fields.len())
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::text(text)
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Value::Text(text)
    }
}

impl From<i32> for Value {
    fn from(number: i32) -> Self {
        Value::Whole(number.into())
    }
}

impl From<bool> for Value {
    fn from(truth: bool) -> Self {
        Value::Bool(truth)
    }
}
