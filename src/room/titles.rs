//! What a participant's handout can name without giving anything away.

use play::longest;
use scenario::{Goal, Scenario, StepIndex};
use std::collections::BTreeSet;

/// The titles that are the same whatever the room decides: of the first decision, and of any later one that all ways
/// come to; one for each decision of the longest run.
pub fn titles(scenario: &Scenario) -> Vec<Option<&str>> {
    let (mut titles, rows) = (Vec::new(), longest(scenario).min(40));
    let mut here = decisions(scenario, vec![scenario.start()]);
    while !here.is_empty() && titles.len() < rows {
        let title = here.first().filter(|_| here.len() == 1).map(|step| &*scenario.step(*step).title);
        titles.push(title);
        here = decisions(scenario, here.into_iter().flat_map(|step| onward(scenario, step)).collect());
    }
    titles
}

/// The steps that a step leads to.
fn onward(scenario: &Scenario, from: StepIndex) -> impl Iterator<Item = StepIndex> {
    let ways = scenario.step(from).responses.iter().flat_map(|response| &response.next);
    ways.filter_map(|way| match way.to {
        Goal::Step(step) => Some(step),
        Goal::End | Goal::Outcome(_) => None,
    })
}

/// The decisions among some steps, and those that their passages lead to.
fn decisions(scenario: &Scenario, mut waiting: Vec<StepIndex>) -> BTreeSet<StepIndex> {
    let mut met = BTreeSet::new();
    while let Some(step) = waiting.pop() {
        if met.insert(step) && scenario.step(step).is_passage() {
            waiting.extend(onward(scenario, step));
        }
    }
    met.retain(|step| !scenario.step(*step).is_passage());
    met
}

#[cfg(test)]
mod tests {
    use super::*;
    use scenario::{Limits, read};

    fn titles_of(text: &str) -> Vec<Option<String>> {
        let scenario = read(text.as_bytes(), &Limits::default()).expect("a scenario");
        titles(&scenario).into_iter().map(|title| title.map(str::to_owned)).collect()
    }

    #[test]
    fn each_decision_of_the_longest_run_has_a_row_and_a_passage_none() {
        let office = Some("The office".to_owned());
        let hub = include_str!("../../tests/fixtures/hub.json");
        assert_eq!(
            titles_of(hub),
            [office.clone(), office.clone(), office.clone(), office],
            "once, and after each room"
        );
        assert_eq!(titles_of(include_str!("../../tests/fixtures/retry.json")).len(), 2);
        // One way ends before its second step, which is the only one that there is.
        let small = titles_of(include_str!("../../tests/fixtures/small.json"));
        assert_eq!(small, [Some("The oven is cold".to_owned()), Some("A queue to the corner".to_owned())]);
    }
}
