//! The decisions on which most hangs, at which a player may be asked to think first.

use analysis::Analysis;
use scenario::{Id, Scenario};

/// How many decisions of a scenario they are.
const MOST: usize = 2;

/// The steps whose decisions move the odds of a run's end most, by how far they do and how often chance comes to them; the
/// weightiest first.
pub fn weightiest(scenario: &Scenario, analysis: &Analysis) -> Vec<Id> {
    let weight = |at: usize| analysis.steps[at].weight.percent() * analysis.steps[at].visits.percent();
    let mut steps: Vec<usize> = (0..scenario.steps().len()).filter(|at| weight(*at) > 0.0).collect();
    steps.sort_by(|one, other| weight(*other).total_cmp(&weight(*one)));
    steps.into_iter().take(MOST).map(|at| scenario.steps()[at].id.clone()).collect()
}

/// The line of a scenario in the list of them that lies beside the index: its id and each step's.
pub fn weightiest_line(scenario: &Scenario, weightiest: &[Id]) -> String {
    let ids: Vec<&str> = std::iter::once(scenario.id()).chain(weightiest).map(Id::as_str).collect();
    ids.join(" ") + "\n"
}

/// The weightiest steps of a scenario in that list; `None` where nothing is known of it.
pub fn weightiest_of(list: &str, id: &str) -> Option<Vec<String>> {
    let mut lines = list.lines().map(|line| line.split(' '));
    let mut found = lines.find_map(|mut ids| (ids.next() == Some(id)).then_some(ids))?.map(str::to_owned).peekable();
    found.peek()?;
    Some(found.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use scenario::{Limits, read};

    #[test]
    fn the_weightiest_steps_are_those_on_which_most_hangs() {
        let file = std::fs::read("../../scenarios/crisis.json").expect("a story");
        let crisis = read(&file, &Limits::default()).expect("a valid scenario");
        let found = weightiest(&crisis, &analysis::analyse(&crisis, analysis::STATE_LIMIT).expect("few states"));
        assert_eq!(found.len(), MOST);
        let list = weightiest_line(&crisis, &found) + "other\n";
        assert_eq!(weightiest_of(&list, "crisis"), Some(found.iter().map(Id::to_string).collect()));
        assert_eq!((weightiest_of(&list, "other"), weightiest_of(&list, "none")), (None, None));
    }
}
