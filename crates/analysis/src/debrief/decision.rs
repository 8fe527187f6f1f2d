//! One decision of a run: what it was worth, and what its other responses would have led to.

use crate::{Prospects, Share, Shares};
use play::{ChoiceError, Ending, Run};
use scenario::{Outcome, StepIndex};

/// One decision of a run; or a passage, on which nothing hung.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// The step it was taken at.
    pub step: StepIndex,
    /// The response that was taken, as its place in the step's list.
    pub response: usize,
    /// The outcome shares before it.
    pub before: Shares,
    /// The outcome shares after it.
    pub after: Shares,
    /// How far the decision could move the shares: half the sum of the absolute differences between the shares under
    /// two of its responses, the largest over pairs.
    pub weight: Share,
    /// Each response that was offered, the one that was taken included, in the order of the file.
    pub what_if: Vec<WhatIf>,
}

/// What a response leads to.
#[derive(Clone, Debug, PartialEq)]
pub struct WhatIf {
    /// The response, as its place in the step's list.
    pub response: usize,
    /// The outcome shares after it.
    pub shares: Shares,
    /// What comes of it when all later decisions stay as they were.
    pub kept: Kept,
}

impl WhatIf {
    /// The best that can still be reached: `balanced` where it can be, else one meter short, else `adrift`. Of the two
    /// that are short in one, the likelier.
    pub fn best(&self) -> Outcome {
        let open = |outcome: Outcome| !self.shares[outcome as usize].is_none();
        let short = match self.shares[Outcome::UnderManaged as usize] > self.shares[Outcome::UnderLed as usize] {
            true => [Outcome::UnderManaged, Outcome::UnderLed],
            false => [Outcome::UnderLed, Outcome::UnderManaged],
        };
        let best = [Outcome::Balanced, short[0], short[1]].into_iter().find(|outcome| open(*outcome));
        best.unwrap_or(Outcome::Adrift)
    }
}

/// What comes of a run when one decision is another and all later ones stay as they were.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It ends so.
    Ends(Ending),
    /// A later decision no longer fits: which one, the first of the run being 0, and why.
    Stops {
        /// The decision.
        decision: usize,
        /// Why it cannot be taken.
        reason: ChoiceError,
    },
    /// All later decisions fit, and the run is not over.
    GoesOn,
}

impl Decision {
    /// What is to be said about a decision of a run, the first being 0.
    pub(super) fn of(run: &Run, at: usize, prospects: &Prospects) -> Option<Self> {
        let turn = run.turns().get(at)?;
        let mut before = run.clone();
        before.undo_to(at);
        let offered: Vec<usize> = before.offered().map(|(response, _)| response).collect();
        let what_if: Vec<WhatIf> =
            offered.into_iter().map(|response| what_if(run, &before, at, response, prospects)).collect();
        let taken = what_if.iter().find(|other| other.response == turn.response)?;
        Some(Decision {
            step: turn.step,
            response: turn.response,
            before: prospects.shares(&turn.before),
            after: taken.shares,
            weight: weight(&what_if),
            what_if,
        })
    }
}

fn what_if(run: &Run, before: &Run, at: usize, response: usize, prospects: &Prospects) -> WhatIf {
    let mut other = before.clone();
    // It is among those that are offered.
    let _ = other.choose(response);
    WhatIf { response, shares: prospects.shares(&other.now()), kept: kept(other, run, at + 1) }
}

/// Plays the later decisions of a run after another beginning, as far as they fit; passages are gone through wherever
/// they stand.
fn kept(mut other: Run, run: &Run, from: usize) -> Kept {
    let decisions = run.turns().iter().enumerate().skip(from).filter(|(_, turn)| run.is_decision(turn));
    for (decision, turn) in decisions {
        other.pass();
        if other.ending().is_some() {
            break;
        }
        if let Err(reason) = other.choose_id(run.response(turn).id.as_str()) {
            return Kept::Stops { decision, reason };
        }
    }
    other.pass();
    other.ending().map_or(Kept::GoesOn, Kept::Ends)
}

/// The design's weight of a decision.
fn weight(what_if: &[WhatIf]) -> Share {
    let mut most = Share::new(0, 1);
    for (at, one) in what_if.iter().enumerate() {
        for other in &what_if[at + 1..] {
            most = most.max(apart(&one.shares, &other.shares));
        }
    }
    most
}

/// How far two outcome shares of one scenario are apart: half the sum of the absolute differences.
pub(super) fn apart(one: &Shares, other: &Shares) -> Share {
    // All shares of a scenario are cut into the same parts.
    let apart = one.iter().zip(other).map(|(one, other)| one.part().abs_diff(other.part()));
    Share::new(apart.sum::<u64>() / 2, one[0].whole())
}
