//! The answers to the self-check over time, beside how the runs in between were played.

use crate::{Answers, Key, Played};
use scenario::sorted::sort_by_key;

/// Answers that were kept, and the runs that were played between them and those before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Their place among all that is kept.
    pub place: usize,
    /// The answers.
    pub answers: Answers,
    /// The runs.
    pub played: Between,
}

/// The runs of a while.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Between {
    /// How many.
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
}

/// All answers, the newest first, and what was played since.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mirror {
    /// The answers.
    pub looks: Vec<Look>,
    /// What was played after the last.
    pub since: Between,
}

impl Mirror {
    /// The answers among all that is kept, and the runs.
    pub fn of(kept: &[(String, String)], runs: &[Played]) -> Self {
        let answers = |(place, (key, value)): (usize, &(String, String))| match key.parse() {
            Ok(Key::Answers(moment)) => Some((moment, place, Answers::from_text(value)?)),
            _ => None,
        };
        let mut kept: Vec<(u64, usize, Answers)> = kept.iter().enumerate().filter_map(answers).collect();
        sort_by_key(&mut kept, |(moment, ..)| *moment);
        let mut from = 0;
        let mut looks = Vec::with_capacity(kept.len());
        for (moment, place, answers) in kept {
            looks.push(Look { place, answers, played: Between::of(runs, from, moment) });
            from = moment;
        }
        looks.reverse();
        Mirror { looks, since: Between::of(runs, from, u64::MAX) }
    }
}
