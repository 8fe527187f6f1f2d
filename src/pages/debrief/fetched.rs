//! What of a debrief lies in lazy chunks of its own, as what can be called once each is there.

use super::model::{Message, Report, Told};
use super::view;
use play::Run;
use yew::{Callback, Html};

/// What is there of it.
#[derive(Clone, Copy, Default)]
pub struct Fetched {
    /// What stands below the first screen; `None` until it is there.
    pub below: Option<Below>,
    /// What stands under *For the curious*; `None` until it is there.
    pub curious: Option<Curious>,
}

/// What stands below the first screen: it comes by itself once that is drawn.
#[derive(Clone, Copy)]
pub struct Below {
    /// Draws it, with what stands under *For the curious* where that is there.
    pub draw: fn(&Told, Option<Curious>, &Callback<Message>) -> Html,
}

impl Below {
    /// All of it.
    pub const ALL: Below = Below { draw: view::below::all };
}

/// What stands under *For the curious*, which few open.
#[derive(Clone, Copy)]
pub struct Curious {
    /// Draws it for a run, perhaps with another of its others on the map.
    pub draw: fn(&Report, Option<usize>) -> Html,
}

impl Curious {
    /// All of it.
    pub const ALL: Curious = Curious { draw: view::curious::all };
}

/// What counts, in a worker or, where none starts, on the page.
#[derive(Clone, Copy)]
pub struct Counting {
    /// The figures of a run; `None` where there are too many ways to be counted out.
    pub count: fn(&Run) -> Option<super::model::Figures>,
}

impl Counting {
    /// All of it.
    pub const ALL: Counting = Counting { count: super::model::count };
}
