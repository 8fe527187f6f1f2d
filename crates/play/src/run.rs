//! A run: a scenario being played.

use super::rules::{Ending, Moment, Told};
use scenario::{Goal, Response, Scenario, Stance, Step, StepIndex, Variant};
use std::error::Error;
use std::fmt;
use std::rc::Rc;

/// One response that was taken: a decision, or a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The step it was taken at.
    pub step: StepIndex,
    /// The response, as its place in the step's list.
    pub response: usize,
    /// The run as the step was met, after the step's pressure.
    pub before: Moment,
    /// The run after the response's effect and flags: what the consequence is told at.
    pub after: Moment,
}

/// A choice that cannot be made. The run is as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChoiceError {
    /// The run has ended.
    Ended,
    /// The step has no such response.
    Unknown,
    /// The response's condition does not hold, or no way on from it is open.
    NotOffered,
}

impl fmt::Display for ChoiceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            ChoiceError::Ended => "the run has ended",
            ChoiceError::Unknown => "the step has no such response",
            ChoiceError::NotOffered => "the response is not offered here",
        })
    }
}

impl Error for ChoiceError {}

/// A run through a scenario: the decisions so far, and where they led.
#[derive(Clone, Debug)]
pub struct Run {
    scenario: Rc<Scenario>,
    turns: Vec<Turn>,
    now: Moment,
}

impl PartialEq for Run {
    fn eq(&self, other: &Self) -> bool {
        self.turns == other.turns
            && self.now == other.now
            && (Rc::ptr_eq(&self.scenario, &other.scenario) || self.scenario == other.scenario)
    }
}

impl Run {
    /// A run at the scenario's start.
    pub fn start(scenario: Rc<Scenario>) -> Self {
        let now = Moment::first(&scenario);
        Run { scenario, turns: Vec::new(), now }
    }

    /// The scenario.
    pub fn scenario(&self) -> &Rc<Scenario> {
        &self.scenario
    }

    /// Where the run is.
    pub fn now(&self) -> Moment {
        self.now
    }

    /// The step that waits for a response; `None` at the end.
    pub fn step(&self) -> Option<&Step> {
        self.now.step().map(|step| self.scenario.step(step))
    }

    /// How the run ended; `None` while it goes on.
    pub fn ending(&self) -> Option<Ending> {
        self.now.ending()
    }

    /// How the outcome is told; `None` while the run goes on.
    pub fn variant(&self) -> Option<&Variant> {
        super::variant(&self.scenario, &self.now).map(|(_, variant)| variant)
    }

    /// The step on coming to which the run broke, and which it never saw; `None` where it did not break so.
    pub fn broke_before(&self) -> Option<StepIndex> {
        self.ending()?;
        let Some(turn) = self.turns.last() else { return Some(self.scenario.start()) };
        match turn.after.goal(self.response(turn)) {
            Goal::Step(step) if turn.after.ending().is_none() => Some(step),
            _ => None,
        }
    }

    /// The responses so far, the first one first: decisions, and passages.
    pub fn turns(&self) -> &[Turn] {
        &self.turns
    }

    /// The hats that were worn, decision by decision.
    pub fn hats(&self) -> impl Iterator<Item = Stance> {
        self.turns.iter().filter_map(|turn| self.response(turn).stance)
    }

    /// The decisions so far, each with its place among the turns: the others went through passages.
    pub fn decisions(&self) -> impl Iterator<Item = (usize, &Turn)> {
        self.turns.iter().enumerate().filter(|(_, turn)| self.is_decision(turn))
    }

    /// Whether a turn was a decision, and not a passage.
    pub fn is_decision(&self, turn: &Turn) -> bool {
        self.response(turn).stance.is_some()
    }

    /// Goes on through the passages that stand before the next decision.
    pub fn pass(&mut self) {
        while self.step().is_some_and(Step::is_passage) && self.choose(0).is_ok() {}
    }

    /// The responses that are offered, each with its place in the step's list.
    pub fn offered(&self) -> impl Iterator<Item = (usize, &Response)> {
        self.now.offered(&self.scenario)
    }

    /// The situation as it is told now; `None` at the end.
    pub fn situation(&self) -> Option<Told<'_>> {
        self.step().map(|step| Told { lines: &step.situation, at: self.now })
    }

    /// The situation that a decision answered, as it was told.
    pub fn answered(&self, turn: &Turn) -> Told<'_> {
        Told { lines: &self.scenario.step(turn.step).situation, at: turn.before }
    }

    /// The response of a decision.
    pub fn response(&self, turn: &Turn) -> &Response {
        &self.scenario.step(turn.step).responses[turn.response]
    }

    /// The place of a decision's response among those that were offered, from 0.
    pub fn place(&self, turn: &Turn) -> usize {
        turn.before.offered(&self.scenario).take_while(|(offered, _)| *offered != turn.response).count()
    }

    /// The consequence of a decision, as it was told.
    pub fn consequence(&self, turn: &Turn) -> Told<'_> {
        Told { lines: &self.response(turn).consequence, at: turn.after }
    }

    /// The coach's note on a decision.
    pub fn note(&self, turn: &Turn) -> Told<'_> {
        Told { lines: &self.response(turn).note, at: turn.after }
    }

    /// Takes a response by its place in the step's list.
    ///
    /// # Errors
    /// [`ChoiceError`] when the run has ended, or the response is not offered; the run is unchanged then.
    pub fn choose(&mut self, response: usize) -> Result<(), ChoiceError> {
        let step = self.now.step().ok_or(ChoiceError::Ended)?;
        let chosen = self.scenario.step(step).responses.get(response).ok_or(ChoiceError::Unknown)?;
        if !self.now.offers(chosen) {
            return Err(ChoiceError::NotOffered);
        }
        let after = self.now.after(chosen);
        self.turns.push(Turn { step, response, before: self.now, after });
        self.now = after.onward(&self.scenario, chosen);
        Ok(())
    }

    /// Takes a response by its id; as [`Run::choose`].
    ///
    /// # Errors
    /// As [`Run::choose`].
    pub fn choose_id(&mut self, id: &str) -> Result<(), ChoiceError> {
        let step = self.step().ok_or(ChoiceError::Ended)?;
        let found = step.responses.iter().position(|response| response.id.as_str() == id);
        self.choose(found.ok_or(ChoiceError::Unknown)?)
    }

    /// Goes back to a decision, the first being 0: it and all after it are untaken. Does nothing where there is no
    /// such decision.
    pub fn undo_to(&mut self, decision: usize) {
        if let Some(turn) = self.turns.get(decision) {
            self.now = turn.before;
            self.turns.truncate(decision);
        }
    }

    /// Takes back the last decision; does nothing at the start.
    pub fn undo(&mut self) {
        if let Some(last) = self.turns.len().checked_sub(1) {
            self.undo_to(last);
        }
    }

    /// Starts over, keeping what was allocated.
    pub fn restart(&mut self) {
        self.turns.clear();
        self.now = Moment::first(&self.scenario);
    }
}
