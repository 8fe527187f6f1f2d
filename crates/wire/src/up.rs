//! What a seat says: votes, self-ratings, lines, reactions, and that it is still here.
//!
//! A frame is the kind, a nonce, and what is sealed under the seat's own key. All frames but those of lines have one
//! length, so that nobody reads a choice off it.

use crate::chance::{Chance, NoChance, draw};
use crate::keys::{Key, RoomId, SeatId};
use crate::seal::{NONCE, TAG, open, pad, seal, unpad};
use serde::{Deserialize, Serialize};

/// The bytes of a frame that holds no line.
pub const SHORT_FRAME: usize = 1 + NONCE + 96 + TAG;
/// The bytes of a frame that holds a line.
pub const LINE_FRAME: usize = 1 + NONCE + 1280 + TAG;

/// Something that a seat says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Said {
    /// The response that it is for, by its place.
    Vote(u8),
    /// Its self-rating, a value from 1 to 5 for each row.
    Rating([u8; 2]),
    /// What was typed.
    Line(String),
    /// The word that it picked, by its place.
    Reaction(u8),
    /// That it is still here, and whether it has been told its number.
    Here(bool),
}

impl Said {
    /// The kind that stands at the front of its frame: 1 vote, 2 rating, 3 line, 4 reaction, 5 here.
    pub fn kind(&self) -> u8 {
        match self {
            Self::Vote(_) => 1,
            Self::Rating(_) => 2,
            Self::Line(_) => 3,
            Self::Reaction(_) => 4,
            Self::Here(_) => 5,
        }
    }
}

/// A frame's contents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Up {
    /// The start of the host that it is meant for.
    pub start: u64,
    /// The round that it belongs to; 0 where it belongs to none.
    pub round: u64,
    /// Larger with each thing that a seat says.
    pub n: u64,
    /// What is said.
    pub said: Said,
}

/// As [`Up`], with numbers that are as long as they are large in every frame.
#[derive(Serialize, Deserialize)]
struct Fixed {
    start: [u8; 8],
    round: [u8; 8],
    n: [u8; 8],
    said: Said,
}

fn aad(room: RoomId, seat: SeatId, kind: u8) -> Vec<u8> {
    [b"two-hats 1 up\0", room.bytes(), seat.bytes(), &[kind]].concat()
}

fn space(kind: u8) -> usize {
    if kind == 3 { 1280 } else { 96 }
}

/// Seals what a seat says under its key K_up.
///
/// # Errors
/// [`NoChance`] where the device has no random bytes. A line that is longer than [`crate::LONGEST_LINE`] is cut there.
pub fn seal_up(key: &Key, room: RoomId, seat: SeatId, up: &Up, chance: &mut dyn Chance) -> Result<Vec<u8>, NoChance> {
    let said = match &up.said {
        Said::Line(text) => Said::Line(text.chars().take(crate::LONGEST_LINE).collect()),
        said => said.clone(),
    };
    let kind = said.kind();
    let fixed = Fixed { start: up.start.to_le_bytes(), round: up.round.to_le_bytes(), n: up.n.to_le_bytes(), said };
    let nonce: [u8; NONCE] = draw(chance)?;
    let plain = pad(&fixed, space(kind)).unwrap_or_default();
    let mut frame = vec![kind];
    frame.extend_from_slice(&nonce);
    frame.extend_from_slice(&seal(key.bytes(), &nonce, &aad(room, seat, kind), &plain));
    Ok(frame)
}

/// Opens a frame that came on a seat's topic. `None` where that seat did not say it there.
pub fn open_up(key: &Key, room: RoomId, seat: SeatId, frame: &[u8]) -> Option<Up> {
    if !fits(frame) {
        return None;
    }
    let (kind, rest) = frame.split_first()?;
    let (nonce, sealed) = rest.split_first_chunk::<NONCE>()?;
    let plain = open(key.bytes(), nonce, &aad(room, seat, *kind), sealed)?;
    let Fixed { start, round, n, said } = unpad(&plain)?;
    let up = Up { start: u64::from_le_bytes(start), round: u64::from_le_bytes(round), n: u64::from_le_bytes(n), said };
    (up.said.kind() == *kind).then_some(up)
}

/// Whether a frame has the length of its kind, which is all that is looked at before any cryptography.
pub fn fits(frame: &[u8]) -> bool {
    match frame.first() {
        Some(3) => frame.len() == LINE_FRAME,
        Some(1 | 2 | 4 | 5) => frame.len() == SHORT_FRAME,
        _ => false,
    }
}
