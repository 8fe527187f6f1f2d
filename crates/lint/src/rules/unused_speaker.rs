//! A member of the cast who never speaks.

use crate::finding::{Facts, Finding, Place};
use crate::{Rule, Severity};
use scenario::Segment;

/// The rule.
pub(crate) const RULE: Rule = Rule {
    code: "unused-speaker",
    severity: Severity::Warning,
    summary: "A member of the cast never speaks.",
    why: "The cast is shown to players and facilitators. Somebody in it who never says a word is left over from an \
          earlier draft, or a line of theirs was given to someone else.",
    bad: &[(
        r#""ida": { "name": "Ida Berg", "role": "Librarian" },"#,
        r#""ida": { "name": "Ida Berg", "role": "Librarian" },
    "eva": { "name": "Eva Holm", "role": "Mayor" },"#,
    )],
    mend: "Give her a line, or take her out.",
    miss: &[
        (
            r#""ida": { "name": "Ida Berg", "role": "Librarian" },"#,
            r#""ida": { "name": "Ida Berg", "role": "Librarian" },
    "eva": { "name": "Eva Holm", "role": "Mayor" },"#,
        ),
        (r#""consequence": ["She says yes."]"#, r#""consequence": [{ "who": "eva", "says": "Yes." }]"#),
    ],
    check: Some(check),
};

fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let cast = facts.scenario.cast();
    let mut speaks = vec![false; cast.len()];
    for who in facts.lines().filter_map(|line| line.who) {
        if let Some(speaks) = speaks.get_mut(who as usize) {
            *speaks = true;
        }
    }
    let silent = cast.iter().enumerate().filter(|(at, _)| !speaks[*at]);
    let finding = |(at, member): (usize, &scenario::Member)| {
        let message = format!("{} (`{}`) never speaks.", member.name, member.id);
        Finding::at(
            Place::field("cast").then(Segment::At(at)),
            message,
            "Give them a line, or take them out of the cast.",
        )
    };
    silent.map(finding).collect()
}

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
