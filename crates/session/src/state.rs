//! All that a session is at one moment.

use super::{Act, Ballot, Clock, Decides, How, Length, Note, Phase, Tally};
use play::Run;
use scenario::{Scenario, Step, StepIndex};
use std::rc::Rc;

/// How many scales a room rates itself on, and how many values each has.
pub const SCALES: usize = 2;
pub(super) const VALUES: usize = 5;

/// The fewest whose self-rating is shown.
pub(super) const FEWEST: u32 = 5;

/// The most people in a room.
pub const MOST_PEOPLE: u32 = 500;
/// The most teams, and the most notes of a kind.
pub(super) const MOST_TEAMS: usize = 60;
pub(super) const MOST_NOTES: usize = 200;
/// The longest text of a person's own, in characters.
pub const LONGEST_TEXT: usize = 280;

/// The means of a room's self-rating before and after play, on each scale, in hundredths; `None` where too few gave one.
pub type Means = [[Option<u32>; SCALES]; 2];

/// Who plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// The whole room, by vote.
    Room,
    /// Teams, each on a device of its own.
    Teams,
}

/// A team that has reported.
#[derive(Clone, Debug, PartialEq)]
pub struct Team {
    /// What it is called.
    pub name: String,
    /// Its code, as it is written.
    pub code: String,
    /// Its run.
    pub run: Run,
}

/// All that a session is at one moment. Only acts change it.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    pub(super) scenario: Rc<Scenario>,
    pub(super) label: String,
    pub(super) people: u32,
    pub(super) length: Length,
    pub(super) mode: Mode,
    /// Which decisions the room takes; `None` where nobody has said.
    pub(super) decides: Option<Decides>,
    /// The debrief's time in minutes, where it is not half of all.
    pub(super) debrief: Option<u32>,
    pub(super) hats: bool,
    pub(super) phase: Phase,
    pub(super) run: Run,
    /// The votes on the step that waits; none once the run has ended.
    pub(super) ballot: Option<Ballot>,
    pub(super) ballots: Vec<Ballot>,
    pub(super) pick: Option<usize>,
    /// Before and after play, each on both scales.
    pub(super) ratings: [[Tally; SCALES]; 2],
    /// What ratings came to that were counted on another device, and stayed there.
    pub(super) brought: Means,
    pub(super) teams: Vec<Team>,
    pub(super) focus: usize,
    pub(super) stop: usize,
    pub(super) what_if: Option<(usize, usize)>,
    /// In the order of [`Note::ALL`].
    pub(super) notes: [Vec<String>; 3],
    pub(super) blank: bool,
    pub(super) clock: Clock,
}

impl State {
    pub(super) fn new(scenario: Rc<Scenario>, brought: Means, at: u64) -> Self {
        let people = 20;
        let rating = || [(); SCALES].map(|()| Tally::new(VALUES, people));
        let mut state = State {
            run: Run::start(Rc::clone(&scenario)),
            scenario,
            label: String::new(),
            people,
            length: Length::Hour,
            mode: Mode::Room,
            decides: None,
            debrief: None,
            hats: false,
            phase: Phase::SetUp,
            ballot: None,
            ballots: Vec::new(),
            pick: None,
            ratings: [rating(), rating()],
            brought,
            teams: Vec::new(),
            focus: 0,
            stop: 0,
            what_if: None,
            notes: Default::default(),
            blank: false,
            clock: Clock::new(at),
        };
        state.ballot = state.new_ballot();
        state
    }

    /// An empty ballot for the step that waits.
    pub(super) fn new_ballot(&self) -> Option<Ballot> {
        let step = self.run.now().step()?;
        let first = Tally::new(self.scenario.step(step).responses.len(), self.people);
        let decision = self.run.turns().len();
        Some(Ballot { decision, step, first, second: None, played: None, taken_back: false })
    }

    /// The scenario.
    pub fn scenario(&self) -> &Rc<Scenario> {
        &self.scenario
    }

    /// What the session is called; empty where it has no name.
    pub fn label(&self) -> &str {
        &self.label
    }

    /// How many are in the room.
    pub fn people(&self) -> u32 {
        self.people
    }

    /// How much time is planned.
    pub fn length(&self) -> Length {
        self.length
    }

    /// Who plays.
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// Which decisions the room takes; `None` where nobody has said, and it takes all.
    pub fn decides(&self) -> Option<&Decides> {
        self.decides.as_ref()
    }

