//! A flag that nothing sets.

use crate::finding::{Facts, Finding, Place};
use crate::{Rule, Severity};
use scenario::Segment;

/// The rule.
pub(crate) const RULE: Rule = Rule {
    code: "unused-flag",
    severity: Severity::Warning,
    summary: "No response sets this flag.",
    why: "A flag is something that a run remembers. This one is never set, so there is nothing to remember, and a \
          condition that asks for it never holds.",
    bad: &[(
        r#""sets": ["promised"],
          "consequence""#,
        r#""consequence""#,
    )],
    mend: "Let a response set it, or take it out.",
    miss: &[
        (
            r#""sets": ["promised"],
          "consequence""#,
            r#""consequence""#,
        ),
        (
            r#""text": "Walk from desk to desk and ask for their ideas.","#,
            r#""text": "Walk from desk to desk and ask for their ideas.",
          "sets": ["promised"],"#,
        ),
    ],
    check: Some(check),
};

fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let (set, asked) = (facts.flags_set(), facts.flags_asked());
    let flags = facts.scenario.flags().iter().enumerate().filter(|(at, _)| set >> at & 1 == 0);
    let finding = |(at, flag): (usize, &scenario::Flag)| {
        let message = format!("No response sets the flag `{}`.", flag.id);
        let out = if asked >> at & 1 == 1 { "take it out, and what asks for it" } else { "take it out" };
        let help = format!("Add it to a response, as `\"sets\": [\"{}\"]`, or {out}.", flag.id);
        Finding::at(Place::field("flags").then(Segment::At(at)), message, &help)
    };
    flags.map(finding).collect()
}

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
