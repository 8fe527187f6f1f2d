//! Players of fixed habits: what an author's `expect` speaks of.

use super::{Moment, Run};
use scenario::{Persona, Response, Scenario, Stance, Step};
use std::rc::Rc;

/// The response that a persona takes, by its place in the step's list, after so many decisions; `None` at the end. Through
/// passages all go alike.
pub fn choice_of(persona: Persona, decided: usize, now: &Moment, scenario: &Scenario) -> Option<usize> {
    let stance = match persona {
        Persona::AlwaysLeader => Stance::Leader,
        Persona::AlwaysManager => Stance::Manager,
        Persona::Alternating if decided.is_multiple_of(2) => Stance::Leader,
        Persona::Alternating => Stance::Manager,
        Persona::Balancing if now.leadership <= now.management => Stance::Leader,
        Persona::Balancing => Stance::Manager,
    };
    // Every step has a response of each stance that is always offered, or its passage: only the end has none.
    let fits = |response: &Response| response.stance.is_none_or(|worn| worn == stance);
    now.offered(scenario).find(|(_, response)| fits(response)).map(|(at, _)| at)
}

/// The run that a persona plays.
pub fn play_as(persona: Persona, scenario: &Rc<Scenario>) -> Run {
    let mut run = Run::start(Rc::clone(scenario));
    let mut decided = 0;
    while let Some(response) = choice_of(persona, decided, &run.now(), scenario) {
        decided += usize::from(!run.step().is_some_and(Step::is_passage));
        if run.choose(response).is_err() {
            break;
        }
    }
    run
}
