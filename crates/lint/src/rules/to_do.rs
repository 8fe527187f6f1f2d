//! A decision that a draft leaves to its author.

use crate::{Rule, Severity};

/// The rule; reading the file looks for it.
pub(crate) const RULE: Rule = Rule {
    code: "to-do",
    severity: Severity::Error,
    summary: "A step, or the scenario, still has a `to-do` where its author has to decide.",
    why: "A draft that was imported has `to-do` where the other program's story does not say what a scenario needs: which \
          hat a response wears, or what a step is about. It is not guessed, because all figures rest on it. Each step is \
          named once; the places in it are marked.",
    bad: &[(
        r#""stance": "manager",
          "text": "Go through the dates and move what is too late.""#,
        r#""stance": "to-do",
          "text": "Go through the dates and move what is too late.""#,
    )],
    mend: "Decide, and write one of the field's names in its place.",
    miss: &[(r#""consequence": ["There is cake."]"#, r#""consequence": ["to-do"]"#)],
    check: None,
};

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
