//! The two meters.

use play::{Moment, Run};
use scenario::{Effect, Stance};

use super::super::{Playing, Showing};

/// A meter as it is drawn: 0 at one end, somewhat past `enough` at the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gauge {
    /// How much of it is full, in thousandths.
    pub full: u32,
    /// Where enough is, in thousandths.
    pub enough: u32,
}

/// One meter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeterView {
    /// Leadership is the leader's, management the manager's.
    pub stance: Stance,
    /// Its value.
    pub value: i32,
    /// How much is enough at the end.
    pub enough: i32,
    /// What was just added; `None` where nothing was.
    pub change: Option<i32>,
    /// Whether the next blow may break the run: 2 or less.
    pub low: bool,
    /// How it is drawn.
    pub gauge: Gauge,
}

/// The meters of a run as the page shows it: after a choice with what it did, at a step with what the step took. They
/// wait until the words of a choice are painted: the page answers sooner, and the meters are seen to move.
pub fn meters(playing: &Playing) -> [MeterView; 2] {
    let (now, change) = match (playing.showing, playing.run.turns().last()) {
        (Showing::Consequence, Some(turn)) if playing.painted => (turn.after, playing.run.response(turn).effect),
        (Showing::Consequence, Some(turn)) => (turn.before, playing.run.scenario().step(turn.step).pressure),
        _ => (playing.run.now(), pressure(&playing.run)),
    };
    both(&playing.run, now, change)
}

fn pressure(run: &Run) -> Effect {
    run.step().map(|step| step.pressure).unwrap_or_default()
}

fn both(run: &Run, now: Moment, change: Effect) -> [MeterView; 2] {
    let meters = run.scenario().meters();
    let one = |stance, value: i32, enough: i32, change: i32| {
        // Whole numbers: printing a fraction would cost a player's download more than it shows.
        let full = i64::from(enough.max(1)) + 5;
        let part = |value: i32| (i64::from(value) * 1000 / full.max(1)).clamp(0, 1000) as u32;
        let gauge = Gauge { full: part(value), enough: part(enough) };
        MeterView { stance, value, enough, change: Some(change).filter(|change| *change != 0), low: value <= 2, gauge }
    };
    [
        one(Stance::Leader, now.leadership, meters.leadership.enough, change.leadership),
        one(Stance::Manager, now.management, meters.management.enough, change.management),
    ]
}
