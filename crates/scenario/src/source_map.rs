//! Where things stand in a file: the places that a [`Scenario`](super::Scenario) does not hold.
//!
//! A player never needs them, so a scenario goes without, and whoever has something to say about a valid one reads the
//! file's JSON once more. What a valid scenario lists stands in the file in the same order; so a place is asked for by
//! its number, which costs no search however long the story is.

use super::json::{self, BYTE_ORDER_MARK, Node, Tree, Value};
use super::reader::{Log, text_of};
use super::{Limits, Span};

/// A segment of the path to a place in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Segment<'p> {
    /// The member of an object that has this key.
    Key(&'p str),
    /// The member of an object, or the item of a list, at this place, from 0.
    At(usize),
}

/// The places of a file.
#[derive(Clone, Debug)]
pub struct SourceMap<'a> {
    tree: Tree<'a>,
}

impl<'a> SourceMap<'a> {
    /// Reads the places of a file, whatever its bytes are.
    pub fn new(bytes: &'a [u8], limits: &Limits) -> Self {
        // What is no text has no places but its start.
        let text = text_of(bytes, limits).unwrap_or_default();
        let offset = if text.as_bytes().starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
        SourceMap { tree: json::parse(text, offset, limits.nesting, &mut Log::default()) }
    }

    /// Where a value stands; where there is no such value, the nearest one around it.
    pub fn value(&self, path: &[Segment<'_>]) -> Span {
        self.follow(path).value.span()
    }

    /// Where the key of a value stands; where it has none, the value itself.
    pub fn key(&self, path: &[Segment<'_>]) -> Span {
        let found = self.follow(path);
        found.key.unwrap_or(found.value.span())
    }

    /// The text at a place.
    pub fn text(&self, path: &[Segment<'_>]) -> Option<&str> {
        let found = self.follow(path);
        found.value.text().filter(|_| found.whole)
    }

    /// Whether a path leads all the way to a value.
    pub fn has(&self, path: &[Segment<'_>]) -> bool {
        self.follow(path).whole
    }

    fn follow(&self, path: &[Segment<'_>]) -> Found<'_> {
        let mut found = Found { key: None, value: self.tree.root(), whole: true };
        for segment in path {
            let next = match (found.value.value(), segment) {
                (Value::Object(object), Segment::Key(key)) => object.get(key).map(|m| (Some(m.key_span), m.value)),
                (Value::Object(object), Segment::At(at)) => object.at(*at).map(|m| (Some(m.key_span), m.value)),
                (Value::List(items), Segment::At(at)) => items.get(*at).map(|item| (None, item)),
                _ => None,
            };
            let Some((key, value)) = next else { return Found { whole: false, ..found } };
            found = Found { key, value, whole: true };
        }
        found
    }
}

/// What a path led to.
struct Found<'o> {
    key: Option<Span>,
    value: Node<'o>,
    /// Whether it led all the way.
    whole: bool,
}

#[cfg(test)]
mod tests {
    use super::Segment::{At, Key};
    use super::*;

    #[test]
    fn a_place_is_found_by_keys_and_numbers() {
        let text = r#"{"steps": {"a": {"next": ["x", {"to": "y"}]}}}"#;
        let source_map = SourceMap::new(text.as_bytes(), &Limits::default());
        let piece = |span: Span| &text[span.start as usize..span.end as usize];
        assert_eq!(piece(source_map.key(&[Key("steps"), At(0)])), "\"a\"");
        assert_eq!(piece(source_map.value(&[Key("steps"), Key("a"), Key("next"), At(1), Key("to")])), "\"y\"");
        assert_eq!(source_map.text(&[Key("steps"), At(0), Key("next"), At(0)]), Some("x"));
        assert_eq!(piece(source_map.key(&[Key("steps"), At(0), Key("next"), At(0)])), "\"x\"", "an item has no key");
    }

    #[test]
    fn where_a_path_ends_early_the_nearest_place_is_told() {
        let text = r#"{"steps": {"a": 1}}"#;
        let source_map = SourceMap::new(text.as_bytes(), &Limits::default());
        assert_eq!(source_map.key(&[Key("steps"), At(0), Key("next")]), Span::new(11, 14));
        assert_eq!(source_map.text(&[Key("steps"), Key("b")]), None);
        assert!(source_map.has(&[Key("steps"), At(0)]) && !source_map.has(&[Key("steps"), At(1)]));
        for rubbish in [&b""[..], b"\xFF\xFE{", b"\xEF\xBB\xBF", b"[[[["] {
            SourceMap::new(rubbish, &Limits::default()).value(&[Key("id")]);
        }
    }
}
