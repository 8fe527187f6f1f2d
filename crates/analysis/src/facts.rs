//! What an analysis finds.

use super::Fraction;
use num_bigint::BigUint;
use play::Ending;
use scenario::{Outcome, Persona, StepIndex};

/// All that is proved about a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Analysis {
    /// How many states a run can be in while a step waits.
    pub states: usize,
    /// How many complete runs there are: sequences of responses from the start to an end.
    pub paths: BigUint,
    /// What becomes of each outcome, in the order of [`Outcome::ALL`].
    pub outcomes: [Fate; 4],
    /// The meters over all runs' ends, breaks included; `None` never happens for a scenario as a whole.
    pub end: Option<Ranges>,
    /// Where runs end: each place on the map of the two meters, with the uniform player's share of it.
    pub ends: Vec<End>,
    /// The facts of each step, in the order of the file.
    pub steps: Vec<StepFacts>,
    /// For each outcome, which of its variants are ever told.
    pub told: [Vec<bool>; 4],
    /// The uniform player's share of runs whose outcome is decided while at least as many decisions are still to come
    /// as were taken.
    pub decided_early: Fraction,
    /// How each persona ends.
    pub personas: [(Persona, Option<Ending>); 4],
}

impl Analysis {
    /// What becomes of an outcome.
    pub fn outcome(&self, outcome: Outcome) -> &Fate {
        &self.outcomes[outcome as usize]
    }
}

/// A place where runs end.
#[derive(Clone, Debug, PartialEq)]
pub struct End {
    /// Leadership at the end.
    pub leadership: i32,
    /// Management at the end.
    pub management: i32,
    /// The outcome there, and whether the run broke.
    pub ending: Ending,
    /// The uniform player's share of runs that end here so.
    pub share: Fraction,
}

/// What becomes of one outcome.
#[derive(Clone, Debug, PartialEq)]
pub struct Fate {
    /// How many complete runs end so.
    pub paths: BigUint,
    /// The uniform player's share.
    pub share: Fraction,
    /// A run to it with the fewest decisions, its passages among them, as steps and the places of responses; `None` where there is none.
    pub witness: Option<Vec<(StepIndex, usize)>>,
    /// What rules it out, as a clause; `None` where it can be reached.
    pub bound: Option<String>,
}

/// The lowest and the highest that each meter can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ranges {
    /// Leadership.
    pub leadership: (i32, i32),
    /// Management.
    pub management: (i32, i32),
}

/// What is proved about one step.
#[derive(Clone, Debug, PartialEq)]
pub struct StepFacts {
    /// The meters while it waits, after its pressure; `None` where no run comes to wait here.
    pub ranges: Option<Ranges>,
    /// How often it waits for a response in a run of the uniform player: the share of runs, where a run comes here once
    /// at most.
    pub visits: Fraction,
    /// How far a decision here moves the outcome shares: the mean over those visits of the design's weight.
    pub weight: Fraction,
    /// The share of the uniform player's runs whose outcome is settled by the decision here: more than one could be
    /// reached before it, one alone after.
    pub decides: Fraction,
    /// Whether, in every state that comes here, all responses lead to the same outcome shares; never of a passage.
    pub weightless: bool,
    /// The facts of each response, in the order of the file.
    pub responses: Vec<ResponseFacts>,
}

/// What shows that a response is dominated: in every state in which it is offered, some other offered response gives
/// `balanced` at least the same share, and in one a larger one; and those states have not all the same meters. (Where
/// they have, as at the first step, one answer of two is nearly always the better one, and that says nothing; unless
/// another leads on the same way with the same flags and costs less.)
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dominated {
    /// In how many states it is offered.
    pub offered: usize,
    /// In how many of them another gives `balanced` a larger share.
    pub worse: usize,
    /// The others that ever do, in the order of the file.
    pub rivals: Vec<Rival>,
}

/// A response that is better than a dominated one in some states; alone it need not be so in all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rival {
    /// Its place in the step's list.
    pub response: usize,
    /// In how many states both are offered.
    pub beside: usize,
    /// In how many of them it gives `balanced` a larger share.
    pub better: usize,
}

/// What is proved about one response.
#[derive(Clone, Debug, PartialEq)]
pub struct ResponseFacts {
    /// Whether it is ever offered.
    pub offered: bool,
    /// For each of its ways on, whether it is ever taken.
    pub taken: Vec<bool>,
    /// What the others do better, when it is dominated.
    pub dominated: Option<Dominated>,
    /// The uniform player's outcome shares once it is taken, in the order of [`Outcome::ALL`]; zeros where it never is.
    pub shares: [Fraction; 4],
}
