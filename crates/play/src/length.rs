//! How long a run can be.

use scenario::{Flags, Goal, Scenario, StepIndex};

/// How many decisions the longest run has, conditions left aside.
pub fn longest(scenario: &Scenario) -> usize {
    let (start, first) = (scenario.start(), scenario.step(scenario.start()));
    longest_after(scenario, start, first.entry_after(0)) + usize::from(!first.is_passage())
}

/// How many decisions can still follow a step's at most in a run with these flags, conditions left aside. Each entry that
/// is left of steps with visits counts as one of whichever of them leads furthest, so beside a hub it may be fewer. Looks at each way on twice for
/// each of those entries, however many ways lead to one step.
pub fn longest_after(scenario: &Scenario, from: StepIndex, flags: Flags) -> usize {
    most_after(scenario, from, flags, |step| u32::from(!scenario.step(step).is_passage())) as usize
}

/// What can still follow a step at most in a run with these flags, where each step costs something: as [`longest_after`],
/// with costs in place of decisions.
pub fn most_after(scenario: &Scenario, from: StepIndex, flags: Flags, cost: impl Fn(StepIndex) -> u32) -> u32 {
    let steps = scenario.steps();
    let onward = |at: usize| {
        let ways = steps[at].responses.iter().flat_map(|response| &response.next);
        ways.filter_map(|branch| match branch.to {
            Goal::Step(to) => Some(to.0 as usize),
            Goal::End | Goal::Outcome(_) => None,
        })
    };
    let costs: Vec<u32> = (0..steps.len() as u32).map(|step| cost(StepIndex(step))).collect();
    let mut longest = vec![0_u32; steps.len()];
    // Without entries to be had, then with one, with two.
    for left in 0..=(scenario.entries() & !flags).count_ones() {
        let before = longest;
        longest = vec![0; steps.len()];
        let limited = |to: usize| steps[to].entries != 0;
        let mut met = vec![false; steps.len()];
        // Each entry is a step and whether all that it leads to is settled: what is left of loops has none.
        let mut waiting: Vec<(usize, bool)> = (0..steps.len()).map(|at| (at, false)).collect();
        while let Some((at, settled)) = waiting.pop() {
            if settled {
                let after = |to: usize| {
                    let more = match limited(to) {
                        true if left == 0 => return 0_u32,
                        true => before[to],
                        false => longest[to],
                    };
                    more.saturating_add(costs[to])
                };
                longest[at] = onward(at).map(after).max().unwrap_or(0);
            } else if !std::mem::replace(&mut met[at], true) {
                waiting.push((at, true));
                waiting.extend(onward(at).filter(|to| !limited(*to) && !met[*to]).map(|to| (to, false)));
            }
        }
    }
    longest[from.0 as usize]
}

#[cfg(test)]
mod tests {
    use super::*;
    use scenario::{Limits, read};

    const SMALL: &str = include_str!("../../../tests/fixtures/small.json");

    fn scenario(text: &str) -> Scenario {
        let limits = Limits { bytes: usize::MAX, branches: usize::MAX, ..Limits::default() };
        read(text.as_bytes(), &limits).expect("a scenario")
    }

    #[test]
    fn the_longest_way_is_counted_from_any_step() {
        let scenario = scenario(SMALL);
        assert_eq!([0, 1].map(|step| longest_after(&scenario, StepIndex(step), 0)), [1, 0]);
        assert_eq!(most_after(&scenario, StepIndex(0), 0, |step| 30 + step.0), 31, "a step costs what is said");
    }

    #[test]
    fn the_longest_run_comes_to_its_first_step_once_before_it_comes_back() {
        let hub = scenario(include_str!("../../../tests/fixtures/hub.json"));
        let retry = scenario(include_str!("../../../tests/fixtures/retry.json"));
        assert_eq!([&scenario(SMALL), &hub, &retry].map(longest), [2, 4, 2]);
    }

    #[test]
    fn however_many_ways_lead_to_one_step_it_is_looked_at_once() {
        let ways = |to: &str| {
            format!("[{}{{ \"to\": \"{to}\" }}]", "{ \"when\": {}, \"to\": \"TO\" }, ".repeat(30_000).replace("TO", to))
        };
        let from =
            "\"next\": [{ \"when\": { \"management\": { \"at_least\": 7 } }, \"to\": \"end\" }, { \"to\": \"rush\" }]";
        let text = SMALL.replacen(from, &format!("\"next\": {}", ways("rush")), 1);
        let text = text.replacen(
            "[\"It moves.\"],\n          \"next\": \"end\"",
            &format!("[\"It moves.\"], \"next\": {}", ways("end")),
            1,
        );
        let scenario = scenario(&text);
        assert!(scenario.steps().iter().all(|step| step.responses.iter().any(|it| it.next.len() > 30_000)));
        // Were it looked at once for each way, this would take minutes.
        assert_eq!(longest_after(&scenario, scenario.start(), 0), 1);
    }
}
