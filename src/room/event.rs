//! What reaches a window of the room, and what it asks for.

use super::phones::Ask;
use super::{Field, Page, Question};
use crate::app::Source;
use scenario::Id;
use session::Act;
use wire::Wire;

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The window opens.
    Started(Opened),
    /// The address leads to another page of the room.
    Moved(Page),
    /// The index of the shipped scenarios came, or did not.
    IndexCame(Option<Vec<u8>>),
    /// A shipped scenario's file came, or did not.
    SourceCame(Id, Option<Vec<u8>>),
    /// Ask again for what did not come.
    Retry,
    /// A scenario is picked for a new session.
    Picked(Source),
    /// A new session of the picked scenario.
    Begin,
    /// A session is taken up.
    Resume(String),
    /// Something is to be done that is asked about first, or not after all.
    Ask(Option<Question>),
    /// Back to the list of sessions.
    Leave,
    /// A session is to be erased, or not after all.
    AskErase(Option<String>),
    /// The session that was asked about is erased.
    Erase,
    /// The facilitator does something.
    Take(Act),
    /// Something is typed into a field, which now holds this.
    Typed(Field, String),
    /// A field is left.
    Left(Field),
    /// The last act is undone.
    Undo,
    /// What was undone is redone.
    Redo,
    /// A key that is nobody else's.
    Pressed(Key),
    /// Time goes on: seconds since 1970.
    Tick(u64),
    /// Another window says something.
    Heard(String),
    /// Another window has stored something, or forgotten it.
    Stored(String, Option<String>),
    /// Whether there was room for what was stored under a key.
    Kept(String, bool),
    /// Whether the other windows could be told what was said last.
    Told(bool),
    /// Everything was erased in another window.
    Erased,
    /// This window is the console again.
    TakeOver,
    /// The drawer is opened or closed.
    Drawer(bool),
    /// What is on the stage goes down, or up, where there is more of it than fits.
    Scroll(bool),
    /// What is on the stage takes several pages: which is shown, from 1, and of how many.
    Paged(u32, u32),
    /// The stage is dark, or light.
    Darken(bool),
    /// A rehearsal begins, or ends.
    Rehearse(bool),
    /// The window is shown on the whole screen, or no longer.
    FullScreen,
    /// The record is saved to a file; the clocks here were so many minutes ahead of universal time when it began.
    Save(Kind, i32),
    /// Something could not be forgotten.
    NotErased,
    /// The browser did not save a file.
    FileNotSaved,
    /// A session that cannot be read is saved to a file as it is.
    SaveAsIs(String),
    /// The stage was to open in a window of its own, and did, or was not allowed to.
    StageOpened(bool),
    /// The notice was read.
    Dismiss,
    /// The facilitator does something with phones.
    Phones(Ask),
}

/// How a window opens.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The page.
    pub page: Page,
    /// What the browser keeps; `None` where it keeps nothing.
    pub stored: Option<Vec<(String, String)>>,
    /// Seconds since 1970.
    pub now: u64,
    /// A word that no other window has.
    pub window: String,
    /// Whether windows can speak with each other.
    pub linked: bool,
}

/// What a record is saved as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Tables and the record as JSON.
    Json,
    /// Tables as CSV.
    Csv,
    /// Tables as a spreadsheet.
    Xlsx,
}

/// A key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// On.
    Next,
    /// Back.
    Back,
    /// Blank the stage, or show it.
    Blank,
    /// One more hand for that response, or one less.
    Hand(usize, bool),
    /// Pair talk.
    Talk,
    /// Stop the clock, or let it go on.
    Pause,
    /// Undo.
    Undo,
    /// Redo.
    Redo,
    /// The whole screen.
    FullScreen,
    /// The drawer.
    Drawer,
    /// Close what is open.
    Escape,
}

/// Something to be done to the browser.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Fetch the index.
    FetchIndex,
    /// Fetch a shipped scenario's file.
    FetchSource(Id),
    /// Keep a value.
    Store(String, String),
    /// Forget a value.
    Forget(String),
    /// Say something to the other windows.
    Say(String),
    /// Save a file: its name, its kind, its bytes.
    SaveFile(String, &'static str, Vec<u8>),
    /// Turn what is on the stage to its next page, or to the one before.
    Scroll(bool),
    /// Show the window on the whole screen, or no longer.
    FullScreen,
    /// Move the focus to the first element of a selector.
    Focus(&'static str),
    /// Something for the socket to the phones.
    Wire(Wire),
    /// Ask the program that serves this page, which knows the facilitator by the token.
    AskHost {
        /// The token.
        token: String,
        /// How: `GET` asks for addresses and code, `PUT` opens the door to a link, `DELETE` shuts it.
        method: &'static str,
        /// The link; empty where there is none.
        link: String,
    },
}
