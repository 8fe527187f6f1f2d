//! How long a run can be.

use scenario::{Goal, Scenario, StepIndex};

/// How many decisions can still follow a step's at most, conditions left aside. Looks at each way on twice, however many
/// lead to one step.
pub fn longest_after(scenario: &Scenario, from: StepIndex) -> usize {
    let steps = scenario.steps();
    let onward = |at: usize| {
        let ways = steps[at].responses.iter().flat_map(|response| &response.next);
        ways.filter_map(|branch| match branch.to {
            Goal::Step(to) => Some(to.0 as usize),
            Goal::End => None,
        })
    };
    let from = from.0 as usize;
    let mut longest = vec![0; steps.len()];
    let mut met = vec![false; steps.len()];
    // Each entry is a step and whether all that it leads to is settled: there are no loops, so it comes to that.
    let mut waiting = vec![(from, false)];
    while let Some((at, settled)) = waiting.pop() {
        if settled {
            longest[at] = onward(at).map(|to| longest[to] + 1).max().unwrap_or(0);
        } else if !std::mem::replace(&mut met[at], true) {
            waiting.push((at, true));
            waiting.extend(onward(at).filter(|to| !met[*to]).map(|to| (to, false)));
        }
    }
    longest[from]
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
        assert_eq!([0, 1].map(|step| longest_after(&scenario, StepIndex(step))), [1, 0]);
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
        assert_eq!(longest_after(&scenario, scenario.start()), 1);
    }
}
