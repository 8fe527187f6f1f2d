//! A response that is never the better one.

use crate::finding::{Facts, Finding, Place};
use crate::{Rule, Severity};
use analysis::{Dominated, Rival};

/// The rule.
pub(crate) const RULE: Rule = Rule {
    code: "dominated-response",
    severity: Severity::Warning,
    summary: "This response is never the one best answer, and at least once a worse one: there is no dilemma.",
    why: "In every state in which it is offered, some other offered response gives `balanced` at least the same \
          share, and in one a larger one. The share is the exact probability for a player who picks by chance from \
          there on. Whoever thinks will never take this response; a dilemma needs a state in which each answer is \
          right. Where all those states have the same meters, as at the first step, one of two answers is nearly \
          always the better one; so there it is said only of a response beside which another leads on the same way, \
          sets the same flags and costs less.",
    bad: &[(r#""effect": { "leadership": 2 },"#, r#""effect": { "leadership": -1, "management": -1 },"#)],
    mend: "Let it be the right answer in at least one state.",
    miss: &[(r#""effect": { "leadership": 2 },"#, r#""effect": { "leadership": 1, "management": -1 },"#)],
    check: Some(check),
};

fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (at, step, proved) in facts.reached() {
        for (number, response) in proved.responses.iter().enumerate() {
            let Some(Dominated { offered, worse, rivals }) = &response.dominated else { continue };
            let id = &step.responses[number].id;
            let how = if worse == offered {
                "another is better".to_owned()
            } else {
                format!("another is as good, and in {worse} of them better")
            };
            let message = format!(
                "The response `{id}` is never the one best answer for ending `balanced`: in {} in which it is offered \
                 {how}.",
                states(*offered)
            );
            let help = "Let there be a state in which it is the right answer, or take it out.";
            let finding = Finding::in_step(at, Place::response(at, number), message, help);
            found.push(rivals.iter().fold(finding, |finding, Rival { response, beside, better }| {
                let message =
                    format!("This one is better in {better} of {} in which both are offered.", count(*beside));
                finding.beside(Place::response(at, *response), &message)
            }));
        }
    }
    found
}

fn states(count: usize) -> String {
    if count == 1 { "the one state".into() } else { format!("each of the {count} states") }
}

fn count(states: usize) -> String {
    if states == 1 { "the one state".into() } else { format!("the {states} states") }
}

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
