//! When a session would be over, as it goes now.

use super::plan::OF_STEP;
use super::{Decides, Mode, Phase, Plan, State};
use play::most_after;
use scenario::StepIndex;

/// When a session would be over, as it goes now: all in seconds since it began to be played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// Now.
    pub now: u64,
    /// When the debrief would begin, or by plan should have begun once it has.
    pub debrief: u64,
    /// When all would be over.
    pub end: u64,
    /// When all should be over.
    pub planned: u64,
}

impl Forecast {
    /// By how much it would be late; below 0 there is time over.
    pub fn late(&self) -> i64 {
        self.end as i64 - self.planned as i64
    }
}

impl State {
    /// The plan.
    pub fn plan(&self) -> Plan {
        let plan = Plan::of(&self.scenario, self.length, self.people);
        match self.debrief {
            Some(minutes) => plan.with_debrief(minutes),
            None => plan,
        }
    }

    /// What the phase should take, in seconds, before it was given more.
    pub fn planned(&self) -> u32 {
        let each = self.plan().seconds(self.phase, &self.scenario, self.step());
        if self.phase == Phase::Told { each * self.habits() as u32 } else { each }
    }

    /// What is left of the phase, in seconds; below 0 it has run over.
    pub fn left(&self, now: u64) -> i64 {
        self.clock.left(self.planned(), now)
    }

    /// What would be left for the debrief, or is left of it, in seconds; below 0 the session has run over.
    pub fn left_for_debrief(&self, now: u64) -> i64 {
        i64::from(self.plan().whole) - self.clock.taken(self.phase, now) as i64
    }

    /// When the session would be over: what was taken, what is left of this phase, and what is planned for all that comes
    /// after it, on the longest way that the story can still take.
    pub fn forecast(&self, now: u64) -> Forecast {
        let plan = self.plan();
        let taken = self.clock.taken(self.phase, now);
        let here = taken + self.left(now).max(0) as u64;
        let debriefs = Phase::ALL.into_iter().filter(|phase| phase.is_debrief());
        let of_debrief = |phase: Phase| u64::from(plan.seconds(phase, &self.scenario, None));
        let (debrief, end) = if self.phase.is_debrief() {
            let left: u64 = debriefs.clone().filter(|phase| *phase > self.phase).map(of_debrief).sum();
            (u64::from(plan.whole - plan.debrief), here + left)
        } else {
            let begins = here + self.before_debrief(&plan);
            (begins, begins + debriefs.map(of_debrief).sum::<u64>())
        };
        Forecast { now: taken, debrief, end, planned: u64::from(plan.whole) }
    }

    /// What is planned between this phase and the debrief, in seconds.
    fn before_debrief(&self, plan: &Plan) -> u64 {
        let seconds = |phase: Phase| u64::from(plan.seconds(phase, &self.scenario, self.step()));
        let opening = [Phase::Gather, Phase::RateBefore].into_iter().filter(|phase| *phase > self.phase);
        let opening: u64 = opening.map(seconds).sum();
        let play = match (self.mode, self.phase) {
            (_, Phase::Ending | Phase::Teams) => 0,
            (Mode::Teams, _) => seconds(Phase::Teams),
            (Mode::Room, _) => self.rest_of_step(plan) + self.story_after(plan) + seconds(Phase::Ending),
        };
        opening + play
    }

    /// What is planned of the step that is played, after this phase.
    fn rest_of_step(&self, plan: &Plan) -> u64 {
        let seconds = |phase: Phase| u64::from(plan.seconds(phase, &self.scenario, self.step()));
        match self.phase {
            Phase::Read if self.step().is_some_and(scenario::Step::is_passage) => 0,
            Phase::Talk => [Phase::VoteAgain, Phase::Reveal, Phase::Consequence].into_iter().map(seconds).sum(),
            phase if phase.is_step() => OF_STEP.into_iter().filter(|later| *later > phase).map(seconds).sum(),
            _ => 0,
        }
    }

    /// What is planned of the story after the step that is played.
    fn story_after(&self, plan: &Plan) -> u64 {
        let all = Decides::All;
        let decides = self.decides.as_ref().unwrap_or(&all);
        let cost = |step: StepIndex| plan.step(&self.scenario, step, decides);
        let Some(waits) = self.run.now().step() else { return 0 };
        let played = self.step_at() == Some(waits) && self.phase != Phase::Consequence;
        let after = most_after(&self.scenario, waits, self.run.now().flags, cost);
        u64::from(after) + if played { 0 } else { u64::from(cost(waits)) }
    }
}
