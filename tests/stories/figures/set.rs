//! What the stories are about, all together: the dimensions, and the concepts.

use super::{Figure, Story, percent};
use scenario::{Concept, Dimension, Outcome};
use std::collections::BTreeMap;

/// The concepts that one meeting is too few for.
const TWICE: [char; 2] = ['A', 'Q'];

pub fn figures(stories: &[&Story]) -> Vec<Figure> {
    let steps = || stories.iter().flat_map(|story| story.scenario.steps());
    let dimensions = Dimension::ALL.map(|dimension| {
        let count = steps().filter(|step| step.dimension == Some(dimension)).count();
        (dimension, percent(count as f64, steps().count() as f64))
    });
    let met = met(stories);
    let rare = |least: usize, counts: &dyn Fn(&str) -> bool| {
        let ids = Concept::all().map(Concept::id).filter(|id| counts(id));
        let times = ids.map(|id| (id, met.get(id).map_or(0, Vec::len)));
        let rare = times.filter(|(_, times)| *times < least);
        rare.map(|(id, times)| format!("{id}: {times} times")).collect::<Vec<_>>()
    };
    let mut all: Vec<Figure> = dimensions
        .into_iter()
        .map(|(dimension, share)| Figure::new(dimension_name(dimension), share, (20.0, 30.0), vec![]))
        .collect();
    all.push(Figure::none("concepts A1 to A6 and Q1 to Q10 not met twice", rare(2, &|id| id.starts_with(TWICE))));
    all.push(Figure::none("concepts never met", rare(1, &|_| true)));
    all
}

fn dimension_name(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Agenda => "steps about an agenda, %",
        Dimension::Network => "steps about a network, %",
        Dimension::Execution => "steps about execution, %",
        Dimension::Outcomes => "steps about outcomes, %",
    }
}

/// The steps at which each concept is met in play: those that a run comes to and that are tagged with it themselves or by
/// a response that is offered there. An outcome that can be reached is a concept, too.
fn met<'s>(stories: &[&'s Story]) -> BTreeMap<&'static str, Vec<&'s str>> {
    let mut met: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for story in stories {
        for (at, step) in story.met() {
            let responses = step.responses.iter().zip(&story.analysis.steps[at.0 as usize].responses);
            let offered = responses.filter(|(_, facts)| facts.offered).flat_map(|(response, _)| &response.concepts);
            let mut ids: Vec<&str> = step.concepts.iter().chain(offered).map(|concept| concept.id()).collect();
            ids.sort_unstable();
            ids.dedup();
            ids.into_iter().for_each(|id| met.entry(id).or_default().push(step.id.as_str()));
        }
        for (outcome, id) in [
            (Outcome::UnderLed, "O1"),
            (Outcome::UnderManaged, "O2"),
            (Outcome::Adrift, "O3"),
            (Outcome::Balanced, "O4"),
        ] {
            if story.analysis.outcome(outcome).witness.is_some() {
                met.entry(id).or_default().push(story.id());
            }
        }
    }
    met
}

#[cfg(test)]
mod tests {
    use super::super::tiny::{Answer, LEAD, MANAGE, story, value};
    use super::*;

    #[test]
    fn a_concept_is_met_where_it_can_be_played() {
        let never = Answer { when: r#"{ "leadership": { "at_least": 9 } }"#, concept: "Q2", text: "Wait.", ..LEAD };
        let one = story(&[(r#"["Go?"]"#, &[Answer { concept: "Q1", ..LEAD }, MANAGE, never])]);
        let rare = |stories: &[&Story]| {
            let found = figures(stories);
            let twice = found.iter().find(|figure| figure.name.contains("twice")).expect("a figure");
            (twice.value, twice.places.iter().any(|place| place.starts_with("Q1:")), value(&found, "never"))
        };
        // Of the 47 it practises Q1 and M4, and it ends adrift.
        assert_eq!(rare(&[&one]), (16.0, true, 44.0));
        assert_eq!(rare(&[&one, &one]), (15.0, false, 44.0));
        assert!(!met(&[&one]).contains_key("Q2"), "that response is never offered");
    }

    #[test]
    fn dimensions_are_shares_of_all_steps() {
        let found = figures(&[&story(&[(r#"["Go?"]"#, &[LEAD, MANAGE])])]);
        assert_eq!(["agenda", "network"].map(|name| value(&found, name)), [100.0, 0.0]);
        assert!(found[..4].iter().all(|figure| !figure.is_met()));
    }
}
