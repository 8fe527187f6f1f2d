//! What reaches the app, and what it asks for.

use super::{Dialog, FaultyFile, Route, Settings, Source};

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The app starts: the address, and what the browser keeps for it (keys without the app's prefix), or `None` where
    /// it keeps nothing.
    Started {
        /// What stands after the `#`.
        hash: String,
        /// Keys and values.
        stored: Option<Vec<(String, String)>>,
    },
    /// The address changed.
    Moved(String),
    /// The index came, or did not.
    IndexCame(Result<Vec<u8>, FetchFault>),
    /// A shipped scenario's file came, or did not.
    ScenarioCame(Source, Result<Vec<u8>, FetchFault>),
    /// Another window of the app keeps a value: the key without the app's prefix, and the value.
    Stored(String, String),
    /// Whether something waits that could not be stored: there is no room, or storing is not allowed.
    Unkept(bool),
    /// Everything was erased in another window.
    Erased,
    /// The run of the address may take the place of the open one.
    Take,
    /// A scenario that was opened from a file is to be unpacked now; whether the page is hidden, so that nothing of it is
    /// painted.
    Unpack(Source, bool),
    /// What is kept, and what could not be kept, is saved as a file.
    SaveFile,
    /// The browser did not save a file.
    FileNotSaved,
    /// Something could not be forgotten.
    NotErased,
    /// A file was dropped or picked.
    FileCame {
        /// Its name.
        name: String,
        /// What it holds.
        bytes: Vec<u8>,
    },
    /// A file that came was read: a pack of its scenario, or what is wrong with it.
    FileRead(Result<Vec<u8>, FaultyFile>),
    /// A file could not be opened, or not be read.
    FileUnreadable(String),
    /// A file hovers over the page, or no longer does.
    Hovering(bool),
    /// Try again what could not be fetched.
    Retry,
    /// A response was chosen, by its place in the step's list.
    Chose(usize),
    /// The page of the last choice was painted.
    Painted,
    /// On from a consequence.
    GoOn,
    /// The last decision is taken back.
    Undo,
    /// The last decision that was taken back is brought back.
    Redo,
    /// Back to a decision, the first being 0.
    BackTo(usize),
    /// The scenario from its start.
    PlayAgain,
    /// A dialog opens, or closes.
    Open(Option<Dialog>),
    /// A key was pressed outside of any field.
    Pressed(Key),
    /// A response has the focus, by its place among those offered.
    Focused(usize),
    /// The settings were changed.
    Set(Settings),
    /// Everything on this device was asked to be erased; the second time it is.
    Erase(bool),
    /// The notice was read.
    Dismiss,
    /// Load the page again.
    Reload,
    /// The list of a file's faults was read.
    DismissFaults,
    /// An opened scenario is taken off the shelf.
    Remove(Source),
}

/// A key that means something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// 1 to 6.
    Digit(usize),
    /// To the next response.
    Next,
    /// To the response before.
    Previous,
    /// On.
    Enter,
    /// U.
    Undo,
    /// Shift and U.
    Redo,
    /// H.
    History,
    /// ?
    Help,
}

/// Why a file did not come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FetchFault {
    /// There is no such file.
    NotThere,
    /// The host gives a page of its own in its place, or asks who is there: a sign-on may have ended.
    SignedOut,
    /// The network, or the host, failed.
    Failed,
}

/// What has the focus next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// The page's heading, and the page is shown from its top.
    Heading,
    /// The heading of what came of a decision; the response that was taken, by its place among those offered, stays where it
    /// is on the screen.
    Came(usize),
    /// A response, by its place among those offered.
    Response(usize),
    /// The list of a file's faults.
    Faults,
    /// What was asked before everything is erased.
    Question,
}

/// Something to be done to the browser.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Fetch the index.
    FetchIndex,
    /// Fetch a shipped scenario; its version, where that is known, goes into the address.
    FetchScenario(Source, String),
    /// Read a scenario file; the answer is [`Event::FileRead`].
    ReadFile {
        /// Its name.
        name: String,
        /// What it holds.
        bytes: Vec<u8>,
    },
    /// Keep a value, after all that was to be kept before it.
    Store(String, String),
    /// Forget a value.
    Forget(String),
    /// Keep a value under another key: from there, to there. Where that cannot be done it stays where it is.
    PutAside(String, String),
    /// Go to another page.
    Go(Route),
    /// Put another page's address in this one's place, so that the way back does not lead here.
    Replace(Route),
    /// Move the focus, once the page shows what it should.
    Focus(Focus),
    /// Send [`Event::Painted`] once the page, as it is then, has been painted.
    AwaitPaint,
    /// Load the page again.
    Reload,
    /// Write down in the journal, with the time: a scenario's source and a run of it.
    Note(String),
    /// Keep, at once, which scenario is being opened for which time, or that it has been opened.
    Opening(Option<String>),
    /// Send [`Event::Unpack`] once what came before is done.
    Unpack(Source),
    /// Save what is kept, and what could not be kept, as a file.
    SaveFile,
    /// Make the page look as the settings say.
    Look(Settings),
}
