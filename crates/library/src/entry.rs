//! An entry of the journal.

use crate::saved::run_of;
use crate::text::{RecordError, text_record};
use crate::{JOURNAL, Source, moment_key};
use play::Record;
use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// A run that was written down: which scenario, and the responses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Entry {
    /// Which scenario.
    pub source: Source,
    /// The run.
    pub record: Record,
}

impl Entry {
    /// The entry of a run as a line.
    pub fn line(source: &Source, record: &Record) -> String {
        [&*source.key(), " ", &*record.to_line()].concat()
    }

    /// The key of what is written down at a moment.
    pub fn key(moment: u64) -> String {
        moment_key(JOURNAL, moment)
    }

    fn to_text(&self) -> String {
        Entry::line(&self.source, &self.record)
    }
}

impl FromStr for Entry {
    type Err = RecordError;

    fn from_str(line: &str) -> Result<Self, RecordError> {
        let (key, line) = line.split_once(' ').ok_or(RecordError)?;
        let source = Source::from_key(key).ok_or(RecordError)?;
        let record = run_of(&source, line).ok_or(RecordError)?;
        Ok(Entry { source, record })
    }
}

text_record!(Entry);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_of_one_scenario() {
        let line = "own/crisis crisis 0123456789abcdef 2 one two";
        let entry: Entry = line.parse().expect("an entry");
        assert_eq!((entry.source.key().as_str(), entry.to_string().as_str()), ("own/crisis", line));
        for other in ["", "crisis", "other crisis 0123456789abcdef 0", "crisis crisis 0123456789abcdef 2 one"] {
            assert_eq!(other.parse::<Entry>(), Err(RecordError), "{other}");
        }
    }
}
