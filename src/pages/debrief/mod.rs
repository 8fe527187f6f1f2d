//! The debrief: each figure of a run as a chart, and the same as a table or a sentence.
//!
//! [`model`] is what it knows and does, pure; [`view`] shows it; `component` performs its effects in a browser, where
//! the ways through a scenario are counted by a worker. What counts them, what stands below the first screen or under *For
//! the curious* ([`fetched`]), and what leaves the page (`exports`) lie in chunks of their own.

#[cfg(target_arch = "wasm32")]
mod component;
#[cfg(target_arch = "wasm32")]
mod exports;
mod fetched;
pub mod model;
pub mod view;
pub mod words;

#[cfg(target_arch = "wasm32")]
pub use component::Debrief;
#[cfg(target_arch = "wasm32")]
pub use exports::Exports;

pub use fetched::{Below, Counting, Curious, Fetched};

use yew::{AttrValue, Properties};

/// The words of the debrief.
pub(crate) static WORDS: &words::Words = &words::ENGLISH;

/// The words of what stands below the first screen.
pub(crate) static BELOW: &words::below::Words = &words::below::ENGLISH;

/// The words of what stands under *For the curious*.
pub(crate) static CURIOUS: &words::curious::Words = &words::curious::ENGLISH;

/// What a debrief is of.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The name of the scenario's source, as it stands in addresses: `crisis`, or `own/crisis`.
    pub source: AttrValue,
    /// The scenario's version, as it stands in its file's address; empty where it is not known.
    pub version: AttrValue,
    /// The run, as its code where it was opened by its link, and else as its record.
    pub run: AttrValue,
    /// Whether it was opened by its link.
    pub alone: bool,
}
