//! Two responses that do the same.

use crate::finding::{Facts, Finding, Place};
use crate::{Rule, Severity};
use scenario::{Condition, Response, Step};

/// The rule.
pub(crate) const RULE: Rule = Rule {
    code: "identical-responses",
    severity: Severity::Warning,
    summary: "Two responses of a step do the same.",
    why: "They have the same effect, set the same flags and lead on the same way: whichever a player takes, only \
          the words differ. Two that are never offered together are left alone. The mark is on the second; the first \
          is marked beside it.",
    bad: &[(r#""effect": { "leadership": 2 },"#, r#""effect": { "leadership": 2, "management": -1 },"#)],
    mend: "Let them differ in what they cost, in what they remember or in where they lead.",
    miss: &[(
        r#""effect": { "leadership": 2 },"#,
        r#""effect": { "leadership": 2, "management": -1 },
          "sets": ["promised"],"#,
    )],
    check: Some(check),
};

fn check(facts: &Facts<'_>) -> Vec<Finding> {
    facts.scenario.steps().iter().enumerate().flat_map(|(at, step)| in_step(at, step)).collect()
}

fn in_step(at: usize, step: &Step) -> impl Iterator<Item = Finding> {
    let twins = step.responses.iter().enumerate().filter_map(|(second, response)| {
        let first = step.responses[..second].iter().position(|before| same(before, response))?;
        Some((first, second))
    });
    twins.map(move |(first, second)| {
        let (one, other) = (&step.responses[first].id, &step.responses[second].id);
        let message = format!("The response `{other}` does the same as `{one}`.");
        let help = "Let them differ in effect, flags or way on, or take one of them out.";
        Finding::in_step(at, Place::response(at, second), message, help)
            .beside(Place::response(at, first), "This one has the same effect, flags and way on.")
    })
}

fn same(one: &Response, other: &Response) -> bool {
    one.effect == other.effect && one.sets == other.sets && one.next == other.next && meet(&one.when, &other.when)
}

/// Whether both conditions can hold at once, by what they say themselves: of two that cannot, each is the other's answer
/// in other words, for other runs.
fn meet(one: &Condition, other: &Condition) -> bool {
    let apart = |a: &Condition, b: &Condition| {
        a.has & b.lacks != 0
            || a.leadership.at_least > b.leadership.at_most
            || a.management.at_least > b.management.at_most
    };
    !apart(one, other) && !apart(other, one)
}

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
