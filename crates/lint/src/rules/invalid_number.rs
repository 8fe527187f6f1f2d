//! A number outside of what its field allows.

use crate::{Rule, Severity};

/// The rule; reading the file looks for it.
pub(crate) const RULE: Rule = Rule {
    code: "invalid-number",
    severity: Severity::Error,
    summary: "A number is outside of what its field allows.",
    why: "Meters start at 1 or above, because a meter at 0 has broken already. All other numbers lie between -1000 \
          and 1000, which is more than any story needs and keeps the sums exact; minutes are 1 to 1000.",
    bad: &[(r#""leadership": { "start": 5, "enough": 6 }"#, r#""leadership": { "start": 0, "enough": 6 }"#)],
    mend: "Start at 1 or above.",
    miss: &[(r#""minutes": 5"#, r#""minutes": 1"#)],
    check: None,
};

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
