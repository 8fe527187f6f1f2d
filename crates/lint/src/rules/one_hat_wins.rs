//! A player of one hat who ends balanced.

use crate::finding::{Facts, Finding, Place};
use crate::{Rule, Severity};
use play::play_as;
use scenario::{Outcome, Persona, Segment};

/// The rule.
pub(crate) const RULE: Rule = Rule {
    code: "one-hat-wins",
    severity: Severity::Warning,
    summary: "A player who wears one hat all the time ends `balanced`.",
    why: "The game is about needing both hats. Here, who always takes the first offered response of one stance \
          ends as well as one can. The responses that they take are named.",
    bad: &[
        (
            r#""walk-the-floor": {
          "stance": "leader""#,
            r#""walk-the-floor": {
          "stance": "manager""#,
        ),
        (
            r#""fill-the-roster": {
          "stance": "manager""#,
            r#""fill-the-roster": {
          "stance": "leader""#,
        ),
        (
            r#""thank-them": {
          "stance": "leader""#,
            r#""thank-them": {
          "stance": "manager""#,
        ),
        (
            r#""rehearse": {
          "stance": "manager""#,
            r#""rehearse": {
          "stance": "leader""#,
        ),
    ],
    mend: "Let each stance cost the meter that it leaves alone.",
    miss: &[
        (
            r#""walk-the-floor": {
          "stance": "leader""#,
            r#""walk-the-floor": {
          "stance": "manager""#,
        ),
        (
            r#""fill-the-roster": {
          "stance": "manager""#,
            r#""fill-the-roster": {
          "stance": "leader""#,
        ),
    ],
    check: Some(check),
};

fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let one_hat = [(Persona::AlwaysLeader, "always leads"), (Persona::AlwaysManager, "always manages")];
    one_hat.into_iter().filter_map(|(persona, habit)| wins(facts, persona, habit)).collect()
}

fn wins(facts: &Facts<'_>, persona: Persona, habit: &str) -> Option<Finding> {
    let run = play_as(persona, facts.scenario);
    run.ending().filter(|ending| ending.outcome == Outcome::Balanced)?;
    let place = Place::field("outcomes").then(Segment::Key(Outcome::Balanced.name()));
    let message = format!("A player who {habit} ends `balanced`: one hat is enough.");
    let help = "Let those responses cost the other meter more, or raise what is `enough` of it.";
    Some(Finding { witness: Some(facts.responses_of(&run)), ..Finding::at(place, message, help) })
}

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
