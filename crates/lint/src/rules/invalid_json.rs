//! A file that is not JSON.

use crate::{Rule, Severity};

/// The rule; reading the file looks for it.
pub(crate) const RULE: Rule = Rule {
    code: "invalid-json",
    severity: Severity::Error,
    summary: "The file is not JSON, the notation that scenarios are written in.",
    why: "A sign is missing, one is too many, or one only looks like the right one: a comma, a quote, a bracket, \
          a minus from a word processor, a space that is none. Reading goes on after it as the file was most likely \
          meant, so one slip is one error, and the rest of the file is looked at too. A sign that is wrong everywhere \
          is one error as well, with a count: replace all of them. Keys and texts stand between straight quotation \
          marks, `\"`, each on one line; inside of a text curly ones are fine. JSON has no comments and no comma \
          before a closing bracket. Files that are something else (a picture, a document, a web page) are named.",
    bad: &[(
        r#""language": "en",
  "minutes": 5,"#,
        r#""language": "en"
  "minutes": 5,"#,
    )],
    mend: "Put the comma back.",
    miss: &[(r#""minutes": 5,"#, r#""minutes" :5 ,"#)],
    check: None,
};

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
