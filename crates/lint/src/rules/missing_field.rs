//! A field that must be there.

use crate::{Rule, Severity};

/// The rule; reading the file looks for it.
pub(crate) const RULE: Rule = Rule {
    code: "missing-field",
    severity: Severity::Error,
    summary: "A field that every scenario, step or response must have is not there.",
    why: "The game has no sensible value of its own to put there: a step without a title would be a page without \
          one. Where a slip of syntax may have swallowed the field, its absence is not reported.",
    bad: &[(
        r#""title": "The plan",
      "dimension": "execution","#,
        r#""dimension": "execution","#,
    )],
    mend: "Write the field.",
    miss: &[(
        r#""dimension": "agenda",
      "concepts": ["D1"],"#,
        r#""dimension": "agenda","#,
    )],
    check: None,
};

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
