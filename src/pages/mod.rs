//! The pages that are components of their own, a folder each: the model, its messages and effects; the view; and, in a
//! browser, the component that performs the effects.

pub mod debrief;
pub mod guide;
pub mod journal;
#[cfg(target_arch = "wasm32")]
mod stories;
