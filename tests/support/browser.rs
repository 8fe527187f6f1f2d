//! Windows of the room in one browser, without a browser.

use super::shipped;
use delivery::{Catalogue, Entry};
use scenario::Id;
use session::{Act, Session};
use two_hats::app::Source;
use two_hats::room::{Effect, Event, Model, Opened, Page};

/// An id.
pub fn id(text: &str) -> Id {
    Id::new(text).expect("an id")
}

/// The shipped scenario of an id, by its name.
pub fn shipped_source(text: &str) -> Source {
    Source::Shipped(id(text))
}

/// A browser that several windows share: what is stored, and what windows say to each other.
#[derive(Default)]
pub struct Browser {
    /// What is stored, by its key.
    pub stored: Vec<(String, String)>,
    /// The windows, the first one first.
    pub windows: Vec<Model>,
    /// The files that were saved.
    pub saved: Vec<(String, Vec<u8>)>,
    /// Which window was scrolled, and whether down.
    pub scrolled: Vec<(usize, bool)>,
    /// The scenarios that were asked for.
    pub fetched: Vec<Id>,
    /// Whether nothing more is stored.
    pub full: bool,
    /// Whether windows cannot speak with each other.
    pub silent: bool,
}

impl Browser {
    /// Opens a window.
    pub fn open(&mut self, page: Page) -> usize {
        let window = self.windows.len();
        self.windows.push(Model::default());
        let stored = Some(self.stored.clone());
        let opened = Opened { page, stored, now: 1000, window: format!("w{window}"), linked: !self.silent };
        self.tell(window, Event::Started(opened));
        window
    }

    /// Tells a window of an event, and does what it asks for.
    pub fn tell(&mut self, window: usize, event: Event) {
        for effect in self.windows[window].update(event) {
            let others: Vec<usize> = (0..self.windows.len()).filter(|other| *other != window).collect();
            match effect {
                Effect::FetchIndex => {
                    let entries = ["crisis", "product-launch"].map(|id| Entry::of(&shipped(id)));
                    let index = Catalogue { entries: entries.into(), ..Catalogue::default() }.pack();
                    self.tell(window, Event::IndexCame(Some(index)));
                }
                Effect::FetchSource(id) => {
                    self.fetched.push(id.clone());
                    let path = format!("{}/scenarios/{id}.json", env!("CARGO_MANIFEST_DIR"));
                    self.tell(window, Event::SourceCame(id, std::fs::read(path).ok()));
                }
                Effect::Store(key, _) if self.full => self.tell(window, Event::Kept(key, false)),
                Effect::Store(key, value) => {
                    self.stored.retain(|(known, _)| *known != key);
                    self.stored.push((key.clone(), value.clone()));
                    self.tell(window, Event::Kept(key.clone(), true));
                    others.iter().for_each(|other| self.tell(*other, Event::Stored(key.clone(), Some(value.clone()))));
                }
                Effect::Forget(key) => {
                    self.stored.retain(|(known, _)| *known != key);
                    others.iter().for_each(|other| self.tell(*other, Event::Stored(key.clone(), None)));
                }
                Effect::Say(words) if !self.silent => {
                    others.iter().for_each(|other| self.tell(*other, Event::Heard(words.clone())));
                }
                Effect::SaveFile(name, _, bytes) => self.saved.push((name, bytes)),
                Effect::Scroll(down) => self.scrolled.push((window, down)),
                Effect::Say(_) | Effect::Focus(_) | Effect::FullScreen => {}
                // Nobody opens a room for phones here.
                Effect::Wire(_) | Effect::AskHost { .. } => {}
            }
        }
    }

    /// A window takes an act.
    pub fn take(&mut self, window: usize, act: Act) {
        self.tell(window, Event::Take(act));
    }

    /// The session that a window shows.
    pub fn session(&self, window: usize) -> &Session {
        self.windows[window].session().expect("a session is open")
    }

    /// A console with a session of the crisis.
    pub fn begun() -> (Self, usize) {
        let mut browser = Browser::default();
        let console = browser.open(Page::Console);
        browser.tell(console, Event::Picked(shipped_source("crisis")));
        browser.tell(console, Event::Begin);
        (browser, console)
    }
}
