//! A format other than 1.

use crate::{Rule, Severity};

/// The rule; reading the file looks for it.
pub(crate) const RULE: Rule = Rule {
    code: "unsupported-format",
    severity: Severity::Error,
    summary: "The `format` is not one that this version of the game reads.",
    why: "The number says by which rules the file is written. This version reads format 1; a file of a later \
          format may mean something else by the same words, so nothing is guessed.",
    bad: &[(r#""format": 1"#, r#""format": 2"#)],
    mend: "Write 1, or play it with a version of the game that knows the format.",
    miss: &[(r#""format": 1,"#, r#""format":1,"#)],
    check: None,
};

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
