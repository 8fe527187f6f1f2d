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
