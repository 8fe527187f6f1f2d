//! Where the ideas can be practised, and which were met.

use super::Told;
use crate::album_view::shelf::{Shelf, Story};
use library::{Played, Source};
use scenario::Concept;

/// What the guide knows of the stories and of what was played.
pub struct Report {
    /// The stories.
    shelf: Shelf,
    /// Whether the player has met each concept; `None` where nothing is kept that could say so.
    met: Option<Vec<bool>>,
}

impl PartialEq for Report {
    fn eq(&self, other: &Self) -> bool {
        // It is made once.
        std::ptr::eq(self, other)
    }
}

/// Where an idea can be practised.
pub enum Practised {
    /// In all stories that came with the game.
    Everywhere,
    /// In some: each one's key and title.
    In(Vec<(String, String)>),
    /// In none.
    Nowhere,
    /// That is not known.
    Unknown,
}

impl Report {
    pub(super) fn of(told: &Told, packs: &[u8]) -> Self {
        let shelf = Shelf::of(told, packs);
        let runs = Played::all(told.all(), |source| shelf.story(source));
        let met = told.kept.as_ref().map(|_| Concept::all().map(|concept| is_met(concept, &runs)).collect());
        Report { shelf, met }
    }

    /// Whether the list of stories came.
    pub fn came(&self) -> bool {
        self.shelf.came
    }

    /// How many concepts were met, of how many that can be; `None` where that is not known.
    pub fn counted(&self) -> Option<(usize, usize)> {
        self.met.as_ref().filter(|_| self.shelf.came)?;
        let in_play = |concept: &Concept| self.shelf.stories.iter().any(|story| story.concepts.contains(concept));
        let in_play: Vec<Concept> = Concept::all().filter(in_play).collect();
        let met = in_play.iter().filter(|concept| self.has_met(concept.place() as usize)).count();
        Some((met, in_play.len()))
    }

    fn has_met(&self, place: usize) -> bool {
        self.met.as_ref().and_then(|met| met.get(place)).copied().unwrap_or_default()
    }

    /// The stories in which the concept at a place can be practised.
    fn stories(&self, place: usize) -> impl Iterator<Item = &Story> {
        let concept = Concept::all().nth(place);
        self.shelf.stories.iter().filter(move |story| concept.is_some_and(|concept| story.concepts.contains(&concept)))
    }

    /// Where the concept at a place can be practised.
    pub fn practised(&self, place: usize) -> Practised {
        let shipped = |story: &&Story| matches!(story.source, Source::Shipped(_));
        let all = self.shelf.stories.iter().filter(shipped).count();
        if all > 1 && self.stories(place).filter(shipped).count() == all {
            return Practised::Everywhere;
        }
        let some: Vec<_> = self.stories(place).map(|story| (story.source.key(), story.title.clone())).collect();
        match some.is_empty() {
            false => Practised::In(some),
            true if self.shelf.came => Practised::Nowhere,
            true => Practised::Unknown,
        }
    }

    /// Whether the concept at a place was met; `None` where that is not known, or where no story practises it.
    pub fn met(&self, place: usize) -> Option<bool> {
        if self.has_met(place) {
            return Some(true);
        }
        (self.met.is_some() && self.stories(place).next().is_some()).then_some(false)
    }
}

/// Whether a concept was met in a step or a response of a run.
fn is_met(concept: Concept, runs: &[Played]) -> bool {
    runs.iter().filter_map(Played::run).any(|run| {
        run.turns().iter().any(|turn| {
            let tags = [&run.scenario().step(turn.step).concepts, &run.response(turn).concepts];
            tags.into_iter().any(|tags| tags.contains(&concept))
        })
    })
}
