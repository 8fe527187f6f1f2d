//! A picture that is not there.

use crate::{Rule, Severity};

/// The rule; reading the file with what lies beside it looks for it.
pub(crate) const RULE: Rule = Rule {
    code: "missing-picture",
    severity: Severity::Error,
    summary: "A picture that is not beside the scenario.",
    why: "A picture is a file that lies in the folder of the scenario, or in its `.zip`, under the very name that `file` \
          gives. Where it does not, players would see words in its stead. Capital letters count: most hosts tell \
          `Doors.svg` from `doors.svg`.",
    bad: &[(
        r#""minutes": 5,"#,
        "\"minutes\": 5,\n  \"image\": { \"file\": \"doors.webp\", \"alt\": \"The doors of the school stand open.\" },",
    )],
    mend: "Put the file there, or write the name of one that is: `doors.svg`.",
    miss: &[(
        r#""minutes": 5,"#,
        "\"minutes\": 5,\n  \"image\": { \"file\": \"doors.svg\", \"alt\": \"The doors of the school stand open.\" },",
    )],
    check: None,
};

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
