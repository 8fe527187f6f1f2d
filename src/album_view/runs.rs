//! The runs that are kept: what became of each, the newest first.

use super::ask::Told;
use super::shelf::Shelf;
use crate::app::{Source, waiting_of};
use play::{Ending, Record, Run, variant};
use scenario::Stance;
use scenario::sorted::sort_by_key;

/// A run that is kept.
pub(crate) struct Played {
    /// When it was written down, in milliseconds since 1970; 0 where that is not known.
    pub moment: u64,
    /// The same in words.
    pub day: String,
    pub source: Source,
    pub record: Record,
    pub fate: Fate,
    /// Whether it is the run that is open now.
    pub open: bool,
}

/// What became of a run.
pub(crate) enum Fate {
    /// It fits the scenario as it is.
    Known(Run),
    /// It was played on another version of the scenario.
    Edited,
    /// There is no such scenario here.
    Gone,
    /// The scenario did not come.
    Late,
}

impl Played {
    /// All that are told of.
    pub fn all(told: &Told, shelf: &Shelf) -> Vec<Self> {
        let mut all: Vec<Played> = Vec::new();
        let mut current = Vec::new();
        for kept in told.all() {
            let moment = kept.key.strip_prefix("journal/").and_then(|moment| moment.parse().ok());
            if let Some(moment) = moment
                && let Some((source, record)) = read(&kept.value)
            {
                let fate = Fate::of(&source, &record, shelf);
                all.push(Played { moment, day: kept.day.clone(), source, record, fate, open: false });
            } else if let Some(source) = kept.key.strip_prefix("run/").and_then(Source::from_key)
                && let Some(record) = Record::from_line(&kept.value)
                && !record.responses.is_empty()
            {
                let fate = Fate::of(&source, &record, shelf);
                let waits = |other: &super::ask::Kept| other.key.strip_prefix("waiting/") == Some(&source.key());
                let open = match &fate {
                    Fate::Known(run) => run.ending().is_none(),
                    _ => told.all().iter().any(|other| waits(other) && !waiting_of(&other.value).0.is_empty()),
                };
                current.push(Played { moment: 0, day: String::new(), source, record, fate, open });
            }
        }
        for current in current {
            let same = |other: &Played| other.source == current.source && other.record == current.record;
            if current.open {
                // It was put aside and taken up again since.
                all.retain(|other| !same(other));
                all.push(current);
            } else if !all.iter().any(same) {
                all.push(current);
            }
        }
        sort_by_key(&mut all, |played| (!played.open, std::cmp::Reverse(played.moment), played.source.clone()));
        all
    }

    /// The run, where it is known.
    pub fn run(&self) -> Option<&Run> {
        match &self.fate {
            Fate::Known(run) => Some(run),
            Fate::Edited | Fate::Gone | Fate::Late => None,
        }
    }

    /// How it ended, and which variant tells it.
    pub fn ended(&self) -> Option<(Ending, usize)> {
        let run = self.run()?;
        Some((run.ending()?, variant(run.scenario(), &run.now())?.0))
    }

    /// How often the leader's hat was worn, and how often either.
    pub fn tally(&self) -> Option<(usize, usize)> {
        let run = self.run()?;
        let led = run.turns().iter().filter(|turn| run.response(turn).stance == Stance::Leader).count();
        Some((led, run.turns().len()))
    }
}

/// The source and the record of an entry of the journal.
pub(crate) fn read(entry: &str) -> Option<(Source, Record)> {
    let (key, line) = entry.split_once(' ')?;
    let source = Source::from_key(key)?;
    let record = Record::from_line(line).filter(|record| record.scenario == *source.id())?;
    Some((source, record))
}

impl Fate {
    fn of(source: &Source, record: &Record, shelf: &Shelf) -> Self {
        match shelf.find(source).map(|story| &story.scenario) {
            Some(Some(scenario)) => match record.replay(scenario.clone()) {
                Ok(replay) if replay.stop.is_none() && !replay.edited => Fate::Known(replay.run),
                _ => Fate::Edited,
            },
            Some(None) => Fate::Late,
            None if matches!(source, Source::Shipped(_)) && !shelf.came => Fate::Late,
            None => Fate::Gone,
        }
    }
}
