//! What the host says to one seat: the answer to its join, and a new code.

use crate::chance::{Chance, NoChance, draw};
use crate::keys::{Key, RoomId, SeatId};
use crate::seal::{NONCE, TAG, open, pad, seal, unpad};
use serde::{Deserialize, Serialize};

/// The bytes of every frame to a seat.
pub const DOWN_FRAME: usize = 1 + NONCE + 96 + TAG;

/// The answer to a join.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// What the join asked to be answered with.
    pub challenge: [u8; 16],
    /// The seat's number, by which it finds its receipt.
    pub number: u16,
    /// Two words by which the facilitator can tell a phone, by their places in the lists.
    pub words: [u8; 2],
    /// Whether the seat may vote, or waits for the facilitator.
    pub admitted: bool,
    /// The host's start and the number of its last state: no state before it is the room's.
    pub start: u64,
    /// See `start`.
    pub seq: u64,
}

/// Something for one seat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Down {
    /// The answer to its join.
    Answer(Answer),
    /// The room has a new code, and this is its secret.
    NewCode(Key),
}

impl Down {
    fn kind(&self) -> u8 {
        match self {
            Self::Answer(_) => 1,
            Self::NewCode(_) => 2,
        }
    }
}

fn aad(room: RoomId, seat: SeatId, kind: u8) -> Vec<u8> {
    [b"two-hats 1 down\0", room.bytes(), seat.bytes(), &[kind]].concat()
}

/// Seals something for a seat under its key K_down.
///
/// # Errors
/// [`NoChance`] where the device has no random bytes.
pub fn seal_down(
    key: &Key,
    room: RoomId,
    seat: SeatId,
    it: &Down,
    chance: &mut dyn Chance,
) -> Result<Vec<u8>, NoChance> {
    let (kind, nonce): (u8, [u8; NONCE]) = (it.kind(), draw(chance)?);
    let mut frame = vec![kind];
    frame.extend_from_slice(&nonce);
    let plain = pad(it, 96).unwrap_or_default();
    frame.extend_from_slice(&seal(key.bytes(), &nonce, &aad(room, seat, kind), &plain));
    Ok(frame)
}

/// Opens what came on a seat's own topic. `None` where the host did not say it to this seat in this room.
pub fn open_down(key: &Key, room: RoomId, seat: SeatId, frame: &[u8]) -> Option<Down> {
    if frame.len() != DOWN_FRAME {
        return None;
    }
    let (kind, rest) = frame.split_first()?;
    let (nonce, sealed) = rest.split_first_chunk::<NONCE>()?;
    let it: Down = unpad(&open(key.bytes(), nonce, &aad(room, seat, *kind), sealed)?)?;
    (it.kind() == *kind).then_some(it)
}
