//! A flag that is not declared.

use crate::{Rule, Severity};

/// The rule; reading the file looks for it.
pub(crate) const RULE: Rule = Rule {
    code: "unknown-flag",
    severity: Severity::Error,
    summary: "A flag is set or asked for that `flags` does not list.",
    why: "Flags are declared once, each with a sentence that tells the player what it means. A flag with a slip in \
          its name would never be set, or never be asked for, and the story would quietly forget something.",
    bad: &[(r#""sets": ["listed"]"#, r#""sets": ["list"]"#)],
    mend: "Write the name of a flag that is listed, or list it.",
    miss: &[(r#""sets": ["listed"]"#, r#""sets": ["listed", "promised"]"#)],
    check: None,
};

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
