//! A way on that is never taken.

use crate::finding::{Facts, Finding, Place};
use crate::{Rule, Severity};
use analysis::ResponseFacts;
use scenario::{Condition, Goal, Segment};

/// The rule.
pub(crate) const RULE: Rule = Rule {
    code: "unreachable-branch",
    severity: Severity::Warning,
    summary: "No run ever takes this branch.",
    why: "Of a list of ways on, the first that holds is taken. This one never is: its `when` never holds here, or \
          those before it take all runs. What the author wanted to tell by it is never told. The ways of a response \
          that is never offered are not reported one by one; nor is a last way that stands there for when a step with \
          `visits` is used up.",
    bad: &[(
        r#"{ "when": { "leadership": { "at_least": 9 } }, "to": "the-quarrel" },"#,
        r#"{ "when": { "leadership": { "at_least": 9 } }, "to": "the-quarrel" },
            { "when": { "leadership": { "at_least": 12 } }, "to": "the-last-week" },"#,
    )],
    mend: "Ask for what a run can have here, or take the branch out.",
    miss: &[(
        r#""when": { "leadership": { "at_least": 9 } }"#,
        r#""when": { "leadership": { "at_least": 9, "at_most": 9 } }"#,
    )],
    check: Some(check),
};

fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (at, _, proved) in facts.reached() {
        for (number, response) in proved.responses.iter().enumerate().filter(|(_, response)| branches(response)) {
            if response.taken.contains(&true) {
                let (of, kept) = (response.taken.len(), is_kept_open(facts, at, number));
                let ways =
                    response.taken.iter().enumerate().filter(|(way, taken)| !**taken && !(kept && way + 1 == of));
                found.extend(ways.map(|(way, _)| untaken(at, number, way, of)));
            } else {
                found.push(broken(at, number));
            }
        }
    }
    found
}

/// Whether it chooses among ways: one way alone is no branch, and a response that breaks every run needs it still.
fn branches(response: &ResponseFacts) -> bool {
    response.offered && response.taken.len() > 1
}

/// Whether the last way is there for when the step that the one before it always leads to is used up: a response that is to
/// be open in any case needs one, even where that never happens.
fn is_kept_open(facts: &Facts<'_>, at: usize, response: usize) -> bool {
    let steps = facts.scenario.steps();
    let next = steps.get(at).and_then(|step| step.responses.get(response)).map_or(&[][..], |it| &it.next[..]);
    let [.., before, _] = next else { return false };
    let Goal::Step(to) = before.to else { return false };
    let entries = steps.get(to.0 as usize).map_or(0, |step| step.entries);
    let lacks = before.when.lacks;
    lacks != 0 && lacks & !entries == 0 && before.when == Condition { lacks, ..Condition::ALWAYS }
}

fn untaken(at: usize, response: usize, way: usize, of: usize) -> Finding {
    let place = Place::response(at, response).then(Segment::Key("next")).then(Segment::At(way));
    let message = "No run ever takes this way on.".to_owned();
    let help = if way + 1 == of {
        "Those before it take all runs: ask for more in one of them, or take this one out and the `when` of the one before."
    } else {
        "Its `when` never holds where those before it have left a run: change it, or take it out."
    };
    Finding::in_step(at, place, message, help)
}

fn broken(at: usize, response: usize) -> Finding {
    let place = Place::response(at, response).then(Segment::Key("next"));
    let message = "No run ever takes any of these ways on: this response breaks every run.".to_owned();
    let help = "Let its effect cost less; or write one way on alone, if it is meant to end every run.";
    Finding::in_step(at, place, message, help)
}

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}

#[test]
fn a_way_for_when_a_step_is_used_up_is_no_mistake() {
    let on = r#""next": "the-last-week""#;
    let to_hall = on.replacen("\"the-last-week\"", r#"[{ "to": "the-hall" }, { "to": "the-last-week" }]"#, 1);
    let hall = r#""the-hall": { "title": "The hall", "situation": ["It is dark."], "visits": 1, "responses": { "on": { "next": "the-last-week" } } }, "the-last-week": {"#;
    let text = super::trial::BASE.replacen(on, &to_hall, 1).replacen("\"the-last-week\": {", hall, 1);
    let (codes, messages) = super::trial::said(&text);
    assert!(codes.is_empty(), "{messages}");
    // With a condition of its own before it, it is one that nobody takes.
    let asked = text.replacen(
        "{ \"to\": \"the-hall\" }",
        r#"{ "when": { "leadership": { "at_least": 0 } }, "to": "the-hall" }"#,
        1,
    );
    assert!(super::trial::said(&asked).0.contains(RULE.code));
}
