//! The debrief's view: a function for each of its parts.
//!
//! A browser that translates a page puts elements of its own in the place of its text nodes, so words that change stand
//! in an element that is made anew with them, by its key.

pub(super) mod below;
pub(super) mod curious;
mod first;
mod parts;
mod stages;
mod told;
mod verdict;

use super::Fetched;
use super::model::{Message, Model, Stage};
use crate::components::{el, loading, on_click};
use yew::{Callback, Html};

/// The debrief's place, and what stands in it, with what of it was fetched.
pub fn page(model: &Model, fetched: Fetched, dispatch: &Callback<Message>) -> Html {
    let busy = matches!(model.stage, Stage::Loading | Stage::Counting { slow: false, .. });
    let inside = match &model.stage {
        Stage::Loading | Stage::Counting { slow: false, .. } => loading(on_click(dispatch, || Message::Reload)),
        Stage::Counting { .. } => stages::counting(dispatch),
        Stage::Failed(error) => stages::failed(*error),
        Stage::Told(told) => told::telling(told, fetched, dispatch),
    };
    el!("div", "id" = "debrief", "data-page" = "run", "aria-busy" = busy.then_some("true")).put(inside).build()
}
