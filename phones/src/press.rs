//! What somebody can do on the page, and how a button's attribute says it.

use wire::Way;

/// Something that is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    /// Join in some way.
    Join(Way),
    /// Show how many share this phone, or hide it.
    Share,
    /// Vote for a response, by its place.
    Vote(u8),
    /// Give a row a value: the row is 0 or 1, the value 1 to 5.
    Rate(u8, u8),
    /// Send both rows.
    SendRating,
    /// Pick a word, by its place.
    React(u8),
    /// Send what was typed, to be shown without a name.
    SendLine,
    /// Keep what was typed on this phone.
    KeepLine,
    /// Show the step's text, or hide it.
    Text,
    /// Ask whether all is to be erased.
    AskErase,
    /// Erase all from this phone.
    Erase,
    /// Do not.
    KeepAll,
}

impl Press {
    /// As a button's attribute has it.
    pub fn code(self) -> String {
        let digit = |value: u8| char::from(b'0' + value.min(9));
        let (sign, values) = match self {
            Self::Join(Way::Here) => ('j', vec![]),
            Self::Join(Way::Afar) => ('f', vec![]),
            Self::Join(Way::Shared(people)) => ('s', vec![people]),
            Self::Share => ('h', vec![]),
            Self::Vote(response) => ('v', vec![response]),
            Self::Rate(row, value) => ('r', vec![row, value]),
            Self::SendRating => ('q', vec![]),
            Self::React(word) => ('w', vec![word]),
            Self::SendLine => ('l', vec![]),
            Self::KeepLine => ('k', vec![]),
            Self::Text => ('t', vec![]),
            Self::AskErase => ('e', vec![]),
            Self::Erase => ('x', vec![]),
            Self::KeepAll => ('n', vec![]),
        };
        std::iter::once(sign).chain(values.into_iter().map(digit)).collect()
    }

    /// Reads what [`Press::code`] writes.
    pub fn read(code: &str) -> Option<Self> {
        let (sign, values) = code.as_bytes().split_first()?;
        let mut values = values.iter().map(|digit| digit.wrapping_sub(b'0')).filter(|value| *value < 10);
        let mut value = || values.next();
        Some(match sign {
            b'j' => Self::Join(Way::Here),
            b'f' => Self::Join(Way::Afar),
            b's' => Self::Join(Way::Shared(value()?)),
            b'h' => Self::Share,
            b'v' => Self::Vote(value()?),
            b'r' => Self::Rate(value()?, value()?),
            b'q' => Self::SendRating,
            b'w' => Self::React(value()?),
            b'l' => Self::SendLine,
            b'k' => Self::KeepLine,
            b't' => Self::Text,
            b'e' => Self::AskErase,
            b'x' => Self::Erase,
            b'n' => Self::KeepAll,
            _ => return None,
        })
    }
}
