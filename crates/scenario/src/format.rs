//! A scenario file in its steady form: the keys in the documented order, the layout of [`super::layout`].
//!
//! Works on any JSON that has no error of syntax: a file that is not yet a scenario can be put in order too. Nothing
//! is lost: texts and numbers stay as they are written, fields that the format does not have come after those it has.

use super::json::{self, BYTE_ORDER_MARK, Member, Node, Object, Value};
use super::layout::{Piece, quoted};
use super::reader::{Log, text_of};
use super::schema::{Kind, ObjectType, SCENARIO};
use super::{Limits, ReadErrors};

/// The file in its steady form. A byte order mark goes; line breaks stay of the kind that the first of them is.
///
/// # Errors
/// The errors of syntax and the duplicate keys: what has those cannot be put in order without losing something.
pub fn formatted(bytes: &[u8], limits: &Limits) -> Result<String, ReadErrors> {
    let text = text_of(bytes, limits).map_err(ReadErrors::one)?;
    let offset = if bytes.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
    let mut log = Log::default();
    let tree = json::parse(text, offset, limits.nesting, &mut log);
    if let Some(errors) = log.into_errors() {
        return Err(errors);
    }
    let file = piece(text, tree.root(), Some(&Kind::Object(&SCENARIO))).to_file();
    Ok(if has_crlf(text) { file.replace('\n', "\r\n") } else { file })
}

/// A JSON value in the layout of [`formatted`]: as what it should be, where that is known, and as it is laid out at a
/// level from 0 on a line that has some characters already, a comma behind it counted among them. `None` where the text
/// is no JSON.
pub fn laid_out(json: &str, kind: Option<&Kind>, level: usize, before: usize) -> Option<String> {
    let mut log = Log::default();
    let tree = json::parse(json, 0, Limits::FORMAT.nesting, &mut log);
    log.is_empty().then(|| piece(json, tree.root(), kind).placed(level, before))
}

fn has_crlf(text: &str) -> bool {
    text.split_once('\n').is_some_and(|(line, _)| line.ends_with('\r'))
}

/// A value as it is to be laid out; `kind` is what it should be, where that is known.
fn piece(text: &str, node: Node<'_>, kind: Option<&Kind>) -> Piece {
    match node.value() {
        Value::List(items) => {
            let of = kind.and_then(items_of);
            Piece::List(items.iter().map(|item| piece(text, item, of)).collect())
        }
        Value::Object(object) => match kind.and_then(type_of) {
            Some(of) => ordered(text, object, of),
            None => {
                let of = kind.and_then(values_of);
                Piece::Object(object.members().map(|member| written(text, member, of)).collect())
            }
        },
        _ => Piece::Plain(slice(text, node)),
    }
}

/// An object's members in the order of its type, and then those that the type does not have.
fn ordered(text: &str, object: Object<'_>, of: &ObjectType) -> Piece {
    let known = of.fields.iter().filter_map(|field| Some(written(text, object.get(field.key)?, Some(&field.kind))));
    let unknown = object.members().filter(|member| of.find(member.key).is_none());
    let members = known.chain(unknown.map(|member| written(text, member, None))).collect();
    if of.hugs { Piece::Hugging(members) } else { Piece::Object(members) }
}

fn written(text: &str, member: Member<'_>, kind: Option<&Kind>) -> (String, Piece) {
    let key = text.get(member.key_span.start as usize..member.key_span.end as usize);
    (key.map_or_else(|| quoted(member.key), str::to_owned), piece(text, member.value, kind))
}

/// A text, number or word as the author wrote it.
fn slice(text: &str, node: Node<'_>) -> String {
    text.get(node.span().start as usize..node.span().end as usize).unwrap_or_default().to_owned()
}

fn type_of(kind: &Kind) -> Option<&'static ObjectType> {
    match kind {
        Kind::Object(of) => Some(of),
        Kind::Either(kinds) => kinds.iter().find_map(type_of),
        _ => None,
    }
}

fn items_of(kind: &Kind) -> Option<&'static Kind> {
    match kind {
        Kind::List(list) => Some(&list.item),
        Kind::Either(kinds) => kinds.iter().find_map(items_of),
        _ => None,
    }
}

fn values_of(kind: &Kind) -> Option<&'static Kind> {
    match kind {
        Kind::Map(map) => Some(&map.value),
        _ => None,
    }
}
