//! A run on the page: entering a scenario, choosing, going on, going back.

use super::{Done, Effect, FetchFault, Focus, Loading, Model, Notice, Playing, Route, Showing, Source};
use delivery::Entry;
use library::{LAST, Opened, Opening, Waiting, aside};
use play::{Record, Run};
use scenario::{Scenario, pack};
use std::rc::Rc;

/// How often the page may fall over a scenario before that is put aside.
const MOST_FALLS: usize = 2;

impl Model {
    /// Enters a scenario: with the run that is on the page already, or by loading its file.
    pub(super) fn enter(&mut self, source: Source) -> Vec<Effect> {
        if self
            .playing
            .as_ref()
            .is_some_and(|(playing, loading)| *playing == source && !matches!(loading, Loading::Failed(_)))
        {
            return Vec::new();
        }
        self.playing = Some((source.clone(), Loading::Waiting));
        match &source {
            Source::Shipped(id) => {
                let version = match &self.catalogue {
                    Loading::Ready(catalogue) => catalogue.find(id).map(|entry| entry.version.clone()),
                    _ => None,
                };
                vec![Effect::FetchScenario(source, version.unwrap_or_default())]
            }
            Source::Own(_) => self.open_own(source),
        }
    }

    /// Opens a scenario that was opened from a file once; one that the page has fallen over twice is put aside.
    fn open_own(&mut self, source: Source) -> Vec<Effect> {
        let fell = self.fell.take().filter(|opening| opening.source == source).map_or(0, |opening| opening.times);
        if fell < MOST_FALLS {
            self.opening = true;
            let opening = Opening { source: source.clone(), times: fell + 1 };
            return vec![Effect::Opening(Some(opening.to_text())), Effect::Unpack(source)];
        }
        let key = Opened::key(source.id());
        self.shelf.retain(|opened| opened.entry.id != *source.id());
        self.notice = Some(Notice::PutAside(1));
        let place = aside(&key);
        let mut effects = vec![Effect::PutAside(key, place)];
        effects.push(Effect::Opening(None));
        effects.extend(self.scenario_came(source, Err(FetchFault::NotThere)));
        effects
    }

    /// Unpacks a scenario that was opened from a file once. A page that is hidden waits for no paint, which may never come:
    /// what it has unpacked it has not fallen over.
    pub(super) fn unpack(&mut self, source: Source, hidden: bool) -> Vec<Effect> {
        let opened = self.shelf.iter().find(|opened| opened.entry.id == *source.id());
        let answer = opened.map(|opened| opened.pack.clone()).ok_or(FetchFault::NotThere);
        let mut effects = self.scenario_came(source, answer);
        self.opening &= !hidden;
        effects.push(if hidden { Effect::Opening(None) } else { Effect::AwaitPaint });
        effects
    }

    /// A scenario's file is there, or is not.
    pub(super) fn scenario_came(&mut self, source: Source, answer: Result<Vec<u8>, FetchFault>) -> Vec<Effect> {
        // The player may have gone elsewhere meanwhile, or have asked twice and gone on with what came first.
        if self.run().is_some() || self.playing.as_ref().is_none_or(|(waiting, _)| *waiting != source) {
            return Vec::new();
        }
        let loaded = match answer {
            Err(fault) => Loading::Failed(fault),
            Ok(bytes) => match pack::unpack(&bytes).filter(|scenario| scenario.id() == source.id()) {
                Some(scenario) => Loading::Ready(self.resume(&source, Rc::new(scenario))),
                // Cut short on the way, another scenario's, or a host that answers everything with its own page.
                None => Loading::Failed(FetchFault::Failed),
            },
        };
        self.playing = Some((source.clone(), loaded));
        // The page that waited had no heading to have the focus.
        let mut effects = vec![Effect::Focus(Focus::Heading)];
        // Who reads the start sheet has not begun.
        if !matches!(self.route, Route::Start(_) | Route::Invited(..)) {
            effects.extend(self.remember(&source, false));
        }
        effects
    }

