//! What a debrief is told from: exact figures of the run, and the teams' runs merged.

use super::{Merged, Mode, State};
use analysis::debrief::Debrief;
use analysis::{Prospects, Shares};
use play::{Record, Run};
use std::rc::Rc;

/// The figures of a debrief. They take a moment to find, so they are kept while what they are of stays the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// What they are of.
    of: Vec<Record>,
    /// The run's; `None` where the scenario has too many states to say.
    pub debrief: Option<Debrief>,
    /// The exact shares of chance, in the order of [`scenario::Outcome::ALL`]; `None` as above.
    pub chance: Option<Shares>,
    /// The teams' runs, where teams played.
    pub merged: Option<Merged>,
}

impl Review {
    /// The figures of a session, visiting at most `limit` states for each question.
    pub fn of(state: &State, limit: usize) -> Self {
        let prospects = Prospects::of(state.scenario(), limit).ok();
        let debrief = prospects.as_ref().zip(state.debriefed()).map(|(prospects, run)| Debrief::of(run, prospects));
        let start = Run::start(Rc::clone(state.scenario())).now();
        Review {
            of: subjects(state),
            debrief,
            chance: prospects.map(|prospects| prospects.shares(&start)),
            merged: (state.mode() == Mode::Teams).then(|| Merged::of(state)),
        }
    }

    /// Whether they are the figures of a session as it is now.
    pub fn is_of(&self, state: &State) -> bool {
        self.of == subjects(state)
    }
}

/// The runs that the figures are of: the one that is looked at, and all teams'.
fn subjects(state: &State) -> Vec<Record> {
    let teams = state.teams().iter().map(|team| &team.run);
    state.debriefed().into_iter().chain(teams).map(Record::of).collect()
}
