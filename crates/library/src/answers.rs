//! The answers to the self-check (R1 to R3).

use crate::text::{RecordError, text_record};
use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// Where somebody set the three sliders, each from 0, all managing, to 10, all leading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Answers(pub [u8; 3]);

impl Answers {
    /// The answers of a kept text; `None` where it is something else.
    pub fn from_text(text: &str) -> Option<Self> {
        text.parse().ok()
    }

    /// Three numbers with a space between.
    pub fn to_text(self) -> String {
        let [one, two, three] = self.0;
        format!("{one} {two} {three}")
    }

    /// How far they stand towards leading, in per cent.
    pub fn percent(self) -> u32 {
        (self.0.iter().map(|answer| u32::from(*answer)).sum::<u32>() * 10 + 1) / 3
    }
}

impl FromStr for Answers {
    type Err = RecordError;

    fn from_str(text: &str) -> Result<Self, RecordError> {
        let mut words = text.split(' ').map(|word| word.parse().ok().filter(|answer| *answer <= 10));
        let mut next = || words.next().flatten().ok_or(RecordError);
        let answers = [next()?, next()?, next()?];
        words.next().is_none().then_some(Answers(answers)).ok_or(RecordError)
    }
}

text_record!(Answers);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_but_three_answers_is_read_as_answers() {
        assert_eq!(Answers::from_text("0 5 10"), Some(Answers([0, 5, 10])));
        assert_eq!(Answers([0, 5, 10]).to_string(), "0 5 10");
        for other in ["", "1 2", "1 2 3 4", "1 2 11", "a b c", "1  2 3", "-1 2 3"] {
            assert_eq!(Answers::from_text(other), None, "{other}");
        }
        assert_eq!([Answers([0; 3]), Answers([5; 3]), Answers([10; 3])].map(Answers::percent), [0, 50, 100]);
    }
}
