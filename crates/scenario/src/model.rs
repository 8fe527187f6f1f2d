//! A scenario as the game holds it: valid, with every name resolved to a place in a list.

use super::{Concept, Condition, Fingerprint, Flags, Id};
use std::fmt;

/// Which step, as its place in [`Scenario::steps`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StepIndex(pub u32);

/// The two hats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stance {
    /// Sets direction and moves people (A2).
    Leader,
    /// Keeps a system running well (A1).
    Manager,
}

impl Stance {
    /// Both, in the order that the game names them.
    pub const ALL: [Stance; 2] = [Stance::Leader, Stance::Manager];

    /// Their names in a scenario file, in the same order.
    pub const NAMES: [&'static str; Self::ALL.len()] = [Self::ALL[0].name(), Self::ALL[1].name()];

    /// The name in a scenario file.
    pub const fn name(self) -> &'static str {
        match self {
            Stance::Leader => "leader",
            Stance::Manager => "manager",
        }
    }
}

/// What a step is about (D1 to D4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// Creating an agenda (D1).
    Agenda,
    /// Developing a human network (D2).
    Network,
    /// Execution (D3).
    Execution,
    /// Outcomes (D4).
    Outcomes,
}

impl Dimension {
    /// All four, in the order of the concept list.
    pub const ALL: [Dimension; 4] = [Dimension::Agenda, Dimension::Network, Dimension::Execution, Dimension::Outcomes];

    /// Their names in a scenario file, in the same order.
    pub const NAMES: [&'static str; Self::ALL.len()] =
        [Self::ALL[0].name(), Self::ALL[1].name(), Self::ALL[2].name(), Self::ALL[3].name()];

    /// The name in a scenario file.
    pub const fn name(self) -> &'static str {
        match self {
            Dimension::Agenda => "agenda",
            Dimension::Network => "network",
            Dimension::Execution => "execution",
            Dimension::Outcomes => "outcomes",
        }
    }
}

/// How a run can end (O1 to O4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// Enough of both (O4).
    Balanced,
    /// Too little leading: over-managed and under-led (O1).
    UnderLed,
    /// Too little managing: over-led and under-managed (O2).
    UnderManaged,
    /// Too little of both (O3).
    Adrift,
}

impl Outcome {
    /// All four, in the order of the file format.
    pub const ALL: [Outcome; 4] = [Outcome::Balanced, Outcome::UnderLed, Outcome::UnderManaged, Outcome::Adrift];

    /// Their names in a scenario file, in the same order.
    pub const NAMES: [&'static str; Self::ALL.len()] =
        [Self::ALL[0].name(), Self::ALL[1].name(), Self::ALL[2].name(), Self::ALL[3].name()];

    /// The name in a scenario file.
    pub const fn name(self) -> &'static str {
        match self {
            Outcome::Balanced => "balanced",
            Outcome::UnderLed => "under_led",
            Outcome::UnderManaged => "under_managed",
            Outcome::Adrift => "adrift",
        }
    }

    /// The outcome of a name in a scenario file.
    pub fn from_name(name: &str) -> Option<Self> {
        Outcome::ALL.into_iter().find(|outcome| outcome.name() == name)
    }
}

/// A player of fixed habits, for `expect` and the analysis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Persona {
    /// Takes the first offered leader response, always.
    AlwaysLeader,
    /// Takes the first offered manager response, always.
    AlwaysManager,
    /// Starts with leader and changes hats at every step.
    Alternating,
    /// Takes the stance of the lower meter, leader when they are equal.
    Balancing,
}

impl Persona {
    /// All four.
    pub const ALL: [Persona; 4] =
        [Persona::AlwaysLeader, Persona::AlwaysManager, Persona::Alternating, Persona::Balancing];

    /// The name in a scenario file.
    pub const fn name(self) -> &'static str {
        match self {
            Persona::AlwaysLeader => "always_leader",
            Persona::AlwaysManager => "always_manager",
            Persona::Alternating => "alternating",
            Persona::Balancing => "balancing",
        }
    }
}

/// What is added to the meters: a step's pressure or a response's effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash)]
pub struct Effect {
    /// Added to leadership, -1000 to 1000.
    pub leadership: i32,
    /// Added to management, -1000 to 1000.
    pub management: i32,
}

/// One meter's settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Meter {
    /// Where it starts, 1 to 1000.
    pub start: i32,
    /// From where on there is enough of it at the end, -1000 to 1000.
    pub enough: i32,
}

/// The two meters' settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Meters {
    /// Of leadership.
    pub leadership: Meter,
    /// Of management.
    pub management: Meter,
}

/// A member of the cast.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The id that lines name as `who`.
    pub id: Id,
    /// The name a player sees.
    pub name: Box<str>,
    /// Their role or trade.
    pub role: Box<str>,
}

/// Something that a run remembers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flag {
    /// Its id.
    pub id: Id,
    /// What it means, as a sentence to the player.
    pub text: Box<str>,
}

/// One line of a text: narration, or speech where `who` is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Who says it, as a place in [`Scenario::cast`]; `None` is narration.
    pub who: Option<u32>,
    /// Plain text; never markup.
    pub text: Box<str>,
    /// When it is told.
    pub when: Condition,
}

/// Where a response leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Goal {
    /// On to a step.
    Step(StepIndex),
    /// To the end of the run, where the meters are judged.
    End,
}

