//! A variant that is never told.

use crate::finding::{Facts, Finding, Place};
use crate::{Rule, Severity};
use scenario::{Outcome, Segment};

/// The rule.
pub(crate) const RULE: Rule = Rule {
    code: "unreachable-variant",
    severity: Severity::Warning,
    summary: "No run is ever told this variant of its outcome.",
    why: "Of an outcome's variants the first that holds is told. This one never is: its `when` never holds for \
          this outcome, or those before it are told to all. The variants of an outcome that no run has are not reported \
          one by one.",
    bad: &[(
        r#""balanced": ["#,
        r#""balanced": [
      { "when": { "broke": true }, "title": "Against all odds", "story": ["It works."], "lesson": "Luck is no hat." },"#,
    )],
    mend: "A run that breaks never ends balanced: take the variant out, or ask for something else.",
    miss: &[(
        r#""balanced": ["#,
        r#""balanced": [
      { "when": { "has": ["promised"] }, "title": "A word kept", "story": ["It works."], "lesson": "Say it, then do it." },"#,
    )],
    check: Some(check),
};

fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let Some(analysis) = facts.analysis else { return Vec::new() };
    let mut found = Vec::new();
    for outcome in Outcome::ALL.into_iter().filter(|outcome| analysis.outcome(*outcome).witness.is_some()) {
        let told = &analysis.told[outcome as usize];
        let never = told.iter().enumerate().filter(|(_, told)| !**told);
        found.extend(never.map(|(variant, _)| untold(facts, outcome, variant)));
    }
    found
}

fn untold(facts: &Facts<'_>, outcome: Outcome, variant: usize) -> Finding {
    let name = outcome.name();
    let title = &facts.scenario.outcomes().of(outcome)[variant].title;
    let message = format!("No run that ends `{name}` is ever told \"{title}\".");
    let help = if variant + 1 == facts.scenario.outcomes().of(outcome).len() {
        "Those before it are told to all: ask for more in one of them, or take this one out and the `when` of the one before."
    } else {
        "Its `when` never holds for those who were not told one before it: change it, or take it out."
    };
    let place =
        Place::field("outcomes").then(Segment::Key(name)).then(Segment::At(variant)).then(Segment::Key("title"));
    Finding::at(place, message, help)
}

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
