//! What is proved of a draft's steps and answers, by their ids, so that it still fits when others come and go.

use super::super::{Plan, Standing, StepReport};
use play::{Turn, play_as};
use scenario::{Outcome, Persona, Scenario};
use std::collections::BTreeMap;
use std::rc::Rc;

/// What is proved of one step.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    /// Its place in the file when it was proved.
    pub place: u32,
    /// The step's own figures.
    pub report: StepReport,
    /// How each of its answers stands, by their ids.
    pub standings: BTreeMap<String, Standing>,
}

/// What is proved of a draft, as it could last be read.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Facts {
    /// The steps by their ids.
    pub steps: BTreeMap<String, Known>,
    /// The way of each player of habit, in the order of [`scenario::Persona::ALL`].
    pub habits: Vec<Habit>,
}

/// The way of a player of habit.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Habit {
    /// Each step and the answer given there, by their ids.
    pub turns: Vec<(String, String)>,
    /// Where the run ends.
    pub outcome: Option<Outcome>,
}

impl Habit {
    fn of(persona: Persona, scenario: &Rc<Scenario>) -> Self {
        let run = play_as(persona, scenario);
        let turn = |turn: &Turn| {
            let step = scenario.step(turn.step);
            let response = step.responses.get(turn.response).map(|response| response.id.to_string());
            (step.id.to_string(), response.unwrap_or_default())
        };
        Habit { turns: run.turns().iter().map(turn).collect(), outcome: run.ending().map(|ending| ending.outcome) }
    }

    /// Whether the run takes a way: an answer of a step, that leads to a target as a file names it.
    pub fn takes(&self, step: &str, response: &str, to: &str) -> bool {
        let at = self.turns.iter().enumerate().filter(|(_, turn)| turn.0 == step && turn.1 == response);
        let leads = |at: usize| match self.turns.get(at + 1) {
            Some((next, _)) => next == to,
            None => to.starts_with("end"),
        };
        at.map(|(at, _)| at).any(leads)
    }
}

impl Facts {
    /// What a plan says.
    pub(super) fn of(plan: &Plan) -> Self {
        let scenario = plan.scenario();
        let steps = scenario.iter().flat_map(|scenario| scenario.steps()).zip(&plan.steps).enumerate();
        let known = |place: usize, step: &scenario::Step, report: &StepReport| {
            let standings = plan.survey.standings.get(place).map(Vec::as_slice).unwrap_or_default();
            let standings = step.responses.iter().zip(standings);
            let standings = standings.filter_map(|(response, it)| Some((response.id.to_string(), it.clone()?)));
            Known { place: place as u32, report: report.clone(), standings: standings.collect() }
        };
        let steps = steps.map(|(place, (step, report))| (step.id.to_string(), known(place, step, report)));
        let habits = scenario.iter().flat_map(|scenario| Persona::ALL.map(|persona| Habit::of(persona, scenario)));
        Facts { steps: steps.collect(), habits: habits.collect() }
    }
}