    /// The kept run of a scenario as far as it fits, or a new one.
    pub(super) fn resume(&mut self, source: &Source, scenario: Rc<Scenario>) -> Playing {
        let (record, mut unread) = match &self.route {
            Route::Take(_, record) => (Some(record), None),
            _ => {
                let saved = self.saved_of(source);
                (saved.and_then(|saved| saved.record.as_ref()), saved.and_then(|saved| saved.waiting.unread))
            }
        };
        let replay = record.and_then(|record| record.replay(Rc::clone(&scenario)).ok());
        let run = match replay {
            None => Run::start(scenario),
            Some(replay) => {
                if replay.stop.is_some() || replay.edited {
                    self.notice = Some(Notice::Edited(replay.stop));
                    unread = None;
                }
                replay.run
            }
        };
        let showing = match unread {
            Some(decision) if decision == run.turns().len() && decision > 0 => Showing::Consequence,
            _ => Showing::Now,
        };
        Playing::new(run, showing)
    }

    /// Takes a response; one that is not offered changes nothing.
    pub(super) fn choose(&mut self, response: usize) -> Vec<Effect> {
        let Some(playing) = self.run_mut() else { return Vec::new() };
        if playing.showing == Showing::Consequence || playing.run.choose(response).is_err() {
            return Vec::new();
        }
        // Whoever decides once more as they did can bring back what came after it, too.
        if playing.undone.pop() != Some(response) {
            playing.undone.clear();
        }
        playing.show_consequence(Done::Answered);
        let ended = playing.run.ending().map(|_| Record::of(&playing.run));
        self.notice = None;
        let mut effects = self.keep();
        effects.push(Effect::AwaitPaint);
        if let (Some(record), Some((source, _))) = (ended, &self.playing) {
            effects.push(Effect::Note(library::Entry::line(source, &record)));
        }
        effects
    }

    /// On from a consequence, to the next step or to the outcome.
    pub(super) fn go_on(&mut self) -> Vec<Effect> {
        let Some(playing) = self.run_mut().filter(|playing| playing.showing == Showing::Consequence) else {
            return Vec::new();
        };
        playing.showing = Showing::Now;
        playing.painted = true;
        playing.done = None;
        let mut effects = vec![Effect::Focus(Focus::Heading)];
        if let Some((source, _)) = self.playing.clone() {
            effects.extend(self.remember(&source, false));
        }
        effects
    }

    /// Back to a decision, or to the last one.
    pub(super) fn undo(&mut self, decision: Option<usize>) -> Vec<Effect> {
        let Some(playing) = self.run_mut() else { return Vec::new() };
        let turns = playing.run.turns();
        let to = decision.unwrap_or(turns.len().saturating_sub(1));
        let Some(taken_back) = turns.get(to..).filter(|taken_back| !taken_back.is_empty()) else { return Vec::new() };
        let taken_back: Vec<usize> = taken_back.iter().rev().map(|turn| turn.response).collect();
        playing.undone.extend(taken_back);
        playing.run.undo_to(to);
        playing.showing = Showing::Now;
        playing.dialog = None;
        playing.focused = None;
        playing.painted = true;
        playing.done = Some(Done::TakenBack);
        let lost = if to == 0 { playing.lost() } else { None };
        let mut effects = Vec::new();
        // The journal has it before its place is taken.
        if let (Some(record), Some((source, _))) = (lost, &self.playing) {
            effects.push(Effect::Note(library::Entry::line(source, &record)));
        }
        effects.extend(self.keep());
        effects
    }

    /// Brings back the decision that was taken back last, and shows what came of it.
    pub(super) fn redo(&mut self) -> Vec<Effect> {
        let Some(playing) = self.run_mut() else { return Vec::new() };
        let Some(response) = playing.undone.pop() else { return Vec::new() };
        if playing.run.choose(response).is_err() {
            playing.undone.clear();
            return Vec::new();
        }
        playing.show_consequence(Done::BroughtBack);
        self.notice = None;
        let mut effects = self.keep();
        effects.push(Effect::AwaitPaint);
        effects
    }

    /// The scenario from its start, once a run has ended.
    pub(super) fn play_again(&mut self) -> Vec<Effect> {
        let effects = self.undo(Some(0));
        if let Some(playing) = self.run_mut() {
            playing.undone.clear();
            playing.done = None;
        }
        effects
    }

