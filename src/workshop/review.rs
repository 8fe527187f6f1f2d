//! What a debrief is told from: exact figures of the run, and the teams' runs merged.

use super::{Merged, Mode, State};
use crate::debrief::Debrief;
use crate::paths::{Analysis, Fraction, TooMany, analyse};
use crate::play::Record;
use crate::scenario::Outcome;

/// The figures of a debrief. They take a moment to find, so they are kept while what they are of stays the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// What they are of.
    of: Vec<Record>,
    /// The run's; `None` where the scenario has too many states to say.
    pub debrief: Option<Debrief>,
    /// The exact shares of chance, in the order of [`Outcome::ALL`]; `None` as above.
    pub chance: Option<[Fraction; 4]>,
    /// The teams' runs, where teams played.
    pub merged: Option<Merged>,
}

impl Review {
    /// The figures of a session, visiting at most `limit` states for each question.
    pub fn of(state: &State, limit: usize) -> Self {
        let debrief = state.debriefed().map(|run| Debrief::of(run, limit)).and_then(Result::ok);
        let analysis = match &debrief {
            Some(debrief) => Ok(debrief.scenario.clone()),
            None => analyse(state.scenario(), limit),
        };
        Review {
            of: subjects(state),
            debrief,
            chance: shares(analysis),
            merged: (state.mode() == Mode::Teams).then(|| Merged::of(state)),
        }
    }

    /// Whether they are the figures of a session as it is now.
    pub fn is_of(&self, state: &State) -> bool {
        self.of == subjects(state)
    }
}

fn shares(analysis: Result<Analysis, TooMany>) -> Option<[Fraction; 4]> {
    let analysis = analysis.ok()?;
    Some(Outcome::ALL.map(|outcome| analysis.outcome(outcome).share.clone()))
}

/// The runs that the figures are of: the one that is looked at, and all teams'.
fn subjects(state: &State) -> Vec<Record> {
    let teams = state.teams().iter().map(|team| &team.run);
    state.debriefed().into_iter().chain(teams).map(Record::of).collect()
}
