//! A face that does not exist.

use crate::finding::{Facts, Finding, Place};
use crate::{Rule, Severity};
use scenario::Segment::{At, Key};
use scenario::{FACES, Member, nearest};

/// The rule.
pub(crate) const RULE: Rule = Rule {
    code: "unknown-face",
    severity: Severity::Warning,
    summary: "There is no face of the name in `face`.",
    why: "The faces that are drawn have names: a sheet in the guide shows them. Where none has the name, or none is asked \
          for, the id draws one by lot, which may be of another age or gender than the texts tell.",
    bad: &[(r#""role": "Librarian" }"#, r#""role": "Librarian", "face": "brich" }"#)],
    mend: "Write `birch`, or take `face` out.",
    miss: &[(r#""role": "Librarian" }"#, r#""role": "Librarian", "face": "birch" }"#)],
    check: Some(check),
};

fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let unknown = |(at, member): (usize, &Member)| {
        let face = member.face.as_ref().filter(|face| !FACES.contains(&face.as_str()))?;
        let message = format!("There is no face `{face}`: {} gets one by lot instead.", member.name);
        let help = match nearest(face.as_str(), FACES.into_iter()) {
            Some(near) => format!("Did you mean `{near}`?"),
            None => "Take one from the sheet in the guide, or take `face` out.".into(),
        };
        Some(Finding::at(Place::field("cast").then(At(at)).then(Key("face")).value(), message, &help))
    };
    facts.scenario.cast().iter().enumerate().filter_map(unknown).collect()
}

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
