//! An outcome without any variant.

use crate::{Rule, Severity};

/// The rule; reading the file looks for it.
pub(crate) const RULE: Rule = Rule {
    code: "missing-outcome",
    severity: Severity::Error,
    summary: "One of the four outcomes is missing.",
    why: "A run ends balanced, under-led, under-managed or adrift, and each needs at least one variant to be told \
          by: a title, a story, a lesson. Even an outcome that you think nobody reaches needs one; whether anybody \
          does is another check.",
    bad: &[(
        r#"{ "title": "A wild day", "story": ["Many come, and half go home again."], "lesson": "A why needs a plan." }
    ],
    "adrift": [
      { "title": "No day at all", "story": ["You call it off."], "lesson": "One hat at a time is still a hat." }
    ]"#,
        r#"{ "title": "A wild day", "story": ["Many come, and half go home again."], "lesson": "A why needs a plan." }
    ]"#,
    )],
    mend: "Write a variant for it.",
    miss: &[(
        r#""adrift": ["#,
        r#""adrift": [
      { "when": { "has": ["promised"] }, "title": "A broken word", "story": ["It stays on the wall."], "lesson": "Keep it small." },"#,
    )],
    check: None,
};

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
