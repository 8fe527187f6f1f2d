//! More minutes than anybody has for it.

use crate::check::finding::{Facts, Finding, Place};
use crate::check::{Rule, Severity};
use crate::scenario::Part;

/// The rule.
pub(in crate::check) const RULE: Rule = Rule {
    code: "unlikely-minutes",
    severity: Severity::Warning,
    summary: "A run, or a step of a session, is said to take longer than anybody has.",
    why: "The minutes of a scenario are shown on its card: how long a run takes, which is about ten minutes for ten \
          decisions. Over 90 it is hardly one sitting, and mostly a slip of the keys, or meant in seconds. The \
          minutes of a step are those that a room may spend on it; over 45 no session has room for a second step.",
    bad: &[(r#""minutes": 5"#, r#""minutes": 500"#)],
    mend: "Play it once with a clock beside you, and write what it took.",
    miss: &[(r#""minutes": 5"#, r#""minutes": 90"#)],
    check: Some(check),
};

/// The most that is likely: for a run, and for a step in a room.
const MOST: [u32; 2] = [90, 45];

fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let minutes = facts.scenario.minutes();
    if minutes > MOST[0] {
        let message = format!("A run of {minutes} minutes is hardly one sitting.");
        let help = "Write how many minutes a run takes: about one for each decision.";
        found.push(Finding::at(Place::field("minutes").value(), message, help));
    }
    for (at, step) in facts.scenario.steps().iter().enumerate() {
        let Some(minutes) = step.facilitator.minutes.filter(|minutes| *minutes > MOST[1]) else { continue };
        let message = format!("{minutes} minutes on one step leave no time for the others.");
        let help = "Write how many minutes a room may spend on this step: three to ten are usual.";
        let place = Place::step(at).then(Part::Key("facilitator")).then(Part::Key("minutes"));
        found.push(Finding::in_step(at, place.value(), message, help));
    }
    found
}

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
