//! What happens to the page, and what it has done in a browser.

use super::{Appointment, Error, Figures, Past, Question, Report};
use crate::share::Qr;
use library::Source;
use play::Run;
use std::rc::Rc;

/// What happens to the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// The scenario's pack arrived, or did not; with it comes what is kept.
    Loaded(Result<Vec<u8>, Error>, Past),
    /// The list of the game's own stories arrived.
    Listed(String),
    /// Counting takes long.
    Slow,
    /// The ways are counted, or cannot be.
    Counted(Option<Figures>),
    /// No worker starts.
    NoWorker,
    /// The page is to go on without the figures.
    GaveUp,
    /// What stands below the first screen is to be fetched once more.
    FetchBelow,
    /// It arrived, or did not.
    BelowCame(bool),
    /// What stands under *For the curious* is to be opened, or folded.
    ToggleCurious,
    /// It is to be fetched once more.
    FetchCurious,
    /// It arrived, or did not.
    CuriousCame(bool),
    /// Another run was chosen to stand beside this one, or none.
    OtherChosen(Option<usize>),
    /// A slider was moved.
    SliderMoved(usize, u8),
    /// The answers are to be kept.
    KeepAnswers,
    /// The answers are kept, and this is what is kept now; `None` where they are not.
    AnswersKept(Option<Past>),
    /// What the player will do was typed.
    MineTyped(String),
    /// It is to be kept.
    KeepMine,
    /// It is kept, or it is not.
    MineKept(bool),
    /// A calendar's file with it is to be saved.
    SaveCalendar,
    /// That file is saved, or it is not.
    CalendarSaved(bool),
    /// The link is to be copied.
    CopyLink,
    /// The link is to be copied, to be shared.
    Share,
    /// The text is to be copied.
    CopyText,
    /// Something was copied; or the text that was not, which is empty where it did not arrive.
    Copied(Copied, Option<String>),
    /// A picture is to be saved.
    SavePicture(Picture),
    /// A picture was saved, or was not.
    PictureSaved(Picture, bool),
    /// What is open of the page is to be printed.
    Print,
    /// All of the page is to be printed.
    PrintAll,
    /// The result code is to be shown as a picture.
    ShowQr,
    /// The result code is drawn, or there is no picture of it.
    QrDrawn(Option<Qr>),
    /// What came some time ago can be told.
    Announce,
    /// The page is to be loaded anew.
    Reload,
}

/// What can be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// The link, to be shared.
    Shared,
    /// The link.
    Link,
    /// The text.
    Text,
}

/// A kind of picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picture {
    /// As lines.
    Svg,
    /// As dots.
    Png,
}

/// What the page does.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Gets a scenario's pack, and what is kept.
    Load(Source, String),
    /// Gets the list of the game's own stories.
    LoadList,
    /// Gets what stands below the first screen, once that is drawn.
    LoadBelow,
    /// Gets what stands under *For the curious*.
    LoadCurious,
    /// Asks a worker to count.
    Count(Question),
    /// Counts the ways of a run on the page itself.
    CountHere(Run),
    /// Ends the worker.
    StopCounting,
    /// Sends a message after so many milliseconds.
    After(u32, Message),
    /// Focuses the first element of a selector, without scrolling to it where `stays`.
    Focus {
        /// The selector.
        selector: &'static str,
        /// Whether the page stays where it is.
        stays: bool,
    },
    /// Focuses the first element of a selector, which may be one that cannot have the focus otherwise: a heading, a drawing.
    FocusAny(&'static str),
    /// Selects what a field holds.
    Select(&'static str),
    /// Copies what is said of a run.
    Copy(Copied, Rc<Report>),
    /// Draws the result code of a run.
    DrawQr(Rc<Report>),
    /// Saves the picture of a run, beside another of its others where that is said.
    Save(Picture, Rc<Report>, Option<usize>),
    /// Keeps the answers of a text, under the time.
    KeepAnswers(String),
    /// Keeps what the player will do, under the time.
    KeepCommitment(String),
    /// Saves an appointment for Monday as a calendar's file.
    SaveCalendar(Appointment),
    /// Prints the page.
    Print,
    /// Opens all that is folded, and prints the page.
    PrintAll,
    /// Loads the page anew.
    Reload,
}
