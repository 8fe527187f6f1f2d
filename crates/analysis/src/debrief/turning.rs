//! The decision that turned a run.

use super::decision::{Decision, apart};
use crate::Share;
use play::Run;
use scenario::Outcome;

/// The decision that turned a run, and the response that would have turned it another way.
///
/// Of all responses that were offered and not taken it is the one under which the odds of `balanced` are furthest from
/// those under the response that was taken: lower in a run that ended in balance, higher in any other. Where none is,
/// it is the one under which the outcome shares are furthest apart. Of several it is the first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TurningPoint {
    /// The turn, the first being 0.
    pub decision: usize,
    /// The other response, as its place in the step's list.
    pub response: usize,
    /// How far it moves the odds, or the shares; never 0.
    pub change: Share,
}

impl TurningPoint {
    /// The turning point of a run, by its decisions; `None` where no other response changes anything.
    pub(super) fn of(run: &Run, decisions: &[Decision]) -> Option<Self> {
        let balanced = run.ending().is_some_and(|ending| ending.outcome == Outcome::Balanced);
        let odds = |taken: &Decision, other: usize| {
            let [taken, other] = [&taken.after, &taken.what_if[other].shares].map(|it| it[Outcome::Balanced as usize]);
            let (high, low) = if balanced { (taken, other) } else { (other, taken) };
            Share::new(high.part().saturating_sub(low.part()), high.whole())
        };
        let shares = |taken: &Decision, other: usize| apart(&taken.after, &taken.what_if[other].shares);
        furthest(decisions, odds).or_else(|| furthest(decisions, shares))
    }
}

/// The response that was not taken and is furthest from the one that was.
fn furthest(decisions: &[Decision], far: impl Fn(&Decision, usize) -> Share) -> Option<TurningPoint> {
    let mut found: Option<TurningPoint> = None;
    for (decision, taken) in decisions.iter().enumerate() {
        for (at, other) in taken.what_if.iter().enumerate().filter(|(_, other)| other.response != taken.response) {
            let change = far(taken, at);
            if !change.is_none() && found.is_none_or(|found| found.change < change) {
                found = Some(TurningPoint { decision, response: other.response, change });
            }
        }
    }
    found
}
