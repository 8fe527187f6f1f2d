//! A flag that nothing asks for.

use crate::finding::{Facts, Finding, Place};
use crate::{Rule, Severity};
use scenario::Segment;

/// The rule.
pub(crate) const RULE: Rule = Rule {
    code: "unread-flag",
    severity: Severity::Warning,
    summary: "This flag is set, and nothing ever asks for it.",
    why: "A run remembers it, and it makes no difference: no line, response, way on or variant has a `when` that \
          asks for it. A choice that is remembered and never called back is a promise to the player that the story \
          does not keep. A flag that nothing sets either is reported as `unused-flag` alone.",
    bad: &[(
        r#"{ "when": { "has": ["promised"] }, "text": "Someone has hung your promise on the wall." }"#,
        r#""Someone has hung your promise on the wall.""#,
    )],
    mend: "Ask for it in a `when`, or take it out.",
    miss: &[(
        r#"{ "when": { "has": ["promised"] }, "text": "Someone has hung your promise on the wall." }"#,
        r#"{ "when": { "lacks": ["promised"] }, "text": "The wall is bare." }"#,
    )],
    check: Some(check),
};

fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let unread = facts.flags_set() & !facts.flags_asked();
    let flags = facts.scenario.flags().iter().enumerate().filter(|(at, _)| unread >> at & 1 == 1);
    let finding = |(at, flag): (usize, &scenario::Flag)| {
        let message = format!("The flag `{}` is set, and nothing ever asks for it.", flag.id);
        let help = format!(
            "Call back to it, with `\"when\": {{ \"has\": [\"{}\"] }}`, or take it out here and where it is set.",
            flag.id
        );
        Finding::at(Place::field("flags").then(Segment::At(at)), message, &help)
    };
    flags.map(finding).collect()
}

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
