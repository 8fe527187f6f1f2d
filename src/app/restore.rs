//! What the browser kept: read kindly, and put aside where it cannot be read.

use super::model::{Kept, waiting_of};
use super::{Effect, Focus, Loading, Model, Notice, Route, Settings, Source, packed_text};
use delivery::Entry;
use play::Record;
use scenario::{Outcome, pack};
use std::rc::Rc;

/// The key of the scenario that is being opened.
const OPENING: &str = "opening";

impl Model {
    /// The app's start.
    pub(super) fn start(&mut self, hash: &str, stored: Option<Vec<(String, String)>>) -> Vec<Effect> {
        let mut effects = vec![Effect::FetchIndex];
        let mut aside = 0;
        if stored.is_none() {
            self.unkept = true;
        }
        let stored = stored.unwrap_or_default();
        for (key, value) in &stored {
            if !self.take_up(key, value) {
                aside += 1;
                // Nothing is lost: what cannot be read moves out of the way, as it is, and not to where something is.
                let mut place = format!("unreadable/{key}");
                while stored.iter().any(|(key, _)| *key == place) {
                    place.insert_str(0, "unreadable/");
                }
                effects.push(Effect::PutAside(key.clone(), place));
            }
        }
        if aside > 0 {
            self.notice = Some(Notice::PutAside(aside));
        }
        effects.push(Effect::Look(self.settings));
        effects.extend(self.arrive(Route::parse(hash), false));
        effects
    }

    /// Another window keeps a value, and this one goes along: what it does next builds on what was done there. What
    /// cannot be read is put aside at the next start.
    pub(super) fn hear(&mut self, key: &str, value: &str) -> Vec<Effect> {
        // What another window is opening is none of this one's.
        if key == OPENING || !self.take_up(key, value) {
            return Vec::new();
        }
        if key == "settings" {
            return vec![Effect::Look(self.settings)];
        }
        let taken = matches!(self.route, Route::Take(..));
        let Some((source, Loading::Ready(playing))) = self.playing.as_ref().filter(|_| !taken) else {
            return Vec::new();
        };
        let kept = self.saved_of(source).and_then(|saved| saved.record.as_ref());
        if key.strip_prefix("run/") != Some(&source.key()) || kept == Some(&Record::of(&playing.run)) {
            return Vec::new();
        }
        let (source, scenario) = (source.clone(), Rc::clone(playing.run.scenario()));
        self.notice = Some(Notice::Elsewhere);
        let playing = self.resume(&source, scenario);
        self.playing = Some((source, Loading::Ready(playing)));
        vec![Effect::Focus(Focus::Heading)]
    }

    /// Takes up a stored value. False where it cannot be read.
    fn take_up(&mut self, key: &str, value: &str) -> bool {
        let (kind, of) = key.split_once('/').unwrap_or((key, ""));
        let source = Source::from_key(of);
        match (kind, source) {
            // What the other bundles keep is read by them.
            ("unreadable" | "author" | "journal" | "self" | "room" | "erased", _) => true,
            (OPENING, _) => {
                self.fell = value.into();
                true
            }
            ("settings", _) => Settings::from_text(value).map(|settings| self.settings = settings).is_some(),
            ("last", _) => Source::from_key(value).map(|source| self.last = Some(source)).is_some(),
            ("run", Some(source)) => match Record::from_line(value) {
                Some(record) if record.scenario == *source.id() => {
                    self.saved_mut(&source).record = Some(record);
                    true
                }
                _ => false,
            },
            ("waiting", Some(source)) => {
                let (waiting, unread) = waiting_of(value);
                let saved = self.saved_mut(&source);
                (saved.waiting, saved.unread) = (waiting.into(), unread);
                true
            }
            ("reached", Some(source)) => {
                let reached: Option<Vec<Outcome>> = value.split_ascii_whitespace().map(Outcome::from_name).collect();
                reached.map(|reached| self.saved_mut(&source).reached = reached).is_some()
            }
            ("scenario", Some(Source::Shipped(id))) => {
                let Some(bytes) = packed_text::bytes(value) else { return false };
                match pack::unpack(&bytes) {
                    Some(scenario) if *scenario.id() == id => {
                        self.put_on_shelf(Kept { entry: Entry::of(&scenario), pack: bytes });
                        true
                    }
                    _ => false,
                }
            }
            _ => false,
        }
    }
}
