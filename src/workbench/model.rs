//! What the workbench knows.

use super::{Answer, Asking, Plan, Report, Trial};
use crate::app::Catalogue;
use crate::scenario::{Flags, Scenario, StepIndex};
use std::rc::Rc;

/// A part of the workbench; on a narrow page one is shown at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Tab {
    /// The text.
    #[default]
    Text,
    /// What is wrong with it.
    Problems,
    /// Where runs end.
    Outcomes,
    /// The steps, and what each does.
    Steps,
}

impl Tab {
    /// All of them.
    pub const ALL: [Tab; 4] = [Tab::Text, Tab::Problems, Tab::Outcomes, Tab::Steps];

    /// The name that the style knows it by.
    pub fn name(self) -> &'static str {
        match self {
            Tab::Text => "text",
            Tab::Problems => "problems",
            Tab::Outcomes => "outcomes",
            Tab::Steps => "steps",
        }
    }
}

/// What the author is told, in a line that stays until it is dismissed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The browser keeps nothing, or nothing more.
    NotStored,
    /// A file could not be read at all.
    Unreadable(String),
    /// A file is no text.
    NoText(String),
    /// A shipped scenario did not come.
    NotCome,
    /// The text was replaced by another.
    Replaced,
    /// The worker fell: it is said, and the next key starts another.
    Fell,
}

/// What to play from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Setup {
    /// Leadership while the step waits.
    pub leadership: i32,
    /// Management.
    pub management: i32,
    /// The flags that are set.
    pub flags: Flags,
}

/// All that the workbench knows.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Model {
    /// The text, as it was last taken from the field.
    pub text: String,
    /// The name of the file that it came from, without `.json`.
    pub stem: Option<String>,
    /// The shipped scenarios.
    pub catalogue: Rc<Catalogue>,
    /// What is picked to start from: a shipped scenario's id, or empty for the template.
    pub picked: String,
    /// What the worker last said of the text; its report may be newer than none, and stands in [`Model::report`].
    pub answer: Option<Rc<Answer>>,
    /// What the text did when it could last be read.
    pub report: Option<Rc<Report>>,
    /// The steps of the text when it could last be read; it comes a moment after the report.
    pub plan: Option<Rc<Plan>>,
    /// Whether the report is of an earlier text, because the one in the field cannot be read.
    pub stale: bool,
    /// What the worker is doing.
    pub(super) asking: Asking,
    /// The part that is shown where one alone has room.
    pub tab: Tab,
    /// The step that is looked at.
    pub look: Option<StepIndex>,
    /// The scenario of the plan, while a step is looked at.
    pub scenario: Option<Rc<Scenario>>,
    /// What to play from.
    pub setup: Setup,
    /// The trial under way.
    pub trial: Option<Trial>,
    /// What the author is told.
    pub notice: Option<Notice>,
    /// Whether a file hovers over the page.
    pub hovering: bool,
    /// The text that was replaced, and its file's name.
    pub(super) before: Option<(String, Option<String>)>,
    /// Whether the text has changed since it was kept.
    pub(super) unkept: bool,
    /// Whether storing has failed once: it is said once.
    pub(super) not_stored: bool,
}

impl Model {
    /// How many lines the text has.
    pub fn lines(&self) -> u32 {
        self.text.bytes().filter(|byte| *byte == b'\n').count() as u32 + 1
    }

    /// Whether there is nothing to check.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}
