//! Keys, and the names that follow from them.

use crate::chance::{Chance, NoChance, draw};
use ed25519_dalek::SigningKey;
use hpke::kem::{Kem, X25519HkdfSha256};
use hpke::{Deserializable, Serializable};
use serde::{Deserialize, Serialize};
use std::fmt;
use zeroize::Zeroize;

/// A secret of 32 bytes. It is wiped when it is dropped, and no message shows it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Key([u8; 32]);

impl Key {
    /// The secret that these bytes are.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// A secret that nobody has.
    ///
    /// # Errors
    /// [`NoChance`] where the device has no random bytes.
    pub fn random(chance: &mut dyn Chance) -> Result<Self, NoChance> {
        draw(chance).map(Self)
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl Drop for Key {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(hidden)")
    }
}

/// Ten bytes that are written as sixteen letters and digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Name([u8; 10]);

const LETTERS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

/// Bytes in base 32 (RFC 4648, small letters, no padding).
pub(crate) fn base32(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() * 8 / 5 + 1);
    let (mut bits, mut held) = (0_u32, 0);
    for byte in bytes {
        bits = (bits << 8 | u32::from(*byte)) & 0xFFFF;
        held += 8;
        while held >= 5 {
            held -= 5;
            out.push(char::from(LETTERS[(bits >> held & 31) as usize]));
        }
    }
    if held > 0 {
        out.push(char::from(LETTERS[(bits << (5 - held) & 31) as usize]));
    }
    out
}

impl Name {
    fn parse(text: &str) -> Option<Self> {
        let (mut bits, mut held, mut bytes) = (0_u32, 0, Vec::new());
        for letter in text.bytes() {
            bits = (bits << 5 | LETTERS.iter().position(|one| *one == letter)? as u32) & 0xFFFF;
            held += 5;
            if held >= 8 {
                held -= 8;
                bytes.push((bits >> held & 255) as u8);
            }
        }
        (text.len() == 16).then_some(Self(bytes.try_into().ok()?))
    }

    fn of(hash: [u8; 32]) -> Self {
        let mut name = [0; 10];
        name.copy_from_slice(&hash[..10]);
        Self(name)
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&base32(&self.0))
    }
}

/// A room's name on the wire. It follows from the room's keys and secret, and a new code is a new room.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RoomId(Name);

/// A seat's name on the wire. It follows from the seat's public key.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SeatId(Name);

impl fmt::Display for RoomId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for RoomId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Display for SeatId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for SeatId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl RoomId {
    /// The room of these keys and this secret.
    pub fn of(pin: &Pin, secret: &Key) -> Self {
        let mut hash = blake3::Hasher::new_derive_key("two-hats 1 room");
        Self(Name::of(*hash.update(&pin.0).update(secret.bytes()).finalize().as_bytes()))
    }

    /// The room's name as sixteen letters and digits.
    pub fn parse(text: &str) -> Option<Self> {
        Name::parse(text).map(Self)
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.0.0
    }

    /// Where its state is published.
    pub fn state_topic(&self) -> String {
        format!("th/{self}/s")
    }

    /// Where a seat speaks.
    pub fn up_topic(&self, seat: SeatId) -> String {
        format!("th/{self}/v/{seat}")
    }

    /// Where all its seats speak.
    pub fn up_filter(&self) -> String {
        format!("th/{self}/v/+")
    }

    /// Where a seat alone is spoken to.
    pub fn down_topic(&self, seat: SeatId) -> String {
        format!("th/{self}/a/{seat}")
    }

    /// The room and the seat of a topic on which a seat speaks.
    pub fn of_up_topic(topic: &str) -> Option<(Self, SeatId)> {
        let mut parts = topic.strip_prefix("th/")?.split('/');
        let (room, v, seat, end) = (parts.next()?, parts.next()?, parts.next()?, parts.next());
        (v == "v" && end.is_none()).then_some(())?;
        Some((Self::parse(room)?, SeatId(Name::parse(seat)?)))
    }
}

impl SeatId {
    /// The seat of a public key.
    pub fn of(public: &[u8; 32]) -> Self {
        Self(Name::of(*blake3::hash(public).as_bytes()))
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.0.0
    }
}

/// What a link says of a room's public keys: the first 16 bytes of their hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pin(pub [u8; 16]);

impl Pin {
    /// The pin of a signing key and an agreement key.
    pub fn of(hs: &[u8; 32], hx: &[u8; 32]) -> Self {
        let mut pin = [0; 16];
        pin.copy_from_slice(&blake3::Hasher::new().update(hs).update(hx).finalize().as_bytes()[..16]);
        Self(pin)
    }
}

/// A room's own keys, which never leave the facilitator's device.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct HostKeys {
    sign: Key,
    agree: Key,
}

impl HostKeys {
    /// Keys that nobody has.
    ///
    /// # Errors
    /// [`NoChance`] where the device has no random bytes.
    pub fn random(chance: &mut dyn Chance) -> Result<Self, NoChance> {
        Ok(Self { sign: Key::random(chance)?, agree: Key::random(chance)? })
    }

    /// Makes keys of zeros of them, which are nobody's.
    pub(crate) fn wipe(&mut self) {
        (self.sign, self.agree) = (Key([0; 32]), Key([0; 32]));
    }

    pub(crate) fn signing(&self) -> SigningKey {
        SigningKey::from_bytes(self.sign.bytes())
    }

    pub(crate) fn agree(&self) -> &Key {
        &self.agree
    }

    /// The public keys: the one that signs, and the one that agrees.
    pub fn public(&self) -> ([u8; 32], [u8; 32]) {
        (self.signing().verifying_key().to_bytes(), public_of(&self.agree))
    }

    /// What a link says of them.
    pub fn pin(&self) -> Pin {
        let (hs, hx) = self.public();
        Pin::of(&hs, &hx)
    }
}

/// The public key of an X25519 secret.
pub(crate) fn public_of(secret: &Key) -> [u8; 32] {
    let mut public = [0; 32];
    if let Ok(secret) = <X25519HkdfSha256 as Kem>::PrivateKey::from_bytes(secret.bytes()) {
        public.copy_from_slice(&X25519HkdfSha256::sk_to_pk(&secret).to_bytes());
    }
    public
}
