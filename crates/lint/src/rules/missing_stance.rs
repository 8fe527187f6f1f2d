//! A step where a hat cannot always be worn.

use crate::{Rule, Severity};

/// The rule; reading the file looks for it.
pub(crate) const RULE: Rule = Rule {
    code: "missing-stance",
    severity: Severity::Error,
    summary: "A step has no response of one stance that is always offered and always leads on.",
    why: "At every step a player can wear either hat; that is what the game is about. So each step needs a leader \
          response and a manager response without a `when`, whose last way on leads to a step without `visits`, or to the \
          end. Then nobody is ever stuck, either. A passage, a step with one response without a stance, needs the same \
          of that one.",
    bad: &[(
        r#""stance": "manager",
          "text": "Go through the dates and move what is too late.""#,
        r#""stance": "leader",
          "text": "Go through the dates and move what is too late.""#,
    )],
    mend: "Let one response of each stance be offered without a `when`.",
    miss: &[(
        r#""stance": "leader",
          "text": "Ask the mayor to come and open the day herself.""#,
        r#""stance": "manager",
          "text": "Ask the mayor to come and open the day herself.""#,
    )],
    check: None,
};

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
