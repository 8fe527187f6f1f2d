//! A name of a closed set that is not in it.

use crate::{Rule, Severity};

/// The rule; reading the file looks for it.
pub(crate) const RULE: Rule = Rule {
    code: "unknown-value",
    severity: Severity::Error,
    summary: "A stance, a dimension, an outcome or a warning has a name that does not exist.",
    why: "These names come from small closed sets: two stances, four dimensions, four outcomes, the codes of \
          warnings. The help lists them, or names the one that is nearest.",
    bad: &[(r#""dimension": "execution""#, r#""dimension": "executing""#)],
    mend: "Write one of `agenda`, `network`, `execution`, `outcomes`.",
    miss: &[(
        r#""title": "The quarrel",
      "dimension": "network""#,
        r#""title": "The quarrel",
      "dimension": "execution""#,
    )],
    check: None,
};

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
