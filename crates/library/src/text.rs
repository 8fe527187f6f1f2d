//! Records that are kept as a text.

use std::error::Error;
use std::fmt;

/// A text that is no record of the kind that its key says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecordError;

impl fmt::Display for RecordError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the text is no record of this kind")
    }
}

impl Error for RecordError {}

/// Implements what follows from a type's own `to_text` and `FromStr`: `Display`, and what serde goes through.
macro_rules! text_record {
    ($type:ty) => {
        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.to_text())
            }
        }

        impl TryFrom<String> for $type {
            type Error = <$type as std::str::FromStr>::Err;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                text.parse()
            }
        }

        impl From<$type> for String {
            fn from(record: $type) -> String {
                record.to_text()
            }
        }
    };
}
pub(crate) use text_record;

#[cfg(test)]
mod tests {
    use crate::{Answers, Commitment, Entry, Key, Opening, Packed, Reached, SessionRecord, Settings, Source, Waiting};
    use play::Record;
    use serde::{Serialize, de::DeserializeOwned};

    /// A kept text is read, written and read alike by serde, and what is none is refused with a reason.
    fn holds<R: Serialize + DeserializeOwned>(kept: &str, other: Option<&str>) {
        let json = serde_json::to_string(kept).expect("a text");
        let record: R = serde_json::from_str(&json).expect("a record");
        assert_eq!(serde_json::to_string(&record).expect("a text"), json);
        if let Some(other) = other.map(|other| serde_json::to_string(other).expect("a text")) {
            let error = serde_json::from_str::<R>(&other).err().expect("no record").to_string();
            assert!(error.contains("no ") && error.contains("record") || error.contains("no key"), "{error}");
        }
    }

    #[test]
    fn every_record_is_a_text_to_serde() {
        holds::<Record>("crisis 0123456789abcdef 2 one two", Some("crisis 0123456789abcdef 3 one two"));
        holds::<Waiting>("The oven is cold\n2", None);
        holds::<Reached>("balanced adrift", Some("won"));
        holds::<Entry>("own/crisis crisis 0123456789abcdef 1 one", Some("own/crisis"));
        holds::<Answers>("0 5 10", Some("0 5 11"));
        holds::<Commitment>("own/crisis not-done Call Mara", Some("own/crisis Call Mara"));
        holds::<Settings>("text-2 dark still challenge no-keys", Some("dark side"));
        holds::<Source>("own/crisis", Some("a/b/c"));
        holds::<Opening>("own/crisis 1", Some("own/crisis"));
        holds::<Packed>("\u{0}\u{ff}pack", Some("\u{1F3A9}"));
        holds::<SessionRecord>("two-hats session 1\na1\tsmall\t0123456789abcdef\t1000\n", Some("two-hats session 9\n"));
        holds::<Key>("room/session/a1", Some("run/No such"));
    }
}
