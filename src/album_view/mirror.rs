//! The answers to the self-check over time, beside how the runs in between were played.

use super::ask::Told;
use super::runs::Played;
use crate::pages::debrief::model::Answers;
use crate::words::percent_of;
use scenario::sorted::sort_by_key;

/// How many answers the chart shows, the newest ones.
const SHOWN: usize = 20;

/// The chart's own measures.
const LEFT: usize = 56;
const WIDE: usize = 560;
const TOP: usize = 16;
const HIGH: usize = 160;

/// Answers that were kept, and the runs that were played between them and those before.
pub(crate) struct Look {
    pub day: String,
    pub answers: Answers,
    pub played: Between,
}

/// The runs of a while.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Between {
    pub runs: usize,
    /// Decisions as leader.
    pub led: usize,
    /// Decisions in all.
    pub all: usize,
}

impl Between {
    fn of(runs: &[Played], from: u64, to: u64) -> Self {
        let mut between = Between::default();
        let ended = runs.iter().filter(|run| from <= run.moment && run.moment < to && run.ended().is_some());
        for (led, all) in ended.filter_map(Played::tally) {
            between.runs += 1;
            between.led += led;
            between.all += all;
        }
        between
    }

    /// How often the leader's hat was worn, in per cent.
    pub fn percent(self) -> usize {
        percent_of(self.led, self.all)
    }
}

/// All answers, the newest first, and what was played since.
pub(crate) struct Mirror {
    pub looks: Vec<Look>,
    pub since: Between,
}

impl Mirror {
    pub fn of(told: &Told, runs: &[Played]) -> Self {
        let mut kept: Vec<(u64, &str, Answers)> = told
            .all()
            .iter()
            .filter_map(|kept| {
                let moment = kept.key.strip_prefix("self/")?.parse().ok()?;
                Some((moment, &*kept.day, Answers::from_text(&kept.value)?))
            })
            .collect();
        sort_by_key(&mut kept, |(moment, ..)| *moment);
        let mut from = 0;
        let mut looks = Vec::with_capacity(kept.len());
        for (moment, day, answers) in kept {
            looks.push(Look { day: day.into(), answers, played: Between::of(runs, from, moment) });
            from = moment;
        }
        looks.reverse();
        Mirror { looks, since: Between::of(runs, from, u64::MAX) }
    }

    /// How many looks the chart shows.
    pub fn shown(&self) -> usize {
        self.looks.len().min(SHOWN)
    }

    /// A look of the chart, the oldest first.
    pub fn charted(&self, at: usize) -> Option<&Look> {
        self.looks.get(self.shown().checked_sub(at + 1)?)
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
