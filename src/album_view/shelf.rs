//! The scenarios that there are: those that came with the game, and those that the player opened.

use super::ask::Told;
use delivery::practised;
use library::{Source, Story as There, opened_scenarios};
use scenario::sorted::sort_by;
use scenario::{Concept, Id, Scenario, pack};
use std::rc::Rc;

/// A scenario.
pub(crate) struct Story {
    pub source: Source,
    pub title: String,
    /// Itself, where it came.
    pub scenario: Option<Rc<Scenario>>,
    /// The concepts that it practises.
    pub concepts: Vec<Concept>,
}

/// All of them.
pub(crate) struct Shelf {
    pub stories: Vec<Story>,
    /// Whether the list of the shipped ones came.
    pub came: bool,
}

impl Shelf {
    /// All that was told of; `packs` are the bytes beside the text.
    pub fn of(told: &Told, packs: &[u8]) -> Self {
        let shipped = told.shelf.iter().flatten().filter_map(|fields| {
            let [id, _, title, concepts] = fields.as_slice() else { return None };
            let bytes = told.packs.iter().find(|(of, _)| of == id).and_then(|(_, range)| packs.get(range.clone()));
            Some(Story {
                source: Source::Shipped(Id::new(id)?),
                title: title.clone(),
                scenario: bytes
                    .and_then(pack::unpack_untrusted)
                    .filter(|scenario| scenario.id().as_str() == id)
                    .map(Rc::new),
                concepts: concepts.split(' ').filter_map(Concept::new).collect(),
            })
        });
        let own = opened_scenarios(told.all()).into_iter().map(|scenario| Story {
            source: Source::Own(scenario.id().clone()),
            title: scenario.title().into(),
            concepts: practised(&scenario).collect(),
            scenario: Some(Rc::new(scenario)),
        });
        let mut stories: Vec<Story> = shipped.chain(own).collect();
        // Both kinds are in the order of their ids, the shipped ones first.
        sort_by(&mut stories, |one, other| one.source.cmp(&other.source));
        Shelf { stories, came: told.shelf.is_some() }
    }

    /// What is there of a story.
    pub fn story(&self, source: &Source) -> There {
        match self.find(source).map(|story| &story.scenario) {
            Some(Some(scenario)) => There::Here(Rc::clone(scenario)),
            Some(None) => There::Late,
            None if matches!(source, Source::Shipped(_)) && !self.came => There::Late,
            None => There::Gone,
        }
    }

    pub fn find(&self, source: &Source) -> Option<&Story> {
        self.stories.iter().find(|story| story.source == *source)
    }
}
