//! Scenario files that the player opens: read, kept in the browser, played like any other.

use super::model::Kept;
use super::{Effect, Entry, FaultyFile, Focus, Model, Route, Source};
use crate::scenario::{self, Faults, Limits, Positions};

/// How many faults of a file are listed; the rest is counted.
const LISTED: usize = 50;

impl Model {
    /// Opens a file: plays it, or lists what is wrong with it.
    pub(super) fn open_file(&mut self, name: String, bytes: &[u8]) -> Vec<Effect> {
        self.hovering = false;
        self.faulty = None;
        let scenario = match scenario::read(bytes, &Limits::default()) {
            Ok(scenario) => scenario,
            Err(faults) => {
                self.faulty = Some(faulty(&name, bytes, &faults));
                let home = (self.route != Route::Home).then_some(Effect::Go(Route::Home));
                self.route = Route::Home;
                return home.into_iter().chain([Effect::Focus(Focus::Faults)]).collect();
            }
        };
        let entry = Entry::of(&scenario);
        let source = Source::Own(entry.id.clone());
        // What was read is UTF-8 from its first byte to its last.
        let text = String::from_utf8_lossy(bytes).into_owned();
        let store = Effect::Store(format!("scenario/{}", entry.id), text.clone());
        match self.shelf.iter_mut().find(|kept| kept.entry.id == entry.id) {
            Some(kept) => *kept = Kept { entry, text },
            None => self.shelf.push(Kept { entry, text }),
        }
        if self.playing.as_ref().is_some_and(|(playing, _)| *playing == source) {
            self.playing = None;
        }
        let mut effects = vec![store, Effect::Go(Route::Play(source.clone()))];
        effects.extend(self.arrive(Route::Play(source), true));
        effects
    }

    /// Takes an opened scenario off the shelf, and its run with it.
    pub(super) fn take_off_shelf(&mut self, source: &Source) -> Vec<Effect> {
        let Source::Own(id) = source else { return Vec::new() };
        self.shelf.retain(|kept| kept.entry.id != *id);
        self.saved.retain(|saved| saved.source != *source);
        if self.playing.as_ref().is_some_and(|(playing, _)| playing == source) {
            self.playing = None;
        }
        let mut effects = vec![Effect::Focus(Focus::Heading), Effect::Forget(format!("scenario/{id}"))];
        let key = source.key();
        effects.extend(["run", "reached", "waiting"].map(|kind| Effect::Forget(format!("{kind}/{key}"))));
        if self.last.as_ref() == Some(source) {
            self.last = None;
            effects.push(Effect::Forget("last".into()));
        }
        effects
    }
}

/// A file's faults, each with its place.
pub(super) fn faulty(name: &str, bytes: &[u8], faults: &Faults) -> FaultyFile {
    let positions = Positions::new(bytes);
    let placed = faults.iter().take(LISTED).map(|fault| (positions.at(fault.span.start), fault.clone()));
    FaultyFile { name: name.into(), faults: placed.collect(), count: faults.count() }
}
