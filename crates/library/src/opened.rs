//! A scenario that the player opened. A browser's storage keeps texts alone, so each byte of its pack is the character of
//! its number.

use crate::Key;
use crate::key::{SCENARIO, UNREADABLE, joined};
use crate::text::{RecordError, text_record};
use delivery::Entry;
use scenario::sorted::sort_by;
use scenario::{Id, Scenario, pack};
use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// The bytes of a pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Packed(pub Vec<u8>);

impl Packed {
    /// The text that is kept of it.
    pub fn to_text(&self) -> String {
        self.0.iter().copied().map(char::from).collect()
    }

    /// The scenario of a kept text, which anybody may have put there.
    pub fn scenario(text: &str) -> Option<Scenario> {
        text.parse().ok().and_then(|Packed(bytes)| pack::unpack_untrusted(&bytes))
    }
}

impl FromStr for Packed {
    type Err = RecordError;

    fn from_str(text: &str) -> Result<Self, RecordError> {
        let bytes: Option<Vec<u8>> = text.chars().map(|letter| u8::try_from(letter).ok()).collect();
        bytes.map(Packed).ok_or(RecordError)
    }
}

text_record!(Packed);

/// A scenario that the player opened, as the shelf has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// What its card says.
    pub entry: Entry,
    /// Its pack.
    pub pack: Vec<u8>,
}

impl Opened {
    /// The scenario that is kept under an id.
    pub(crate) fn read(id: &Id, text: &str) -> Option<Self> {
        let Packed(pack) = text.parse().ok()?;
        let scenario = pack::unpack(&pack).filter(|scenario| scenario.id() == id)?;
        Some(Opened { entry: Entry::of(&scenario), pack })
    }

    /// Its key.
    pub fn key(id: &Id) -> String {
        joined(SCENARIO, id.as_str())
    }
}

/// The key under which something lies aside.
pub fn aside(key: &str) -> String {
    joined(UNREADABLE, key)
}

/// The scenarios that the player opened, in the order of their ids; anybody may have put them there.
pub fn opened_scenarios(kept: &[(String, String)]) -> Vec<Scenario> {
    let opened = |(key, value): &(String, String)| match key.parse() {
        Ok(Key::Scenario(id)) => Packed::scenario(value).filter(|scenario| *scenario.id() == id),
        _ => None,
    };
    let mut opened: Vec<Scenario> = kept.iter().filter_map(opened).collect();
    sort_by(&mut opened, |one, other| one.id().cmp(other.id()));
    opened
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_bytes_survive_and_other_texts_are_refused() {
        let all = Packed((0..=255).collect());
        assert_eq!(all.to_text().parse(), Ok(all));
        assert_eq!("\u{100}".parse::<Packed>(), Err(RecordError));
        assert!(Packed::scenario("no pack").is_none());
    }
}
