//! What is counted for a debrief, as it goes from the worker that counts to the page.

use crate::pages::debrief::WORDS;
use analysis::debrief::{self, Debrief};
use analysis::{Share, Shares};
use scenario::Outcome;
use serde::{Deserialize, Serialize};

/// A share as the page tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Odds {
    /// In thousandths, rounded.
    pub thousandths: u32,
    /// Whether it is exactly 0.
    pub none: bool,
    /// Whether it is exactly 1.
    pub all: bool,
}

impl From<Share> for Odds {
    fn from(share: Share) -> Self {
        Odds { thousandths: share.thousandths(), none: share.is_none(), all: share.is_all() }
    }
}

impl Odds {
    /// Of how many in a hundred, in words. What is not quite nothing, or not quite everything, says so.
    pub fn of_hundred(self) -> String {
        match self.thousandths {
            ..5 if !self.none => WORDS.under_one.into(),
            995.. if !self.all => WORDS.over_99.into(),
            other => ((other + 5) / 10).to_string(),
        }
    }
}

/// The odds of each outcome, in the order of [`Outcome::ALL`].
pub type AllOdds = [Odds; 4];

fn all_odds(shares: Shares) -> AllOdds {
    shares.map(Odds::from)
}

/// An end of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct End {
    /// The outcome.
    #[serde(with = "outcome")]
    pub outcome: Outcome,
    /// Whether the run broke.
    pub broke: bool,
}

/// A place on the map where runs end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spot {
    /// Leadership at the end.
    pub leadership: i32,
    /// Management at the end.
    pub management: i32,
    /// The outcome there.
    #[serde(with = "outcome")]
    pub outcome: Outcome,
    /// How often chance ends there, in thousandths.
    pub thousandths: u32,
}

/// What comes of a run when one decision is another and all later ones stay as they were.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kept {
    /// It ends so.
    Ends(End),
    /// The later decisions fit up to this one, the first of the run being 0.
    Stops(usize),
    /// All later decisions fit, and the run is not over.
    GoesOn,
}

/// What a response leads to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WhatIf {
    /// The response, as its place in the step's list.
    pub response: usize,
    /// The odds after it.
    pub odds: AllOdds,
    /// The best that can still be reached.
    #[serde(with = "outcome")]
    pub best: Outcome,
    /// What comes of it with all later decisions kept.
    pub kept: Kept,
}

/// One decision of a run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The odds before it.
    pub before: AllOdds,
    /// The odds after it.
    pub after: AllOdds,
    /// How much hung on it.
    pub weight: Odds,
    /// Each response that was offered, in the order of the file.
    pub what_if: Vec<WhatIf>,
}

/// The decision that turned a run, and the response that would have turned it another way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turning {
    /// The turn, the first being 0.
    pub decision: usize,
    /// The other response, as its place in the step's list.
    pub response: usize,
}

/// All that is counted of a run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// What chance comes to.
    pub odds: AllOdds,
    /// Where it ends.
    pub ends: Vec<Spot>,
    /// The run's decisions, the first one first.
    pub decisions: Vec<Decision>,
    /// The last decision before which balance could still be reached.
    pub last_chance: Option<usize>,
    /// The first decision after which one outcome alone was left.
    pub point_of_no_return: Option<usize>,
    /// The decision that turned it; `None` where no other response would have changed anything.
    pub turning: Option<Turning>,
}

impl From<Debrief> for Figures {
    fn from(debrief: Debrief) -> Self {
        let spot = |spot: &analysis::Spot| Spot {
            leadership: spot.leadership,
            management: spot.management,
            outcome: spot.ending.outcome,
            thousandths: spot.share.thousandths(),
        };
        Figures {
            odds: all_odds(debrief.shares),
            ends: debrief.ends.iter().map(spot).collect(),
            decisions: debrief.decisions.iter().map(Decision::from).collect(),
            last_chance: debrief.last_chance,
            point_of_no_return: debrief.point_of_no_return,
            turning: debrief.turning_point.map(|point| Turning { decision: point.decision, response: point.response }),
        }
    }
}

impl From<&debrief::Decision> for Decision {
    fn from(decision: &debrief::Decision) -> Self {
        let what_if = |other: &debrief::WhatIf| WhatIf {
            response: other.response,
            odds: all_odds(other.shares),
            best: other.best(),
            kept: match other.kept {
                debrief::Kept::Ends(ending) => Kept::Ends(End { outcome: ending.outcome, broke: ending.broke }),
                debrief::Kept::Stops { decision, .. } => Kept::Stops(decision),
                debrief::Kept::GoesOn => Kept::GoesOn,
            },
        };
        Decision {
            before: all_odds(decision.before),
            after: all_odds(decision.after),
            weight: decision.weight.into(),
            what_if: decision.what_if.iter().map(what_if).collect(),
        }
    }
}

/// An outcome as its place in [`Outcome::ALL`].
mod outcome {
    use scenario::Outcome;
    use serde::de::{Deserialize, Deserializer, Error};
    use serde::ser::Serializer;

    pub(super) fn serialize<S: Serializer>(outcome: &Outcome, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(*outcome as u8)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Outcome, D::Error> {
        let place = u8::deserialize(deserializer)?;
        Outcome::ALL.get(usize::from(place)).copied().ok_or_else(|| D::Error::custom("no outcome"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_rounded_but_never_to_nothing_or_to_all() {
        let said = |part, whole| Odds::from(Share::new(part, whole)).of_hundred();
        assert_eq!([said(0, 9), said(1, 9999), said(1, 3), said(2, 3)], ["0", "fewer than 1", "33", "67"]);
        assert_eq!([said(9999, 10_000), said(9, 9)], ["more than 99", "100"]);
    }

    #[test]
    fn an_outcome_is_one_of_four() {
        for outcome in Outcome::ALL {
            let end = End { outcome, broke: false };
            let bytes = postcard::to_allocvec(&end).expect("it can be written");
            assert_eq!(postcard::from_bytes::<End>(&bytes), Ok(end));
        }
        assert!(postcard::from_bytes::<End>(&[4, 0]).is_err());
    }
}
