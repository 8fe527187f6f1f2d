//! The runs of several teams, merged: where they ended, and where they parted.

use super::{State, Team};
use play::Run;
use scenario::{Outcome, StepIndex};

/// What several teams' runs come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// How many ended so, in the order of [`Outcome::ALL`].
    pub outcomes: [usize; 4],
    /// The steps that any of them met, in the order they were first met.
    pub crossroads: Vec<Crossroads>,
    /// Where not all did the same any more, as a place in `crossroads`; `None` where all did the same throughout.
    pub parted: Option<usize>,
}

/// What teams did at a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crossroads {
    /// The step.
    pub step: StepIndex,
    /// The teams that took each of its responses, as places in the list of teams.
    pub took: Vec<Vec<usize>>,
}

impl Crossroads {
    /// How many different responses were taken.
    pub fn ways(&self) -> usize {
        self.took.iter().filter(|teams| !teams.is_empty()).count()
    }
}

impl Merged {
    /// The runs of the teams that have reported.
    pub fn of(state: &State) -> Self {
        let runs: Vec<&Run> = state.teams().iter().map(|team: &Team| &team.run).collect();
        let mut outcomes = [0; 4];
        for ending in runs.iter().filter_map(|run| run.ending()) {
            outcomes[ending.outcome as usize] += 1;
        }
        let longest = runs.iter().map(|run| run.turns().len()).max().unwrap_or(0);
        let mut crossroads: Vec<Crossroads> = Vec::new();
        for at in 0..longest {
            for (team, run) in runs.iter().enumerate() {
                let Some(turn) = run.turns().get(at).filter(|turn| run.is_decision(turn)) else { continue };
                let place = crossroads.iter().position(|known| known.step == turn.step).unwrap_or_else(|| {
                    let responses = state.scenario().step(turn.step).responses.len();
                    crossroads.push(Crossroads { step: turn.step, took: vec![Vec::new(); responses] });
                    crossroads.len() - 1
                });
                let took = &mut crossroads[place].took[turn.response];
                // Where a step is met again, a team may do the same again.
                if !took.contains(&team) {
                    took.push(team);
                }
            }
        }
        let parted = crossroads.iter().position(|step| step.ways() > 1);
        Merged { outcomes, crossroads, parted }
    }

    /// How many teams ended so.
    pub fn ended(&self, outcome: Outcome) -> usize {
        self.outcomes[outcome as usize]
    }
}
