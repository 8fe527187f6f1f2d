//! Outcomes that are settled too early.

use crate::finding::{Facts, Finding, Place};
use crate::{Rule, Severity};

/// The rule.
pub(crate) const RULE: Rule = Rule {
    code: "decided-early",
    severity: Severity::Warning,
    summary: "For most runs the outcome is settled with half or more of the decisions still to come.",
    why: "For more than half of the share of a player who picks by chance, only one outcome can still be reached \
          while at least as many decisions are to come as were taken. What is left is reading: nothing that the \
          player does matters any more. The share is exact.",
    bad: &[
        (r#""effect": { "leadership": 6, "management": -5 }"#, r#""effect": { "leadership": 8, "management": -6 }"#),
        (r#""effect": { "leadership": -5, "management": 6 }"#, r#""effect": { "leadership": -6, "management": 8 }"#),
    ],
    mend: "Let the first decision cost less, so that later ones count.",
    miss: &[
        (r#""effect": { "leadership": 6, "management": -5 }"#, r#""effect": { "leadership": 5, "management": -5 }"#),
        (r#""effect": { "leadership": -5, "management": 6 }"#, r#""effect": { "leadership": -5, "management": 5 }"#),
    ],
    check: Some(check),
};

fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let early = facts.analysis.map(|analysis| &analysis.decided_early).filter(|share| share.is_over_half());
    let finding = |share: &analysis::Fraction| {
        let percent = share.percent();
        let message = format!(
            "For {percent:.0} % of runs the outcome is settled with half or more of the decisions still to come."
        );
        let help =
            "Let early decisions move the meters less, late ones more, or bring `enough` within reach for longer.";
        Finding::at(Place::field("meters"), message, help)
    };
    early.map(finding).into_iter().collect()
}

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
