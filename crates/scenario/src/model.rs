//! A scenario as the game holds it: valid, with every name resolved to a place in a list.

use super::{
    Concept, Condition, Dimension, Feedback, Fingerprint, Flags, Id, Image, Mood, Outcome, Persona, Picture, Stance,
};
use std::fmt;

/// Which step, as its place in [`Scenario::steps`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StepIndex(pub u32);

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
    /// The name of their face, one of [`super::FACES`] or not; `None` where it goes by the id. See [`super::face_of`].
    pub face: Option<Id>,
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
    /// How they look, where somebody says it.
    pub mood: Mood,
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
    /// To an end with this outcome, whatever the meters say.
    Outcome(Outcome),
}

/// One of the ways on from a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Branch {
    /// When it is taken, if none before it was. A way to a step with visits lacks the last of its entries.
    pub when: Condition,
    /// Where it leads.
    pub to: Goal,
}

/// One answer to a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    /// Its id, unique in its step.
    pub id: Id,
    /// Which hat it wears; `None` in a passage.
    pub stance: Option<Stance>,
    /// What the player would do; of a passage its button, or empty.
    pub text: Box<str>,
    /// When it is offered.
    pub when: Condition,
    /// What it adds to the meters.
    pub effect: Effect,
    /// The flags it sets.
    pub sets: Flags,
    /// What happens next, told after the choice; nothing in some passages.
    pub consequence: Vec<Line>,
    /// The coach's note on it; empty where there is none.
    pub note: Vec<Line>,
    /// The concepts it practises.
    pub concepts: Vec<Concept>,
    /// The ways on; the last has no condition of its own.
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
    /// The drawn place it plays at; `None` is the scenario's.
    pub scene: Option<Id>,
    /// The picture that is shown in the place's stead, if any.
    pub image: Option<Image>,
    /// What it is about; `None` in some passages.
    pub dimension: Option<Dimension>,
    /// The concepts it practises.
    pub concepts: Vec<Concept>,
    /// What the player meets.
    pub situation: Vec<Line>,
    /// What the world takes or gives on entering.
    pub pressure: Effect,
    /// Why, in a sentence; empty where that is not said.
    pub why: Box<str>,
    /// The flags that count how often a run came here, the first entry first; none where that is not counted.
    pub entries: Flags,
    /// Two to six answers; one in a passage.
    pub responses: Vec<Response>,
    /// For the facilitator.
    pub facilitator: Facilitator,
    /// Warnings that are meant here: code and reason.
    pub allow: Vec<(Box<str>, Box<str>)>,
}

impl Step {
    /// Whether it asks for no decision.
    pub fn is_passage(&self) -> bool {
        self.responses.iter().any(|response| response.stance.is_none())
    }

    /// How often a run may come here, 1 to 3; `None` where that is not limited.
    pub fn visits(&self) -> Option<u32> {
        Some(self.entries.count_ones()).filter(|visits| *visits > 0)
    }

    /// The flag that one more entry sets, of those that are set; none where entries are not counted, or used up.
    pub fn entry_after(&self, flags: Flags) -> Flags {
        self.entries & ((flags & self.entries) << 1 | self.entries & self.entries.wrapping_neg()) & !flags
    }

    /// The flag that the last entry sets: where it is set, ways here are closed.
    pub(super) fn last_entry(&self) -> Flags {
        self.entries & !(self.entries >> 1)
    }
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
    pub(super) image: Option<Image>,
    pub(super) feedback: Feedback,
    pub(super) meters: Meters,
    pub(super) cast: Vec<Member>,
    pub(super) flags: Vec<Flag>,
    pub(super) start: StepIndex,
    pub(super) steps: Vec<Step>,
    pub(super) outcomes: Outcomes,
    pub(super) expect: Vec<(Persona, Outcome)>,
    pub(super) allow: Vec<(Box<str>, Box<str>)>,
    pub(super) fingerprint: Fingerprint,
    pub(super) pictures: Vec<Picture>,
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
    /// The picture that is shown in the backdrop's stead, if any.
    pub fn image(&self) -> Option<&Image> {
        self.image.as_ref()
    }
    /// When the coach's notes are told.
    pub fn feedback(&self) -> Feedback {
        self.feedback
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
    /// The flags that count entries, of all steps: none of them is one of [`Scenario::flags`].
    pub fn entries(&self) -> Flags {
        self.steps.iter().fold(0, |entries, step| entries | step.entries)
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
