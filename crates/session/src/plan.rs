//! How a session's time is shared out: half of it is the debrief's.

use super::{Decides, Phase};
use play::{longest, most_after};
use scenario::{Scenario, Step, StepIndex};

/// How long a session is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// 30 minutes.
    Short,
    /// 60 minutes.
    Hour,
    /// 90 minutes.
    Long,
}

impl Length {
    /// All three, the shortest first.
    pub const ALL: [Length; 3] = [Length::Short, Length::Hour, Length::Long];

    /// In minutes.
    pub fn minutes(self) -> u32 {
        match self {
            Length::Short => 30,
            Length::Hour => 60,
            Length::Long => 90,
        }
    }

    /// The length of so many minutes.
    pub fn of(minutes: u32) -> Option<Self> {
        Length::ALL.into_iter().find(|length| length.minutes() == minutes)
    }
}

/// What pairs get to talk, and the vote after it.
const TALK: u32 = 150;
const VOTE_AGAIN: u32 = 40;

/// A third of all decisions, or so, is talked over; in the shortest session none.
const TALKED_OVER: u32 = 3;

/// A minute of silence.
const THINK: u32 = 60;

/// What a decision takes that went by habit: a sentence and its change of the meters, read out.
const TOLD: u32 = 20;

/// How the end of a run is told.
const ENDING: u32 = 60;

/// The people for whom the author's minutes are meant.
const USUAL: u32 = 20;

/// A session's plan for a scenario, by its length and by how many people are in the room: they come in and raise their
/// hands for half a second each, and are counted in a quarter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The whole session, in seconds.
    pub whole: u32,
    /// The debrief's part.
    pub debrief: u32,
    /// How many decisions the longest run has.
    pub longest: usize,
    gather: u32,
    rate: u32,
    /// What counting takes longer than among the usual number of people; less where there are fewer.
    counting: i32,
    /// What pair talk takes of each decision, taken over all.
    talk: u32,
}

impl Plan {
    /// The plan of a session of that length, for so many people; half of it is the debrief's.
    pub fn of(scenario: &Scenario, length: Length, people: u32) -> Self {
        let whole = length.minutes() * 60;
        let counting = people as i32 / 4 - USUAL as i32 / 4;
        let talk = (TALK + VOTE_AGAIN).saturating_add_signed(counting) / TALKED_OVER;
        let (gather, rate, talk) = match length {
            Length::Short => (80, 50, 0),
            Length::Hour => (170, 110, talk),
            Length::Long => (230, 170, talk),
        };
        Plan {
            whole,
            debrief: whole / 2,
            longest: longest(scenario),
            gather: gather + people / 2,
            rate: rate + people / 2,
            counting,
            talk,
        }
    }

    /// The same plan with so many minutes for the debrief.
    pub fn with_debrief(self, minutes: u32) -> Self {
        Plan { debrief: (minutes * 60).min(self.whole), ..self }
    }

    /// What there is for the story, from the first situation to the end that is read out, in seconds.
    pub fn story(&self) -> u32 {
        self.whole.saturating_sub(self.debrief + self.gather + self.rate)
    }

    /// What the story takes at most where a room takes these decisions, its end included, in seconds.
    pub fn story_needs(&self, scenario: &Scenario, decides: &Decides) -> u32 {
        let cost = |step: StepIndex| self.step(scenario, step, decides);
        let start = scenario.start();
        cost(start).saturating_add(most_after(scenario, start, 0, cost)).saturating_add(ENDING)
    }

    /// How many decisions a room takes at most of these.
    pub fn most_votes(scenario: &Scenario, decides: &Decides) -> u32 {
        let votes = |step: StepIndex| {
            let step = scenario.step(step);
            u32::from(!step.is_passage() && decides.takes(&step.id))
        };
        let start = scenario.start();
        votes(start) + most_after(scenario, start, 0, votes)
    }

    /// What a step takes, in seconds: read and voted on, told in a sentence, or as a passage read alone.
    pub fn step(&self, scenario: &Scenario, step: StepIndex, decides: &Decides) -> u32 {
        let step = scenario.step(step);
        let seconds = |phases: &[Phase]| phases.iter().map(|phase| self.seconds(*phase, scenario, Some(step))).sum();
        match step.is_passage() {
            true if step.responses.iter().all(|response| response.consequence.is_empty()) => seconds(&[Phase::Read]),
            true => seconds(&[Phase::Read, Phase::Consequence]),
            false if decides.takes(&step.id) => seconds(&OF_STEP) + self.talk,
            false => TOLD,
        }
    }

    /// What a phase should take, in seconds; a step's phases share the step's time. What went by habit takes this for each
    /// decision.
    pub fn seconds(&self, phase: Phase, scenario: &Scenario, step: Option<&Step>) -> u32 {
        // What is left of a step's time beside the minute of silence.
        let of_step = |percent: u32| {
            step.map_or(0, |step| step_seconds(scenario, step).saturating_sub(THINK).max(THINK) * percent / 100)
        };
        let of_debrief = |percent: u32| self.debrief * percent / 100;
        match phase {
            Phase::SetUp => 0,
            Phase::Gather => self.gather,
            Phase::RateBefore => self.rate,
            Phase::Read => of_step(35),
            Phase::Think => THINK,
            Phase::Vote => of_step(15).saturating_add_signed(self.counting),
            Phase::Reveal => of_step(20),
            Phase::Consequence => of_step(30),
            Phase::Told => TOLD,
            Phase::Talk => TALK,
            Phase::VoteAgain => VOTE_AGAIN.saturating_add_signed(self.counting),
            Phase::Ending => ENDING,
            Phase::Teams => self.story(),
            Phase::What => of_debrief(25),
            Phase::SoWhat => of_debrief(30),
            Phase::NowWhat => of_debrief(20),
            Phase::PlusDelta => of_debrief(12),
            Phase::RateAfter => of_debrief(8),
            Phase::Close => of_debrief(5),
        }
    }
}

/// The phases of a decision that the room takes, without those of pair talk.
pub(super) const OF_STEP: [Phase; 5] = [Phase::Read, Phase::Think, Phase::Vote, Phase::Reveal, Phase::Consequence];

/// What a step takes in a room, in seconds: what its author says, else twice what a lone player takes.
pub fn step_seconds(scenario: &Scenario, step: &Step) -> u32 {
    let told = step.facilitator.minutes.map(|minutes| minutes.min(60) * 60);
    told.unwrap_or_else(|| {
        let longest = longest(scenario).max(1) as u32;
        (scenario.minutes().min(600) * 120 / longest).clamp(120, 300)
    })
}
