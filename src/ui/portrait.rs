//! Faces of the cast: drawn ones, in the mood that a line asks for.

use super::element::{Html, el};
use scenario::Mood;

/// A face by its name.
pub(crate) fn draw(face: &str, mood: Mood) -> Html {
    el!("svg", "class" = "face", "aria-hidden" = "true")
        .with(&mut el!("use", "href" = address(face, mood.name())))
        .build()
}

/// Where a face is: in a file of its own, or on the page of the game in one file.
fn address(face: &str, mood: &str) -> String {
    if cfg!(feature = "one-file") { format!("#{face}-{mood}") } else { format!("faces/{face}.svg#{mood}") }
}
