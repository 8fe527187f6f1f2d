//! A step that no run comes to.

use crate::finding::{Facts, Finding, Place};
use crate::{Rule, Severity};
use scenario::{Goal, StepIndex};

/// The rule.
pub(crate) const RULE: Rule = Rule {
    code: "unreachable-step",
    severity: Severity::Warning,
    summary: "No run comes to this step.",
    why: "Either nothing leads here, or what leads here needs meters or flags that no run has. Nobody will ever \
          read what is written here. Or runs do come, and the step's pressure breaks each of them. This is proved over \
          all runs, not tried on some.",
    bad: &[(
        r#""the-last-week": {"#,
        r#""the-night-before": {
      "title": "The night before",
      "dimension": "outcomes",
      "situation": ["You cannot sleep."],
      "responses": {
        "write-a-speech": {
          "stance": "leader",
          "text": "Get up and write down what you want to say to all.",
          "consequence": ["It is short."],
          "next": "the-last-week"
        },
        "check-the-keys": {
          "stance": "manager",
          "text": "Get up and check that no key is missing on the hook.",
          "consequence": ["One was."],
          "next": "end"
        }
      }
    },
    "the-last-week": {"#,
    )],
    mend: "Lead to it from a response, or take it out.",
    miss: &[(
        r#"{ "when": { "leadership": { "at_least": 9 } }, "to": "the-quarrel" }"#,
        r#"{ "when": { "leadership": { "at_least": 8 } }, "to": "the-quarrel" }"#,
    )],
    check: Some(check),
};

fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let analysis = facts.analysis.into_iter();
    let steps = analysis.flat_map(|analysis| analysis.steps.iter().enumerate());
    steps.filter(|(_, step)| step.ranges.is_none()).map(|(at, _)| unreachable(facts, at)).collect()
}

fn unreachable(facts: &Facts<'_>, at: usize) -> Finding {
    let id = &facts.scenario.steps()[at].id;
    if arrives(facts, at) {
        let message = format!("Every run that comes to the step `{id}` breaks on coming there, by its `pressure`.");
        let help = "Let its `pressure` cost less, or let runs come there with more.";
        return Finding::in_step(at, Place::step(at), message, help);
    }
    let message = format!("No run comes to the step `{id}`.");
    let help =
        "Lead a response's `next` to it under a condition that can hold, or take it out with all that leads to it.";
    Finding::in_step(at, Place::step(at), message, help)
}

/// Whether runs set out for a step, even if none gets so far as to read it.
fn arrives(facts: &Facts<'_>, at: usize) -> bool {
    let here = |goal| goal == Goal::Step(StepIndex(at as u32));
    here(Goal::Step(facts.scenario.start()))
        || facts.reached().any(|(_, step, proved)| {
            let responses = step.responses.iter().zip(&proved.responses);
            responses
                .flat_map(|(it, proved)| it.next.iter().zip(&proved.taken))
                .any(|(way, taken)| *taken && here(way.to))
        })
}

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
