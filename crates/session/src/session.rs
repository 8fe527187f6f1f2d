//! A session: the acts so far, what they come to, and what was undone.

use super::record::{Head, read};
use super::{Act, ActError, Means, State, Unreadable};
use scenario::Scenario;
use std::rc::Rc;

/// An act and when it was done, in seconds since 1970.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamped {
    /// When.
    pub at: u64,
    /// What.
    pub act: Act,
}

/// A session. What it holds is always what its acts come to. Two are equal where they hold the same, however often either
/// was changed.
#[derive(Clone, Debug)]
pub struct Session {
    pub(super) head: Head,
    pub(super) acts: Vec<Stamped>,
    /// What was undone and can be redone, the last undone last.
    pub(super) undone: Vec<Stamped>,
    state: State,
}

/// A session that was read from its record.
#[derive(Clone, Debug, PartialEq)]
pub struct Resumed {
    /// The session, as far as the record fits.
    pub session: Session,
    /// Whether the scenario has been edited since.
    pub edited: bool,
    /// How many acts at the end of the record no longer fit, or are not known.
    pub left_over: usize,
}

impl Session {
    /// A session that begins at a time.
    pub fn begin(id: String, scenario: Rc<Scenario>, at: u64) -> Self {
        let (id_of, fingerprint) = (scenario.id().clone(), scenario.fingerprint());
        let means = Means::default();
        let head = Head { id, scenario: id_of, fingerprint, began: at, own: false, revision: 0, means };
        Session::with(head, scenario)
    }

    /// A session in which nothing was done yet.
    fn with(head: Head, scenario: Rc<Scenario>) -> Self {
        let state = State::new(scenario, head.means, head.began);
        Session { head, acts: Vec::new(), undone: Vec::new(), state }
    }

    /// The session, with whether its scenario was opened from a file, so that it is not taken for a shipped one of its id.
    pub fn of_own(mut self, own: bool) -> Self {
        self.head.own = own;
        self
    }

    /// What it is known by.
    pub fn head(&self) -> &Head {
        &self.head
    }

    /// What its acts come to.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Its acts, the first one first.
    pub fn acts(&self) -> &[Stamped] {
        &self.acts
    }

    /// How many acts can be redone.
    pub fn redoable(&self) -> usize {
        self.undone.len()
    }

    /// Takes an act.
    ///
    /// # Errors
    /// [`ActError`] when it does not fit; the session is as it was then.
    pub fn take(&mut self, act: Act, at: u64) -> Result<(), ActError> {
        let at = self.no_earlier(at);
        self.state.apply(&act, at)?;
        let act = match (act, self.state.teams().last()) {
            // The record has the code as it is written, without what was pasted around it.
            (Act::Team(name, _), Some(team)) => Act::Team(name, team.code.clone()),
            (act, _) => act,
        };
        self.acts.push(Stamped { at, act });
        self.undone.clear();
        self.changed();
        Ok(())
    }

    /// Takes an act in place of the last one.
    ///
    /// # Errors
    /// [`ActError`] when it does not fit; the session is as it was then, with the last act.
    pub fn retake(&mut self, act: Act, at: u64) -> Result<(), ActError> {
        let before = self.clone();
        self.acts.pop();
        self.state = self.replayed();
        self.take(act, at).inspect_err(|_| *self = before)
    }

    /// Counts a change, so that windows know which of two records is the later one.
    fn changed(&mut self) {
        self.head.revision = self.head.revision.saturating_add(1);
    }

    /// A time, or the last act's: time never runs backwards here, whatever a clock or a record says.
    fn no_earlier(&self, at: u64) -> u64 {
        at.max(self.acts.last().map_or(self.head.began, |last| last.at))
    }

    /// Undoes the last act. False where there is none.
    pub fn undo(&mut self) -> bool {
        let Some(last) = self.acts.pop() else { return false };
        self.undone.push(last);
        self.state = self.replayed();
        self.changed();
        true
    }

    /// Redoes what was undone last. False where there is nothing.
    pub fn redo(&mut self) -> bool {
        let Some(mut next) = self.undone.pop() else { return false };
        next.at = self.no_earlier(next.at);
        let fits = self.state.apply(&next.act, next.at).is_ok();
        if fits {
            self.acts.push(next);
        }
        self.changed();
        fits
    }

    /// All acts, played again.
    fn replayed(&self) -> State {
        let mut state = State::new(Rc::clone(self.state.scenario()), self.head.means, self.head.began);
        for stamped in &self.acts {
            // Each was taken once, in this order.
            let _ = state.apply(&stamped.act, stamped.at);
        }
        state
    }

    /// The session of a record, played again as far as it fits.
    ///
    /// # Errors
    /// [`Unreadable`] where it is no record, of a version that is not known, or of another scenario.
    pub fn resume(record: &str, scenario: Rc<Scenario>) -> Result<Resumed, Unreadable> {
        let (head, lines) = read(record)?;
        if head.scenario != *scenario.id() {
            return Err(Unreadable::OtherScenario);
        }
        let edited = head.fingerprint != scenario.fingerprint();
        // A session that is taken up is one of the scenario as it is now.
        let head = Head { fingerprint: scenario.fingerprint(), ..head };
        let mut session = Session::with(head, scenario);
        let mut left_over = lines.len();
        for (undone, stamped) in lines {
            let Some(mut stamped) = stamped else { break };
            if undone {
                session.undone.push(stamped);
                left_over -= 1;
                continue;
            }
            stamped.at = session.no_earlier(stamped.at);
            if session.undone.is_empty() && session.state.apply(&stamped.act, stamped.at).is_ok() {
                session.acts.push(stamped);
            } else {
                break;
            }
            left_over -= 1;
        }
        Ok(Resumed { session, edited, left_over })
    }
}

impl PartialEq for Session {
    fn eq(&self, other: &Self) -> bool {
        let whose = |session: &Session| Head { revision: 0, ..session.head.clone() };
        whose(self) == whose(other)
            && (&self.acts, &self.undone, &self.state) == (&other.acts, &other.undone, &other.state)
    }
}
