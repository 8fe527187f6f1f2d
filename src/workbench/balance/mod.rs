//! The balance helper: which numbers to change so that the figures are what their author wants. A worker of its own
//! searches, so that the text is checked meanwhile; what it proposes is of the text that it was asked about, and of no
//! other.

mod form;
mod worker;

use super::worker::{Helper, Trouble, Work};
use super::{Effect, Model, Notice, Tab};
pub use form::{Aim, Form, Refused, Wanted};
use std::rc::Rc;
pub use worker::{Change, Figures, Found, Numbers, Offer, answer};
use worker::{Question, Reply};

/// How many seconds there are at least from one progress that is said to the next.
const SAID_EVERY: u64 = 5;

/// Something that happened to the balance helper.
#[derive(Clone, Debug, PartialEq)]
pub enum Balance {
    /// Something else is wanted.
    Aim(Aim),
    /// What the file wants is wanted again.
    AsInFile,
    /// The search starts.
    Start,
    /// The search starts with other chances.
    Others,
    /// The search stops; what it has found is proposed.
    Stop,
    /// A part of the worker's answer, or why there is none.
    Told(Result<Vec<u8>, Trouble>),
    /// A proposal is put into the text, by its place.
    Apply(usize),
}

/// How far the helper is.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum Search {
    /// It was not asked, or was stopped before it had found anything.
    #[default]
    Idle,
    /// It searches.
    Running {
        /// How much is done, in per cent.
        percent: u8,
        /// What the best so far misses, in per cent of shares and points; `None` before anything was tried.
        missing: Option<f64>,
        /// What was found so far.
        found: Vec<Numbers>,
    },
    /// It was stopped, and what it had found is worked out.
    Ending,
    /// It is done.
    Found(Rc<Found>),
    /// The text cannot be read.
    Unreadable,
    /// What is wanted cannot be, or the scenario is too large: why, in a sentence.
    Refused(String),
    /// The worker told nothing.
    Failed(Trouble),
}

/// What the workbench knows of the helper.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Balancing {
    /// What is wanted.
    pub form: Form,
    /// The steps that can be kept as they are: their ids and titles. Empty before a text could be read.
    pub steps: Rc<Vec<(String, String)>>,
    /// How often the form was filled in anew.
    pub filled: u32,
    /// How far it is.
    pub search: Search,
    /// The progress that was said last, in per cent.
    pub said: u8,
    /// When that was.
    said_at: u64,
    /// Whether the form is its author's, and no longer the file's.
    edited: bool,
    /// What the file wants.
    wanted: Wanted,
    /// The text that is searched, or was.
    asked: Rc<str>,
    /// What was wanted of it, and by which chances it is searched.
    question: (Wanted, u64),
}

impl Model {
    /// What each event does to the helper.
    pub(super) fn balance(&mut self, event: Balance) -> Vec<Effect> {
        match event {
            Balance::Aim(aim) => {
                self.balancing.form.take(aim);
                self.balancing.edited = true;
                Vec::new()
            }
            Balance::AsInFile => {
                self.balancing.edited = false;
                self.balancing.fill();
                Vec::new()
            }
            Balance::Start => self.search(0),
            Balance::Others => self.search(self.balancing.question.1 + 1),
            Balance::Stop => self.stop_search(),
            Balance::Told(told) => self.hear_search(told),
            Balance::Apply(at) => self.apply(at),
        }
    }

    /// Takes up what the file of a new plan wants.
    pub(super) fn take_wanted(&mut self) {
        let Some(plan) = &self.plan else { return };
        let balancing = &mut self.balancing;
        if balancing.steps != plan.names {
            balancing.steps = Rc::clone(&plan.names);
        }
        if balancing.wanted != plan.wanted {
            balancing.wanted = plan.wanted.clone();
            if !balancing.edited {
                balancing.fill();
            }
        }
    }

    /// Whether the text is still the one that was searched.
    pub fn is_searched_text(&self) -> bool {
        *self.balancing.asked == *self.text
    }

    fn search(&mut self, seed: u64) -> Vec<Effect> {
        let Ok(wanted) = self.balancing.form.wanted() else { return vec![Effect::Focus(".balance [aria-invalid]")] };
        let balancing = &mut self.balancing;
        balancing.asked = Rc::from(self.text.as_str());
        balancing.question = (wanted, seed);
        balancing.search = Search::Running { percent: 0, missing: None, found: Vec::new() };
        (balancing.said, balancing.said_at) = (0, self.now);
        vec![Effect::EndHelper(Helper::Balance), balancing.ask(None)]
    }

    /// A worker that searches hears nothing: it is ended, and another works out what it had found.
    fn stop_search(&mut self) -> Vec<Effect> {
        let balancing = &mut self.balancing;
        let mut effects = vec![Effect::EndHelper(Helper::Balance)];
        balancing.search = match std::mem::take(&mut balancing.search) {
            Search::Running { found, .. } if !found.is_empty() => {
                effects.push(balancing.ask(Some(found)));
                Search::Ending
            }
            Search::Running { .. } | Search::Ending => Search::Idle,
            other => other,
        };
        effects
    }

    fn hear_search(&mut self, told: Result<Vec<u8>, Trouble>) -> Vec<Effect> {
        let balancing = &mut self.balancing;
        if !matches!(balancing.search, Search::Running { .. } | Search::Ending) {
            return Vec::new();
        }
        let reply = told.and_then(|part| postcard::from_bytes(&part).map_err(|_| Trouble::Fallen));
        balancing.search = match reply {
            Ok(Reply::Progress { percent, missing, found }) => {
                if self.now >= balancing.said_at + SAID_EVERY {
                    (balancing.said, balancing.said_at) = (percent, self.now);
                }
                balancing.search = Search::Running { percent, missing: Some(missing), found };
                return Vec::new();
            }
            Ok(Reply::Found(found)) => Search::Found(Rc::new(found)),
            Ok(Reply::Unreadable) => Search::Unreadable,
            Ok(Reply::Refused(why)) => Search::Refused(why),
            Err(trouble) => Search::Failed(trouble),
        };
        // It has done what it was for.
        vec![Effect::EndHelper(Helper::Balance)]
    }

    /// Puts a proposal's numbers into the text that it is of, as one change.
    fn apply(&mut self, at: usize) -> Vec<Effect> {
        let Search::Found(found) = &self.balancing.search else { return Vec::new() };
        let Some(offer) = found.offers.get(at).filter(|_| self.is_searched_text()) else { return Vec::new() };
        let (from, to, text) = offer.edit.clone();
        self.tab = Tab::Text;
        self.notice = Some(Notice::Applied);
        vec![Effect::Write(from, to, text)]
    }
}

impl Balancing {
    /// Fills the form in with what the file wants.
    fn fill(&mut self) {
        self.form = Form::of(&self.wanted);
        self.filled += 1;
    }

    fn ask(&self, found: Option<Vec<Numbers>>) -> Effect {
        let (wanted, seed) = self.question.clone();
        let question = Question { text: self.asked.to_string(), wanted, seed, found };
        // Writing to memory does not fail.
        let bytes = postcard::to_allocvec(&question).unwrap_or_default();
        Effect::AskHelper(Helper::Balance, Work::Balance.ask(bytes))
    }
}
