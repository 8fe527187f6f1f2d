//! Scenario files that the player opens: read, kept in the browser, played like any other.

use super::{Effect, FaultyFile, Focus, Model, PlacedFault, Route, Source};
use archive::{Archive, is_zip};
use delivery::Entry;
use library::{LAST, Opened, Packed, Reflections};
use scenario::{Beside, Limits, Lookup, Positions, pack};

/// How many faults of a file are listed; the rest is counted.
const LISTED: usize = 50;

/// Reads a scenario file, alone or in an archive with its pictures: a pack of its scenario and of those, or what is wrong
/// with it, each fault with its place.
///
/// # Errors
/// The file's faults.
pub fn read_file(name: String, bytes: &[u8]) -> Result<Vec<u8>, FaultyFile> {
    if !is_zip(bytes) {
        return read_scenario(name, bytes, &mut |_| Beside::Missing(None));
    }
    let archive = Archive::open(bytes, &Limits::default());
    match archive.and_then(|archive| Ok((archive.scenario()?, archive))) {
        Ok((bytes, archive)) => read_scenario(name, &bytes, &mut |file| archive.beside(file)),
        Err(error) => {
            let (message, help) = (error.to_string(), error.help().into());
            // The archive as a whole has no line.
            Err(FaultyFile { name, faults: vec![PlacedFault { line: 1, column: 1, message, help }], count: 1 })
        }
    }
}

fn read_scenario(name: String, bytes: &[u8], lookup: Lookup<'_>) -> Result<Vec<u8>, FaultyFile> {
    let faults = match scenario::read_beside(bytes, &Limits::default(), lookup) {
        Ok(scenario) => return Ok(pack::pack(&scenario)),
        Err(faults) => faults,
    };
    let positions = Positions::new(bytes);
    let placed = faults.iter().take(LISTED).map(|fault| {
        let place = positions.at(fault.span.start);
        PlacedFault { line: place.line, column: place.column, message: fault.message.clone(), help: fault.help.clone() }
    });
    Err(FaultyFile { name, faults: placed.collect(), count: faults.count() })
}

impl Model {
    /// Opens a scenario that was read: keeps it, and plays it.
    pub(super) fn open_pack(&mut self, bytes: Vec<u8>) -> Vec<Effect> {
        let Some(scenario) = pack::unpack(&bytes) else { return Vec::new() };
        self.faulty = None;
        let entry = Entry::of(&scenario);
        let source = Source::Own(entry.id.clone());
        let pack = Packed(bytes);
        let store = Effect::Store(Opened::key(&entry.id), pack.to_text());
        self.put_on_shelf(Opened { entry, pack: pack.0 });
        // What the page fell over was another file.
        self.fell = None;
        if self.playing.as_ref().is_some_and(|(playing, _)| *playing == source) {
            self.playing = None;
        }
        let mut effects = vec![store, Effect::Go(Route::Play(source.clone()))];
        effects.extend(self.arrive(Route::Play(source), true));
        effects
    }

    /// Lists what is wrong with a file, on the home page; nothing else changes.
    pub(super) fn refuse_file(&mut self, file: FaultyFile) -> Vec<Effect> {
        let mut effects = Vec::new();
        if self.route != Route::Home {
            effects.push(Effect::Go(Route::Home));
            self.route = Route::Home;
        }
        self.faulty = Some(file);
        effects.push(Effect::Focus(Focus::Faults));
        effects
    }

    /// Puts an opened scenario on the shelf, which is in the order of ids, in the place of one with its id.
    pub(super) fn put_on_shelf(&mut self, opened: Opened) {
        match self.shelf.binary_search_by(|other| other.entry.id.cmp(&opened.entry.id)) {
            Ok(at) => self.shelf[at] = opened,
            Err(at) => self.shelf.insert(at, opened),
        }
    }

    /// Takes an opened scenario off the shelf, and its run with it.
    pub(super) fn take_off_shelf(&mut self, source: &Source) -> Vec<Effect> {
        let Source::Own(id) = source else { return Vec::new() };
        self.shelf.retain(|opened| opened.entry.id != *id);
        self.saved.retain(|saved| saved.source != *source);
        if self.playing.as_ref().is_some_and(|(playing, _)| playing == source) {
            self.playing = None;
        }
        let mut effects = vec![Effect::Focus(Focus::Heading), Effect::Forget(Opened::key(id))];
        effects.extend(
            [source.run_key(), source.reached_key(), source.waiting_key(), Reflections::key(source)]
                .map(Effect::Forget),
        );
        if self.last.as_ref() == Some(source) {
            self.last = None;
            effects.push(Effect::Forget(LAST.into()));
        }
        effects
    }
}
