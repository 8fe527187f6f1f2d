//! Play from here: a run from any step, with any meters, to see how it feels.

use super::Setup;
use play::{Moment, Place, Told, variant};
use scenario::{Response, Scenario, StepIndex, Variant};
use std::rc::Rc;

/// A run from a step that the author picked.
#[derive(Clone, Debug, PartialEq)]
pub struct Trial {
    /// The scenario as it was when the trial began: the text may change meanwhile.
    pub scenario: Rc<Scenario>,
    /// Where it is.
    pub now: Moment,
    last: Option<(StepIndex, usize, Moment)>,
}

impl Trial {
    /// Begins at a step that waits.
    pub fn at(scenario: Rc<Scenario>, step: StepIndex, setup: Setup) -> Self {
        let Setup { leadership, management, flags } = setup;
        // Who plays from a step with visits has come to it once.
        let flags = flags | scenario.step(step).entry_after(flags);
        Trial { scenario, now: Moment { place: Place::Step(step), leadership, management, flags }, last: None }
    }

    /// Takes a response by its place in the step's list; one that is not offered changes nothing.
    pub fn choose(&mut self, response: usize) {
        let Some(step) = self.now.step() else { return };
        let Some(chosen) = self.now.offered(&self.scenario).find(|(at, _)| *at == response).map(|(_, chosen)| chosen)
        else {
            return;
        };
        let after = self.now.after(chosen);
        self.now = after.onward(&self.scenario, chosen);
        self.last = Some((step, response, after));
    }

    /// The last response that was chosen, and its consequence as it is told.
    pub fn last(&self) -> Option<(&Response, Told<'_>)> {
        let (step, response, at) = self.last?;
        let response = self.scenario.step(step).responses.get(response)?;
        Some((response, Told { lines: &response.consequence, at }))
    }

    /// How the outcome is told; `None` while the trial goes on.
    pub fn variant(&self) -> Option<&Variant> {
        variant(&self.scenario, &self.now).map(|(_, variant)| variant)
    }
}
