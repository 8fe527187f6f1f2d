//! A field that the format does not have.

use crate::{Rule, Severity};

/// The rule; reading the file looks for it.
pub(crate) const RULE: Rule = Rule {
    code: "unknown-field",
    severity: Severity::Error,
    summary: "A field has a name that the format does not have.",
    why: "Most often it is a slip of the keys. The game would pass over the field and what its author wrote in it, \
          and the author would never know; so it is a fault.",
    bad: &[(
        r#""pressure": { "leadership": -2, "management": -2 }"#,
        r#""presure": { "leadership": -2, "management": -2 }"#,
    )],
    mend: "Write the name of a field that there is.",
    miss: &[(
        r#""format": 1,"#,
        r#""$schema": "scenario.schema.json",
  "format": 1,"#,
    )],
    check: None,
};

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
