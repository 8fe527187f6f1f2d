//! The runs that are kept: what became of each, the newest first.

use crate::{Entry, Key, Source, Waiting};
use play::{Ending, Record, Run, variant};
use scenario::sorted::sort_by_key;
use scenario::{Scenario, Stance};
use std::collections::BTreeMap;
use std::rc::Rc;

/// A run that is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Played {
    /// The place of its entry among all that is kept; `None` where the journal has none.
    pub place: Option<usize>,
    /// When it was written down, in milliseconds since 1970; 0 where that is not known.
    pub moment: u64,
    /// Which scenario.
    pub source: Source,
    /// The run as it is kept.
    pub record: Record,
    /// What became of it.
    pub fate: Fate,
    /// Whether it is the run that is open now.
    pub open: bool,
}

/// What became of a run.
#[derive(Clone, Debug, PartialEq)]
pub enum Fate {
    /// It fits the scenario as it is.
    Known(Run),
    /// It was played on another version of the scenario.
    Edited,
    /// There is no such scenario here.
    Gone,
    /// The scenario did not come.
    Late,
}

/// What is there of a scenario.
#[derive(Clone, Debug)]
pub enum Story {
    /// The scenario.
    Here(Rc<Scenario>),
    /// It did not come.
    Late,
    /// There is no such scenario here.
    Gone,
}

impl Played {
    /// The runs among all that is kept.
    pub fn all(kept: &[(String, String)], story: impl Fn(&Source) -> Story) -> Vec<Self> {
        let mut all: Vec<Played> = Vec::new();
        let mut current: Vec<Played> = Vec::new();
        let mut waiting: BTreeMap<Source, bool> = BTreeMap::new();
        for (place, (key, value)) in kept.iter().enumerate() {
            match key.parse() {
                Ok(Key::Journal(moment)) => {
                    let Ok(Entry { source, record }) = value.parse() else { continue };
                    let fate = Fate::of(story(&source), &record);
                    all.push(Played { place: Some(place), moment, source, record, fate, open: false });
                }
                Ok(Key::Run(source)) => {
                    let Some(record) = Record::from_line(value).filter(|record| !record.responses.is_empty()) else {
                        continue;
                    };
                    let fate = Fate::of(story(&source), &record);
                    current.push(Played { place: None, moment: 0, source, record, fate, open: false });
                }
                Ok(Key::Waiting(source)) => {
                    waiting.insert(source, !Waiting::from(&**value).title.is_empty());
                }
                _ => {}
            }
        }
        for mut current in current {
            current.open = match &current.fate {
                Fate::Known(run) => run.ending().is_none(),
                _ => waiting.get(&current.source).is_some_and(|waits| *waits),
            };
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
        let led = run.turns().iter().filter(|turn| run.response(turn).stance == Some(Stance::Leader)).count();
        Some((led, run.decisions().count()))
    }
}

impl Fate {
    fn of(story: Story, record: &Record) -> Self {
        match story {
            Story::Here(scenario) => match record.replay(scenario) {
                Ok(replay) if replay.stop.is_none() && !replay.edited => Fate::Known(replay.run),
                _ => Fate::Edited,
            },
            Story::Late => Fate::Late,
            Story::Gone => Fate::Gone,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_whose_story_is_not_here_are_told_apart_and_a_newer_games_are_not_told() {
        let entry = "crisis crisis 0123456789abcdef 1 one";
        let line = "small 0123456789abcdef 1 one";
        let kept = [
            ("journal/7", entry),
            ("run/own/small", line),
            ("waiting/own/small", "A step"),
            ("run/crisis", "two-hats/2 crisis"),
            ("journal/8", "two-hats/2 crisis"),
        ];
        let kept = kept.map(|(key, value)| (key.to_owned(), value.to_owned()));
        let story = |source: &Source| if matches!(source, Source::Own(_)) { Story::Gone } else { Story::Late };
        let all = Played::all(&kept, story);
        let told: Vec<_> = all.iter().map(|run| (run.source.key(), run.place, run.open, run.fate.clone())).collect();
        assert_eq!(
            told,
            [("own/small".into(), None, true, Fate::Gone), ("crisis".into(), Some(0), false, Fate::Late),]
        );
    }
}
