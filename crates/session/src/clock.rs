//! The time of a phase and of the session, in seconds. It never ends anything by itself.

use super::Phase;

/// What was noted of time; what it comes to is asked with the time that it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock {
    /// When the session began to be played, after it was set up.
    started: Option<u64>,
    /// When the phase began.
    began: u64,
    /// Added to the phase by hand.
    extended: u32,
    /// When the clock was stopped.
    stopped: Option<u64>,
    /// How long it stood still in this phase.
    still: u64,
    /// How long each phase took so far, in the order of [`Phase::ALL`].
    spent: [u64; Phase::ALL.len()],
}

impl Clock {
    pub(super) fn new(at: u64) -> Self {
        Clock { started: None, began: at, extended: 0, stopped: None, still: 0, spent: [0; Phase::ALL.len()] }
    }

    /// Another phase begins; a clock that stood still goes on.
    pub(super) fn turn(&mut self, from: Phase, at: u64) {
        self.spent[from as usize] += self.elapsed(at);
        if from == Phase::SetUp {
            self.started.get_or_insert(at);
        }
        *self = Clock { started: self.started, spent: self.spent, ..Clock::new(at) };
    }

    pub(super) fn extend(&mut self, seconds: u32) {
        self.extended = self.extended.saturating_add(seconds).min(24 * 3600);
    }

    pub(super) fn stop(&mut self, at: u64) -> bool {
        let runs = self.stopped.is_none();
        self.stopped.get_or_insert(at);
        runs
    }

    pub(super) fn go(&mut self, at: u64) -> bool {
        let Some(stopped) = self.stopped.take() else { return false };
        self.still += at.saturating_sub(stopped);
        true
    }

    /// Whether it stands still.
    pub fn is_stopped(&self) -> bool {
        self.stopped.is_some()
    }

    /// How long the phase has taken.
    pub fn elapsed(&self, now: u64) -> u64 {
        self.stopped.unwrap_or(now).saturating_sub(self.began).saturating_sub(self.still)
    }

    /// What is left of so many seconds for the phase; below 0 it has run over.
    pub fn left(&self, planned: u32, now: u64) -> i64 {
        i64::from(planned) + i64::from(self.extended) - self.elapsed(now) as i64
    }

    /// How long the phases took since the session was set up, this one included.
    pub fn taken(&self, phase: Phase, now: u64) -> u64 {
        let before: u64 = self.spent[1..].iter().sum();
        if phase == Phase::SetUp { before } else { before + self.elapsed(now) }
    }

    /// How long a phase took before this one began.
    pub fn spent(&self, phase: Phase) -> u64 {
        self.spent[phase as usize]
    }

    /// When the session began to be played.
    pub fn started(&self) -> Option<u64> {
        self.started
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_stands_still_counts_nothing() {
        let mut clock = Clock::new(100);
        assert_eq!(clock.left(60, 130), 30);
        assert!(clock.stop(130) && !clock.stop(140));
        assert_eq!(clock.left(60, 500), 30);
        assert!(clock.go(500) && !clock.go(500));
        assert_eq!(clock.left(60, 510), 20);
        clock.extend(90);
        assert_eq!(clock.left(60, 510), 110);
        clock.turn(Phase::Gather, 510);
        assert_eq!((clock.spent(Phase::Gather), clock.elapsed(511), clock.left(60, 511)), (40, 1, 59));
        assert_eq!(clock.taken(Phase::Read, 511), 41);
    }

    #[test]
    fn time_that_runs_backwards_is_no_time() {
        let clock = Clock::new(100);
        assert_eq!(clock.elapsed(5), 0);
    }
}
