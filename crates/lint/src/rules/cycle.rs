//! Steps that lead back to themselves.

use crate::{Rule, Severity};

/// The rule; reading the file looks for it.
pub(crate) const RULE: Rule = Rule {
    code: "cycle",
    severity: Severity::Error,
    summary: "Steps lead back to themselves.",
    why: "A run could go round for ever, and nothing could be counted: how many ways there are, how likely each \
          outcome is, how high a meter gets. All that the game promises to compute exactly rests on ways that lead \
          forward, or back over a step with `visits`, which a run comes to so many times and not once more. The mark is on the way that closes the loop; the steps of the loop are marked beside it.",
    bad: &[(
        r#""consequence": ["There is cake."],
          "next": "end""#,
        r#""consequence": ["There is cake."],
          "next": "the-team""#,
    )],
    mend: "Lead on to a later step or to `end`, or give one of the steps `visits`.",
    miss: &[(
        r#""consequence": ["She says yes."],
          "next": "the-last-week""#,
        r#""consequence": ["She says yes."],
          "next": [
            { "when": { "has": ["promised"] }, "to": "the-last-week" },
            { "to": "the-last-week" }
          ]"#,
    )],
    check: None,
};

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
