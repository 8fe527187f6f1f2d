//! The chart of the answers to the self-check over time.

use crate::words::percent_of;
use library::{Between, Look, Mirror};

/// How many answers the chart shows, the newest ones.
const SHOWN: usize = 20;

/// The chart's own measures.
const LEFT: usize = 56;
const WIDE: usize = 560;
const TOP: usize = 16;
const HIGH: usize = 160;

/// How often the leader's hat was worn in a while, in per cent.
pub(crate) fn percent(between: Between) -> usize {
    percent_of(between.led, between.all)
}

/// The chart of the newest answers.
pub(crate) struct Chart<'m>(pub &'m Mirror);

impl<'m> Chart<'m> {
    /// How many looks the chart shows.
    pub fn shown(&self) -> usize {
        self.0.looks.len().min(SHOWN)
    }

    /// A look of the chart, the oldest first.
    pub fn charted(&self, at: usize) -> Option<&'m Look> {
        self.0.looks.get(self.shown().checked_sub(at + 1)?)
    }

    /// Where a look stands across the chart.
    pub fn x(&self, at: usize) -> usize {
        LEFT + WIDE * at / self.shown().saturating_sub(1).max(1)
    }

    /// The line of a question, as a chart's points.
    pub fn points(&self, question: usize) -> String {
        let point = |at: usize| {
            let answer = self.charted(at)?.answers.0.get(question)?;
            Some(format!("{},{}", self.x(at), y(usize::from(*answer) * 10)))
        };
        (0..self.shown()).filter_map(point).collect::<Vec<_>>().join(" ")
    }
}

/// Where some per cent stand on the chart's height.
pub(crate) fn y(percent: usize) -> usize {
    TOP + HIGH - HIGH * percent.min(100) / 100
}
