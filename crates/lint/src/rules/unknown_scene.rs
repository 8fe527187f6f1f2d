//! A backdrop that does not exist.

use crate::finding::{Facts, Finding, Place};
use crate::{Rule, Severity};
use scenario::Segment::Key;
use scenario::{ANYWHERE, SCENES, nearest};

/// The rule.
pub(crate) const RULE: Rule = Rule {
    code: "unknown-scene",
    severity: Severity::Warning,
    summary: "There is no backdrop of the name in `scene`.",
    why: "The places that are drawn have names. Where none has the name, or none is asked for, hills are shown. So the \
          story can be played, but not in the place that was meant.",
    bad: &[(r#""minutes": 5,"#, "\"minutes\": 5,\n  \"scene\": \"harbor\",")],
    mend: "Write `harbour`, or take `scene` out.",
    miss: &[(r#""minutes": 5,"#, "\"minutes\": 5,\n  \"scene\": \"harbour\",")],
    check: Some(check),
};

fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let whole = facts.scenario.scene().map(|scene| (scene, Place::field("scene"), None));
    let steps = facts.scenario.steps().iter().enumerate();
    let of_steps =
        steps.filter_map(|(at, step)| Some((step.scene.as_ref()?, Place::step(at).then(Key("scene")), Some(at))));
    let unknown = whole.into_iter().chain(of_steps).filter(|(scene, ..)| !SCENES.contains(&scene.as_str()));
    let finding = |(scene, place, step): (&scenario::Id, Place, Option<usize>)| {
        let message = format!("There is no backdrop `{scene}`: {ANYWHERE} are shown instead.");
        let help = match nearest(scene.as_str(), SCENES.into_iter()) {
            Some(near) => format!("Did you mean `{near}`?"),
            None => format!("There is `{}`; or take `scene` out.", SCENES.join("`, `")),
        };
        Finding { step, ..Finding::at(place.value(), message, &help) }
    };
    unknown.map(finding).collect()
}

#[test]
fn its_example_shows_it_and_a_near_miss_does_not() {
    super::trial::holds(&RULE);
}
