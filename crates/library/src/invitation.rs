//! The run that somebody sends along with an invitation to play the same scenario.

use crate::Source;
use crate::key::{INVITATION, joined};
use crate::text::{RecordError, text_record};
use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// The fewest and the most characters of a code; whether it is one of a run only its scenario tells.
const LENGTHS: std::ops::RangeInclusive<usize> = 8..=60;

/// The result code in an invitation's link, as it was sent: letters and digits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Invitation(String);

impl Invitation {
    /// The code.
    pub fn to_text(&self) -> String {
        self.0.clone()
    }

    /// The key under which the last one to a scenario is kept.
    pub fn key(source: &Source) -> String {
        joined(INVITATION, &source.key())
    }
}

impl FromStr for Invitation {
    type Err = RecordError;

    fn from_str(code: &str) -> Result<Self, RecordError> {
        let is_code = LENGTHS.contains(&code.len()) && code.bytes().all(|sign| sign.is_ascii_alphanumeric());
        if is_code { Ok(Invitation(code.into())) } else { Err(RecordError) }
    }
}

text_record!(Invitation);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_invitation_is_a_code_and_nothing_else() {
        let code = "7Q2M4KX90ABC";
        let invitation: Invitation = code.parse().expect("a code");
        assert_eq!(invitation.to_text(), code);
        let json = serde_json::to_string(&invitation).expect("a text");
        assert_eq!(serde_json::from_str::<Invitation>(&json).expect("the same"), invitation);
        for other in ["", "7Q2M4KX", "7Q2M-4KX9", "two-hats/2 7Q2M4KX90ABC", "<b>7Q2M4KX9</b>", &"7".repeat(61)] {
            assert!(other.parse::<Invitation>().is_err(), "{other}");
        }
        let source = Source::from_key("crisis").expect("a source");
        assert_eq!(Invitation::key(&source), "invitation/crisis");
    }
}
