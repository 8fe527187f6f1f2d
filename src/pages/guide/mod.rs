//! The field guide: every idea that the game teaches, where it can be practised, and which were met; and a page to keep.
//!
//! [`model`] is what it knows and does, pure; [`view`] shows it; `component` performs its effects in a browser. What it
//! teaches is in [`crate::words::guide`].

#[cfg(target_arch = "wasm32")]
mod component;
pub mod model;
pub mod view;
pub mod words;

#[cfg(target_arch = "wasm32")]
pub use component::Guide;

use yew::{AttrValue, Properties};

/// The words of the page, beside those of what it teaches.
pub(crate) static WORDS: &words::Words = &words::ENGLISH;

/// Which part of the guide is shown.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The part's anchor; empty where the address names none.
    pub anchor: AttrValue,
}
