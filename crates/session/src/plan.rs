//! How a session's time is shared out: half of it is the debrief's.

use super::Phase;
use play::longest_after;
use scenario::{Scenario, Step};

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

/// A third of all decisions, or so, is talked over.
const TALKED_OVER: u32 = 3;

/// How the end of a run is told.
const ENDING: u32 = 60;

/// A session's plan for a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The whole session, in seconds.
    pub whole: u32,
    /// The debrief's part.
    pub debrief: u32,
    /// How many decisions the longest run has.
    pub longest: usize,
    /// How many decisions fit before the debrief.
    pub fits: usize,
    gather: u32,
    rate: u32,
    steps: u32,
}

impl Plan {
    /// The plan of a session of that length.
    pub fn of(scenario: &Scenario, length: Length) -> Self {
        let whole = length.minutes() * 60;
        let (gather, rate) = match length {
            Length::Short => (90, 60),
            Length::Hour => (180, 120),
            Length::Long => (240, 180),
        };
        let debrief = whole / 2;
        let steps = whole - debrief - gather - rate - ENDING;
        let longest = longest_after(scenario, scenario.start(), 0) + 1;
        let all: u64 = scenario.steps().iter().map(|step| u64::from(step_seconds(scenario, step))).sum();
        let mean = all / (scenario.steps().len() as u64).max(1) + u64::from((TALK + VOTE_AGAIN) / TALKED_OVER);
        let fits = ((u64::from(steps) / mean.max(1)) as usize).clamp(1, longest);
        Plan { whole, debrief, longest, fits, gather, rate, steps }
    }

    /// After which decision the run should pause for the debrief; `None` where all of it fits.
    pub fn pause_after(&self) -> Option<usize> {
        (self.fits < self.longest).then_some(self.fits)
    }

    /// What a phase should take, in seconds; a step's phases share the step's time.
    pub fn seconds(&self, phase: Phase, scenario: &Scenario, step: Option<&Step>) -> u32 {
        let of_step = |percent: u32| step.map_or(0, |step| step_seconds(scenario, step) * percent / 100);
        let of_debrief = |percent: u32| self.debrief * percent / 100;
        match phase {
            Phase::SetUp => 0,
            Phase::Gather => self.gather,
            Phase::RateBefore => self.rate,
            Phase::Read => of_step(30),
            Phase::Think => of_step(15),
            Phase::Vote | Phase::Reveal => of_step(15),
            Phase::Consequence => of_step(25),
            Phase::Talk => TALK,
            Phase::VoteAgain => VOTE_AGAIN,
            Phase::Ending => ENDING,
            Phase::Teams => self.steps + ENDING,
            Phase::What => of_debrief(25),
            Phase::SoWhat => of_debrief(30),
            Phase::NowWhat => of_debrief(20),
            Phase::PlusDelta => of_debrief(12),
            Phase::RateAfter => of_debrief(8),
            Phase::Close => of_debrief(5),
        }
    }
}

/// What a step takes in a room, in seconds: what its author says, else twice what a lone player takes.
pub fn step_seconds(scenario: &Scenario, step: &Step) -> u32 {
    let told = step.facilitator.minutes.map(|minutes| minutes.min(60) * 60);
    told.unwrap_or_else(|| {
        let longest = longest_after(scenario, scenario.start(), 0) as u32 + 1;
        (scenario.minutes().min(600) * 120 / longest).clamp(120, 300)
    })
}
