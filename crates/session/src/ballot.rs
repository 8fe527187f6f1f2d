//! The votes on one decision.

use super::{Lead, Tally};
use scenario::StepIndex;

/// The votes on one decision, and what was played.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ballot {
    /// Which decision of the run, the first being 0.
    pub decision: usize,
    /// The step.
    pub step: StepIndex,
    /// The first vote: hands for each of the step's responses.
    pub first: Tally,
    /// The second vote, where pairs talked.
    pub second: Option<Tally>,
    /// The response that was played, and how it came to that; `None` while it was not.
    pub played: Option<(usize, How)>,
    /// Whether the room went back on it: it stays in the record.
    pub taken_back: bool,
}

/// How a response came to be played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// It had the most hands.
    Majority,
    /// It was one of several with the most hands, and the facilitator chose.
    Tie,
    /// Nobody voted, and the facilitator chose.
    NoVotes,
    /// The facilitator chose another than the room.
    Override,
    /// It was not put to the vote: the room's habit had it so.
    Habit,
}

impl Ballot {
    /// The vote that counts: the second where there is one.
    pub fn last(&self) -> &Tally {
        self.second.as_ref().unwrap_or(&self.first)
    }

    /// Whether any hand went up.
    pub fn has_votes(&self) -> bool {
        self.first.sum() > 0 || self.second.as_ref().is_some_and(|second| second.sum() > 0)
    }

    /// What would be played, and how it would come to that: what the facilitator picked, else the majority. `None`
    /// where the facilitator must pick and has not.
    pub fn result(&self, pick: Option<usize>) -> Option<(usize, How)> {
        match (self.last().lead(), pick) {
            (Lead::One(lead), Some(pick)) if pick != lead => Some((pick, How::Override)),
            (Lead::One(lead), _) => Some((lead, How::Majority)),
            (Lead::Tie(leading), Some(pick)) if leading.contains(&pick) => Some((pick, How::Tie)),
            (Lead::Tie(_), Some(pick)) => Some((pick, How::Override)),
            (Lead::Nothing, Some(pick)) => Some((pick, How::NoVotes)),
            (Lead::Tie(_) | Lead::Nothing, None) => None,
        }
    }
}
