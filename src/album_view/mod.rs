//! What is kept, looked through for the journal and the field guide: the stories, the endings, the chart of the answers.

pub(crate) mod ask;
pub(crate) mod en;
pub(crate) mod endings;
pub(crate) mod mirror;
pub(crate) mod preview;
pub(crate) mod shelf;

pub use ask::{Kept, Told};

/// What a file adds to what is kept: keys and values, in the order in which they are to be kept.
pub fn to_add(told: &Told) -> Vec<(String, String)> {
    told.plan().unwrap_or_default().puts
}
