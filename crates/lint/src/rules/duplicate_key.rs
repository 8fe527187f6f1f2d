//! The same key twice in one object.

use crate::{Rule, Severity};

/// The rule; reading the file looks for it.
pub(crate) const RULE: Rule = Rule {
    code: "duplicate-key",
    severity: Severity::Error,
    summary: "The same key stands twice in one object.",
    why: "Only one of the two could count, and which one differs from program to program. With steps and responses \
          it is mostly a copy whose id was not changed. The mark is on the second; the first is marked beside it.",
    bad: &[(r#""ask-the-mayor": {"#, r#""raise-the-aim": {"#)],
    mend: "Give each of them a key of its own.",
    miss: &[(r#""ask-the-mayor": {"#, r#""thank-them": {"#)],
    check: None,
};

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
