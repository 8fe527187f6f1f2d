//! What windows say to each other, and what each makes of it.
//!
//! A window that acts says the whole session, so that one that has just opened, or has missed something, needs nothing
//! else. Where windows cannot speak with each other, what one stores is seen by the others.

use super::model::{CONSOLE as CONSOLE_KEY, OPEN, SESSION};
use super::{Effect, Model, Page};
use crate::workshop::{Head, Session};
use std::rc::Rc;

/// A window has opened, and asks what there is.
pub(super) const HELLO: &str = "hello";
/// The session that is open has been left.
pub(super) const LEFT: &str = "left";
/// The stage goes down, and up.
pub(super) const DOWN: &str = "down";
pub(super) const UP: &str = "up";
/// Before the word of the window that is the console now.
pub(super) const CONSOLE: &str = "console ";
/// Before a session's id and, on the lines below, its record.
pub(super) const TAKE: &str = "take ";
/// In place of an id: a session that begins once its scenario is here.
pub(super) const NEW: &str = "-";

impl Model {
    /// Another window says something.
    pub(super) fn hear(&mut self, words: &str) -> Vec<Effect> {
        if words == HELLO {
            return self.told();
        }
        if words == LEFT {
            (self.open, self.session, self.review) = (None, None, None);
            return Vec::new();
        }
        if words == DOWN || words == UP {
            let is_stage = *self.page() == Page::Stage;
            return is_stage.then_some(Effect::Scroll(words == DOWN)).into_iter().collect();
        }
        if let Some(window) = words.strip_prefix(CONSOLE) {
            self.yield_to(window);
            return Vec::new();
        }
        match words.strip_prefix(TAKE).and_then(|said| said.split_once('\n')) {
            Some((id, record)) => self.take_up(id, record),
            None => Vec::new(),
        }
    }

    /// Another window has stored something: heard only where it cannot say so itself, because what is stored may come
    /// later than what was said after it.
    pub(super) fn see_stored(&mut self, key: &str, value: Option<String>) -> Vec<Effect> {
        // What was erased there is not stored again from here.
        if value.is_none()
            && let Some(id) = key.strip_prefix(SESSION)
        {
            self.kept.remove(id);
            return if self.open.as_deref() == Some(id) { self.hear(LEFT) } else { Vec::new() };
        }
        if self.linked {
            return Vec::new();
        }
        match (key, value) {
            (OPEN, None) => self.hear(LEFT),
            (OPEN, Some(id)) => {
                let record = self.kept.get(&id).cloned();
                record.map(|record| self.take_up(&id, &record)).unwrap_or_default()
            }
            (CONSOLE_KEY, Some(window)) => {
                self.yield_to(&window);
                Vec::new()
            }
            (key, Some(record)) => match key.strip_prefix(SESSION) {
                Some(id) => self.take_up(id, &record),
                None => Vec::new(),
            },
            (_, None) => Vec::new(),
        }
    }

    /// The open session, for a window that asks.
    fn told(&self) -> Vec<Effect> {
        let say = |session: &Session| Effect::Say(format!("{TAKE}{}\n{}", session.head().id, session.record()));
        // What can be read from the browser need not be told by more than one window, but it does no harm.
        self.session.as_ref().map(say).into_iter().collect()
    }

    /// Another window is the console: two would count two rooms.
    fn yield_to(&mut self, window: &str) {
        let is_console = *self.page() == Page::Console || self.drawer;
        self.elsewhere = is_console && window != self.window;
    }

    /// Takes up a session as another window has it.
    fn take_up(&mut self, id: &str, record: &str) -> Vec<Effect> {
        self.kept.insert(id.to_owned(), record.to_owned());
        let Ok(head) = Head::of(record) else { return Vec::new() };
        self.open = Some(id.to_owned());
        let source = self.source(&head);
        let Some(scenario) = self.scenario(&source).map(Rc::clone) else {
            self.session = None;
            return self.fetch(source).into_iter().collect();
        };
        if let Ok(resumed) = Session::resume(record, scenario) {
            self.session = Some(resumed.session);
            self.look_back();
        }
        Vec::new()
    }
}
