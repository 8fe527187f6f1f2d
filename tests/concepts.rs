//! Every idea of the concept list is practised in a shipped scenario; the field guide explains them all.

use crate::support;

use scenario::{Concept, Outcome, Scenario};
use std::collections::BTreeSet;
use support::{shipped, shipped_ids};
use two_hats::words::guide::GUIDE;

/// The ideas that a scenario practises: those that its steps and responses are tagged with, and its outcomes themselves.
fn practised(scenario: &Scenario) -> BTreeSet<&'static str> {
    let steps = scenario.steps().iter();
    let tagged = steps
        .flat_map(|step| step.concepts.iter().chain(step.responses.iter().flat_map(|response| &response.concepts)));
    let ends = Outcome::ALL.into_iter().filter(|outcome| !scenario.outcomes().of(*outcome).is_empty());
    tagged.map(|concept| concept.id()).chain(ends.map(taught_by)).collect()
}

/// The idea that an outcome is.
fn taught_by(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::UnderLed => "O1",
        Outcome::UnderManaged => "O2",
        Outcome::Adrift => "O3",
        Outcome::Balanced => "O4",
    }
}

#[test]
fn every_idea_is_practised_in_a_story() {
    let practised: BTreeSet<&str> = shipped_ids().iter().flat_map(|id| practised(&shipped(id))).collect();
    let missing: Vec<&str> = Concept::all().map(Concept::id).filter(|id| !practised.contains(id)).collect();
    assert!(missing.is_empty(), "no scenario practises {missing:?}");
}

#[test]
fn every_idea_is_explained_in_the_guide() {
    let explained = |id: &str| GUIDE.concept(id).is_some_and(|concept| !concept.text.is_empty());
    let missing: Vec<&str> = Concept::all().map(Concept::id).filter(|id| !explained(id)).collect();
    assert!(missing.is_empty(), "the guide says nothing of {missing:?}");
}

#[test]
fn a_response_of_a_scenario_says_what_it_practises() {
    for id in shipped_ids() {
        for step in shipped(&id).steps() {
            assert!(!step.concepts.is_empty(), "{id}: {} practises nothing", step.id);
            for response in &step.responses {
                assert!(!response.concepts.is_empty(), "{id}: {}/{} practises nothing", step.id, response.id);
            }
        }
    }
}
