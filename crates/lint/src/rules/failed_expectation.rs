//! What the author expects of a persona, and it does otherwise.

use crate::finding::{Facts, Finding, Place};
use crate::{Rule, Severity};
use play::play_as;
use scenario::{Outcome, Persona, Segment};

/// The rule.
pub(crate) const RULE: Rule = Rule {
    code: "failed-expectation",
    severity: Severity::Error,
    summary: "A persona does not end as the author expects.",
    why: "In `expect` an author writes down where players of fixed habits end: one who always leads, one who \
          always manages, one who changes hats, one who balances. It is a test of the story. When a change of a \
          number breaks it, this says so, with the responses that the persona takes.",
    bad: &[(
        r#""start": "the-first-talk","#,
        r#""expect": { "always_leader": "balanced" },
  "start": "the-first-talk","#,
    )],
    mend: "Change the story, or the expectation: who always leads ends `under_managed` here.",
    miss: &[(
        r#""start": "the-first-talk","#,
        r#""expect": { "always_leader": "under_managed", "always_manager": "under_led", "balancing": "balanced" },
  "start": "the-first-talk","#,
    )],
    check: Some(check),
};

fn check(facts: &Facts<'_>) -> Vec<Finding> {
    facts.scenario.expect().iter().filter_map(|(persona, expected)| failed(facts, *persona, *expected)).collect()
}

fn failed(facts: &Facts<'_>, persona: Persona, expected: Outcome) -> Option<Finding> {
    let run = play_as(persona, facts.scenario);
    let outcome = run.ending()?.outcome;
    let (persona, ends) = (persona.name(), outcome.name());
    let message = format!("`{persona}` is expected to end `{}`, and ends `{ends}`.", expected.name());
    let help = format!("Expect `{ends}`, or change what the persona's responses do.");
    let place = Place::field("expect").then(Segment::Key(persona)).value();
    let finding = Finding::at(place, message, &help);
    (outcome != expected).then(|| Finding { witness: Some(facts.responses_of(&run)), ..finding })
}

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
