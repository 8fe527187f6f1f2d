//! What the room may see of its phones: how to join, how many are here, how many have answered.

use super::Means;
use super::kept::{bytes, text};
use serde::{Deserialize, Serialize};

/// What the stage shows of phones.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Board {
    /// Who answers how.
    pub means: Means,
    /// The whole address that the QR code holds, as long as one may be shown.
    pub link: Option<String>,
    /// The address without the secret, which people can type.
    pub address: String,
    /// The short code, as long as the door is open.
    pub code: Option<String>,
    /// For how many people phones are here.
    pub here: u16,
    /// How many people there are.
    pub people: u16,
    /// For how many people phones have answered the question that is open; `None` where none is.
    pub said: Option<u16>,
    /// Whether too few voted to be shown apart.
    pub hides: bool,
    /// How many went from one response to another between two votes, by their places.
    pub moves: Vec<(u8, u8, u16)>,
}

impl Board {
    /// The board as windows say it to each other.
    pub(in super::super) fn to_text(board: Option<&Self>) -> String {
        board.map(|board| text(&postcard::to_allocvec(board).unwrap_or_default())).unwrap_or_default()
    }

    /// Reads it; `None` where there is none.
    pub(in super::super) fn of_text(said: &str) -> Option<Self> {
        postcard::from_bytes(&bytes(said)?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_board_is_read_as_it_is_said() {
        let board = Board { code: Some("K3V8TQ".into()), said: Some(11), moves: vec![(0, 1, 4)], ..Board::default() };
        assert_eq!(Board::of_text(&Board::to_text(Some(&board))), Some(board));
        assert_eq!(Board::of_text(&Board::to_text(None)), None);
        assert_eq!(Board::of_text("\u{FFFF}"), None);
    }
}
