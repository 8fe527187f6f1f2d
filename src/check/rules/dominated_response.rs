//! A response that is never the better one.

use crate::check::finding::{Facts, Finding, Place};
use crate::check::{Rule, Severity};

/// The rule.
pub(in crate::check) const RULE: Rule = Rule {
    code: "dominated-response",
    severity: Severity::Warning,
    summary: "This response is never better than the others, and at least once worse: there is no dilemma.",
    why: "In every state in which it is offered, some other offered response gives `balanced` at least the same \
          share, and in one a larger one. The share is the exact probability for a player who picks by chance from \
          there on. Whoever thinks will never take this response; a dilemma needs a state in which each answer is \
          right.",
    bad: &[(r#""effect": { "leadership": 2 },"#, r#""effect": { "leadership": -1, "management": -1 },"#)],
    mend: "Let it be the right answer in at least one state.",
    miss: &[(r#""effect": { "leadership": 2 },"#, r#""effect": { "leadership": 1, "management": -1 },"#)],
    check: Some(check),
};

fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (at, step, proved) in facts.reached() {
        for (number, response) in proved.responses.iter().enumerate() {
            let Some(better) = response.dominated_by else { continue };
            let id = &step.responses[number].id;
            let message = format!(
                "The response `{id}` is never better than the others for ending `balanced`, and at least once worse."
            );
            let help = "Let there be a state in which it is the right answer, or take it out.";
            let finding = Finding::in_step(at, Place::response(at, number), message, help);
            found.push(finding.beside(Place::response(at, better), "This one is better where both are offered."));
        }
    }
    found
}

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
