//! The format of scenario files as one table: every object and field in the documented order, with what it may hold, how
//! far it is kept, and what it is for.
//!
//! [`SCENARIO`] is the table. From it come the reader's known fields, what is required, the ranges of numbers and the
//! words of its messages, the recovery from slips of syntax, the order in which files are written, and the JSON schema
//! that editors read. What follows from the types of the model instead (the reader's results, the writer, packs, the
//! fingerprint) takes those apart field by field, so that a new one does not compile before it is handled;
//! `tests/format.rs` holds both against each other.

mod parts;
mod table;

pub(super) use parts::{
    BOUNDS, CONDITION, EFFECT, END_CONDITION, END_LINE, EXPECT, FACILITATOR, LINE, OUTCOMES, PRESSURE, VARIANT, VISIT,
};
pub use table::SCENARIO;
pub(super) use table::{
    ALLOW, BRANCH, CAST, CONCEPTS, FLAG_TEXTS, FLAGS, IMAGE, LINES, MEMBER, METER, METER_STARTS, METER_VALUES, METERS,
    MINUTES, QUESTIONS, RESPONSE, RESPONSES, STEP, STEPS, VARIANTS, VISITS,
};

/// A field of a type; one that the type does not have does not compile.
macro_rules! field {
    ($of:ident, $key:literal) => {{
        const FIELD: &$crate::schema::Field = $of.field($key);
        FIELD
    }};
}
pub(super) use field;

use super::Id;

/// What a field may hold.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// A text that is not blank.
    Text,
    /// An id that this very field gives.
    Id,
    /// The name of a picture's file.
    File,
    /// The id of a step, as a place to go to, or `end`, or `end:` and an outcome.
    StepOrEnd,
    /// The id of something that the file declares elsewhere.
    Name,
    /// The id of a concept.
    Concept,
    /// `true` or `false`.
    Truth,
    /// A whole number from the first to the second.
    Whole(i32, i32),
    /// Exactly this number.
    Exactly(i32),
    /// One of a few names.
    OneOf(&'static Choices),
    /// An object with known fields.
    Object(&'static ObjectType),
    /// An object whose keys are chosen from many.
    Map(&'static MapType),
    /// A list.
    List(&'static ListType),
    /// One of several kinds.
    Either(&'static [Kind]),
}

/// A field of an object.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its key.
    pub key: &'static str,
    /// Whether it must be there.
    pub required: bool,
    /// Whether it must be there in a step that asks for a decision; a passage can do without some.
    pub in_decisions: bool,
    /// What it may hold.
    pub kind: Kind,
    /// How far it is kept.
    pub kept: Kept,
    /// What it is for, in a sentence or two.
    pub about: &'static str,
}

/// How far a field is kept beyond the file. What stands inside of it is kept no further.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kept {
    /// In the file alone: it is for those who write the scenario, or run it with a room.
    InFile,
    /// In packs as well, but not in the fingerprint: a run stays the same when it changes.
    InPack,
    /// In packs and in the fingerprint: it is what a player meets.
    InFingerprint,
}

/// An object with known fields.
#[derive(Debug)]
pub struct ObjectType {
    /// Its name, for links between types.
    pub name: &'static str,
    /// What messages call one, with its article.
    pub called: &'static str,
    /// One as it is written, in short.
    pub example: &'static str,
    /// What it is.
    pub about: &'static str,
    /// Its fields, in the documented order.
    pub fields: &'static [Field],
    /// Whether it is better left on one line when only its last text is too long for that, as a line of speech is.
    pub hugs: bool,
}

/// An object whose keys are chosen from many.
#[derive(Debug)]
pub struct MapType {
    /// What messages call one.
    pub called: &'static str,
    /// One as it is written, in short.
    pub example: &'static str,
    /// What its keys may be.
    pub keys: Keys,
    /// What each key stands for.
    pub value: Kind,
    /// The fewest keys it may have.
    pub least: usize,
    /// The most keys it may have.
    pub most: Option<usize>,
}

/// The keys of a map.
#[derive(Clone, Copy, Debug)]
pub enum Keys {
    /// Ids that the author chooses.
    Ids,
    /// Some of these names.
    OneOf(&'static [&'static str]),
}

/// A list.
#[derive(Debug)]
pub struct ListType {
    /// What messages call its items.
    pub of: &'static str,
    /// What each item may hold.
    pub item: Kind,
    /// The fewest items it may have.
    pub least: usize,
    /// The most items it may have.
    pub most: Option<usize>,
}

/// A few names, one of which is asked for.
#[derive(Debug)]
pub struct Choices {
    /// What messages call one.
    pub called: &'static str,
    /// The names, in the order of the type whose values they are.
    pub all: &'static [&'static str],
}

/// The longest that an id may be, and what one looks like, as a regular expression.
pub const ID: (usize, &str) = (Id::LONGEST, "^[a-z0-9]+([-_][a-z0-9]+)*$");

/// What the name of a picture's file looks like, as a regular expression.
pub const FILE: &str =
    "^[A-Za-z0-9_-]+([.][A-Za-z0-9_-]+)*[.]([Pp][Nn][Gg]|[Jj][Pp][Ee]?[Gg]|[Ww][Ee][Bb][Pp]|[Ss][Vv][Gg])$";

impl ObjectType {
    /// The field of a key, asked for in a `const` alone: there a key that the type does not have does not compile.
    pub(super) const fn field(&self, key: &str) -> &Field {
        let mut at = 0;
        while !is_same(self.fields[at].key, key) {
            at += 1;
        }
        &self.fields[at]
    }

    /// The field of a key that a file has.
    pub fn find(&self, key: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.key == key)
    }

    /// The keys of its fields as a message lists them: of a line, what it says before when it says so.
    pub(super) fn keys(&self) -> Vec<&'static str> {
        let mut keys: Vec<_> = self.fields.iter().map(|field| field.key).collect();
        keys.rotate_left(usize::from(self.hugs));
        keys
    }
}

const fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}
