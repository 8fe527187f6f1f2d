//! How much hangs on each decision of a story, and which of them a room should take in the time that it has.

use super::{Decides, Plan};
use analysis::{Fraction, analyse};
use scenario::sorted::sort_by_key;
use scenario::{Goal, Id, Scenario, StepIndex};
use std::cmp::Ordering;
use std::collections::BTreeSet;

/// How much hangs on each decision of a story. It takes a moment to find, so it is kept beside a session.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    /// By step, in the order of the file: the design's weight, in thousandths; `None` of passages, of what no run comes
    /// to, and where the story has too many states to say.
    thousandths: Vec<Option<u32>>,
    /// The decisions, the one first on which most hangs.
    heaviest: Vec<StepIndex>,
}

/// A fraction that is put in order.
#[derive(PartialEq, Eq)]
struct Ordered(Fraction);

impl Ord for Ordered {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.0.is_over(&other.0), other.0.is_over(&self.0)) {
            (true, _) => Ordering::Greater,
            (_, true) => Ordering::Less,
            _ => Ordering::Equal,
        }
    }
}

impl PartialOrd for Ordered {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Weights {
    /// The weights of a story, visiting at most `limit` states. Decisions stand in the order of how far each moves the
    /// outcome shares, times how often a run comes to it; in a story with too many states, in the order of the file.
    pub fn of(scenario: &Scenario, limit: usize) -> Self {
        let facts = analyse(scenario, limit).ok();
        let facts = |step: StepIndex| facts.as_ref()?.steps.get(step.0 as usize);
        let steps = || (0..scenario.steps().len() as u32).map(StepIndex);
        let mut heaviest: Vec<StepIndex> = steps().filter(|step| !scenario.step(*step).is_passage()).collect();
        sort_by_key(&mut heaviest, |step| {
            std::cmp::Reverse(Ordered(facts(*step).map_or_else(Fraction::zero, |facts| {
                let (weight, visits) = (&facts.weight, &facts.visits);
                let part = weight.numerator() * visits.numerator();
                Fraction::new(part, weight.denominator() * visits.denominator())
            })))
        });
        let thousandths = |step: StepIndex| {
            let facts = facts(step).filter(|facts| facts.ranges.is_some() && !scenario.step(step).is_passage())?;
            Some((facts.weight.percent() * 10.0).round() as u32)
        };
        Weights { thousandths: steps().map(thousandths).collect(), heaviest }
    }

    /// How far the decision of a step moves the outcome shares on average, in thousandths; `None` where that is not known.
    pub fn thousandths(&self, step: StepIndex) -> Option<u32> {
        *self.thousandths.get(step.0 as usize)?
    }

    /// The decisions, the one first on which most hangs.
    pub fn heaviest(&self) -> &[StepIndex] {
        &self.heaviest
    }

    /// Which decisions a room should take so that the story comes to an end in the time that a plan has for it, whatever
    /// the room decides: the first decision, and then from the heaviest on whichever still fits.
    pub fn propose(&self, scenario: &Scenario, plan: &Plan) -> Decides {
        let id = |step: StepIndex| scenario.step(step).id.clone();
        let mut taken: BTreeSet<Id> = first(scenario).map(id).into_iter().collect();
        for step in &self.heaviest {
            let mut more = taken.clone();
            more.insert(id(*step));
            let decides = Decides::These(more);
            if plan.story_needs(scenario, &decides) <= plan.story() {
                let Decides::These(more) = decides else { continue };
                taken = more;
            }
        }
        let all = scenario.steps().iter().filter(|step| !step.is_passage()).all(|step| taken.contains(&step.id));
        if all { Decides::All } else { Decides::These(taken) }
    }
}

/// The first decision that a run comes to, through the passages before it.
fn first(scenario: &Scenario) -> Option<StepIndex> {
    let mut at = scenario.start();
    for _ in scenario.steps() {
        let step = scenario.step(at);
        if !step.is_passage() {
            return Some(at);
        }
        // The last way is the one that is always open.
        match step.responses.first()?.next.last()?.to {
            Goal::Step(to) => at = to,
            Goal::End | Goal::Outcome(_) => return None,
        }
    }
    None
}
