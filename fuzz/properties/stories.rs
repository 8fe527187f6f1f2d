//! Scenarios to try an input on.

use play::Run;
use scenario::{Limits, Scenario, read};
use std::rc::Rc;

/// The scenario of a text that is one.
fn story(text: &str) -> Rc<Scenario> {
    Rc::new(read(text.as_bytes(), &Limits::default()).expect("a scenario"))
}

/// A small scenario.
pub fn small() -> Rc<Scenario> {
    thread_local!(static SMALL: Rc<Scenario> = story(include_str!("../../tests/fixtures/small.json")));
    SMALL.with(Rc::clone)
}

/// A scenario as it is shipped.
pub fn crisis() -> Rc<Scenario> {
    thread_local!(static CRISIS: Rc<Scenario> = story(include_str!("../../scenarios/crisis.json")));
    CRISIS.with(Rc::clone)
}

/// The run that takes responses by lots. It ends: no scenario has more decisions than steps.
pub fn run_by(lots: &[u8], scenario: &Rc<Scenario>) -> Run {
    let mut run = Run::start(Rc::clone(scenario));
    let mut lots = lots.iter().cycle();
    while run.ending().is_none() {
        let offered: Vec<usize> = run.offered().map(|(response, _)| response).collect();
        assert!(!offered.is_empty(), "nobody is ever stuck");
        let lot = lots.next().map_or(0, |lot| usize::from(*lot));
        run.choose(offered[lot % offered.len()]).expect("it was offered");
        assert!(run.turns().len() <= scenario.steps().len(), "no step is met twice");
    }
    run
}
