//! What is promised: exact figures of a scenario, and which aims they miss.

use crate::aims::{Aims, Band};
use crate::report::response_id;
use crate::score::{end_of, meant};
use analysis::{Analysis, Distance, Fraction, TooMany, analyse};
use scenario::{Outcome, Persona, Scenario, StepIndex};

/// The figures of a scenario that aims speak of: those of [`analyse`], to the digit.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// The uniform player's shares of the outcomes, in the order of [`Outcome::ALL`].
    pub shares: [Fraction; 4],
    /// Where each persona ends.
    pub personas: [(Persona, Option<Outcome>); 4],
    /// The dominated responses of steps that do not allow them, by step and place.
    pub dominated: Vec<(StepIndex, usize)>,
    /// The responses that some run is offered.
    pub(crate) offered: Vec<(StepIndex, usize)>,
    /// The steps whose decision some run has, and can change something by.
    pub(crate) weighty: Vec<StepIndex>,
}

impl Figures {
    /// The figures of a scenario.
    ///
    /// # Errors
    /// As [`analyse`].
    pub fn of(scenario: &Scenario, limit: usize) -> Result<Self, TooMany> {
        Ok(Figures::new(scenario, &analyse(scenario, limit)?))
    }

    pub(crate) fn new(scenario: &Scenario, analysis: &Analysis) -> Self {
        let (mut offered, mut dominated, mut weighty) = (Vec::new(), Vec::new(), Vec::new());
        for (facts, index) in analysis.steps.iter().zip(0..) {
            let step = StepIndex(index);
            for (at, response) in facts.responses.iter().enumerate() {
                if response.offered {
                    offered.push((step, at));
                }
                if response.dominated.is_some() && !meant(scenario, step) {
                    dominated.push((step, at));
                }
            }
            if facts.ranges.is_some() && !facts.weightless {
                weighty.push(step);
            }
        }
        Figures {
            shares: analysis.outcomes.each_ref().map(|fate| fate.share.clone()),
            personas: analysis.personas.map(|(persona, ending)| (persona, ending.map(|ending| ending.outcome))),
            dominated,
            offered,
            weighty,
        }
    }

    /// The share of an outcome.
    pub fn share(&self, outcome: Outcome) -> &Fraction {
        &self.shares[outcome as usize]
    }

    /// Which aims these figures miss; `before` are those of the scenario as it was.
    pub fn missed(&self, scenario: &Scenario, aims: &Aims, before: &Figures) -> Vec<Miss> {
        let mut missed = Vec::new();
        for outcome in Outcome::ALL {
            let share = self.share(outcome);
            let band = aims.shares[outcome as usize].filter(|band| band.miss(share.percent()) > 0.0);
            missed.extend(band.map(|band| Miss::Share(outcome, share.clone(), band)));
            if aims.reached[outcome as usize] && *share == Fraction::zero() {
                missed.push(Miss::Unreached(outcome));
            }
        }
        for (persona, goal) in &aims.personas {
            let end = end_of(*persona, scenario);
            let away = Distance::of(scenario, &end, *goal);
            if end.ending().is_none_or(|ending| ending.outcome != *goal) {
                missed.push(Miss::Persona(*persona, *goal, away));
            }
        }
        if aims.choices {
            missed.extend(self.dominated.iter().map(|(step, at)| Miss::Dominated(*step, *at)));
        }
        let lost = before.offered.iter().filter(|response| !self.offered.contains(response));
        missed.extend(lost.map(|(step, at)| Miss::NeverOffered(*step, *at)));
        let idle = before.weighty.iter().filter(|step| !self.weighty.contains(step));
        missed.extend(idle.map(|step| Miss::Weightless(*step)));
        missed
    }
}

/// An aim that is missed.
#[derive(Clone, Debug, PartialEq)]
pub enum Miss {
    /// An outcome's share is outside of its band.
    Share(Outcome, Fraction, Band),
    /// No run has an outcome.
    Unreached(Outcome),
    /// A persona ends elsewhere, so far from its goal.
    Persona(Persona, Outcome, Distance),
    /// A response is dominated.
    Dominated(StepIndex, usize),
    /// A response is offered in no run any more.
    NeverOffered(StepIndex, usize),
    /// A decision changes nothing any more.
    Weightless(StepIndex),
}

impl Miss {
    /// It in words, as a clause.
    pub fn in_words(&self, scenario: &Scenario) -> String {
        let step = |at: &StepIndex| scenario.step(*at).id.as_str();
        let response = |step: &StepIndex, at: &usize| response_id(scenario, *step, *at);
        match self {
            Miss::Share(outcome, share, band) => {
                format!("{} comes in {} of runs, and {band} is wanted", outcome.name(), share.rounded())
            }
            Miss::Unreached(outcome) => format!("no run ends {}", outcome.name()),
            Miss::Persona(persona, goal, away) => {
                format!("{} does not end {}: {}", persona.name(), goal.name(), away.in_words())
            }
            Miss::Dominated(at, place) => format!("{} is dominated", response(at, place)),
            Miss::NeverOffered(at, place) => format!("{} is offered in no run any more", response(at, place)),
            Miss::Weightless(at) => format!("the decision at {} changes nothing any more", step(at)),
        }
    }
}
