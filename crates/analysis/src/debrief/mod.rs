//! What a run can teach once it is over: what each decision was worth, what else could have come, and which hats were
//! worn where. Every figure is exact, from the counts of [`crate`]; the definitions are the design's "what the analysis answers".

mod decision;
mod hats;
mod turning;

pub use decision::{Decision, Kept, WhatIf};
pub use hats::{Hats, Tally};
pub use turning::TurningPoint;

use crate::{Prospects, Shares, Spot};
use play::{Ending, Run, play_as};
use scenario::{Outcome, Persona};

/// All that is to be said about a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Debrief {
    /// What the uniform player comes to.
    pub shares: Shares,
    /// Where the uniform player's runs end.
    pub ends: Vec<Spot>,
    /// How each persona ends.
    pub personas: [(Persona, Option<Ending>); 4],
    /// The run's turns, the first one first: its decisions, and its passages. What follows counts turns.
    pub decisions: Vec<Decision>,
    /// The last decision before which `balanced` could still be reached, the first being 0; `None` where it never could.
    pub last_chance: Option<usize>,
    /// The first decision after which one outcome alone was left, the first being 0; `None` where that was so from the
    /// start, or is not so yet.
    pub point_of_no_return: Option<usize>,
    /// The decision that turned the run; `None` where no other response would have changed anything.
    pub turning_point: Option<TurningPoint>,
    /// Which hats were worn where.
    pub hats: Hats,
}

impl Debrief {
    /// The debrief of a run, finished or not, by its scenario's prospects.
    pub fn of(run: &Run, prospects: &Prospects) -> Self {
        let decisions: Vec<Decision> =
            (0..run.turns().len()).filter_map(|at| Decision::of(run, at, prospects)).collect();
        let open = |decision: &Decision| reachable(&decision.before).count() > 1;
        let chance = |decision: &Decision| !decision.before[Outcome::Balanced as usize].is_none();
        let settles = |decision: &Decision| open(decision) && reachable(&decision.after).count() == 1;
        Debrief {
            shares: prospects.shares(&Run::start(run.scenario().clone()).now()),
            ends: prospects.ends(),
            personas: Persona::ALL.map(|persona| (persona, play_as(persona, run.scenario()).ending())),
            last_chance: decisions.iter().zip(run.turns()).rposition(|(it, turn)| run.is_decision(turn) && chance(it)),
            point_of_no_return: decisions.iter().position(settles),
            turning_point: TurningPoint::of(run, &decisions),
            decisions,
            hats: Hats::of(run),
        }
    }
}

/// The outcomes that can be reached, of shares in the order of [`Outcome::ALL`].
pub fn reachable(shares: &Shares) -> impl Iterator<Item = Outcome> {
    Outcome::ALL.into_iter().filter(|outcome| !shares[*outcome as usize].is_none())
}
