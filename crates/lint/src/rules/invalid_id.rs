//! An id that is none.

use crate::{Rule, Severity};

/// The rule; reading the file looks for it.
pub(crate) const RULE: Rule = Rule {
    code: "invalid-id",
    severity: Severity::Error,
    summary: "An id is not made of small letters and digits in words joined by `-` or `_`.",
    why: "Ids appear in addresses, file names and records of runs, so they are kept plain: at most 64 small \
          letters and digits, no spaces, no accents. What players read is the title, which is free. No step can be \
          called `end`, which is the way out.",
    bad: &[(r#""ask-the-mayor": {"#, r#""Ask the mayor!": {"#)],
    mend: "Write it small, with `-` between the words.",
    miss: &[(r#""ask-the-mayor": {"#, r#""ask_the-mayor_2": {"#)],
    check: None,
};

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
