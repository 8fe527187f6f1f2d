//! A list whose last has a condition.

use crate::{Rule, Severity};

/// The rule; reading the file looks for it.
pub(crate) const RULE: Rule = Rule {
    code: "missing-fallback",
    severity: Severity::Error,
    summary: "The last branch or variant of a list has a `when`.",
    why: "The first that holds is taken. If none held, a run would have nowhere to go, or an outcome nothing to \
          tell; so the last one holds always.",
    bad: &[(
        r#"{ "when": { "management": { "at_least": 9 } }, "to": "the-quarrel" },
            { "to": "the-plan" }"#,
        r#"{ "when": { "management": { "at_least": 9 } }, "to": "the-quarrel" },
            { "when": { "management": { "at_most": 8 } }, "to": "the-plan" }"#,
    )],
    mend: "Take the last `when` away, or add a branch without one.",
    miss: &[(
        r#"{ "when": { "management": { "at_least": 9 } }, "to": "the-quarrel" },
            { "to": "the-plan" }"#,
        r#"{ "when": { "management": { "at_most": 8 } }, "to": "the-plan" },
            { "to": "the-quarrel" }"#,
    )],
    check: None,
};

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
