//! How long a run can be.

use crate::scenario::{Goal, Scenario, StepIndex};

/// How many decisions can still follow a step's at most, conditions left aside.
pub fn longest_after(scenario: &Scenario, from: StepIndex) -> usize {
    const UNKNOWN: usize = usize::MAX;
    let from = from.0 as usize;
    let mut longest = vec![UNKNOWN; scenario.steps().len()];
    let mut trail = vec![from];
    // There are no loops: a step is settled once all that it leads to is.
    while let Some(at) = trail.last().copied() {
        let mut most = 0;
        let before = trail.len();
        for branch in scenario.steps()[at].responses.iter().flat_map(|response| &response.next) {
            if let Goal::Step(to) = branch.to {
                match longest[to.0 as usize] {
                    UNKNOWN => trail.push(to.0 as usize),
                    after => most = most.max(after + 1),
                }
            }
        }
        if trail.len() == before {
            longest[at] = most;
            trail.pop();
        }
    }
    longest[from]
}
