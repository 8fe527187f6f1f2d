//! A small scenario to start from: a real story, so that an author changes one instead of facing an empty page.

use scenario::Id;
use scenario::layout::quoted;

const STORY: &str = include_str!("start.json");

/// The text of a small valid scenario of this id; without a title it has the words of its id.
pub fn scenario(id: &Id, title: Option<&str>) -> String {
    let words = title.map_or_else(|| words(id), str::to_owned);
    // Each stands once, before the story's own texts.
    STORY.replacen("\"ID\"", &quoted(id.as_str()), 1).replacen("\"TITLE\"", &quoted(&words), 1)
}

/// An id as a title: `night-train` is `Night train`.
fn words(id: &Id) -> String {
    let mut words = id.as_str().replace(['-', '_'], " ");
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}
