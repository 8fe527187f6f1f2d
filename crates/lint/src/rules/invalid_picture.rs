//! A file that is no picture, or is not what its name says.

use crate::{Rule, Severity};

/// The rule; reading the file with what lies beside it looks for it.
pub(crate) const RULE: Rule = Rule {
    code: "invalid-picture",
    severity: Severity::Error,
    summary: "A file that is no picture, or another kind of picture than its name says.",
    why: "Pictures are PNG, JPEG, WebP and SVG files, told by how they begin. Hosts tell browsers what a file is by its \
          name, and a browser that is told otherwise shows nothing. The name has plain letters, digits, `-` and `_`, so \
          that it means the same on every disk, host and archive.",
    bad: &[(
        r#""minutes": 5,"#,
        "\"minutes\": 5,\n  \"image\": { \"file\": \"doors.png\", \"alt\": \"The doors of the school stand open.\" },",
    )],
    mend: "The file is an SVG inside: call it `doors.svg`, in the folder and here.",
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
