//! A text with nothing in it.

use crate::{Rule, Severity};

/// The rule; reading the file looks for it.
pub(crate) const RULE: Rule = Rule {
    code: "empty-text",
    severity: Severity::Error,
    summary: "A text has nothing in it.",
    why: "A player would see an empty line or a button without a label. Where nothing is to be said, an optional \
          field can be left out.",
    bad: &[(r#""consequence": ["There is cake."]"#, r#""consequence": [""]"#)],
    mend: "Write the text.",
    miss: &[(r#""consequence": ["There is cake."]"#, r#""consequence": ["…"]"#)],
    check: None,
};

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
