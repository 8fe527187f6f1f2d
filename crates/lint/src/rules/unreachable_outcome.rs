//! An outcome that no run has.

use crate::finding::{Facts, Finding, Place};
use crate::{Rule, Severity};
use scenario::{Outcome, Segment};

/// The rule.
pub(crate) const RULE: Rule = Rule {
    code: "unreachable-outcome",
    severity: Severity::Warning,
    summary: "No run ends with this outcome.",
    why: "A story in which one of the four outcomes cannot happen teaches less than it says: where nobody can be \
          adrift, it costs nothing to lead a little and manage a little. It is proved over all runs, and the \
          message says what rules the outcome out.",
    bad: &[(
        r#""pressure": { "leadership": -2, "management": -2 }"#,
        r#""pressure": { "leadership": -1, "management": -1 }"#,
    )],
    mend: "Let the quarrel cost more, so that both meters can end short.",
    miss: &[
        (r#""leadership": { "start": 5, "enough": 6 }"#, r#""leadership": { "start": 5, "enough": 7 }"#),
        (r#""management": { "start": 5, "enough": 6 }"#, r#""management": { "start": 5, "enough": 7 }"#),
    ],
    check: Some(check),
};

fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let Some(analysis) = facts.analysis else { return Vec::new() };
    let mut found = Vec::new();
    for outcome in Outcome::ALL {
        let (name, fate) = (outcome.name(), analysis.outcome(outcome));
        if fate.witness.is_none() {
            let bound = fate.bound.as_ref().map(|bound| format!(": {bound}")).unwrap_or_default();
            let help = "Change effects, pressure, or how much is `enough`, so that a run can end so.";
            let place = Place::field("outcomes").then(Segment::Key(name));
            found.push(Finding::at(place, format!("No run ends `{name}`{bound}."), help));
        }
    }
    found
}

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
