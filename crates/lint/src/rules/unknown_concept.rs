//! A concept that the list does not have.

use crate::{Rule, Severity};

/// The rule; reading the file looks for it.
pub(crate) const RULE: Rule = Rule {
    code: "unknown-concept",
    severity: Severity::Error,
    summary: "A concept id is not in the list of concepts.",
    why: "Concepts tag what a step or response practises, for the debrief. The list is fixed, from A1 to R3, so \
          that scenarios of many authors can be compared; the guide for authors, scenarios/README.md, says what each of \
          them is.",
    bad: &[(r#""concepts": ["D1"]"#, r#""concepts": ["D9"]"#)],
    mend: "Write an id of the list.",
    miss: &[(r#""concepts": ["D1"]"#, r#""concepts": ["D1", "L1", "M1"]"#)],
    check: None,
};

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
