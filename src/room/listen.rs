//! What windows say to each other, and what each makes of it.
//!
//! A window that acts says the whole session, so that one that has just opened, or has missed something, needs nothing
//! else. Where windows cannot speak with each other, what one stores is seen by the others. Records count their changes:
//! an older one than what a window has is never taken, and whoever said it is told the later one.

use super::{Effect, Model, Notice, Page, REHEARSAL};
use library::Key;
use session::{Act, Head, Session};
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
/// The console asks whether a stage hears it, and a stage says that it does.
const ASKS_STAGE: &str = "stage?";
/// Before the pages of a window that is a stage: which is shown, and of how many.
const STAGE: &str = "stage ";
/// Before how the stage is to look.
const LOOK: &str = "look ";
const DARK: &str = "dark";
const LIGHT: &str = "light";
/// Before what the room may see of phones; the console that leads them says it.
pub(super) const PHONES: &str = "phones ";
/// What the console that leads phones is to do: it counts them first.
pub(super) const NEXT: &str = "act next";
pub(super) const TALK: &str = "act talk";
/// In place of an id: a session that begins once its scenario is here.
pub(super) const NEW: &str = "-";

/// What says how the stage is to look.
pub(super) fn look(dark: bool) -> String {
    format!("{LOOK}{}", if dark { DARK } else { LIGHT })
}

impl Model {
    /// Says that this window is a stage, where it is one.
    pub(super) fn is_here(&self) -> Vec<Effect> {
        let (at, of) = self.pages();
        let is_stage = *self.page() == Page::Stage && self.linked;
        is_stage.then(|| Effect::Say(format!("{STAGE}{at} {of}"))).into_iter().collect()
    }

    /// Asks for the stage that was opened until it answers, and says where it does not.
    pub(super) fn await_stage(&mut self) -> Vec<Effect> {
        match self.stage_due {
            Some(due) if self.now >= due => {
                (self.stage_due, self.notice) = (None, Some(Notice::StageApart));
                Vec::new()
            }
            Some(_) => vec![Effect::Say(ASKS_STAGE.into())],
            None => Vec::new(),
        }
    }

    /// A stage that was waited for is heard.
    fn meets_stage(&mut self) {
        self.stage_due = None;
        self.notice = self.notice.take().filter(|notice| *notice != Notice::StageApart);
    }

    /// Another window says something.
    pub(super) fn hear(&mut self, words: &str) -> Vec<Effect> {
        if words == HELLO {
            self.meets_stage();
            let mut effects = self.told();
            effects.extend(self.is_here());
            effects.extend(self.dark.map(|dark| Effect::Say(look(dark))));
            effects.extend(self.tell_board(true));
            return effects;
        }
        if words == ASKS_STAGE {
            return self.is_here();
        }
        if let Some(pages) = words.strip_prefix(STAGE).and_then(|pages| pages.split_once(' ')) {
            self.meets_stage();
            if let (Ok(at), Ok(of)) = (pages.0.parse(), pages.1.parse()) {
                self.stage = Some((self.now, (at, of)));
            }
            return Vec::new();
        }
        if let Some(look) = words.strip_prefix(LOOK) {
            self.dark = Some(look == DARK);
            return Vec::new();
        }
        if let Some(board) = words.strip_prefix(PHONES) {
            self.hear_board(board);
            return Vec::new();
        }
        if words == NEXT || words == TALK {
            let act = if words == NEXT { Act::Next } else { Act::Talk };
            return if self.phones().is_open() { self.take(act) } else { Vec::new() };
        }
        if words == LEFT {
            let effects = self.close_phones();
            (self.open, self.session, self.review) = (None, None, None);
            self.drafts.clear();
            return effects;
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

    /// Another window has stored something. Where windows can speak that is heard of the open session alone, so that no
    /// older record stays stored in its place.
    pub(super) fn see_stored(&mut self, key: &str, value: Option<String>) -> Vec<Effect> {
        // What was erased there is not stored again from here.
        let Ok(key) = key.parse() else { return Vec::new() };
        match (key, value) {
            (Key::Session(id), None) => {
                self.kept.remove(&id);
                if self.open.as_ref() == Some(&id) { self.hear(LEFT) } else { Vec::new() }
            }
            (Key::Session(id), Some(record)) => {
                let is_open = self.session.as_ref().is_some_and(|session| session.head().id == id);
                if is_open || !self.linked { self.take_up(&id, &record) } else { Vec::new() }
            }
            (Key::Phones, kept) => {
                self.see_phones(kept);
                Vec::new()
            }
            _ if self.linked => Vec::new(),
            (Key::OpenSession, None) => self.hear(LEFT),
            (Key::OpenSession, Some(id)) => {
                let record = self.kept.get(&id).cloned();
                record.map(|record| self.take_up(&id, &record)).unwrap_or_default()
            }
            (Key::Console, Some(window)) => {
                self.yield_to(&window);
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    /// The open session, for a window that asks.
    fn told(&self) -> Vec<Effect> {
        if let Some(said) = self.say_rehearsal().filter(|_| self.rehearsed.is_some()) {
            return said;
        }
        let say = |session: &Session| {
            let id = &session.head().id;
            Some(Effect::Say(format!("{TAKE}{id}\n{}", self.kept.get(id)?)))
        };
        // What can be read from the browser need not be told by more than one window, but it does no harm.
        self.session.as_ref().and_then(say).into_iter().collect()
    }

    /// Another window is the console: two would count two rooms.
    fn yield_to(&mut self, window: &str) {
        let is_console = *self.page() == Page::Console || self.drawer;
        self.elsewhere = is_console && window != self.window;
        if window != self.window {
            self.rest_phones();
        }
    }

    /// Takes up a session as another window has it, or as it is known here, where that is later.
    fn take_up(&mut self, id: &str, said: &str) -> Vec<Effect> {
        let Some(head) = Head::of(said).ok().filter(|head| head.id == id) else { return Vec::new() };
        if id == REHEARSAL {
            // It is in no browser's memory, and each begins anew.
            self.kept.insert(id.to_owned(), said.to_owned());
            return self.show(id, head, said);
        }
        // Whatever another window does, a rehearsal here is over.
        self.rehearsed = None;
        let known = self.kept.get(id).and_then(|known| Some((Head::of(known).ok()?, known.clone())));
        // Of two that count alike one is taken by all windows.
        let known = known.filter(|(known, record)| (known.revision, &**record) > (head.revision, said));
        let Some((head, later)) = known else {
            self.kept.insert(id.to_owned(), said.to_owned());
            return self.show(id, head, said);
        };
        let mut effects = vec![
            Effect::Store(Key::Session(id.to_owned()).to_text(), later.clone()),
            Effect::Say(format!("{TAKE}{id}\n{later}")),
        ];
        if self.session.as_ref().is_none_or(|session| session.head().id != id) {
            effects.extend(self.show(id, head, &later));
        }
        effects
    }

    /// Shows a session that another window has opened.
    fn show(&mut self, id: &str, head: Head, record: &str) -> Vec<Effect> {
        self.open = Some(id.to_owned());
        let source = self.source(&head);
        let Some(scenario) = self.scenario(&source).map(Rc::clone) else {
            self.session = None;
            return self.fetch(source).into_iter().collect();
        };
        if let Ok(resumed) = Session::resume(record, scenario) {
            if self.session.as_ref().is_some_and(|session| session.head().id != id) {
                self.drafts.clear();
            }
            self.session = Some(resumed.session);
            self.typing = None;
            self.look_back();
            return self.tidy();
        }
        Vec::new()
    }
}
