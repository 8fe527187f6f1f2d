//! What reaches the workbench, and what it asks for.

use super::balance::Balance;
use super::sheet::Sheet;
use super::studio::Studio;
use super::twine::Import;
use super::{Helper, Spot, Tab};
use scenario::{Concept, Id, Stance};

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The workbench starts.
    Started {
        /// What the browser keeps (keys without the game's prefix), or `None` where it keeps nothing.
        kept: Option<Vec<(String, String)>>,
        /// The id of the draft that this window had open before it was loaded again.
        open: Option<String>,
        /// A word that no other window has.
        window: String,
    },
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
    /// Back to the text that was replaced, or the draft that was taken away.
    BringBack,
    /// The keys for taking back were pressed in the field.
    TakeBack,
    /// A draft of the list is put into the field, by its id.
    OpenDraft(String),
    /// A draft is taken off the list, by its id.
    TakeAway(String),
    /// The draft in the field, which was taken away in another window, is kept all the same.
    KeepAfterAll,
    /// The draft in the field is shown as another window left it.
    ShowNewer,
    /// Another window keeps a value, or `None` any more: the key without the game's prefix, and the value.
    Stored(String, Option<String>),
    /// Save the text to a file.
    Save,
    /// Something could not be forgotten.
    NotErased,
    /// The browser did not save a file.
    FileNotSaved,
    /// Keep the text now: the typing has paused.
    Keep,
    /// A draft was to be kept, as [`Effect::KeepDraft`] says.
    Kept {
        /// Its id.
        id: String,
        /// What was kept of it as far as this window knew.
        known: Option<String>,
        /// What was to be kept.
        value: String,
        /// What came of it.
        outcome: Outcome,
    },
    /// A picture was to be kept, as [`Effect::KeepPicture`] says: its key, and whether there was room for it.
    PictureKept(String, bool),
    /// The page is left.
    Leave,
    /// A part is shown, where one alone has room.
    Show(Tab),
    /// The map is drawn so large, in a room so many CSS pixels wide.
    Zoomed(ZoomTo, i32),
    /// To a place in the text.
    Land(Spot),
    /// The cursor came to a place: how many units of UTF-16 stand before it, and the text on both its sides.
    Cursor(u32, String, String),
    /// A concept is to stand where the cursor is.
    PutConcept(Concept),
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
    /// Something happened to the balance helper.
    Balance(Balance),
    /// Something happened to the import of a file.
    Import(Import),
    /// Something happened to the sheet of faces and places.
    Sheet(Sheet),
    /// Something happened in the studio.
    Studio(Studio),
    /// The notice was read.
    Dismiss,
}

/// How the map is to be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ZoomTo {
    /// Larger.
    In,
    /// Smaller.
    Out,
    /// As wide as its room.
    Fit,
    /// As large as its words are meant to be.
    Whole,
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
    /// Let a helper's worker, or a new one where there is none, answer a question; each part of the answer is told.
    AskHelper(Helper, Vec<u8>),
    /// End a helper's worker, whatever it does.
    EndHelper(Helper),
    /// Send [`Event::Waited`] after so many milliseconds; a wait that was under way begins anew.
    Wait(u32),
    /// Send [`Event::Painted`] once the page, as it is then, has been painted.
    AwaitPaint,
    /// Send [`Event::Keep`] after a pause; a pause that was under way begins anew.
    KeepSoon,
    /// Keep a draft, where what is kept of it is what this window knows; the answer is [`Event::Kept`], before anything
    /// else happens.
    KeepDraft {
        /// Its id.
        id: String,
        /// What is kept of it as far as this window knows.
        known: Option<String>,
        /// What is to be kept.
        value: String,
    },
    /// Keep a picture of a draft under its key; the answer is [`Event::PictureKept`], before anything else happens.
    KeepPicture(String, String),
    /// Forget a value.
    Forget(String),
    /// Remember in this window alone which draft it has open.
    Remember(String),
    /// Keep a value that nobody misses.
    Store(String, String),
    /// Save a file.
    SaveFile(String, String),
    /// Save an archive.
    SaveArchive(String, Vec<u8>),
    /// Move the focus to a place in the text, and select it; the text has so many lines.
    Select(Spot, u32),
    /// Put a text in place of a piece of the field's, from one unit of UTF-16 to another, as if the author wrote it there.
    Write(u32, u32, String),
    /// Show the page's dialog over it.
    ShowDialog,
    /// Copy an id of the sheet of faces and places.
    CopyId(&'static str),
    /// Show the first step in the middle of the map, or the one that is looked at.
    Centre,
    /// The same on the studio's map.
    CentreMap,
    /// Move the focus to the first element of a selector.
    Focus(&'static str),
}

/// What came of keeping a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is kept.
    Kept,
    /// There is no room for it, or keeping is not allowed.
    NoRoom,
    /// Something else is kept under its key by now, and was left alone; or nothing is any more.
    Changed(Option<String>),
}
