//! One decision of a run: what it was worth, and what its other responses would have led to.

use crate::paths::{Fraction, TooMany, analyse_from};
use crate::play::{Ending, Refused, Run};
use crate::scenario::{Outcome, StepIndex};

/// The uniform player's shares in the order of [`Outcome::ALL`]; `None` where an outcome cannot be reached.
pub type Shares = [Option<Fraction>; 4];

/// One decision of a run.
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
    pub weight: Fraction,
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
        let share = |outcome: Outcome| self.shares[outcome as usize].as_ref();
        if share(Outcome::Balanced).is_some() {
            return Outcome::Balanced;
        }
        match (share(Outcome::UnderLed), share(Outcome::UnderManaged)) {
            (Some(led), Some(managed)) if managed.percent() > led.percent() => Outcome::UnderManaged,
            (Some(_), _) => Outcome::UnderLed,
            (None, Some(_)) => Outcome::UnderManaged,
            (None, None) => Outcome::Adrift,
        }
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
        reason: Refused,
    },
    /// All later decisions fit, and the run is not over.
    GoesOn,
}

impl Decision {
    /// What is to be said about a decision of a run, the first being 0.
    pub(super) fn of(run: &Run, at: usize, limit: usize) -> Result<Self, TooMany> {
        let turn = run.turns()[at];
        let mut before = run.clone();
        before.undo_to(at);
        let offered: Vec<usize> = before.offered().map(|(response, _)| response).collect();
        let what_if = offered.iter().map(|response| what_if(run, &before, at, *response, limit));
        let what_if = what_if.collect::<Result<Vec<_>, TooMany>>()?;
        let taken = what_if.iter().find(|other| other.response == turn.response);
        Ok(Decision {
            step: turn.step,
            response: turn.response,
            before: shares(&before, limit)?,
            after: taken.map(|taken| taken.shares.clone()).unwrap_or_default(),
            weight: weight(&what_if),
            what_if,
        })
    }
}

fn what_if(run: &Run, before: &Run, at: usize, response: usize, limit: usize) -> Result<WhatIf, TooMany> {
    let mut other = before.clone();
    // It is among those that are offered.
    let _ = other.choose(response);
    let shares = shares(&other, limit)?;
    Ok(WhatIf { response, shares, kept: kept(other, run, at + 1) })
}

/// Plays the later decisions of a run after another beginning, as far as they fit.
fn kept(mut other: Run, run: &Run, from: usize) -> Kept {
    for (decision, turn) in run.turns().iter().enumerate().skip(from) {
        if other.ending().is_some() {
            break;
        }
        if let Err(reason) = other.choose_id(run.response(turn).id.as_str()) {
            return Kept::Stops { decision, reason };
        }
    }
    other.ending().map_or(Kept::GoesOn, Kept::Ends)
}

fn shares(run: &Run, limit: usize) -> Result<Shares, TooMany> {
    let analysis = analyse_from(run.scenario(), run.now(), limit)?;
    Ok(analysis.outcomes.map(|fate| fate.witness.map(|_| fate.share)))
}

/// The design's weight of a decision.
fn weight(what_if: &[WhatIf]) -> Fraction {
    let pairs = what_if.iter().flat_map(|one| what_if.iter().map(move |other| (one, other)));
    let apart = pairs.map(|(one, other)| {
        let each = Outcome::ALL.map(|outcome| outcome as usize);
        let part = |at: usize| one.shares[at].clone().unwrap_or_else(Fraction::zero);
        let other = |at: usize| other.shares[at].clone().unwrap_or_else(Fraction::zero);
        each.into_iter().map(|at| part(at).apart(&other(at))).fold(Fraction::zero(), |sum, one| sum.plus(&one)).half()
    });
    apart.fold(Fraction::zero(), |most, one| if one.is_over(&most) { one } else { most })
}