    /// Whether the room takes the decision of a step.
    pub fn decides_at(&self, step: StepIndex) -> bool {
        self.decides.as_ref().is_none_or(|decides| decides.takes(&self.scenario.step(step).id))
    }

    /// Whether hats are shown before the vote.
    pub fn shows_hats(&self) -> bool {
        self.hats
    }

    /// Where the session is.
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// The room's run.
    pub fn run(&self) -> &Run {
        &self.run
    }

    /// The votes on the step that waits.
    pub fn ballot(&self) -> Option<&Ballot> {
        self.ballot.as_ref()
    }

    /// How a decision of the room's run came about; `None` where it was not voted on.
    pub fn how(&self, decision: usize) -> Option<How> {
        let stands = |ballot: &&Ballot| ballot.decision == decision && !ballot.taken_back;
        self.ballots.iter().rev().find(stands)?.played.map(|(_, how)| how)
    }

    /// The votes so far, those that the room went back on included.
    pub fn ballots(&self) -> &[Ballot] {
        &self.ballots
    }

    /// The response that the facilitator picked, as its place in the step's list.
    pub fn pick(&self) -> Option<usize> {
        self.pick
    }

    /// The self-rating before play (false) or after it (true), on each scale.
    pub fn ratings(&self, after: bool) -> &[Tally; SCALES] {
        &self.ratings[usize::from(after)]
    }

    /// The means of a scale before and after, in hundredths; `None` where either was given by too few to be shown.
    pub fn shift(&self, scale: usize) -> Option<(u32, u32)> {
        Some((self.mean(false, scale)?, self.mean(true, scale)?))
    }

    /// The mean of a scale before play (false) or after it (true), in hundredths; `None` where too few gave a rating.
    pub fn mean(&self, after: bool, scale: usize) -> Option<u32> {
        let tally = self.ratings(after).get(scale)?;
        match tally.sum() {
            0 => self.brought[usize::from(after)][scale],
            _ => tally.mean().filter(|_| State::may_show(tally)),
        }
    }

    /// All means that may be shown.
    pub fn means(&self) -> Means {
        [false, true].map(|after| std::array::from_fn(|scale| self.mean(after, scale)))
    }

    /// Whether a self-rating was given by enough people to be shown.
    pub fn may_show(tally: &Tally) -> bool {
        tally.sum() >= FEWEST
    }

    /// Whether a self-rating may be shown value by value: nobody is one of a few, not even of those who gave none, who
    /// could be had by subtraction.
    pub fn may_show_values(tally: &Tally) -> bool {
        State::may_show(tally) && tally.counts().iter().chain([&tally.silent()]).all(|it| *it == 0 || *it >= FEWEST)
    }

    /// The teams that have reported.
    pub fn teams(&self) -> &[Team] {
        &self.teams
    }

    /// Which team's run is debriefed.
    pub fn focus(&self) -> usize {
        self.focus
    }

    /// The run that is debriefed: the room's, or a team's.
    pub fn debriefed(&self) -> Option<&Run> {
        match self.mode {
            Mode::Room => Some(&self.run),
            Mode::Teams => self.teams.get(self.focus).map(|team| &team.run),
        }
    }

    /// Up to how many decisions the run is shown.
    pub fn stop(&self) -> usize {
        self.stop
    }

    /// The decision that is asked about, and the other response.
    pub fn what_if(&self) -> Option<(usize, usize)> {
        self.what_if
    }

    /// What was written down.
    pub fn notes(&self, note: Note) -> &[String] {
        &self.notes[note as usize]
    }

    /// Whether the stage is blank.
    pub fn is_blank(&self) -> bool {
        self.blank
    }

    /// The clock.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// The step that the phase is about: the one that waits, or at its consequence the one that was played.
    pub fn step_at(&self) -> Option<StepIndex> {
        match self.phase {
            Phase::Consequence => self.run.turns().last().map(|turn| turn.step),
            Phase::Told => None,
            phase if phase.is_step() => self.run.now().step(),
            _ => None,
        }
    }

    /// The same, as the step itself.
    pub fn step(&self) -> Option<&Step> {
        self.step_at().map(|step| self.scenario.step(step))
    }

    /// What an act would come to; `None` where it would be refused.
    pub fn after(&self, act: &Act) -> Option<State> {
        let mut state = self.clone();
        state.apply(act, 0).is_ok().then_some(state)
    }
}
