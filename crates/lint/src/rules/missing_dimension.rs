//! A dimension that no step is about.

use crate::finding::{Facts, Finding, Place};
use crate::{Rule, Severity};
use scenario::Dimension;

/// The rule.
pub(crate) const RULE: Rule = Rule {
    code: "missing-dimension",
    severity: Severity::Warning,
    summary: "No step is about one of the four dimensions.",
    why: "Leading and managing differ in how they set an agenda, build a network of people, carry things out, and \
          in what comes of it. A scenario that leaves one of these out shows a part of the picture; the debrief \
          has an empty corner.",
    bad: &[(r#""dimension": "execution""#, r#""dimension": "agenda""#)],
    mend: "Let one step be about it.",
    miss: &[(
        r#""title": "The quarrel",
      "dimension": "network""#,
        r#""title": "The quarrel",
      "dimension": "outcomes""#,
    )],
    check: Some(check),
};

fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let mut about = [false; 4];
    for dimension in facts.scenario.steps().iter().filter_map(|step| step.dimension) {
        about[dimension as usize] = true;
    }
    let missing = Dimension::ALL.into_iter().filter(|dimension| !about[*dimension as usize]);
    let finding = |dimension: Dimension| {
        let message = format!("No step is about the dimension `{}`.", dimension.name());
        Finding::at(Place::field("steps"), message, "Let a step be about it, with `\"dimension\"`.")
    };
    missing.map(finding).collect()
}

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
