//! What an author balances a scenario by, in words: how each response stands beside the others, and what the meters live
//! on.

use scenario::Scenario;
use serde::{Deserialize, Serialize};

/// How a response stands beside the others that are offered with it, for ending balanced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// The share of runs that end balanced after it.
    pub after: String,
    /// That share, had the best of the others been taken each time.
    pub other: String,
    /// In how many states it is the best, as good as the best, and worse than another.
    pub states: [u32; 3],
    /// How far it is ahead of the best other, in the state where that is most.
    pub ahead: String,
    /// How far it is behind, in the state where that is most.
    pub behind: String,
}

/// What a meter lives on, as means over the uniform player's runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Budget {
    /// Where it starts.
    pub start: i32,
    /// What responses add, what they take, and what steps add or take.
    pub flows: [String; 3],
    /// Where it ends.
    pub end: String,
    /// How much of it the end asks for.
    pub enough: i32,
    /// What is over at the end; below 0 where it falls short.
    pub slack: String,
}

/// What an author balances a scenario by.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Survey {
    /// By step and response, in the order of the file; `None` where a response is never offered beside another. Empty where
    /// it is not decided.
    pub standings: Vec<Vec<Option<Standing>>>,
    /// Leadership's and management's; none where it is not decided.
    pub budgets: Vec<Budget>,
}

impl Survey {
    /// The survey of a scenario, visiting at most so many states.
    pub(super) fn of(scenario: &Scenario, limit: usize) -> Self {
        let Ok(analysis::Survey { standings, budgets }) = analysis::survey(scenario, limit) else {
            return Survey::default();
        };
        let of_step = |step: Vec<Option<analysis::Standing>>| step.into_iter().map(|it| it.map(standing)).collect();
        Survey { standings: standings.into_iter().map(of_step).collect(), budgets: budgets.map(budget).into() }
    }
}

fn standing(standing: analysis::Standing) -> Standing {
    let analysis::Standing { best, tied, worse, balanced, other, ahead, behind } = standing;
    Standing {
        after: balanced.rounded(),
        other: other.rounded(),
        states: [best, tied, worse].map(|count| u32::try_from(count).unwrap_or(u32::MAX)),
        ahead: ahead.rounded(),
        behind: behind.rounded(),
    }
}

fn budget(budget: analysis::Budget) -> Budget {
    let analysis::Budget { meter: _, start, gains, costs, pressure, end, enough, slack } = budget;
    Budget {
        start,
        flows: [gains, costs, pressure].map(|mean| mean.rounded()),
        end: end.rounded().trim_start_matches('+').into(),
        enough,
        slack: slack.rounded(),
    }
}
