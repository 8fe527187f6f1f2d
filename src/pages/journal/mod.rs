//! The journal: what was played, the album of endings, the self-check; all of it saved, erased and brought back.
//!
//! [`model`] is what it knows and does, pure; [`view`] shows it; `component` performs its effects in a browser.

#[cfg(target_arch = "wasm32")]
mod component;
pub mod model;
pub mod view;
pub mod words;

#[cfg(target_arch = "wasm32")]
pub use component::Journal;

use yew::{AttrValue, Properties};

/// The words of the journal.
pub(crate) static WORDS: &words::Words = &words::ENGLISH;

/// Which part of the journal is shown.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The part's anchor; empty where the address names none.
    pub anchor: AttrValue,
}
