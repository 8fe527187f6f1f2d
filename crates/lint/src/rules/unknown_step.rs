//! A way on to a step that does not exist.

use crate::{Rule, Severity};

/// The rule; reading the file looks for it.
pub(crate) const RULE: Rule = Rule {
    code: "unknown-step",
    severity: Severity::Error,
    summary: "A way leads on to a step that does not exist.",
    why: "A run that takes this way would have nowhere to go. It is mostly a slip of the keys, or a step that was \
          renamed; where a step has nearly this name, the help says so.",
    bad: &[(
        r#"{ "when": { "management": { "at_least": 9 } }, "to": "the-quarrel" }"#,
        r#"{ "when": { "management": { "at_least": 9 } }, "to": "the-quarel" }"#,
    )],
    mend: "Write the id of a step, or `end`.",
    miss: &[(
        r#""consequence": ["There is cake."],
          "next": "end""#,
        r#""consequence": ["There is cake."],
          "next": [{ "to": "end" }]"#,
    )],
    check: None,
};

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
