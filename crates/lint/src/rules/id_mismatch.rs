//! An id that is not the name of the file.

use crate::{Rule, Severity};

/// The rule; reading the file looks for it.
pub(crate) const RULE: Rule = Rule {
    code: "id-mismatch",
    severity: Severity::Error,
    summary: "The `id` is not the name of the file.",
    why: "A scenario is found by its file and remembered by its id, in addresses and in saved runs. Were they \
          different, two files could claim one id, and a run would be saved for the wrong one.",
    bad: &[(r#""id": "open-day""#, r#""id": "open-days""#)],
    mend: "The file is `open-day.json`: write that as its id, or rename the file.",
    miss: &[(r#""title": "The open day""#, r#""title": "The open days""#)],
    check: None,
};

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
