//! A response that is never offered.

use crate::finding::{Facts, Finding, Place};
use crate::{Rule, Severity};
use scenario::{Condition, Segment};

/// The rule.
pub(crate) const RULE: Rule = Rule {
    code: "unreachable-response",
    severity: Severity::Warning,
    summary: "No run is ever offered this response.",
    why: "Its `when` asks for meters or flags that no run has when it comes to this step, or each way on from it leads to \
          a step whose `visits` are used up by then. It is proved over all \
          runs. Responses of a step that no run comes to are not reported one by one.",
    bad: &[(r#""when": { "leadership": { "at_least": 6 } }"#, r#""when": { "leadership": { "at_least": 16 } }"#)],
    mend: "Ask for what a run can have here.",
    miss: &[(
        r#""when": { "leadership": { "at_least": 6 } }"#,
        r#""when": { "leadership": { "at_most": 6 }, "management": { "at_least": 6 } }"#,
    )],
    check: Some(check),
};

fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (at, step, proved) in facts.reached() {
        for (number, _) in proved.responses.iter().enumerate().filter(|(_, response)| !response.offered) {
            let message = format!("No run is ever offered the response `{}`.", step.responses[number].id);
            let help = "Ask for meters and flags that a run can have at this step, or take it out.";
            let place = Place::response(at, number);
            let finding = Finding::in_step(at, place, message, help);
            found.push(match step.responses[number].when == Condition::ALWAYS {
                false => finding.beside(place.then(Segment::Key("when")), "This never holds here."),
                true => finding.beside(place.then(Segment::Key("next")), "No way on from here is ever open."),
            });
        }
    }
    found
}

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
