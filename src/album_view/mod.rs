//! What is kept, looked through for the journal and the field guide: the runs, the endings, the answers, and what a file
//! adds.

mod adopt;
pub(crate) mod ask;
pub(crate) mod en;
pub(crate) mod endings;
pub(crate) mod import;
pub(crate) mod mirror;
pub(crate) mod preview;
pub(crate) mod runs;
pub(crate) mod shelf;

pub use adopt::adopted;
pub use ask::{Kept, Told};

use import::Plan;
use session::handed_on;

/// What a file adds to what is kept: keys and values, in the order in which they are to be kept.
pub fn to_add(told: &Told) -> Vec<(String, String)> {
    Plan::of(told).unwrap_or_default().puts
}

/// What a file is to hold of all that is kept. Of a room's sessions that is what stands: a file may reach others. One that
/// cannot be read cannot be cleared of the rest either, so it stays where it is.
pub fn to_keep(told: &Told) -> Vec<(String, String)> {
    let things = told.all().iter().map(|Kept { key, value, .. }| match is_session(key) {
        true => handed_on(value).map(|handed| (key.clone(), handed)),
        false => Some((key.clone(), value.clone())),
    });
    things.flatten().collect()
}

/// Whether a session of a group is kept under a key, or a copy of one.
pub(crate) fn is_session(key: &str) -> bool {
    key.starts_with("room/session/") || key.starts_with("room/copy/")
}
