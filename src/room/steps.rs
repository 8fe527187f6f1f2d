//! A run step by step: what each situation and each answer did to the meters, so that every sum adds up.

use play::{Run, Turn};
use scenario::{Effect, Goal, StepIndex};

/// A step of a run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Passed {
    /// The step.
    pub step: StepIndex,
    /// What entering it did.
    pub pressure: Effect,
    /// The decision that was taken, and what the answer did; `None` at a step that still waits.
    pub answer: Option<(Turn, Effect)>,
    /// Leadership and management, after all that.
    pub after: (i32, i32),
}

/// The steps of a run, the one that waits or that broke it included where it changed something.
pub fn passed(run: &Run) -> Vec<Passed> {
    let meters = run.scenario().meters();
    let mut at = (meters.leadership.start, meters.management.start);
    let mut steps = Vec::with_capacity(run.turns().len() + 1);
    for turn in run.turns() {
        let (before, after) = (turn.before, turn.after);
        let pressure = apart(at, (before.leadership, before.management));
        at = (after.leadership, after.management);
        let effect = apart((before.leadership, before.management), at);
        steps.push(Passed { step: turn.step, pressure, answer: Some((*turn, effect)), after: at });
    }
    let now = (run.now().leadership, run.now().management);
    if let Some(step) = run.now().step().or_else(|| broken_at(run)) {
        steps.push(Passed { step, pressure: apart(at, now), answer: None, after: now });
    }
    steps
}

/// The step that broke a run as it was met; `None` where an answer ended it.
fn broken_at(run: &Run) -> Option<StepIndex> {
    let broke = run.ending().is_some_and(|ending| ending.broke);
    let Some(last) = run.turns().last() else { return broke.then(|| run.scenario().start()) };
    if !broke || last.after.ending().is_some() {
        return None;
    }
    let way = run.response(last).next.iter().find(|way| last.after.holds(&way.when))?;
    match way.to {
        Goal::Step(step) => Some(step),
        Goal::End | Goal::Outcome(_) => None,
    }
}

/// What leads from one pair of meters to another.
pub(super) fn apart(from: (i32, i32), to: (i32, i32)) -> Effect {
    Effect { leadership: to.0.saturating_sub(from.0), management: to.1.saturating_sub(from.1) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use scenario::{Limits, read};
    use std::rc::Rc;

    #[test]
    fn what_each_step_did_adds_up_to_where_the_run_is() {
        let text = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/crisis.json")).expect("a file");
        let scenario = Rc::new(read(&text, &Limits::default()).expect("a scenario"));
        let mut run = Run::start(scenario);
        loop {
            let meters = run.scenario().meters();
            let mut at = (meters.leadership.start, meters.management.start);
            for step in passed(&run) {
                for change in [Some(step.pressure), step.answer.map(|(_, effect)| effect)].into_iter().flatten() {
                    at = (at.0 + change.leadership, at.1 + change.management);
                }
                assert_eq!(at, step.after);
            }
            assert_eq!(at, (run.now().leadership, run.now().management));
            let Some((first, _)) = run.offered().next() else { return };
            run.choose(first).expect("it was offered");
        }
    }
}
