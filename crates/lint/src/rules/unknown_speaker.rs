//! A speaker who is not in the cast.

use crate::{Rule, Severity};

/// The rule; reading the file looks for it.
pub(crate) const RULE: Rule = Rule {
    code: "unknown-speaker",
    severity: Severity::Error,
    summary: "Someone speaks who is not in the `cast`.",
    why: "Who speaks is shown with a name, a role and a face, and these come from the cast.",
    bad: &[(r#""who": "tom""#, r#""who": "thom""#)],
    mend: "Write the id of a cast member, or add one.",
    miss: &[(r#""The team waits.""#, r#""The team waits, and so does Thom from the bakery.""#)],
    check: None,
};

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
