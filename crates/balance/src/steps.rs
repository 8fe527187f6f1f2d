//! What is known of the steps of a scenario whatever its numbers are.

use analysis::in_order;
use scenario::{Condition, Flags, Goal, Scenario, StepIndex};

/// The steps in an order in which each stands before those it leads to, and what is known of them whatever their numbers.
pub(crate) struct Steps {
    pub order: Vec<u32>,
    /// By step, the flags that it or a step after it asks for.
    pub live: Vec<Flags>,
    /// How many states are visited at most.
    pub limit: usize,
}

impl Steps {
    pub fn of(scenario: &Scenario, limit: usize) -> Self {
        let order = in_order(scenario, scenario.start());
        let mut live = vec![0; scenario.steps().len()];
        let asked = |when: &Condition| when.has | when.lacks;
        for step in order.iter().rev() {
            let responses = &scenario.step(StepIndex(*step)).responses;
            let mut flags = 0;
            for response in responses {
                flags |= asked(&response.when);
                for branch in &response.next {
                    flags |= asked(&branch.when);
                    if let Goal::Step(to) = branch.to {
                        flags |= live[to.0 as usize];
                    }
                }
            }
            live[*step as usize] = flags;
        }
        Steps { order, live, limit }
    }
}

fn common_multiple(one: u128, other: u128) -> Option<u128> {
    let (mut large, mut small) = (one, other);
    while small != 0 {
        (large, small) = (small, large % small);
    }
    one.checked_mul(other / large)
}

/// A number that the counts of responses offered along any way divide without a rest, one after the other, whatever the
/// numbers are.
pub(crate) fn whole(scenario: &Scenario, order: &[u32]) -> Option<u128> {
    let mut parts = vec![1_u128; scenario.steps().len()];
    let mut whole = 1;
    for step in order.iter().rev() {
        let responses = &scenario.step(StepIndex(*step)).responses;
        let always = responses.iter().filter(|response| response.when == Condition::ALWAYS).count();
        let own = (always.max(1)..=responses.len()).try_fold(1, |all, count| common_multiple(all, count as u128))?;
        let ways = responses.iter().flat_map(|response| &response.next);
        let after = ways.filter_map(|branch| match branch.to {
            Goal::Step(to) => Some(parts[to.0 as usize]),
            Goal::End | Goal::Outcome(_) => None,
        });
        let after = after.into_iter().try_fold(1, common_multiple)?;
        parts[*step as usize] = own.checked_mul(after)?;
        whole = common_multiple(whole, parts[*step as usize])?;
    }
    (whole < 1 << 124).then_some(whole)
}
