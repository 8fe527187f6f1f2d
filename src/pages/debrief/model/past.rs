//! What is kept of past runs and answers.

use super::Answers;
use super::open::finished;
use crate::app::Source;
use play::{Record, Run};

/// What is kept, each with its day in words; the newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Past {
    /// The journal's lines.
    pub journal: Vec<(String, String)>,
    /// The answers to the self-check.
    pub answers: Vec<(String, Answers)>,
}

impl Past {
    /// What of all that is kept is the past's: keys and values, and how a moment is written in words.
    pub fn of(kept: &[(String, String)], day: impl Fn(u64) -> String) -> Self {
        let of = |kind: &str| {
            let mut found: Vec<(u64, &str)> = kept
                .iter()
                .filter_map(|(key, value)| {
                    let moment = key.strip_prefix(kind)?.parse().ok().filter(|moment| *moment > 0)?;
                    (!value.is_empty()).then_some((moment, value.as_str()))
                })
                .collect();
            found.sort_unstable_by(|one, other| other.cmp(one));
            found
        };
        let lines = of("journal/").into_iter().map(|(moment, line)| (day(moment), line.to_owned()));
        let answers =
            of("self/").into_iter().filter_map(|(moment, text)| Some((day(moment), Answers::from_text(text)?)));
        Past { journal: lines.collect(), answers: answers.collect() }
    }
}

/// Another run of the scenario that is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Other {
    /// Its day, and how it ended.
    pub name: String,
    /// The run.
    pub run: Run,
}

/// The other runs of a run's scenario, by the journal's lines.
pub(super) fn others(run: &Run, source: &Source, journal: &[(String, String)]) -> Vec<Other> {
    let (this, key) = (Record::of(run), source.key());
    let others = journal.iter().filter_map(|(day, line)| {
        let (of, line) = line.split_once(' ')?;
        let record = Record::from_line(line).filter(|record| of == key && *record != this)?;
        let other = finished(&record, run.scenario())?;
        let name = format!("{day}: \u{2068}{}\u{2069}", other.variant()?.title);
        Some(Other { name, run: other })
    });
    others.collect()
}
