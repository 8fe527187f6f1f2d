//! How near some numbers come to the aims.

use crate::aims::{Aims, Movable};
use crate::evaluate::{Evaluation, Evaluator};
use analysis::{Distance, TooMany};
use play::{Moment, choice_of};
use scenario::{Effect, Number, Persona, Response, Scenario, Stance, Step, StepIndex, Trial};

/// What a persona that ends elsewhere costs, and each point that it is away from its goal.
const PERSONA: (f64, f64) = (4.0, 0.3);
/// What a dominated response costs, and each per cent that it is short of being the best somewhere.
const DOMINATED: (f64, f64) = (1.5, 0.05);
/// What an outcome costs that no run has.
const UNREACHED: f64 = 4.0;
/// What a step or a response costs that some run met, and none does now, or that decided something, and does not now.
const LOST: f64 = 1.5;
/// What a point of change costs.
const POINT: f64 = 0.22;
/// What it costs besides when a number gets another sign: the story said something else of it. Half of it where the
/// number comes to be 0, or was: that something costs nothing says something, too.
const TURNED: f64 = 0.22;

/// What it costs that anything is missing at all: one aim that is nearly met is not worth fewer changes.
const UNMET: f64 = 1.0;
/// Costs that differ by less are the same: they are sums of floats.
pub(crate) const SAME: f64 = 1e-9;

/// What some numbers cost: nothing where all aims are met and nothing is changed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Cost {
    /// What is missing from the aims.
    pub missing: f64,
    /// What the changes cost.
    pub changes: f64,
}

impl Cost {
    pub fn total(&self) -> f64 {
        self.missing + self.changes + if self.is_met() { 0.0 } else { UNMET }
    }

    /// Whether all aims are met.
    pub fn is_met(&self) -> bool {
        self.missing < SAME
    }
}

/// Scores the numbers of one scenario.
pub(crate) struct Scorer<'a> {
    aims: &'a Aims,
    evaluator: Evaluator,
    trial: Trial,
    movable: &'a [Movable],
    first: Evaluation,
    now: Evaluation,
}

impl<'a> Scorer<'a> {
    pub fn new(scenario: &Scenario, aims: &'a Aims, movable: &'a [Movable], limit: usize) -> Result<Self, TooMany> {
        let mut evaluator = Evaluator::new(scenario, limit);
        let mut first = Evaluation::default();
        evaluator.evaluate(scenario, &mut first)?;
        Ok(Scorer { aims, evaluator, trial: Trial::of(scenario), movable, now: first.clone(), first })
    }

    pub fn movable(&self) -> &'a [Movable] {
        self.movable
    }

    /// Adds the places of the movable numbers of steps that had a dominated response at the last evaluation.
    pub fn blame(&self, blamed: &mut Vec<usize>) {
        let steps =
            self.now.dominated.iter().map(|(step, ..)| *step).filter(|step| !meant(self.trial.scenario(), *step));
        let steps: Vec<StepIndex> = steps.collect();
        let numbers = self.movable.iter().enumerate().filter(|(_, movable)| match movable.number {
            Number::Effect(step, ..) | Number::Pressure(step, _) => steps.contains(&step),
            Number::Start(_) | Number::Enough(_) => false,
        });
        blamed.extend(numbers.map(|(at, _)| at));
    }

    /// How many states there were at the last evaluation.
    pub fn states(&self) -> usize {
        self.now.states
    }

    /// Scores the movable numbers with these values, one for each; `None` where they lead to too many states.
    pub fn score(&mut self, values: &[i32]) -> Option<Cost> {
        for (movable, value) in self.movable.iter().zip(values) {
            // A movable number is one of the scenario's, and its range one that the format allows.
            let _ = self.trial.set(movable.number, *value);
        }
        self.evaluator.evaluate(self.trial.scenario(), &mut self.now).ok()?;
        Some(Cost { missing: self.missing(), changes: self.changes(values) })
    }

    fn missing(&self) -> f64 {
        let (aims, now, scenario) = (self.aims, &self.now, self.trial.scenario());
        let shares = aims.shares.iter().zip(now.shares);
        let mut cost: f64 = shares.filter_map(|(band, share)| Some(band.as_ref()?.miss(share))).sum();
        let unreached = aims.reached.iter().zip(now.reached).filter(|(wanted, reached)| **wanted && !reached).count();
        cost += UNREACHED * unreached as f64;
        for (persona, goal) in &aims.personas {
            let away = Distance::of(scenario, &end_of(*persona, scenario), *goal).points();
            cost += if away > 0 { PERSONA.0 + PERSONA.1 * f64::from(away) } else { 0.0 };
        }
        if aims.choices {
            for (step, _, short) in &now.dominated {
                cost += if meant(scenario, *step) { 0.0 } else { DOMINATED.0 + (DOMINATED.1 * short).min(DOMINATED.0) };
            }
        }
        let gone = self.first.offered.iter().filter(|response| !now.offered.contains(response)).count();
        let idle = self.first.weighty.iter().filter(|step| !now.weighty.contains(step)).count();
        cost + LOST * (gone + idle) as f64
    }

    fn changes(&self, values: &[i32]) -> f64 {
        let changed = self.movable.iter().zip(values).filter(|(movable, value)| movable.value != **value);
        changed.map(|(movable, value)| change(movable, *value)).sum()
    }
}

