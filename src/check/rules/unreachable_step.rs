//! A step that no run comes to.

use crate::check::finding::{Facts, Finding, Place};
use crate::check::{Rule, Severity};

/// The rule.
pub(in crate::check) const RULE: Rule = Rule {
    code: "unreachable-step",
    severity: Severity::Warning,
    summary: "No run comes to this step.",
    why: "Either nothing leads here, or what leads here needs meters or flags that no run has. Nobody will ever \
          read what is written here. This is proved over all runs, not tried on some.",
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
    let message = format!("No run comes to the step `{}`.", facts.scenario.steps()[at].id);
    let help = "Lead a response's `next` to it under a condition that can hold, or take it out.";
    Finding::in_step(at, Place::step(at), message, help)
}

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
