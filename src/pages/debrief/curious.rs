//! What stands under *For the curious*. Few open it, so it lies in a lazy chunk of its own.

use super::model::Report;
use super::view;
use yew::Html;

/// What the chunk holds, as what can be called once it is there.
#[derive(Clone, Copy)]
pub struct Curious {
    /// Draws it for a run, perhaps with another of its others on the map.
    pub draw: fn(&Report, Option<usize>) -> Html,
}

impl Curious {
    /// All of it.
    pub const ALL: Curious = Curious { draw: view::curious::all };
}
