//! The scenarios that a window needs: asked for, here, or not to be had.

use super::model::Asked;
use super::{Effect, Model, listen};
use crate::app::Source;
use delivery::{Catalogue, Entry};
use scenario::{Id, Limits, Scenario, read};
use std::rc::Rc;

impl Model {
    /// Asks for the scenario that the page needs. The list of sessions needs none: a session's is asked for when it is
    /// opened.
    pub(super) fn fetch_needed(&mut self) -> Vec<Effect> {
        let needed = self.page().source().cloned();
        needed.and_then(|source| self.fetch(source)).into_iter().collect()
    }

    /// Asks for a scenario, unless it was asked for; one that was opened in the game is here or nowhere.
    pub(super) fn fetch(&mut self, source: Source) -> Option<Effect> {
        if self.asked(&source).is_some() {
            return None;
        }
        let (asked, effect) = match &source {
            Source::Shipped(id) => (Asked::Waiting, Some(Effect::FetchSource(id.clone()))),
            Source::Own(_) => (Asked::Failed, None),
        };
        self.scenarios.push((source, asked));
        effect
    }

    pub(super) fn take_index(&mut self, bytes: Option<Vec<u8>>) -> Vec<Effect> {
        self.catalogue = match bytes.and_then(|bytes| Catalogue::unpack(&bytes)) {
            Some(catalogue) => Asked::Here(catalogue),
            None => Asked::Failed,
        };
        let Asked::Here(catalogue) = &self.catalogue else { return Vec::new() };
        if self.picked.is_none() {
            self.picked = catalogue.entries.first().map(|entry| Source::Shipped(entry.id.clone()));
        }
        // Whose scenario an old session plays may be known only now.
        let waits = self.open.clone().filter(|open| self.session.is_none() && *open != listen::NEW);
        let mut effects = self.fetch_needed();
        effects.extend(waits.map(|open| self.resume(open)).unwrap_or_default());
        effects
    }

    /// A scenario that was opened in the game.
    pub(super) fn take_own(&mut self, scenario: Scenario) {
        self.own.push(Entry::of(&scenario));
        self.scenarios.push((Source::Own(scenario.id().clone()), Asked::Here(Rc::new(scenario))));
    }

    pub(super) fn take_source(&mut self, id: &Id, bytes: Option<Vec<u8>>) -> Vec<Effect> {
        let scenario = bytes.and_then(|bytes| read(&bytes, &Limits::default()).ok()).filter(|it| it.id() == id);
        let source = Source::Shipped(id.clone());
        if let Some((_, asked)) = self.scenarios.iter_mut().find(|(known, _)| *known == source) {
            *asked = scenario.map_or(Asked::Failed, |scenario| Asked::Here(Rc::new(scenario)));
        }
        match &self.open {
            Some(open) if self.session.is_none() && *open != listen::NEW => self.resume(open.clone()),
            Some(_) if self.session.is_none() => self.begin(),
            _ => Vec::new(),
        }
    }

    pub(super) fn retry(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        if matches!(self.catalogue, Asked::Failed) {
            self.catalogue = Asked::Waiting;
            effects.push(Effect::FetchIndex);
        }
        for (source, asked) in self.scenarios.iter_mut().filter(|(_, asked)| matches!(asked, Asked::Failed)) {
            if let Source::Shipped(id) = source {
                *asked = Asked::Waiting;
                effects.push(Effect::FetchSource(id.clone()));
            }
        }
        effects
    }
}
