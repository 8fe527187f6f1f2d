//! What the app knows.

use super::{FetchFault, Route, Settings, Source};
use delivery::Catalogue;
use library::{Opened, Opening, Saved};
use play::{Divergence, Record, Run};

/// Something that is fetched.
#[derive(Clone, Debug, PartialEq)]
pub enum Loading<T> {
    /// It is on its way.
    Waiting,
    /// It did not come.
    Failed(FetchFault),
    /// It is there.
    Ready(T),
}

/// What a step's page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Showing {
    /// The step that waits, or the outcome.
    Now,
    /// The consequence of the last decision.
    Consequence,
}

/// What was done last in a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// A response was taken.
    Answered,
    /// A decision was taken back.
    TakenBack,
    /// A decision that was taken back was brought back.
    BroughtBack,
}

/// A dialog over a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// The decisions so far.
    History,
    /// The keys.
    Help,
}

/// A run on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Playing {
    /// The run.
    pub run: Run,
    /// What is shown of it.
    pub showing: Showing,
    /// The dialog that is open.
    pub dialog: Option<Dialog>,
    /// The response that the arrows are on, by its place among those offered.
    pub focused: Option<usize>,
    /// Whether the words of the last choice have been painted; until then the meters stand as they were.
    pub painted: bool,
    /// What was done last, until the player goes on.
    pub done: Option<Done>,
    /// The responses that were taken back, as their places in their steps' lists; the one to be brought back next is last.
    pub(super) undone: Vec<usize>,
    /// The run that was last written into the journal because it was taken back to its start.
    pub(super) noted: Option<Record>,
}

impl Playing {
    /// A run on the page, nothing done yet.
    pub(super) fn new(run: Run, showing: Showing) -> Self {
        Playing {
            run,
            showing,
            dialog: None,
            focused: None,
            painted: true,
            done: None,
            undone: Vec::new(),
            noted: None,
        }
    }

    /// Whether a decision that was taken back can be brought back.
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }
}

/// A file with faults, each with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FaultyFile {
    /// The file's name.
    pub name: String,
    /// The first faults.
    pub faults: Vec<PlacedFault>,
    /// How many faults there are in all.
    pub count: usize,
}

/// One thing that is wrong with a file, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedFault {
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1, in characters.
    pub column: u32,
    /// What is wrong.
    pub message: String,
    /// What to do next; may be empty.
    pub help: String,
}

/// What a player is told, in a line that stays until it is dismissed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The browser did not save a file.
    FileNotSaved,
    /// The browser did not forget what it was to forget.
    NotErased,
    /// Something stored could not be read, and was put aside; how many such things.
    PutAside(usize),
    /// Something is kept by a newer version of the game, and is left alone; how many other things were put aside.
    Newer(usize),
    /// The scenario was edited: the run goes on from where it no longer fits.
    Edited(Option<Divergence>),
    /// A file could not be read at all.
    FileUnreadable(String),
    /// The run went on in another window.
    Elsewhere,
    /// Everything was erased.
    Erased,
}

/// All that the app knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// The page.
    pub route: Route,
    /// The index.
    pub catalogue: Loading<Catalogue>,
    /// The scenarios that the player opened.
    pub(super) shelf: Vec<Opened>,
    /// What is kept of runs.
    pub(super) saved: Vec<Saved>,
    /// The scenario that was played last.
    pub(super) last: Option<Source>,
    /// Whether a newer version of the game keeps which that is.
    pub(super) last_is_newer: bool,
    /// The settings.
    pub settings: Settings,
    /// The run on the page, and whose it is.
    pub playing: Option<(Source, Loading<Playing>)>,
    /// A file that could not be opened.
    pub faulty: Option<FaultyFile>,
    /// What the player is told.
    pub notice: Option<Notice>,
    /// Whether a file hovers over the page.
    pub hovering: bool,
    /// Whether erasing everything waits for a second word.
    pub erasing: bool,
    /// Whether something waits that could not be stored; it is lost when the page is closed before it can be.
    pub unkept: bool,
    /// Whether the run of the address waits for a word, because it would take the place of an open one.
    pub taking: bool,
    /// The scenario that was being opened when the page fell or was closed, and how often.
    pub(super) fell: Option<Opening>,
    /// Whether a scenario is being opened.
    pub(super) opening: bool,
}

impl Default for Model {
    fn default() -> Self {
        Model {
            route: Route::Home,
            catalogue: Loading::Waiting,
            shelf: Vec::new(),
            saved: Vec::new(),
            last: None,
            last_is_newer: false,
            settings: Settings::default(),
            playing: None,
            faulty: None,
            notice: None,
            hovering: false,
            erasing: false,
            unkept: false,
            taking: false,
            fell: None,
            opening: false,
        }
    }
}

impl Model {
    /// The run on the page, once its scenario is there.
    pub fn run(&self) -> Option<&Playing> {
        match &self.playing {
            Some((_, Loading::Ready(playing))) => Some(playing),
            _ => None,
        }
    }

    pub(super) fn run_mut(&mut self) -> Option<&mut Playing> {
        match &mut self.playing {
            Some((_, Loading::Ready(playing))) => Some(playing),
            _ => None,
        }
    }

    pub(super) fn saved_of(&self, source: &Source) -> Option<&Saved> {
        self.saved.iter().find(|saved| saved.source == *source)
    }

    /// The run of a scenario that can be continued.
    pub fn open_run(&self, source: &Source) -> Option<&Saved> {
        self.saved_of(source).filter(|saved| saved.is_open())
    }

    pub(super) fn saved_mut(&mut self, source: &Source) -> &mut Saved {
        let at = match self.saved.iter().position(|saved| saved.source == *source) {
            Some(at) => at,
            None => {
                self.saved.push(Saved::new(source.clone()));
                self.saved.len() - 1
            }
        };
        &mut self.saved[at]
    }
}
