//! Which decisions a room takes.

use super::{ActError, State};
use scenario::Id;
use std::collections::BTreeSet;

/// Which decisions a room takes; all others go by its habit (see [`super::Habit`]).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decides {
    /// All.
    All,
    /// Those at these steps.
    These(BTreeSet<Id>),
}

impl Decides {
    /// Whether the decision of a step is the room's.
    pub fn takes(&self, step: &Id) -> bool {
        match self {
            Decides::All => true,
            Decides::These(steps) => steps.contains(step),
        }
    }
}

impl State {
    /// Says which decisions the room takes from now on; the one that waits in sight of the room stays its own.
    pub(super) fn set_decides(&mut self, decides: &Decides) -> Result<(), ActError> {
        if self.phase.is_debrief() {
            return Err(ActError::NotNow);
        }
        let known = |id: &Id| self.scenario.steps().iter().any(|step| step.id == *id && !step.is_passage());
        if let Decides::These(steps) = decides
            && !steps.iter().all(known)
        {
            return Err(ActError::Unknown);
        }
        self.decides = Some(decides.clone());
        Ok(())
    }
}
