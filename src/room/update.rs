//! What each event does to a window.

use super::model::Notice;
use super::{Effect, Event, Model, Opened, Page, listen};
use library::{Key as Kept, Source, is_newer, opened_scenarios};
use session::{Act, Head, Mode, Phase, Review, Session, State, Unreadable, Weights};
use std::rc::Rc;

/// How many states the debrief's figures may visit: a browser's tab has less room than a terminal.
pub const STATES: usize = 1_000_000;

/// The first field that holds something that does not count.
const FIRST_SLIP: &str = "#room [aria-invalid=true]";

/// How long a stage that was opened has to answer, in seconds: it is fetched first.
const STAGE_ANSWERS: u64 = 15;

impl Model {
    /// Takes up an event, and says what is to be done.
    pub fn update(&mut self, event: Event) -> Vec<Effect> {
        let effects = self.take_in(event);
        if *self.page() == Page::Console || self.drawer {
            self.weigh();
        }
        effects
    }

    fn take_in(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Started(opened) => self.start(opened),
            Event::Moved(page) => self.move_to(page),
            Event::IndexCame(bytes) => self.take_index(bytes),
            Event::SourceCame(id, bytes) => self.take_source(&id, bytes),
            Event::Retry => self.retry(),
            Event::Picked(source) => {
                self.picked = Some(source);
                Vec::new()
            }
            Event::Begin => self.begin(),
            Event::Resume(id) => {
                self.opening = true;
                self.resume(id)
            }
            Event::Ask(question) => self.ask(question),
            Event::Leave => self.leave(),
            Event::AskErase(id) => {
                let focus = if id.is_some() { ".sure .button.danger" } else { "#sessions" };
                self.erasing = id;
                vec![Effect::Focus(focus)]
            }
            Event::Erase => self.erase(),
            Event::Take(act) => self.take(act),
            Event::Typed(field, text) => self.type_in(field, text),
            Event::Left(field) => {
                self.leave_field(&field);
                Vec::new()
            }
            Event::Undo => self.undo(),
            Event::Redo => self.turn_back(Session::redo),
            Event::Pressed(key) => self.press(key),
            Event::Tick(now) => {
                self.now = now;
                let mut effects = self.await_stage();
                if now.is_multiple_of(4) {
                    effects.extend(self.is_here());
                    effects.extend(self.tell_board(true));
                }
                effects
            }
            Event::Heard(words) => self.hear(&words),
            Event::Stored(key, value) => self.see_stored(&key, value),
            Event::Kept(key, kept) => {
                // A session that did not fit is not saved by what fits beside it.
                self.unsaved = !kept || (self.unsaved && !matches!(key.parse(), Ok(Kept::Session(_))));
                Vec::new()
            }
            Event::Told(told) => {
                self.unheard = !told;
                Vec::new()
            }
            Event::Erased => {
                self.forget_phones();
                self.kept.clear();
                self.own.clear();
                self.scenarios.retain(|(source, _)| matches!(source, Source::Shipped(_)));
                self.picked = self.picked.take().filter(|source| matches!(source, Source::Shipped(_)));
                self.hear(listen::LEFT)
            }
            Event::TakeOver => {
                self.elsewhere = false;
                self.claim()
            }
            Event::Drawer(open) => self.set_drawer(open),
            Event::Scroll(down) => {
                let words = if down { listen::DOWN } else { listen::UP };
                let mut effects = self.hear(words);
                effects.push(Effect::Say(words.into()));
                effects
            }
            Event::Paged(at, of) => {
                self.pages = (at, of);
                self.is_here()
            }
            Event::Darken(dark) => {
                self.dark = Some(dark);
                vec![Effect::Say(listen::look(dark))]
            }
            Event::Rehearse(begins) => self.rehearse(begins),
            Event::FullScreen => vec![Effect::FullScreen],
            Event::Save(kind, ahead) => self.save(kind, ahead),
            Event::NotErased => {
                self.notice = Some(Notice::NotErased);
                Vec::new()
            }
            Event::FileNotSaved => {
                self.notice = Some(Notice::FileNotSaved);
                Vec::new()
            }
            Event::SaveAsIs(id) => {
                let record = self.kept.get(&id).map(|record| record.clone().into_bytes());
                record
                    .map(|record| Effect::SaveFile(format!("two-hats-{id}.txt"), "text/plain", record))
                    .into_iter()
                    .collect()
            }
            Event::StageOpened(opened) => {
                self.notice = (!opened).then_some(Notice::NoStage);
                // Where windows cannot speak with each other, that is said already.
                self.stage_due = (opened && self.linked).then_some(self.now + STAGE_ANSWERS);
                Vec::new()
            }
            Event::Dismiss => {
                self.notice = None;
                Vec::new()
            }
            Event::Phones(ask) => self.phones_event(ask),
        }
    }

    fn start(&mut self, opened: Opened) -> Vec<Effect> {
        let Opened { page, stored, now, window, linked } = opened;
        (self.now, self.window, self.linked) = (now, window, linked);
        self.unsaved = stored.is_none();
        let stored = stored.unwrap_or_default();
        opened_scenarios(&stored).into_iter().for_each(|scenario| self.take_own(scenario));
        // What a newer game wrote is not listed, so that nobody erases it as rubbish.
        for (key, value) in stored.into_iter().filter(|(_, value)| !is_newer(value)) {
            match key.parse() {
                Ok(Kept::Session(id)) => drop(self.kept.insert(id, value)),
                Ok(Kept::OpenSession) => self.open = Some(value),
                Ok(Kept::Phones) => self.see_phones(Some(value)),
                _ => {}
            }
        }
        let mut effects = vec![Effect::FetchIndex, Effect::Say(listen::HELLO.into())];
        if let Some(open) = self.open.clone() {
            effects.extend(self.resume(open));
        }
        effects.extend(self.move_to(page));
        effects
    }

    fn move_to(&mut self, page: Page) -> Vec<Effect> {
        let is_console = page == Page::Console;
        self.page = Some(page);
        (self.drawer, self.asking) = (false, None);
        let mut effects = self.fetch_needed();
        effects.extend(self.is_here());
        if is_console {
            self.elsewhere = false;
            effects.extend(self.claim());
        }
        effects
    }

    /// Says that this window is the console now.
    fn claim(&self) -> Vec<Effect> {
        let window = &self.window;
        vec![
            Effect::Say(format!("{}{window}", listen::CONSOLE)),
            Effect::Store(Kept::Console.to_text(), window.clone()),
        ]
    }

    /// Begins a session of the picked scenario, once that is here.
    pub(super) fn begin(&mut self) -> Vec<Effect> {
        let Some(picked) = self.picked.clone() else { return Vec::new() };
        let Some(scenario) = self.scenario(&picked).map(Rc::clone) else {
            self.open = Some(listen::NEW.into());
            return self.fetch(picked).into_iter().collect();
        };
        // Two windows may begin in the same second.
        let id: String = format!("{}x{}", self.now, self.window).chars().filter(char::is_ascii_alphanumeric).collect();
        self.open = Some(id.clone());
        let own = matches!(picked, Source::Own(_));
        self.session = Some(Session::begin(id.clone(), scenario, self.now).of_own(own));
        let mut effects = vec![Effect::Store(Kept::OpenSession.to_text(), id), Effect::Focus("#room h1")];
        effects.extend(self.keep());
        effects
    }

    /// Takes a session up, once its scenario is here.
    pub(super) fn resume(&mut self, id: String) -> Vec<Effect> {
        let Some(record) = self.kept.get(&id).cloned() else {
            self.open = None;
            return Vec::new();
        };
        let Ok(head) = Head::of(&record) else {
            self.open = None;
            return Vec::new();
        };
        self.open = Some(id.clone());
        let source = self.source(&head);
        let Some(scenario) = self.scenario(&source).map(Rc::clone) else {
            return self.fetch(source).into_iter().collect();
        };
        let mut effects = Vec::new();
        match Session::resume(&record, scenario) {
            Ok(resumed) => {
                if resumed.edited || resumed.left_over > 0 {
                    self.notice = Some(Notice::Edited(resumed.left_over));
                }
                if resumed.left_over > 0 {
                    effects.push(Effect::Store(Kept::Copy(id.clone()).to_text(), record));
                }
                self.session = Some(resumed.session);
                self.look_back();
                // A window that has only just opened says nothing: another may know more than what was stored.
                if std::mem::take(&mut self.opening) {
                    effects.extend([Effect::Store(Kept::OpenSession.to_text(), id), Effect::Focus("#room h1")]);
                    effects.extend(self.keep());
                }
            }
            Err(Unreadable::NoRecord | Unreadable::OtherVersion | Unreadable::OtherScenario) => self.open = None,
        }
        effects
    }

    fn leave(&mut self) -> Vec<Effect> {
        self.rehearse(false);
        let mut effects = self.hand_in();
        effects.extend(self.close_phones());
        self.drafts.clear();
        (self.open, self.session, self.review, self.notice) = (None, None, None, None);
        (self.drawer, self.asking) = (false, None);
        effects.extend([Effect::Forget(Kept::OpenSession.to_text()), Effect::Say(listen::LEFT.into())]);
        effects.extend(self.fetch_needed());
        effects.push(Effect::Focus("#room h1"));
        effects
    }

    fn erase(&mut self) -> Vec<Effect> {
        let Some(id) = self.erasing.take() else { return Vec::new() };
        self.kept.remove(&id);
        vec![
            Effect::Forget(Kept::Session(id.clone()).to_text()),
            Effect::Forget(Kept::Copy(id).to_text()),
            Effect::Focus("#sessions"),
        ]
    }

    /// Takes an act, keeps what it comes to, and tells the other windows.
    pub(super) fn take(&mut self, act: Act) -> Vec<Effect> {
        if self.elsewhere {
            return Vec::new();
        }
        if let Some(handed_over) = self.hand_over(&act) {
            return vec![handed_over];
        }
        let mut effects = Vec::new();
        if matches!(act, Act::Next | Act::Back | Act::Talk | Act::ToDebrief | Act::TakeBack) {
            effects.extend(self.hand_in());
        }
        if matches!(act, Act::Next | Act::Talk) && self.is_held() {
            self.notice.get_or_insert(Notice::Held);
            effects.push(Effect::Focus(FIRST_SLIP));
            return effects;
        }
        let now = self.now;
        // Whoever goes on has left a question unanswered, and means no.
        let asked = self.asking.take().is_some();
        if act == Act::Next {
            self.plan_unsaid();
        }
        if matches!(act, Act::Next | Act::Talk) && self.state().is_some_and(|state| state.after(&act).is_some()) {
            effects.extend(self.count_phones());
        }
        let Some(session) = &mut self.session else { return effects };
        let took = session.take(act.clone(), now);
        self.settle(&act, took);
        match took {
            Ok(()) => {
                self.notice = None;
                self.look_back();
                effects.extend(self.keep());
                effects.extend(self.tidy());
                effects.extend(self.go_on_rehearsing(&act));
                // The question had the focus, and is gone.
                effects.extend(asked.then_some(Effect::Focus(".console-top :is(h1, h2)")));
            }
            Err(refused) => self.notice = Some(Notice::Refused(refused)),
        }
        effects
    }

    /// Finds how much hangs on each decision of the open session's story, unless that is known.
    fn weigh(&mut self) {
        let Some(scenario) = self.state().map(|state| Rc::clone(state.scenario())) else { return };
        if self.weights().is_none() {
            let weights = Weights::of(&scenario, STATES);
            self.weights = Some((scenario, weights));
        }
    }

    /// Whoever begins without a word about which decisions are the room's means what is proposed.
    fn plan_unsaid(&mut self) {
        let now = self.now;
        let unsaid =
            |state: &State| state.phase() == Phase::SetUp && state.mode() == Mode::Room && state.decides().is_none();
        if !self.state().is_some_and(unsaid) {
            return;
        }
        self.weigh();
        let proposed =
            self.state().zip(self.weights()).map(|(state, weights)| weights.propose(state.scenario(), &state.plan()));
        if let (Some(session), Some(decides)) = (&mut self.session, proposed) {
            // Of a story's own decisions none is refused.
            let _ = session.take(Act::Decides(decides), now);
        }
    }

    /// Undoes the last act, unless phones were counted by it.
    pub(super) fn undo(&mut self) -> Vec<Effect> {
        if self.is_counted_last() { Vec::new() } else { self.turn_back(Session::undo) }
    }

    pub(super) fn turn_back(&mut self, turn: fn(&mut Session) -> bool) -> Vec<Effect> {
        if self.elsewhere || !self.session.as_mut().is_some_and(turn) {
            return Vec::new();
        }
        (self.notice, self.typing, self.asking) = (None, None, None);
        self.look_back();
        let mut effects = self.keep();
        effects.extend(self.tidy());
        effects
    }

    /// Finds the debrief's figures where they are needed and not known.
    pub(super) fn look_back(&mut self) {
        let Some(session) = &self.session else { return };
        let state = session.state();
        let needed = state.phase().is_debrief() || *self.page() == Page::Sheet;
        if needed && !self.review.as_ref().is_some_and(|review| review.is_of(state)) {
            self.review = Some(Review::of(state, STATES));
        }
    }

    /// Keeps the open session, and tells the other windows.
    pub(super) fn keep(&mut self) -> Vec<Effect> {
        if let Some(said) = self.say_rehearsal() {
            return said;
        }
        let Some(session) = &self.session else { return Vec::new() };
        let (id, record) = (session.head().id.clone(), session.record());
        let said = format!("{}{id}\n{record}", listen::TAKE);
        self.kept.insert(id.clone(), record.clone());
        vec![Effect::Store(Kept::Session(id).to_text(), record), Effect::Say(said)]
    }

    pub(super) fn set_drawer(&mut self, open: bool) -> Vec<Effect> {
        if *self.page() != Page::Stage || self.drawer == open {
            return Vec::new();
        }
        self.drawer = open;
        if !open {
            return vec![Effect::Focus("#room h1")];
        }
        let mut effects = self.claim();
        effects.push(Effect::Focus(".drawer h2"));
        effects
    }
}
