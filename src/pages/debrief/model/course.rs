//! The meters over a run.

use crate::pages::debrief::WORDS;
use crate::words::fill;
use play::Run;
use scenario::Stance;

/// A meter from a run's start to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Course {
    /// Leadership is the leader's, management the manager's.
    pub stance: Stance,
    /// Where it began.
    pub start: i32,
    /// Where it ended.
    pub end: i32,
    /// How much is enough at the end.
    pub enough: i32,
}

impl Course {
    /// Leadership, then management.
    pub fn of(run: &Run) -> [Self; 2] {
        let (meters, now) = (run.scenario().meters(), run.now());
        let [leadership, management] = [meters.leadership, meters.management];
        [
            Course { stance: Stance::Leader, start: leadership.start, end: now.leadership, enough: leadership.enough },
            Course { stance: Stance::Manager, start: management.start, end: now.management, enough: management.enough },
        ]
    }

    /// How far it ended above what is enough, or below it.
    pub fn margin(&self) -> i32 {
        self.end.saturating_sub(self.enough)
    }

    /// Where it ended, in words.
    pub fn ended(&self) -> String {
        let n = self.margin().unsigned_abs().to_string();
        let how = match self.margin() {
            _ if self.end <= 0 => WORDS.ran_out.into(),
            0 => WORDS.just.into(),
            1.. => fill(WORDS.over, &[("n", &n)]),
            _ => fill(WORDS.short, &[("n", &n)]),
        };
        let (end, enough) = (self.end.to_string(), self.enough.to_string());
        let name = WORDS.meter_names[self.stance as usize];
        fill(WORDS.meter_ended, &[("meter", name), ("end", &end), ("enough", &enough), ("how", &how)])
    }
}

/// Where a run was: the start, then where each next step was met, its pressure included, so that the map has no moves
/// that nobody made. Leadership, then management.
pub(super) fn stops(run: &Run) -> impl Iterator<Item = (i32, i32)> + '_ {
    let meters = run.scenario().meters();
    std::iter::once((meters.leadership.start, meters.management.start))
        .chain((0..run.turns().len()).map(|turn| reached(run, turn)))
}

/// Where a turn led, the next step's pressure included.
pub(super) fn reached(run: &Run, turn: usize) -> (i32, i32) {
    let moment = run.turns().get(turn + 1).map_or(run.now(), |next| next.before);
    (moment.leadership, moment.management)
}

/// The meters after a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Leadership, then management.
    pub meters: [i32; 2],
}

/// The meters at the start, then after each decision.
pub(super) fn over_time(run: &Run) -> Vec<Stop> {
    let meters = run.scenario().meters();
    let start = Stop { meters: [meters.leadership.start, meters.management.start] };
    let after = run.decisions().map(|(turn, _)| {
        let (leadership, management) = reached(run, turn);
        Stop { meters: [leadership, management] }
    });
    std::iter::once(start).chain(after).collect()
}
