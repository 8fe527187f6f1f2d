//! What is kept of past runs and answers.

use super::Answers;
use super::open::finished;
use crate::pages::debrief::WORDS;
use library::{Key, Reflections, Source};
use play::{Code, Record, Run};

/// What is kept, each with its day in words; the newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Past {
    /// The journal's lines.
    pub journal: Vec<(String, String)>,
    /// The answers to the self-check.
    pub answers: Vec<(String, Answers)>,
    /// The keys of scenarios, and the codes of the runs that came with invitations to play them.
    pub invitations: Vec<(String, String)>,
    /// The keys of scenarios, and what was thought before their decisions.
    pub thoughts: Vec<(String, String)>,
}

impl Past {
    /// The keys of the scenarios that were played to an end, each as often as it was.
    pub(super) fn played(&self) -> Vec<String> {
        self.journal.iter().filter_map(|(_, line)| Some(line.split_once(' ')?.0.to_owned())).collect()
    }
}

impl Past {
    /// What of all that is kept is the past's: keys and values, and how a moment is written in words.
    pub fn of(kept: &[(String, String)], day: impl Fn(u64) -> String) -> Self {
        let (mut lines, mut answers) = (Vec::new(), Vec::new());
        let (mut invitations, mut thoughts) = (Vec::new(), Vec::new());
        for (key, value) in kept.iter().filter(|(_, value)| !value.is_empty()) {
            let (found, moment) = match key.parse() {
                Ok(Key::Journal(moment)) if moment > 0 => (&mut lines, moment),
                Ok(Key::Answers(moment)) if moment > 0 => (&mut answers, moment),
                Ok(Key::Invitation(source)) => {
                    invitations.push((source.key(), value.clone()));
                    continue;
                }
                Ok(Key::Reflections(source)) => {
                    thoughts.push((source.key(), value.clone()));
                    continue;
                }
                _ => continue,
            };
            // Kept in order as they come: a sort of the standard library is 1 KB of brotli.
            let at = found.partition_point(|newer: &(u64, &str)| *newer > (moment, value));
            found.insert(at, (moment, value.as_str()));
        }
        let newest = |found: Vec<(u64, &str)>| {
            found.into_iter().map(|(moment, text)| (day(moment), text.to_owned())).collect::<Vec<_>>()
        };
        let answers = newest(answers).into_iter().filter_map(|(day, text)| Some((day, Answers::from_text(&text)?)));
        Past { journal: newest(lines), answers: answers.collect(), invitations, thoughts }
    }
}

/// What was thought before the decisions of a source's runs.
pub(super) fn thoughts(source: &Source, kept: &[(String, String)]) -> Reflections {
    let (key, found) = (source.key(), kept.iter());
    let mut found = found.filter_map(|(of, text)| if *of == key { text.parse().ok() } else { None });
    found.next().unwrap_or_default()
}

/// Another run of the scenario that is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Other {
    /// Its day, and how it ended.
    pub name: String,
    /// Whether it came with an invitation, and is somebody else's.
    pub is_sent: bool,
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
        Some(Other { name, is_sent: false, run: other })
    });
    others.collect()
}

/// The run that came with an invitation to play a run's scenario, where it is another.
pub(super) fn sent(run: &Run, source: &Source, invitations: &[(String, String)]) -> Option<Other> {
    let (_, code) = invitations.iter().find(|(of, _)| *of == source.key())?;
    let other = Code::read(code, run.scenario()).ok().filter(|other| Record::of(other) != Record::of(run))?;
    Some(Other { name: WORDS.sent.into(), is_sent: true, run: other })
}
