//! What the browser kept: read kindly, and put aside where it cannot be read.

use super::{Effect, Focus, Loading, Model, Notice, Route};
use library::{Kept, LAST, NEWER, place_aside};
use play::Record;
use std::rc::Rc;

impl Model {
    /// The app's start.
    pub(super) fn start(&mut self, hash: &str, stored: Option<Vec<(String, String)>>) -> Vec<Effect> {
        let mut effects = vec![Effect::FetchIndex];
        let (mut aside, mut newer, mut known) = (0, 0, 0);
        if stored.is_none() {
            self.unkept = true;
        }
        let stored = stored.unwrap_or_default();
        for (key, value) in &stored {
            match Kept::read(key, value) {
                // Nothing is lost: what cannot be read moves out of the way, as it is, and not to where something is.
                Kept::Unreadable => {
                    aside += 1;
                    effects.push(Effect::PutAside(key.clone(), place_aside(key, &stored)));
                }
                Kept::Newer => {
                    newer += 1;
                    self.last_is_newer |= key == LAST;
                }
                Kept::NewerCount(count) => known = count,
                kept => self.take_up(kept),
            }
        }
        // It stays where it is, so that it was said is kept: once is enough.
        if newer != known {
            effects.push(Effect::Store(NEWER.into(), newer.to_string()));
        }
        if newer > known {
            self.notice = Some(Notice::Newer(aside));
        } else if aside > 0 {
            self.notice = Some(Notice::PutAside(aside));
        }
        effects.push(Effect::Look(self.settings));
        effects.extend(self.arrive(Route::parse(hash), false));
        effects
    }

    /// Another window keeps a value, and this one goes along: what it does next builds on what was done there. What
    /// cannot be read is put aside at the next start.
    pub(super) fn hear(&mut self, key: &str, value: &str) -> Vec<Effect> {
        match Kept::read(key, value) {
            // What another window is opening is none of this one's, and what a newer game keeps there is left to it.
            Kept::Opening(_) | Kept::Unreadable => return Vec::new(),
            Kept::Newer => {
                self.last_is_newer |= key == LAST;
                return Vec::new();
            }
            Kept::Settings(settings) => {
                self.settings = settings;
                return vec![Effect::Look(settings)];
            }
            kept => self.take_up(kept),
        }
        let taken = matches!(self.route, Route::Take(..));
        let Some((source, Loading::Ready(playing))) = self.playing.as_ref().filter(|_| !taken) else {
            return Vec::new();
        };
        let kept = self.saved_of(source).and_then(|saved| saved.record.as_ref());
        if key != source.run_key() || kept == Some(&Record::of(&playing.run)) {
            return Vec::new();
        }
        let (source, scenario) = (source.clone(), Rc::clone(playing.run.scenario()));
        self.notice = Some(Notice::Elsewhere);
        let playing = self.resume(&source, scenario);
        self.playing = Some((source, Loading::Ready(playing)));
        vec![Effect::Focus(Focus::Heading)]
    }

    /// Takes up what is kept; what lazy pages read, and what nobody here can, changes nothing.
    fn take_up(&mut self, kept: Kept) {
        match kept {
            Kept::Run(source, record) => self.saved_mut(&source).record = Some(record),
            Kept::Waiting(source, waiting) => self.saved_mut(&source).waiting = waiting,
            Kept::Reached(source, reached) => self.saved_mut(&source).reached = reached,
            Kept::Opened(opened) => self.put_on_shelf(opened),
            Kept::Settings(settings) => self.settings = settings,
            Kept::Last(source) => self.last = Some(source),
            Kept::Opening(opening) => self.fell = opening,
            Kept::NewerCount(_) | Kept::Later | Kept::Newer | Kept::Unreadable => {}
        }
    }
}
