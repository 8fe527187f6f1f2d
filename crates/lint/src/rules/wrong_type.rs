//! A value of another type than the format asks for.

use crate::{Rule, Severity};

/// The rule; reading the file looks for it.
pub(crate) const RULE: Rule = Rule {
    code: "wrong-type",
    severity: Severity::Error,
    summary: "A value is of another type than its field asks for.",
    why: "Each field holds one type: a text, a whole number, a list, an object. A number in quotes is a text, and \
          a number with a fraction is no whole number. The game never guesses what was meant.",
    bad: &[(r#""minutes": 5"#, r#""minutes": "5""#)],
    mend: "Take the quotes away.",
    miss: &[(r#""minutes": 5"#, r#""minutes": 50"#)],
    check: None,
};

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
