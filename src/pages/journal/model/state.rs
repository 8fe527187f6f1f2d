//! What the journal's page knows.

use super::{Report, Told};
use library::{Answers, FileError, Plan};
use std::rc::Rc;

/// The page.
#[derive(Clone, PartialEq)]
pub struct Model {
    /// Which part of the page the address names; empty where it names none.
    pub anchor: String,
    /// What the page was loaded anew for, where it says so.
    pub banner: Option<String>,
    /// How far it is.
    pub stage: Stage,
}

/// How far the page is.
#[derive(Clone, PartialEq)]
pub enum Stage {
    /// The stories are on their way.
    Loading,
    /// The journal is told.
    Shown(Rc<Shown>),
}

/// A journal that is told.
#[derive(Clone, PartialEq)]
pub struct Shown {
    /// What the page was told, without what is kept now.
    pub(super) told: Told,
    /// The scenarios' packs, one behind the other.
    pub(super) packs: Rc<[u8]>,
    /// What it tells.
    pub report: Rc<Report>,
    /// Where the sliders stand.
    pub sliders: Answers,
    /// Which question stands before erasing.
    pub asking: Asking,
    /// What a picked file would add.
    pub preview: Option<Preview>,
    /// What came of what was done last.
    pub notice: Option<Notice>,
    /// The same while it is not told yet.
    pub(super) waiting: Option<Notice>,
}

/// The questions before everything is erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asking {
    /// None.
    Nothing,
    /// Whether to.
    Sure,
    /// Whether really to; it was tried where something is `left`.
    Surer {
        /// Whether the browser has not erased all of it.
        left: bool,
    },
}

/// What a picked file would add.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// What it holds.
    pub(super) file: Told,
    /// What is to be done with it.
    pub(crate) plan: Result<Plan, FileError>,
    /// How many of its parts fitted, where there was no room for all of it.
    pub fitted: Option<usize>,
}

/// What came of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The answers are kept, or they are not.
    AnswersKept(bool),
    /// The file is saved, or it is not.
    Exported(bool),
    /// Whether the player did what they set out to do is kept, or it is not.
    Noted(bool),
}
