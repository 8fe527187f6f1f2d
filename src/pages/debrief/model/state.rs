//! What the debrief's page knows.

use super::Copied;
use super::{Answers, Error, Listed, Next, Past, Report, RunText};
use crate::share::Qr;
use library::Source;
use play::Run;
use std::rc::Rc;

/// What the page is asked to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Where the scenario comes from; `None` where what is asked for is no scenario's name.
    pub source: Option<Source>,
    /// The scenario's version, as it stands in its file's address; empty where it is not known.
    pub version: String,
    /// The run.
    pub run: RunText,
    /// The page's own address up to the `#`; empty where nobody else could open it.
    pub base: String,
}

/// The page.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// What it is asked to tell.
    pub request: Request,
    /// How far it is.
    pub stage: Stage,
    /// The game's own stories, once their list has come.
    pub(super) list: Vec<Listed>,
}

/// How far the page is.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// The scenario is on its way.
    Loading,
    /// The ways are being counted.
    Counting {
        /// What is told once they are.
        report: Box<Report>,
        /// The answers to the self-check that are kept.
        answers: Vec<(String, Answers)>,
        /// The keys of the scenarios that were played to an end.
        played: Vec<String>,
        /// Whether it takes long, so that the page says so and can go on without.
        slow: bool,
    },
    /// There is no debrief.
    Failed(Error),
    /// The debrief is told.
    Told(Box<Told>),
}

/// How far what stands below the first screen is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// It is on its way.
    OnItsWay,
    /// It did not arrive, and was asked for once more.
    OnceMore,
    /// It did not arrive.
    Failed,
    /// It is there.
    There,
}

/// How far what stands under *For the curious* is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    /// It is folded.
    Folded,
    /// It is on its way.
    OnItsWay,
    /// It did not arrive.
    Failed,
    /// It is there, and open.
    Open,
}

/// A debrief that is told.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// What is told of the run.
    pub report: Rc<Report>,
    /// The story that comes next, once the list of stories has come.
    pub next: Option<Next>,
    /// What the player has typed that they will do.
    pub mine: String,
    /// Whether that is kept.
    pub kept_mine: bool,
    /// How far what stands below the first screen is.
    pub below: Arrival,
    /// How far what stands under *For the curious* is.
    pub fold: Fold,
    /// Whether everything is to be printed once that has come.
    pub(super) print_all: bool,
    /// Which of the other runs stands beside this one.
    pub beside: Option<usize>,
    /// The keys of the scenarios that were played to an end.
    pub(super) played: Vec<String>,
    /// The answers to the self-check that are kept, each with its day; the newest first.
    pub answers: Vec<(String, Answers)>,
    /// Where the sliders stand.
    pub sliders: Answers,
    /// The result code as a picture, once it was asked for.
    pub qr: Option<Qr>,
    /// What could not be copied, which stands on the page to be copied by hand.
    pub by_hand: Option<(Copied, String)>,
    /// What came of what was done last.
    pub notice: Option<Notice>,
    /// The same while it is not told yet: a region is heard when it changes some time after it has come.
    pub(super) waiting: Option<Notice>,
    /// Whether it is told that the debrief has come.
    pub arrived: bool,
    /// Whether it is told where the two runs part.
    pub compared: bool,
}

impl Told {
    /// A debrief as it comes.
    pub(super) fn new(report: Rc<Report>, answers: Vec<(String, Answers)>, played: Vec<String>) -> Self {
        let sliders = standing(&answers);
        // What was promised to whoever was invited.
        let beside = report.others.first().filter(|other| other.is_sent).map(|_| 0);
        Told {
            report,
            next: None,
            mine: String::new(),
            kept_mine: false,
            below: Arrival::OnItsWay,
            fold: Fold::Folded,
            print_all: false,
            beside,
            played,
            answers,
            sliders,
            qr: None,
            by_hand: None,
            notice: None,
            waiting: None,
            arrived: false,
            compared: false,
        }
    }

    /// Whether the player was asked to play it, and the run that came along is there.
    pub fn was_invited(&self) -> bool {
        self.report.others.first().is_some_and(|other| other.is_sent)
    }

    /// The run that stands beside this one.
    pub fn other(&self) -> Option<&Run> {
        self.report.other(self.beside)
    }

    /// Takes up what is kept of the answers now.
    pub(super) fn set_answers(&mut self, past: Past) {
        self.answers = past.answers;
        self.sliders = standing(&self.answers);
    }
}

/// Where sliders stand that nobody has moved: as they were kept last, or in the middle.
fn standing(answers: &[(String, Answers)]) -> Answers {
    answers.first().map_or(Answers([5; 3]), |(_, answers)| *answers)
}

/// Where the page says what came of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Output {
    /// Below what the player will do.
    Monday,
    /// Beside the button that shares the link.
    Share,
    /// Beside the buttons that copy and save.
    Keep,
    /// Beside the result code.
    Code,
    /// Below the sliders.
    Answers,
}

/// What came of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// It is copied, or it is not.
    Copied(bool),
    /// The link is copied to be shared, or it is not.
    Shared(bool),
    /// What copies did not arrive; whether it was to be shared.
    NotArrived(bool),
    /// A picture is saved, as SVG.
    SvgSaved,
    /// A picture is saved, as PNG.
    PngSaved,
    /// No picture is saved.
    NotSaved,
    /// Not all has arrived that was to be printed.
    NotAll,
    /// There is no picture of the result code.
    NoQr,
    /// The answers are kept, or they are not.
    AnswersKept(bool),
    /// What the player will do is kept, or it is not.
    MineKept(bool),
    /// The calendar's file is saved, or it is not.
    CalendarSaved(bool),
}

impl Notice {
    /// Where it is said.
    pub fn output(self) -> Output {
        match self {
            Notice::NotArrived(false)
            | Notice::Copied(_)
            | Notice::NotAll
            | Notice::SvgSaved
            | Notice::PngSaved
            | Notice::NotSaved => Output::Keep,
            Notice::Shared(_) | Notice::NotArrived(true) => Output::Share,
            Notice::NoQr => Output::Code,
            Notice::AnswersKept(_) => Output::Answers,
            Notice::MineKept(_) | Notice::CalendarSaved(_) => Output::Monday,
        }
    }
}
