//! The sessions of groups, as they are kept: [`session`] writes and reads the lines, here is what they are known by.

use crate::Source;
use crate::text::{RecordError, text_record};
use serde::{Deserialize, Serialize};
use session::{Head, handed_on};
use std::str::FromStr;

/// The record of a session that can be read here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SessionRecord {
    head: Head,
    text: String,
}

impl SessionRecord {
    /// What it is known by.
    pub fn head(&self) -> &Head {
        &self.head
    }

    /// Which scenario is played in it.
    pub fn source(&self) -> Source {
        let id = self.head.scenario.clone();
        if self.head.own { Source::Own(id) } else { Source::Shipped(id) }
    }

    /// What it is called: its own name, or its scenario's.
    pub fn name(&self) -> String {
        let label = Head::label(&self.text).filter(|label| !label.is_empty());
        label.unwrap_or_else(|| self.head.scenario.to_string())
    }

    /// What leaves the device of it.
    pub fn handed_on(&self) -> Option<String> {
        handed_on(&self.text)
    }

    /// The lines.
    pub fn to_text(&self) -> String {
        self.text.clone()
    }
}

impl FromStr for SessionRecord {
    type Err = RecordError;

    fn from_str(text: &str) -> Result<Self, RecordError> {
        let head = Head::of(text).map_err(|_| RecordError)?;
        Ok(SessionRecord { head, text: text.into() })
    }
}

text_record!(SessionRecord);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_is_known_by_its_head_and_its_last_name() {
        let text = "two-hats session 1\na1\tsmall\t0123456789abcdef\t1000\t3\t-,-,-,-\town\n1001\tlabel\tTuesday\n";
        let record: SessionRecord = text.parse().expect("a record");
        assert_eq!((record.head().id.as_str(), record.source().key().as_str()), ("a1", "own/small"));
        assert_eq!((record.name().as_str(), record.to_string().as_str()), ("Tuesday", text));
        for other in ["", "two-hats session 9\na1\tsmall\t0123456789abcdef\t1000\n", "two-hats/2 x"] {
            assert_eq!(other.parse::<SessionRecord>(), Err(RecordError), "{other}");
        }
    }
}
