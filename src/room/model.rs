//! All that a window of the room knows.

use super::phones::Phones;
use super::typed::Draft;
use super::{Field, Page, REHEARSAL};
use crate::app::Source;
use delivery::{Catalogue, Entry};
use scenario::Scenario;
use scenario::sorted::sort_by_key;
use session::{ActError, Head, Review, Session, State, Unreadable, Weights};
use std::collections::BTreeMap;
use std::rc::Rc;

/// How long a stage may say nothing before it counts as closed, in seconds: it says something every four.
const SILENT: u64 = 10;

/// A file that is asked for.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum Asked<T> {
    /// It was not asked for, or is on its way.
    #[default]
    Waiting,
    /// It is here.
    Here(T),
    /// It did not come, or cannot be read.
    Failed,
}

/// What the facilitator is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// What was done is refused.
    Refused(ActError),
    /// A field holds something that does not count, so its phase is not left.
    Held,
    /// The scenario has been edited, and so many acts no longer fit.
    Edited(usize),
    /// The record is more than a spreadsheet holds.
    TooLarge,
    /// The browser did not forget what it was to forget.
    NotErased,
    /// The browser did not save a file.
    FileNotSaved,
    /// No second window may open.
    NoStage,
    /// A second window has opened, and does not hear this one.
    StageApart,
    /// What phones said is counted, and is not undone by single steps.
    Counted,
}

/// What is asked before it is done, because one slip would undo much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// Whether the session is to be left.
    Leave,
    /// Whether the last decision is to be taken back.
    TakeBack,
}

/// All that a window of the room knows.
#[derive(Debug, Default)]
pub struct Model {
    pub(super) page: Option<Page>,
    pub(super) window: String,
    pub(super) now: u64,
    pub(super) linked: bool,
    /// Records by the sessions' ids.
    pub(super) kept: BTreeMap<String, String>,
    pub(super) catalogue: Asked<Catalogue>,
    /// What the facilitator opened in the game, without its notes.
    pub(super) own: Vec<Entry>,
    pub(super) scenarios: Vec<(Source, Asked<Rc<Scenario>>)>,
    /// The open session's id; its session is there once its scenario is.
    pub(super) open: Option<String>,
    pub(super) session: Option<Session>,
    /// The session that was put by for a rehearsal.
    pub(super) rehearsed: Option<Session>,
    pub(super) review: Option<Review>,
    /// The weights of the open session's scenario, once they are asked for.
    pub(super) weights: Option<(Rc<Scenario>, Weights)>,
    /// Whether the facilitator has just opened the session, so that the other windows are to show it too.
    pub(super) opening: bool,
    pub(super) picked: Option<Source>,
    pub(super) erasing: Option<String>,
    pub(super) asking: Option<Question>,
    pub(super) elsewhere: bool,
    pub(super) drawer: bool,
    /// Which page of a slide is on this window's stage, and of how many.
    pub(super) pages: (u32, u32),
    /// When another window last said that it is a stage, and its pages.
    pub(super) stage: Option<(u64, (u32, u32))>,
    /// Whether the stage is to be dark; `None` where it is as the page is.
    pub(super) dark: Option<bool>,
    pub(super) unsaved: bool,
    pub(super) unheard: bool,
    pub(super) notice: Option<Notice>,
    /// Until when the stage that was opened is to have answered.
    pub(super) stage_due: Option<u64>,
    /// What was typed and is not done with.
    pub(super) drafts: Vec<Draft>,
    /// The field that is typed into, whose last value gives way to the next.
    pub(super) typing: Option<Field>,
    /// What is known of phones.
    pub(super) phones: Phones,
}

/// A session in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed<'m> {
    /// Its id.
    pub id: &'m str,
    /// What it is known by, where it can be read.
    pub head: Result<Head, Unreadable>,
    /// What it is called.
    pub label: String,
}

impl Model {
    /// The page.
    pub fn page(&self) -> &Page {
        self.page.as_ref().unwrap_or(&Page::Console)
    }

    /// The time, in seconds since 1970.
    pub fn now(&self) -> u64 {
        self.now
    }

    /// Whether windows can speak with each other.
    pub fn is_linked(&self) -> bool {
        self.linked
    }

    /// The shipped scenarios.
    pub fn catalogue(&self) -> &Asked<Catalogue> {
        &self.catalogue
    }

    /// The scenarios that were opened in the game on this device; their packs hold no notes.
    pub fn own(&self) -> &[Entry] {
        &self.own
    }

    /// A scenario, where it is here. An address of before own copies had addresses of their own says the id alone: where
    /// none is shipped under it, it means the one that was opened.
    pub fn scenario(&self, source: &Source) -> Option<&Rc<Scenario>> {
        let here = |source: &Source| match self.asked(source) {
            Some(Asked::Here(scenario)) => Some(scenario),
            _ => None,
        };
        match source {
            Source::Shipped(id) if self.is_not_listed(source) => here(&Source::Own(id.clone())),
            _ => here(source),
        }
    }

