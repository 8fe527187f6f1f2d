//! What a reading is inside of.

use super::super::super::Id;
use super::super::super::error::Span;
use super::super::super::schema::{Keys, Kind, ObjectType, SCENARIO};
use super::{MISFIT, Now};

/// What is to come next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Place {
    /// A member's value, or that of the whole file.
    Value,
    /// An item of a list, or its end.
    Item,
    /// A member's key, or the end of the object.
    Key,
    /// The colon after a key.
    Colon,
    /// What comes after a value: a comma, or the end of what it is in.
    After,
    /// Nothing: the file's value is complete.
    Done,
}

/// A container that is open.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    /// Whether it is an object; a list otherwise.
    pub object: bool,
    /// Where its bracket stands.
    pub open: usize,
    /// Where its entries begin among those that are pending.
    pub first: usize,
    /// How many items or members are complete.
    pub count: u32,
    /// The comma that nothing has followed yet.
    pub comma: Option<usize>,
    /// Where its last item or member ends, and the one before.
    pub ends: [usize; 2],
    /// Whether its last item or member is a text.
    pub text: bool,
    /// What it should be, where that is known: of an object its own kind, of a list that of its items.
    pub kind: Option<&'static Kind>,
    /// The fields of its type that have come.
    pub came: u32,
    /// Where the key is whose value comes next.
    pub key: Span,
    /// What that value should be.
    pub field: Option<&'static Kind>,
    /// Whether a slip may have swallowed a part of it.
    pub hurt: bool,
}

impl Frame {
    pub fn close(&self) -> char {
        if self.object { '}' } else { ']' }
    }
}

/// What a value is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum What {
    Text,
    Number,
    Truth,
    Object,
    List,
    /// Nothing that could be compared with anything.
    Other,
}

/// Whether a value may stand where a kind is asked for.
pub(super) fn fits(kind: Option<&Kind>, what: What) -> bool {
    let Some(kind) = kind else { return true };
    match kind {
        _ if what == What::Other => true,
        Kind::Text | Kind::Id | Kind::File | Kind::StepOrEnd | Kind::Name | Kind::OneOf(_) | Kind::Concept => {
            what == What::Text
        }
        Kind::Truth => what == What::Truth,
        Kind::Whole(..) | Kind::Exactly(_) => what == What::Number,
        Kind::Object(_) | Kind::Map(_) => what == What::Object,
        Kind::List(_) => what == What::List,
        Kind::Either(kinds) => kinds.iter().any(|kind| fits(Some(kind), what)),
    }
}

/// Whether a text of this kind is a name that has no spaces.
pub(super) fn is_name(kind: Option<&Kind>) -> bool {
    match kind {
        Some(Kind::Id | Kind::File | Kind::StepOrEnd | Kind::Name | Kind::OneOf(_) | Kind::Concept) => true,
        Some(Kind::Either(kinds)) => kinds.iter().any(|kind| is_name(Some(kind))),
        _ => false,
    }
}

/// The kind of an object, or of a list's items, of what a value should be.
pub(super) fn inner(kind: Option<&'static Kind>, object: bool) -> Option<&'static Kind> {
    match kind? {
        kind @ (Kind::Object(_) | Kind::Map(_)) if object => Some(kind),
        Kind::List(list) if !object => Some(&list.item),
        Kind::Either(kinds) => kinds.iter().find_map(|kind| inner(Some(kind), object)),
        _ => None,
    }
}

/// What a key means to an object.
#[derive(Clone, Copy)]
pub(super) enum Member {
    /// Nothing is known of the object.
    Free,
    /// A field of its type: what it may hold, and its number.
    Field(&'static Kind, u32),
    /// A name that the author chose.
    Named(&'static Kind),
    /// It has no such field.
    Unknown,
}

/// What a key means to an object of a kind.
pub(super) fn member(kind: Option<&'static Kind>, key: &str) -> Member {
    match kind {
        Some(Kind::Object(object)) => match field(object, key) {
            Some(at) => object.fields.get(at).map_or(Member::Unknown, |field| Member::Field(&field.kind, at as u32)),
            None => Member::Unknown,
        },
        Some(Kind::Map(map)) => {
            let may_be = match map.keys {
                Keys::Ids => Id::new(key).is_some(),
                Keys::OneOf(_) => !key.contains(' '),
            };
            if may_be { Member::Named(&map.value) } else { Member::Unknown }
        }
        _ => Member::Free,
    }
}

fn field(object: &ObjectType, key: &str) -> Option<usize> {
    object.fields.iter().position(|field| field.key == key)
}

/// What is missing of an object of a kind, as a cost.
pub(super) fn lacking(frame: &Frame) -> u32 {
    let Some(Kind::Object(object)) = frame.kind.filter(|_| frame.object) else { return 0 };
    let lacks = |(at, field): (usize, &super::super::super::schema::Field)| field.required && frame.came & 1 << at == 0;
    object.fields.iter().enumerate().filter(|it| lacks(*it)).count() as u32 * (MISFIT / 2)
}

/// What the whole file should be.
static FILE: Kind = Kind::Object(&SCENARIO);

impl Now {
    /// What the value that comes next should be.
    pub fn wanted(&self) -> Option<&'static Kind> {
        match self.frames.last() {
            Some(frame) if frame.object => frame.field,
            Some(frame) => frame.kind,
            None => Some(&FILE),
        }
    }

    /// What the innermost container should be.
    pub fn wanted_before(&self) -> Option<&'static Kind> {
        match self.frames.iter().rev().nth(1) {
            Some(frame) if frame.object => frame.field,
            Some(frame) => frame.kind,
            None => Some(&FILE),
        }
    }

    /// What is to come after a value.
    pub fn after(&self) -> Place {
        if self.frames.is_empty() { Place::Done } else { Place::After }
    }
}
