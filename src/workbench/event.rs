//! What reaches the workbench, and what it asks for.

use super::{Spot, Tab};
use crate::scenario::{Id, Stance};

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The workbench starts: what the browser keeps for it, or `None` where it keeps nothing.
    Started(Option<Vec<(String, String)>>),
    /// The index of the shipped scenarios came, or did not.
    IndexCame(Option<Vec<u8>>),
    /// A key changed the text: what it is now. It goes to the worker before the key is painted, so that both are at
    /// work at once.
    Took(String),
    /// A part of the worker's answer, or `None` where it fell.
    Told(Option<Vec<u8>>),
    /// What the page showed has been painted.
    Painted,
    /// A newer text has waited for long.
    Waited,
    /// A file was dropped or picked: its name, and what it holds where it can be read.
    FileCame(String, Option<Vec<u8>>),
    /// A file hovers over the page, or no longer does.
    Hovering(bool),
    /// Something else is picked to start from.
    Picked(String),
    /// Start from what is picked.
    Start,
    /// A shipped scenario's text came, or did not.
    SourceCame(Id, Option<Vec<u8>>),
    /// Back to the text that was replaced.
    BringBack,
    /// Save the text to a file.
    Save,
    /// Keep the text now: the typing has paused, or the page is left.
    Keep,
    /// Something could not be stored.
    NotStored,
    /// A part is shown, where one alone has room.
    Show(Tab),
    /// To a place in the text.
    Land(Spot),
    /// A step is looked at, by its place; or none any more.
    Look(Option<u32>),
    /// A meter to play from was set.
    Meter(Stance, String),
    /// A flag to play from was set or taken away, by its place.
    Flag(usize),
    /// Play from the step that is looked at.
    Play,
    /// A response was chosen, by its place in the step's list.
    Choose(usize),
    /// The trial is left.
    StopPlay,
    /// The notice was read.
    Dismiss,
}

/// Something to be done to the browser.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Fetch the index.
    FetchIndex,
    /// Fetch a shipped scenario's text.
    FetchSource(Id),
    /// Put a text into the field.
    PutText(String),
    /// Let the worker answer a question; each part of the answer is [`Event::Told`].
    Ask(Vec<u8>),
    /// End the worker, whatever it does; the next question is for another.
    EndWorker,
    /// Send [`Event::Waited`] after so many milliseconds; a wait that was under way begins anew.
    Wait(u32),
    /// Send [`Event::Painted`] once the page, as it is then, has been painted.
    AwaitPaint,
    /// Send [`Event::Keep`] after a pause; a pause that was under way begins anew.
    KeepSoon,
    /// Keep a value.
    Store(&'static str, String),
    /// Save a file.
    SaveFile(String, String),
    /// Move the focus to a place in the text, and select it; the text has so many lines.
    Select(Spot, u32),
    /// Show the middle of the picture, where the first step is.
    Centre,
    /// Move the focus to the first element of a selector.
    Focus(&'static str),
}
