//! The album of endings: every way in which a scenario's end is told, and which of them were found.

use super::shelf::{Shelf, Story};
use library::Played;
use scenario::{Outcome, Variant};

/// One ending of a scenario.
pub(crate) struct Card<'a> {
    pub outcome: Outcome,
    pub variant: &'a Variant,
    /// The newest run that ended so, by its place in the list.
    pub found: Option<usize>,
}

/// The endings of one scenario.
pub(crate) struct Page<'a> {
    pub story: &'a Story,
    /// None where the scenario did not come.
    pub cards: Vec<Card<'a>>,
}

impl Page<'_> {
    /// How many were found.
    pub fn found(&self) -> usize {
        self.cards.iter().filter(|card| card.found.is_some()).count()
    }
}

/// The endings of all scenarios.
pub(crate) fn pages<'a>(shelf: &'a Shelf, runs: &[Played]) -> Vec<Page<'a>> {
    let cards = |story: &'a Story| {
        let scenario = story.scenario.as_deref()?;
        let all = Outcome::ALL.into_iter().flat_map(move |outcome| {
            scenario.outcomes().of(outcome).iter().enumerate().map(move |(at, variant)| (outcome, at, variant))
        });
        let found = |outcome, at| {
            runs.iter().position(|run| {
                run.source == story.source
                    && run.ended().is_some_and(|(ending, which)| (ending.outcome, which) == (outcome, at))
            })
        };
        Some(all.map(|(outcome, at, variant)| Card { outcome, variant, found: found(outcome, at) }).collect())
    };
    shelf.stories.iter().map(|story| Page { story, cards: cards(story).unwrap_or_default() }).collect()
}