    /// Whether there is no such scenario, neither shipped nor opened in the game.
    pub fn is_nowhere(&self, source: &Source) -> bool {
        self.is_not_listed(source) && self.scenario(source).is_none()
    }

    fn is_not_listed(&self, source: &Source) -> bool {
        matches!(self.catalogue, Asked::Here(_)) && self.entry(source).is_none()
    }

    pub(super) fn asked(&self, source: &Source) -> Option<&Asked<Rc<Scenario>>> {
        self.scenarios.iter().find(|(known, _)| known == source).map(|(_, asked)| asked)
    }

    /// What is known of a scenario without it, where it is listed.
    pub fn entry(&self, source: &Source) -> Option<&Entry> {
        match (source, &self.catalogue) {
            (Source::Own(id), _) => self.own.iter().find(|entry| entry.id == *id),
            (Source::Shipped(id), Asked::Here(catalogue)) => catalogue.find(id),
            (Source::Shipped(_), _) => None,
        }
    }

    /// Whose scenario a session plays. One that began before that was written down plays the one of its version, and
    /// else the shipped one, where there is one.
    pub fn source(&self, head: &Head) -> Source {
        let (own, shipped) = (Source::Own(head.scenario.clone()), Source::Shipped(head.scenario.clone()));
        let is_of =
            |source: &Source| self.entry(source).is_some_and(|entry| entry.version == head.fingerprint.to_string());
        let own_alone = || self.entry(&own).is_some() && self.entry(&shipped).is_none();
        if head.own || (!is_of(&shipped) && (is_of(&own) || own_alone())) { own } else { shipped }
    }

    /// Whether something that was asked for did not come.
    pub fn has_failed(&self) -> bool {
        matches!(self.catalogue, Asked::Failed)
            || self.scenarios.iter().any(|(_, asked)| matches!(asked, Asked::Failed))
    }

    /// The open session.
    pub fn session(&self) -> Option<&Session> {
        self.session.as_ref()
    }

    /// What the open session has come to.
    pub fn state(&self) -> Option<&State> {
        self.session.as_ref().map(Session::state)
    }

    /// Whether a session is open that is not here yet.
    pub fn is_waiting(&self) -> bool {
        self.open.is_some() && self.session.is_none()
    }

    /// The debrief's figures, once they are known.
    pub fn review(&self) -> Option<&Review> {
        self.review.as_ref()
    }

    /// How much hangs on each decision of the open session's story; where it is led, that is known.
    pub fn weights(&self) -> Option<&Weights> {
        let scenario = self.state()?.scenario();
        self.weights.as_ref().filter(|(of, _)| Rc::ptr_eq(of, scenario)).map(|(_, weights)| weights)
    }

    /// The scenario that is picked for a new session.
    pub fn picked(&self) -> Option<&Source> {
        self.picked.as_ref()
    }

    /// The session that is to be erased, if it is sure.
    pub fn erasing(&self) -> Option<&str> {
        self.erasing.as_deref()
    }

    /// What the facilitator is asked.
    pub fn asking(&self) -> Option<Question> {
        self.asking
    }

    /// Whether another window is the console.
    pub fn is_elsewhere(&self) -> bool {
        self.elsewhere
    }

    /// Which page of a slide is on this window's stage, from 1, and of how many.
    pub fn pages(&self) -> (u32, u32) {
        (self.pages.0.max(1), self.pages.1.max(1))
    }

    /// Whether a stage is open in another window, and its pages; `None` where windows cannot say so.
    pub fn stage(&self) -> Option<Option<(u32, u32)>> {
        let heard = self.stage.filter(|(at, _)| self.now.saturating_sub(*at) <= SILENT);
        self.linked.then(|| heard.map(|(_, pages)| pages))
    }

    /// Whether the stage is to be dark, or light; `None` where it is as the page is.
    pub fn is_dark(&self) -> Option<bool> {
        self.dark
    }

    /// Whether the console is open as a drawer.
    pub fn has_drawer(&self) -> bool {
        self.drawer
    }

    /// Whether the browser keeps nothing more.
    pub fn is_unsaved(&self) -> bool {
        self.unsaved
    }

    /// Whether the other windows could not be told what was done last.
    pub fn is_unheard(&self) -> bool {
        self.unheard
    }

    /// What the facilitator is told.
    pub fn notice(&self) -> Option<Notice> {
        self.notice
    }

    /// The sessions, the newest first.
    pub fn listed(&self) -> Vec<Listed<'_>> {
        let mut listed: Vec<Listed<'_>> =
            self.kept.iter().filter(|(id, _)| *id != REHEARSAL).map(|(id, record)| self.listing(id, record)).collect();
        sort_by_key(&mut listed, |listed| std::cmp::Reverse(listed.head.as_ref().map_or(0, |head| head.began)));
        listed
    }

    fn listing<'m>(&'m self, id: &'m str, record: &str) -> Listed<'m> {
        Listed { id, head: Head::of(record), label: Head::label(record).unwrap_or_default() }
    }
}
