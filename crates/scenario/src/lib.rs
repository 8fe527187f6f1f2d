//! What an author writes: one JSON file becomes a [`Scenario`], and this is the only door in.
//!
//! [`read`] is strict and total. Strict: an unknown field, a wrong type, an id that leads nowhere or a loop is an error.
//! Total: whatever the bytes are, it returns, and it returns every error of the file in one go. Whoever holds a
//! [`Scenario`] holds a valid one; nothing past this module asks again. [`pack`] takes one along in fewer bytes.
//!
//! The format is the design's "scenario format, version 1". It is described once, in [`schema`]; [`written`] is the way
//! back to a file.
//!
//! ```
//! use scenario::{Code, Limits, read};
//!
//! let crisis = read(&std::fs::read("../../scenarios/crisis.json")?, &Limits::default())?;
//! assert_eq!(crisis.title(), "Slack Water");
//!
//! let errors = read(b"{\"format\": 2}", &Limits::default()).expect_err("most of it is missing");
//! assert!(errors.iter().any(|error| error.code == Code::UnsupportedFormat));
//! assert!(errors.iter().any(|error| error.code == Code::MissingField));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod choice;
mod code;
mod concept;
mod condition;
mod direction;
mod error;
mod faces;
mod fingerprint;
mod foreign;
mod format;
mod id;
mod json;
pub mod layout;
mod limits;
mod model;
mod nearest;
mod numbers;
pub mod pack;
mod picture;
mod position;
mod reader;
mod scenes;
pub mod schema;
mod signs;
pub mod sorted;
mod source_map;
mod step_graph;
mod write;

pub use choice::{Dimension, Feedback, Mood, Outcome, Persona, Stance};
pub use code::{Code, WARNINGS};
pub use concept::Concept;
pub use condition::{Bounds, Condition, Flags};
pub use direction::{direction, has_rtl};
pub use error::{ReadError, ReadErrors, Related, Span};
pub use faces::{FACES, face_of};
pub use fingerprint::Fingerprint;
pub use format::{formatted, laid_out};
pub use id::Id;
pub use json::{Syntax, SyntaxKind, SyntaxNode};
pub use limits::Limits;
pub use model::{
    Branch, Effect, Facilitator, Flag, Goal, Line, Member, Meter, Meters, Outcomes, Response, Scenario, Step,
    StepIndex, Variant,
};
pub use nearest::nearest;
pub use numbers::{MeterName, Number, NumberError, Trial, with_numbers};
pub use picture::{Beside, Image, Lookup, Picture, PictureKind, is_file_name};
pub use position::{Position, Positions};
pub use scenes::{ANYWHERE, SCENES};
pub use source_map::{Segment, SourceMap};
pub use write::written;

/// What stands in a draft where the author has to decide between a field's names; reading says so once a step.
pub const TO_DO: &str = "to-do";

/// How a text begins in a draft that the author has to write; a check says so once a step.
pub const TO_WRITE: &str = "TO DO";

/// Reads a scenario file: its bytes as they came, to a valid [`Scenario`] or to all that is wrong with them.
///
/// # Errors
/// Every error of the file, in the order of the file. Never panics, whatever the bytes.
pub fn read(bytes: &[u8], limits: &Limits) -> Result<Scenario, ReadErrors> {
    reader::read(bytes, limits, None)
}

/// The same with the pictures that the scenario names, which are looked up beside it, each once.
///
/// # Errors
/// Every error of the file, and of the pictures at the places that name them.
pub fn read_beside(bytes: &[u8], limits: &Limits, lookup: Lookup<'_>) -> Result<Scenario, ReadErrors> {
    reader::read(bytes, limits, Some(lookup))
}

/// The text of a file that an author opens: UTF-8, or UTF-16 with its mark, as Notepad writes both.
///
/// # Errors
/// What the file is instead, and what to do: a picture, a document, a page.
pub fn opened(bytes: &[u8]) -> Result<String, ReadError> {
    reader::opened(bytes)
}

/// Which document an archive is instead of one of a scenario, and what to do: Word's files and others are archives, too.
pub fn document(archive: &[u8]) -> Option<(&'static str, &'static str)> {
    foreign::of_archive(archive).map(|what| (what.message, what.help))
}