/// What it costs to give a number another value.
fn change(movable: &Movable, value: i32) -> f64 {
    let signed = matches!(movable.number, Number::Effect(..) | Number::Pressure(..));
    let signs = movable.value.signum().abs_diff(value.signum());
    POINT * f64::from(movable.value.abs_diff(value)) + if signed { f64::from(signs) * TURNED / 2.0 } else { 0.0 }
}

/// Whether a step's dominated responses are meant.
pub(crate) fn meant(scenario: &Scenario, step: StepIndex) -> bool {
    scenario.step(step).allow.iter().any(|(code, _)| **code == *"dominated-response")
}

/// The moment at which a persona's run ends.
pub(crate) fn end_of(persona: Persona, scenario: &Scenario) -> Moment {
    let mut now = Moment::first(scenario);
    let mut decided = 0;
    while let Some((response, step)) = choice_of(persona, decided, &now, scenario).zip(now.step()) {
        let step = scenario.step(step);
        let response = &step.responses[response];
        now = now.after(response).onward(scenario, response);
        decided += usize::from(!step.is_passage());
    }
    now
}

/// Whether an effect is still one of its response. The hat must show as it did: an answer of the leader that gave
/// leadership more than management goes on doing so, and what gave leadership does not come to take it. And an answer that
/// did something does not come to do nothing.
pub(crate) fn is_true_to(response: &Response, effect: Effect) -> bool {
    let of_hat = |effect: Effect| match response.stance {
        Some(Stance::Leader) => (effect.leadership, effect.leadership - effect.management),
        Some(Stance::Manager) => (effect.management, effect.management - effect.leadership),
        None => (0, 0),
    };
    let ((own_before, lead_before), (own, lead)) = (of_hat(response.effect), of_hat(effect));
    let shows = lead > 0 || lead_before < 0 || lead == 0 && lead_before == 0;
    let gives = own >= 0 || own_before <= 0;
    shows && gives && (effect != Effect::default() || response.effect == Effect::default())
}

/// Whether what a step says of why a point comes or goes is still so where its pressure is another: points still come, or
/// still go.
pub(crate) fn is_still_why(step: &Step, was: i32, value: i32) -> bool {
    step.why.is_empty() || value.signum() == was.signum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use scenario::{Limits, MeterName, Outcome, read};

    fn small() -> Scenario {
        read(include_bytes!("../../../tests/fixtures/small.json"), &Limits::default()).expect("a scenario")
    }

    #[test]
    fn an_effect_stays_true_to_its_response() {
        let small = small();
        let effect = |leadership, management| Effect { leadership, management };
        // A leader's answer: +2 and -1.
        let ask = &small.steps()[0].responses[0];
        assert_eq!((ask.stance, ask.effect), (Some(Stance::Leader), effect(2, -1)));
        for fits in [effect(3, 2), effect(1, -3), effect(0, -1), effect(2, 1)] {
            assert!(is_true_to(ask, fits), "{fits:?}");
        }
        for wrong in [effect(1, 1), effect(1, 2), effect(-1, -2), effect(0, 0)] {
            assert!(!is_true_to(ask, wrong), "{wrong:?}");
        }
    }

    #[test]
    fn what_a_step_says_of_its_pressure_stays_true() {
        let mut step = small().steps()[0].clone();
        assert!(is_still_why(&step, -1, 1), "nothing is said of it");
        step.why = "Nobody slept.".into();
        assert!(is_still_why(&step, -1, -2) && !is_still_why(&step, -1, 0) && !is_still_why(&step, -1, 1));
        assert!(is_still_why(&step, 0, 0) && !is_still_why(&step, 0, -1));
    }

    #[test]
    fn a_change_costs_its_points_and_more_where_it_turns_a_sign() {
        let effect = Number::Effect(StepIndex(0), 0, MeterName::Leadership);
        let of = |number, value, to| change(&Movable { number, value, low: -9, high: 9 }, to);
        assert_eq!(of(effect, 2, 2), 0.0);
        assert_eq!(of(effect, 1, 3), 2.0 * POINT);
        assert_eq!(of(effect, 1, 0), POINT + TURNED / 2.0);
        assert_eq!(of(effect, 1, -1), 2.0 * POINT + TURNED);
        assert_eq!(of(Number::Enough(MeterName::Leadership), 1, -1), 2.0 * POINT, "what is enough has no side");
    }

    #[test]
    fn a_score_is_nothing_where_nothing_is_missing_and_counts_what_is() {
        let small = small();
        let mut aims = Aims::of(&small);
        let movable = crate::movable(&small, &aims, |_| true);
        let values: Vec<i32> = movable.iter().map(|movable| movable.value).collect();
        let score = |aims: &Aims| {
            let mut scorer = Scorer::new(&small, aims, &movable, usize::MAX).expect("few enough states");
            scorer.score(&values).expect("few enough states")
        };
        // No run is adrift, and one response is dominated.
        let missing = score(&aims).missing;
        assert!(missing >= UNREACHED + DOMINATED.0 && missing <= UNREACHED + 2.0 * DOMINATED.0, "{missing}");
        aims.choices = false;
        assert_eq!(score(&aims).missing, UNREACHED);
        aims.share(Outcome::Adrift, crate::Band { low: 0.0, high: 0.0 });
        assert!(score(&aims).is_met() && score(&aims).total() == 0.0);
        // 16.7 % of runs are balanced.
        aims.share(Outcome::Balanced, crate::Band { low: 20.0, high: 30.0 });
        assert!((score(&aims).missing - 10.0 / 3.0).abs() < SAME);
        assert!((score(&aims).total() - 10.0 / 3.0 - UNMET).abs() < SAME);
    }
}
