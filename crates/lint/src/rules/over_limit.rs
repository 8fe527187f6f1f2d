//! Larger than the format allows.

use crate::{Rule, Severity};

/// The rule; reading the file looks for it.
pub(crate) const RULE: Rule = Rule {
    code: "over-limit",
    severity: Severity::Error,
    summary: "The file, or a part of it, is larger than the format allows.",
    why: "A scenario has at most 2 MiB, 2,000 steps, 64 flags, 6 responses in a step, 32 branches in a response's \
          `next`, 64 variants of an outcome, 200 lines in a text, 32 levels of brackets, and pictures of at most 300 KB each and 3 MB in all. The limits keep every \
          file quick to read and every page readable: seven answers to one question are a questionnaire.",
    bad: &[(
        r#""check-the-dates": {"#,
        r#""draw-straws-1": { "stance": "leader", "text": "Draw straws.", "consequence": ["…"], "next": "end" },
        "draw-straws-2": { "stance": "leader", "text": "Draw straws.", "consequence": ["…"], "next": "end" },
        "draw-straws-3": { "stance": "leader", "text": "Draw straws.", "consequence": ["…"], "next": "end" },
        "draw-straws-4": { "stance": "leader", "text": "Draw straws.", "consequence": ["…"], "next": "end" },
        "check-the-dates": {"#,
    )],
    mend: "Keep the ones that make a dilemma.",
    miss: &[(
        r#""check-the-dates": {"#,
        r#""ask-the-school": {
          "stance": "manager",
          "text": "Ask the school for ten pupils to guard the doors.",
          "effect": { "management": 2 },
          "consequence": ["Twelve sign up."],
          "next": "the-last-week"
        },
        "check-the-dates": {"#,
    )],
    check: None,
};

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
