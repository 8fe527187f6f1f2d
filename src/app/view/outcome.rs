//! The outcome of a run, and the way it took over the balance map.

use super::super::Playing;
use super::{Decision, Spoken, decisions, spoken};
use crate::play::{Ending, Run, Told};
use crate::scenario::Stance;

/// A stop on the map: the meters after a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Leadership.
    pub leadership: i32,
    /// Management.
    pub management: i32,
    /// The hat that led there; `None` at the start.
    pub hat: Option<Stance>,
}

/// The balance map: both meters as axes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapView {
    /// How much of each meter is enough: leadership, management.
    pub enough: (i32, i32),
    /// What the leadership axis shows, both ends included.
    pub across: (i32, i32),
    /// What the management axis shows, both ends included.
    pub up: (i32, i32),
    /// The stops of the run, the start first.
    pub stops: Vec<Stop>,
}

/// The outcome's page.
#[derive(Clone, Debug, PartialEq)]
pub struct OutcomeView<'m> {
    /// The scenario's title.
    pub title: &'m str,
    /// The language of its texts.
    pub language: &'m str,
    /// How it ended.
    pub ending: Ending,
    /// The variant's title.
    pub heading: &'m str,
    /// The story.
    pub story: Vec<Spoken<'m>>,
    /// The lesson.
    pub lesson: &'m str,
    /// The map.
    pub map: MapView,
    /// The decisions; nothing is hidden any more.
    pub decisions: Vec<Decision<'m>>,
}

/// The outcome of a run, or `None` while it goes on.
pub fn outcome(playing: &Playing) -> Option<OutcomeView<'_>> {
    let run = &playing.run;
    let ending = run.ending()?;
    let variant = run.variant()?;
    let scenario = run.scenario();
    Some(OutcomeView {
        title: scenario.title(),
        language: scenario.language(),
        ending,
        heading: &variant.title,
        story: spoken(scenario, Told { lines: &variant.story, at: run.now() }),
        lesson: &variant.lesson,
        map: map(run),
        decisions: decisions(run, false),
    })
}

/// The map of a run.
pub fn map(run: &Run) -> MapView {
    let meters = run.scenario().meters();
    let start = Stop { leadership: meters.leadership.start, management: meters.management.start, hat: None };
    let turns = run.turns();
    // A stop is where the next step was met, its pressure included: the map has no moves that nobody made.
    let reached = turns.iter().enumerate().map(|(at, turn)| {
        let moment = turns.get(at + 1).map_or(run.now(), |next| next.before);
        let hat = Some(run.response(turn).stance);
        Stop { leadership: moment.leadership, management: moment.management, hat }
    });
    let stops: Vec<Stop> = std::iter::once(start).chain(reached).collect();
    let enough = (meters.leadership.enough, meters.management.enough);
    let range = |enough: i32, of: fn(&Stop) -> i32| {
        let values = || stops.iter().map(of).chain([0, enough + 5]);
        (values().min().unwrap_or(0) - 1, values().max().unwrap_or(0) + 1)
    };
    let across = range(enough.0, |stop| stop.leadership);
    let up = range(enough.1, |stop| stop.management);
    MapView { enough, across, up, stops }
}
