//! Players of fixed habits: what an author's `expect` speaks of.

use super::Run;
use crate::scenario::{Persona, Scenario, Stance};
use std::rc::Rc;

/// The run that a persona plays.
pub fn play_as(persona: Persona, scenario: &Rc<Scenario>) -> Run {
    let mut run = Run::start(Rc::clone(scenario));
    loop {
        let now = run.now();
        let stance = match persona {
            Persona::AlwaysLeader => Stance::Leader,
            Persona::AlwaysManager => Stance::Manager,
            Persona::Alternating if run.turns().len().is_multiple_of(2) => Stance::Leader,
            Persona::Alternating => Stance::Manager,
            Persona::Balancing if now.leadership <= now.management => Stance::Leader,
            Persona::Balancing => Stance::Manager,
        };
        // Every step has a response of each stance that is always offered: only the end has none.
        let Some((response, _)) = run.offered().find(|(_, response)| response.stance == stance) else {
            return run;
        };
        if run.choose(response).is_err() {
            return run;
        }
    }
}
