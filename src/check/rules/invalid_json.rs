//! A file that is not JSON.

use crate::check::{Rule, Severity};

/// The rule; reading the file looks for it.
pub(in crate::check) const RULE: Rule = Rule {
    code: "invalid-json",
    severity: Severity::Error,
    summary: "The file is not JSON, the notation that scenarios are written in.",
    why: "A sign is missing, or one is too many: a comma, a quote, a bracket. Reading goes on after it, so that \
          the rest of the file is looked at too; a fault that only follows from the slip is not reported. JSON has \
          no comments and no comma before a closing bracket.",
    bad: &[(
        r#""language": "en",
  "minutes": 5,"#,
        r#""language": "en"
  "minutes": 5,"#,
    )],
    mend: "Put the comma back.",
    miss: &[(r#""minutes": 5,"#, r#""minutes" :5 ,"#)],
    check: None,
};

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