/// One of the ways on from a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Branch {
    /// When it is taken, if none before it was.
    pub when: Condition,
    /// Where it leads.
    pub to: Goal,
}

/// One answer to a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    /// Its id, unique in its step.
    pub id: Id,
    /// Which hat it wears.
    pub stance: Stance,
    /// What the player would do.
    pub text: Box<str>,
    /// When it is offered.
    pub when: Condition,
    /// What it adds to the meters.
    pub effect: Effect,
    /// The flags it sets.
    pub sets: Flags,
    /// What happens next, told after the choice.
    pub consequence: Vec<Line>,
    /// The concepts it practises.
    pub concepts: Vec<Concept>,
    /// The ways on, the last without a condition.
    pub next: Vec<Branch>,
}

/// What a facilitator reads about a step.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Facilitator {
    /// Questions for the room.
    pub discuss: Vec<Box<str>>,
    /// Notes for the facilitator alone; empty where there are none.
    pub notes: Box<str>,
    /// How long the step may take in a room, in minutes.
    pub minutes: Option<u32>,
}

/// One step: a situation and its responses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its id, unique in the scenario.
    pub id: Id,
    /// Its title.
    pub title: Box<str>,
    /// Where one is in the story, told above the title; empty where that is not said.
    pub moment: Box<str>,
    /// What it is about.
    pub dimension: Dimension,
    /// The concepts it practises.
    pub concepts: Vec<Concept>,
    /// What the player meets.
    pub situation: Vec<Line>,
    /// What the world takes or gives on entering.
    pub pressure: Effect,
    /// Why, in a sentence; empty where that is not said.
    pub why: Box<str>,
    /// Two to six answers.
    pub responses: Vec<Response>,
    /// For the facilitator.
    pub facilitator: Facilitator,
    /// Warnings that are meant here: code and reason.
    pub allow: Vec<(Box<str>, Box<str>)>,
}

/// One way to tell an outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    /// When it is told, if none before it was.
    pub when: Condition,
    /// Its title.
    pub title: Box<str>,
    /// How it ends.
    pub story: Vec<Line>,
    /// What to take from it, in a sentence or two.
    pub lesson: Box<str>,
}

/// The variants of all four outcomes.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Outcomes(pub(super) [Vec<Variant>; 4]);

impl Outcomes {
    /// The variants of one outcome, in the order they are tried; the last has no condition.
    pub fn of(&self, outcome: Outcome) -> &[Variant] {
        &self.0[outcome as usize]
    }
}

/// A whole scenario. Only [`super::read`] makes one, so it is valid.
#[derive(Clone, PartialEq, Eq)]
pub struct Scenario {
    pub(super) id: Id,
    pub(super) title: Box<str>,
    pub(super) summary: Box<str>,
    pub(super) role: Box<str>,
    pub(super) language: Box<str>,
    pub(super) minutes: u32,
    pub(super) scene: Option<Id>,
    pub(super) meters: Meters,
    pub(super) cast: Vec<Member>,
    pub(super) flags: Vec<Flag>,
    pub(super) start: StepIndex,
    pub(super) steps: Vec<Step>,
    pub(super) outcomes: Outcomes,
    pub(super) expect: Vec<(Persona, Outcome)>,
    pub(super) allow: Vec<(Box<str>, Box<str>)>,
    pub(super) fingerprint: Fingerprint,
}

impl Scenario {
    /// Its id, which is also its file's name.
    pub fn id(&self) -> &Id {
        &self.id
    }
    /// Its title.
    pub fn title(&self) -> &str {
        &self.title
    }
    /// What it is about, in a sentence or two.
    pub fn summary(&self) -> &str {
        &self.summary
    }
    /// Who the player is.
    pub fn role(&self) -> &str {
        &self.role
    }
    /// The language of its texts, as a BCP 47 tag.
    pub fn language(&self) -> &str {
        &self.language
    }
    /// How long a run takes, in minutes.
    pub fn minutes(&self) -> u32 {
        self.minutes
    }
    /// The backdrop's name, where it names one.
    pub fn scene(&self) -> Option<&Id> {
        self.scene.as_ref()
    }
    /// The meters' settings.
    pub fn meters(&self) -> &Meters {
        &self.meters
    }
    /// The cast, in the order of the file.
    pub fn cast(&self) -> &[Member] {
        &self.cast
    }
    /// The flags, in the order of the file: bit 0 of [`Flags`] first.
    pub fn flags(&self) -> &[Flag] {
        &self.flags
    }
    /// The first step.
    pub fn start(&self) -> StepIndex {
        self.start
    }
    /// The steps, in the order of the file.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }
    /// One step.
    pub fn step(&self, at: StepIndex) -> &Step {
        &self.steps[at.0 as usize]
    }
    /// The outcomes' variants.
    pub fn outcomes(&self) -> &Outcomes {
        &self.outcomes
    }
    /// Where the author says that the personas end.
    pub fn expect(&self) -> &[(Persona, Outcome)] {
        &self.expect
    }
    /// Warnings that are meant for the whole scenario: code and reason.
    pub fn allow(&self) -> &[(Box<str>, Box<str>)] {
        &self.allow
    }
    /// The fingerprint of all that a player can meet in it.
    pub fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
    }
}

impl fmt::Debug for Scenario {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Scenario({}, {} steps)", self.id, self.steps.len())
    }
}
