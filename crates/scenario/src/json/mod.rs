//! JSON with places: every value knows where it stands, and one slip does not hide the rest of the file.
//!
//! A general reader stops at the first error and forgets where values stood; an author needs all errors and their
//! places. So a file is read by a quick reader first, and at the first slip of syntax once more by one that goes on
//! after each, as its author most likely meant the file.
//!
//! A [`Tree`] is one list of small entries over the file's own text: a story of a hundred thousand steps is millions
//! of values, and neither making them nor letting go of them may cost each its own piece of memory.

mod duplicates;
mod entry;
mod parse;
mod plain;
mod recover;
mod row;
mod syntax;
mod text;
mod tree;

pub(super) use parse::parse;
pub use syntax::{Syntax, SyntaxKind, SyntaxNode};
pub(super) use tree::{List, Member, Node, Object, Tree, Value};

/// The three bytes that some editors put before UTF-8 text.
pub const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";
