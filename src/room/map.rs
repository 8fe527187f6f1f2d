//! Runs on the map of the two meters.

use play::Run;
use scenario::Stance;

/// A stop on the map: the meters after a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Leadership.
    pub leadership: i32,
    /// Management.
    pub management: i32,
    /// The hat that led there; `None` at the start, and after a passage.
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

/// The map of a run.
pub fn map(run: &Run) -> MapView {
    let meters = run.scenario().meters();
    let start = Stop { leadership: meters.leadership.start, management: meters.management.start, hat: None };
    let turns = run.turns();
    // A stop is where the next step was met, its pressure included: the map has no moves that nobody made.
    let reached = turns.iter().enumerate().map(|(at, turn)| {
        let moment = turns.get(at + 1).map_or(run.now(), |next| next.before);
        let hat = run.response(turn).stance;
        Stop { leadership: moment.leadership, management: moment.management, hat }
    });
    let stops: Vec<Stop> = std::iter::once(start).chain(reached).collect();
    let enough = (meters.leadership.enough, meters.management.enough);
    let range = |enough: i32, of: fn(&Stop) -> i32| {
        let values = || stops.iter().map(of).chain([0, enough + 3]);
        (values().min().unwrap_or(0) - 1, values().max().unwrap_or(0) + 1)
    };
    MapView {
        enough,
        across: range(enough.0, |stop| stop.leadership),
        up: range(enough.1, |stop| stop.management),
        stops,
    }
}