    /// Keeps the run on the page, and moves on to what is new there.
    fn keep(&mut self) -> Vec<Effect> {
        let shown = self.run().filter(|playing| playing.showing == Showing::Consequence);
        let taken = shown.and_then(|playing| Some(playing.run.place(playing.run.turns().last()?)));
        let mut effects = vec![Effect::Focus(taken.map_or(Focus::Heading, Focus::Came))];
        if let Some((source, _)) = self.playing.clone() {
            effects.extend(self.remember(&source, true));
        }
        effects
    }

    /// Writes down the run on the page, and that it was the last that was played. What is kept of a run that was only
    /// looked at stays as it is, for another tab may have gone on with it, and it may hold what does not fit the scenario
    /// as it was edited; where all of it fits, it is from now on one of this version.
    pub(super) fn remember(&mut self, source: &Source, decided: bool) -> Vec<Effect> {
        let taken = matches!(self.route, Route::Take(..));
        let Some(playing) = self.run().filter(|_| decided || !taken) else { return Vec::new() };
        let record = Record::of(&playing.run);
        let title = playing.run.step().map(|step| step.title.to_string()).unwrap_or_default();
        let unread = (playing.showing == Showing::Consequence).then(|| playing.run.turns().len());
        let ending = playing.run.ending();
        let mut effects = Vec::new();
        if decided {
            effects.extend(self.put_by(source, &record, taken));
        }
        if taken {
            self.route = Route::Play(source.clone());
            effects.push(Effect::Replace(self.route.clone()));
        }
        let saved = self.saved_mut(source);
        let fits =
            |kept: &Record| kept.fingerprint != record.fingerprint && kept.responses.len() == record.responses.len();
        if decided || saved.record.as_ref().is_none_or(fits) {
            effects.push(Effect::Store(source.run_key(), record.to_line()));
            saved.record = Some(record);
        }
        saved.waiting = Waiting { title, unread };
        if ending.is_some_and(|ending| saved.reached.add(ending.outcome)) {
            effects.push(Effect::Store(source.reached_key(), saved.reached.to_text()));
        }
        effects.push(Effect::Store(source.waiting_key(), saved.waiting.to_text()));
        if self.last.as_ref() != Some(source) {
            self.last = Some(source.clone());
            if !self.last_is_newer {
                effects.push(Effect::Store(LAST.into(), source.key()));
            }
        }
        effects
    }

    /// Puts the kept run into the journal before another takes its place: one that is open where the address held
    /// another, or one that does not fit the scenario as it is now.
    fn put_by(&self, source: &Source, record: &Record, taken: bool) -> Option<Effect> {
        let open = self.open_run(source)?.record.as_ref()?;
        (taken || open.fingerprint != record.fingerprint).then(|| Effect::Note(library::Entry::line(source, open)))
    }

    /// The card of a scenario, shipped or opened.
    pub fn entry(&self, source: &Source) -> Option<&Entry> {
        match (source, &self.catalogue) {
            (Source::Shipped(id), Loading::Ready(catalogue)) => catalogue.find(id),
            (Source::Shipped(_), _) => None,
            (Source::Own(id), _) => {
                self.shelf.iter().map(|opened: &Opened| &opened.entry).find(|entry| entry.id == *id)
            }
        }
    }
}

impl Playing {
    /// Shows the consequence of a response that was just taken; of a passage without one, what comes next.
    fn show_consequence(&mut self, done: Done) {
        let run = &self.run;
        let untold = run.turns().last().is_some_and(|turn| run.response(turn).consequence.is_empty());
        self.showing = if untold { Showing::Now } else { Showing::Consequence };
        self.focused = None;
        self.painted = untold;
        self.done = Some(done);
    }

    /// The run that was taken back to its start, for the journal; `None` where the journal has it.
    fn lost(&mut self) -> Option<Record> {
        let mut run = self.run.clone();
        while run.ending().is_none()
            && let Some(at) = self.undone.len().checked_sub(run.turns().len() + 1)
        {
            run.choose(self.undone[at]).ok()?;
        }
        let record = Record::of(&run);
        // What has ended was written down when it did.
        if run.ending().is_some() || self.noted.as_ref() == Some(&record) {
            return None;
        }
        self.noted = Some(record.clone());
        Some(record)
    }
}
