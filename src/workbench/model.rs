//! What the workbench knows.

use super::{Answer, Asking, Balancing, Drafts, Editing, Plan, Report, SheetOpen, Site, Trial, Twine, Versions};
use delivery::Catalogue;
use scenario::{Flags, Scenario, Stance, StepIndex};
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
    /// Which numbers to change.
    Balance,
}

impl Tab {
    /// All of them.
    pub const ALL: [Tab; 5] = [Tab::Text, Tab::Problems, Tab::Outcomes, Tab::Steps, Tab::Balance];

    /// The name that the style knows it by.
    pub fn name(self) -> &'static str {
        match self {
            Tab::Text => "text",
            Tab::Problems => "problems",
            Tab::Outcomes => "outcomes",
            Tab::Steps => "steps",
            Tab::Balance => "balance",
        }
    }
}

/// How large the map of the steps is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zoom {
    /// So many per cent of its own size.
    Percent(u16),
    /// As wide as there is room for.
    Fit,
}

impl Zoom {
    /// The sizes that there are, in per cent.
    const STEPS: [u16; 7] = [25, 35, 50, 70, 100, 140, 200];

    /// The size by which a picture of this width is drawn in a room of that width, both in CSS pixels.
    pub fn percent(self, wide: i32, room: i32) -> u16 {
        match self {
            Zoom::Percent(percent) => percent,
            // Nothing is drawn larger than it is, and nothing too small to be found.
            Zoom::Fit => (room.max(1) * 100 / wide.max(1)).clamp(10, 100) as u16,
        }
    }

    /// The next size up, or down; where there is none, the same.
    pub fn next(percent: u16, larger: bool) -> Self {
        let found = if larger {
            Self::STEPS.into_iter().find(|step| *step > percent)
        } else {
            Self::STEPS.into_iter().rev().find(|step| *step < percent)
        };
        Zoom::Percent(found.unwrap_or(percent))
    }
}

impl Default for Zoom {
    fn default() -> Self {
        Zoom::Percent(100)
    }
}

/// What the author is told, in a line that stays until it is dismissed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A file could not be read at all.
    Unreadable(String),
    /// A file is no text that could be a scenario: its name, what it is, and what to do.
    NoText(String, String, String),
    /// A picture came for the draft in the field: its name.
    PictureCame(String),
    /// The browser did not forget what it was to forget.
    NotErased,
    /// The browser did not save a file.
    FileNotSaved,
    /// A shipped scenario did not come.
    NotCome,
    /// The text was replaced by another.
    Replaced,
    /// A draft was taken off the list: its name.
    TakenAway(String),
    /// Another window changed the same draft, so the text in the field is kept under a name of its own: this one.
    Parted(String),
    /// A proposal's numbers were put into the text.
    Applied,
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

impl Setup {
    /// The meter of a hat.
    pub fn meter(self, stance: Stance) -> i32 {
        match stance {
            Stance::Leader => self.leadership,
            Stance::Manager => self.management,
        }
    }
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
    /// The scenarios that were opened in the game on this device; their packs hold no notes for a facilitator.
    pub own: Rc<Vec<Scenario>>,
    /// What is picked to start from: the key of a scenario's source, or empty for the template.
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
    /// The place in a list of concepts that the cursor is at, and how many units of UTF-16 stand before it.
    pub site: Option<Site>,
    pub(super) cursor: u32,
    /// The part that is shown where one alone has room.
    pub tab: Tab,
    /// How large the map is drawn.
    pub zoom: Zoom,
    /// How wide the room for the map is, in CSS pixels, when it was last asked for.
    pub room: i32,
    /// The step that is looked at.
    pub look: Option<StepIndex>,
    /// The scenario of the plan, while a step is looked at.
    pub scenario: Option<Rc<Scenario>>,
    /// What to play from.
    pub setup: Setup,
    /// The hat whose meter was given a value that no run has at this step; the value is not taken.
    pub refused: Option<Stance>,
    /// The trial under way.
    pub trial: Option<Trial>,
    /// The balance helper.
    pub balancing: Balancing,
    /// A file of Twine's that is imported, until its report is dismissed.
    pub twine: Option<Twine>,
    /// The sheet of faces and places, while it is open.
    pub sheet: Option<SheetOpen>,
    /// The studio: the text as a document, and what of it is open.
    pub editing: Editing,
    /// What the author is told.
    pub notice: Option<Notice>,
    /// Whether a file hovers over the page.
    pub hovering: bool,
    /// The author's drafts.
    pub drafts: Drafts,
    /// The versions of the drafts.
    pub versions: Versions,
    /// When the event came that is taken up, in seconds since 1970.
    pub now: u64,
    /// Whether the text has changed since it was kept.
    pub(super) unkept: bool,
    /// Whether the browser keeps nothing, or nothing more, as far as it was last tried.
    pub not_stored: bool,
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
