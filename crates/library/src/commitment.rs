//! What a player set out to do after a run, in words of their own, and whether they did.

use crate::text::{RecordError, text_record};
use crate::{COMMITMENT, Source, moment_key};
use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// The most characters of a commitment.
pub const LONGEST: usize = 200;

/// Whether what somebody set out to do was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// They were not asked yet, or have not answered.
    Open,
    /// It was.
    Yes,
    /// It was not.
    No,
}

/// What a player set out to do after a run of a scenario. Its words are one line: never empty, at most [`LONGEST`]
/// characters, none of them a control character.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Commitment {
    /// After a run of which scenario.
    pub source: Source,
    /// Whether it was done.
    pub done: Done,
    words: String,
}

impl Commitment {
    /// What somebody typed, as one line; `None` where they typed nothing.
    pub fn new(source: Source, typed: &str) -> Option<Self> {
        let words = Self::one_line(typed);
        (!words.is_empty()).then_some(Commitment { source, done: Done::Open, words })
    }

    /// What somebody typed, as one line of at most [`LONGEST`] characters.
    pub(crate) fn one_line(typed: &str) -> String {
        let plain = typed.chars().map(|letter| if letter.is_control() { ' ' } else { letter });
        let words: String = plain.take(LONGEST).collect();
        words.trim().into()
    }

    /// The words.
    pub fn words(&self) -> &str {
        &self.words
    }

    /// The same, with an answer to whether it was done.
    pub fn answered(&self, did: bool) -> Self {
        Commitment { done: if did { Done::Yes } else { Done::No }, ..self.clone() }
    }

    /// The key of what is kept at a moment, in milliseconds since 1970.
    pub fn key(moment: u64) -> String {
        moment_key(COMMITMENT, moment)
    }

    /// The source, a word that says whether it was done, and the words.
    pub fn to_text(&self) -> String {
        let done = match self.done {
            Done::Open => "open",
            Done::Yes => "done",
            Done::No => "not-done",
        };
        [&*self.source.key(), " ", done, " ", &*self.words].concat()
    }
}

impl FromStr for Commitment {
    type Err = RecordError;

    fn from_str(text: &str) -> Result<Self, RecordError> {
        let (key, rest) = text.split_once(' ').ok_or(RecordError)?;
        let (done, words) = rest.split_once(' ').ok_or(RecordError)?;
        let done = match done {
            "open" => Done::Open,
            "done" => Done::Yes,
            "not-done" => Done::No,
            _ => return Err(RecordError),
        };
        let source = Source::from_key(key).ok_or(RecordError)?;
        let read = Commitment::new(source, words).filter(|read| read.words == words).ok_or(RecordError)?;
        Ok(Commitment { done, ..read })
    }
}

text_record!(Commitment);

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> Option<Commitment> {
        Commitment::new("own/small".parse().expect("a source"), text)
    }

    #[test]
    fn what_was_typed_is_one_line_that_survives() {
        for (text, words) in
            [("Call Mara; say why, again", "Call Mara; say why, again"), (" two\r\nlines\t", "two  lines")]
        {
            let commitment = typed(text).expect("words");
            assert_eq!(commitment.words(), words);
            for done in [Done::Open, Done::Yes, Done::No] {
                let commitment = Commitment { done, ..commitment.clone() };
                assert_eq!(commitment.to_text().parse(), Ok(commitment));
            }
        }
        assert_eq!(typed(&"é".repeat(500)).expect("words").words().chars().count(), LONGEST);
        for nothing in ["", " ", "\n\t"] {
            assert_eq!(typed(nothing), None, "{nothing:?}");
        }
    }

    #[test]
    fn what_is_no_commitment_is_refused() {
        let long = format!("crisis open {}", "x".repeat(LONGEST + 1));
        for other in [
            "",
            "crisis",
            "crisis open",
            "crisis open ",
            "crisis soon x",
            "A B x",
            "crisis open  x",
            "crisis open a\nb",
            &long,
        ] {
            assert_eq!(other.parse::<Commitment>(), Err(RecordError), "{other:?}");
        }
    }
}
