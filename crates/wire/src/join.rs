//! Joining: HPKE (RFC 9180) in mode auth_psk, with DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and ChaCha20-Poly1305.
//!
//! The room's secret is the key that both know beforehand, the seat's own key says which seat it is, and what both come
//! to gives the keys of all that follows.

use crate::chance::{Chance, Drawn, NoChance};
use crate::keys::{HostKeys, Key, RoomId, SeatId, public_of};
use crate::seal::{pad, unpad};
use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::{Kem, X25519HkdfSha256};
use hpke::{Deserializable, HpkeError, OpModeR, OpModeS, PskBundle, Serializable};
use hpke::{setup_receiver, setup_sender_with_rng};
use serde::{Deserialize, Serialize};

type Agree = X25519HkdfSha256;

/// The bytes of a join.
pub const JOIN_FRAME: usize = 32 + 32 + 96 + 16;

/// How somebody takes part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Way {
    /// In the room, with a phone of their own.
    Here,
    /// From afar: the phone shows what the stage shows.
    Afar,
    /// With so many people, 2 to 4, around one phone, whose answer counts for each of them.
    Shared(u8),
}

impl Way {
    /// How many people an answer counts for: 1 to 4.
    pub fn people(self) -> u16 {
        match self {
            Self::Here | Self::Afar => 1,
            Self::Shared(people) => u16::from(people.clamp(1, 4)),
        }
    }
}

/// What a join holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Join {
    /// What the host is to answer with, so that no answer can be an old one.
    pub challenge: [u8; 16],
    /// How somebody takes part.
    pub way: Way,
}

/// The keys of one seat in one room: what it says is sealed under `up`, what it is told under `down`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeatKeys {
    /// K_up.
    pub up: Key,
    /// K_down.
    pub down: Key,
}

/// The most joins of a seat whose keys are known: one for each tab that joined by itself, and each that was said anew.
const MOST_AGREED: usize = 3;

/// What a join came to: its keys, and the challenge that an answer under them names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Agreed {
    pub(crate) keys: SeatKeys,
    pub(crate) challenge: [u8; 16],
}

/// The joins of a seat that one side knows, with the one that is spoken under in front.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Agreements(Vec<Agreed>);

impl Agreements {
    /// The keys that are spoken under.
    pub(crate) fn front(&self) -> Option<&SeatKeys> {
        self.0.first().map(|one| &one.keys)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Agreed> {
        self.0.iter()
    }

    /// Takes what is spoken under from now on.
    pub(crate) fn speak_under(&mut self, agreed: Agreed) {
        self.0.retain(|one| *one != agreed);
        self.0.insert(0, agreed);
        self.0.truncate(MOST_AGREED);
    }

    /// Takes what may be spoken under later. It never pushes out what is spoken under now, for a join can be said again
    /// by whoever carries it. Whether it was new is answered.
    pub(crate) fn add(&mut self, agreed: Agreed) -> bool {
        let is_new = !self.0.iter().any(|one| one.keys == agreed.keys);
        if is_new {
            self.0.insert(self.0.len().min(1), agreed);
            self.0.truncate(MOST_AGREED);
        }
        is_new
    }
}

/// A host's public keys: the one that signs, and the one that agrees.
pub type HostPublic = ([u8; 32], [u8; 32]);

fn info(room: RoomId, (hs, hx): &HostPublic) -> Vec<u8> {
    [b"two-hats 1 join\0", room.bytes(), hs, hx].concat()
}

fn exported(export: impl Fn(&[u8], &mut [u8]) -> Result<(), HpkeError>) -> Option<SeatKeys> {
    let (mut up, mut down) = ([0; 32], [0; 32]);
    export(b"up", &mut up).ok()?;
    export(b"down", &mut down).ok()?;
    Some(SeatKeys { up: Key::new(up), down: Key::new(down) })
}

/// Makes a seat's join to a room. `None` where the host's key is none that can be agreed with.
///
/// # Errors
/// [`NoChance`] where the device has no random bytes.
pub fn seal_join(
    (room, secret): (RoomId, &Key),
    host: &HostPublic,
    seat: &Key,
    join: &Join,
    chance: &mut dyn Chance,
) -> Result<Option<(Vec<u8>, SeatKeys)>, NoChance> {
    let mut drawn = Drawn::from(chance)?;
    Ok(sealed((room, secret), host, seat, join, &mut drawn))
}

fn sealed(
    (room, secret): (RoomId, &Key),
    host: &HostPublic,
    seat: &Key,
    join: &Join,
    drawn: &mut Drawn,
) -> Option<(Vec<u8>, SeatKeys)> {
    let public = public_of(seat);
    let psk = PskBundle::new(secret.bytes(), room.bytes()).ok()?;
    let own = (
        <Agree as Kem>::PrivateKey::from_bytes(seat.bytes()).ok()?,
        <Agree as Kem>::PublicKey::from_bytes(&public).ok()?,
    );
    let theirs = <Agree as Kem>::PublicKey::from_bytes(&host.1).ok()?;
    let mode = OpModeS::AuthPsk(own, psk);
    let (enc, mut context) =
        setup_sender_with_rng::<ChaCha20Poly1305, HkdfSha256, Agree>(&mode, &theirs, &info(room, host), drawn).ok()?;
    let mut frame = enc.to_bytes().to_vec();
    frame.extend_from_slice(&public);
    frame.extend_from_slice(&context.seal(&pad(join, 96)?, &[]).ok()?);
    Some((frame, exported(|name, out| context.export(name, out))?))
}

/// The seat that a frame says it is from, if it has the length of a join.
pub fn joining(frame: &[u8]) -> Option<SeatId> {
    let public: [u8; 32] = frame.get(32..64)?.try_into().ok()?;
    (frame.len() == JOIN_FRAME).then(|| SeatId::of(&public))
}

/// Opens a join. `None` where its sender does not have the room's secret, or not the key that it shows.
pub fn open_join((room, secret): (RoomId, &Key), host: &HostKeys, frame: &[u8]) -> Option<(Join, SeatKeys)> {
    joining(frame)?;
    let (enc, rest) = frame.split_first_chunk::<32>()?;
    let (public, sealed) = rest.split_first_chunk::<32>()?;
    let psk = PskBundle::new(secret.bytes(), room.bytes()).ok()?;
    let mode = OpModeR::AuthPsk(<Agree as Kem>::PublicKey::from_bytes(public).ok()?, psk);
    let own = <Agree as Kem>::PrivateKey::from_bytes(host.agree().bytes()).ok()?;
    let enc = <Agree as Kem>::EncappedKey::from_bytes(enc).ok()?;
    let mut context =
        setup_receiver::<ChaCha20Poly1305, HkdfSha256, Agree>(&mode, &own, &enc, &info(room, &host.public())).ok()?;
    let join = unpad(&context.open(sealed, &[]).ok()?)?;
    Some((join, exported(|name, out| context.export(name, out))?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(text: &str) -> Vec<u8> {
        (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).expect("hex")).collect()
    }

    /// RFC 9180, A.2.4: the suite and the mode that joins use.
    #[test]
    fn attack_45_vector_of_rfc_9180_a_2_4() {
        let info = hex("4f6465206f6e2061204772656369616e2055726e");
        let (psk, psk_id) = (
            hex("0247fd33b913760fa1fa51e1892d9f307fbe65eb171e8132c2af18555a738b82"),
            hex("456e6e796e20447572696e206172616e204d6f726961"),
        );
        let private = hex("7b36a42822e75bf3362dfabbe474b3016236408becb83b859a6909e22803cb0c");
        let enc = hex("656a2e00dc9990fd189e6e473459392df556e9a2758754a09db3f51179a3fc02");
        let sender = hex("3ac5bd4dd66ff9f2740bef0d6ccb66daa77bff7849d7895182b07fb74d087c45");
        let mode = OpModeR::AuthPsk(
            <Agree as Kem>::PublicKey::from_bytes(&sender).expect("a key"),
            PskBundle::new(&psk, &psk_id).expect("both"),
        );
        let private = <Agree as Kem>::PrivateKey::from_bytes(&private).expect("a key");
        let enc = <Agree as Kem>::EncappedKey::from_bytes(&enc).expect("a key");
        let mut context =
            setup_receiver::<ChaCha20Poly1305, HkdfSha256, Agree>(&mode, &private, &enc, &info).expect("agreed");
        let first = hex("9aa52e29274fc6172e38a4461361d2342585d3aeec67fb3b721ecd63f059577c7fe886be0ede01456ebc67d597");
        let second = hex("59460bacdbe7a920ef2806a74937d5a691d6d5062d7daafcad7db7e4d8c649adffe575c1889c5c2e3a49af8e3e");
        let text = b"Beauty is truth, truth beauty";
        assert_eq!(context.open(&first, b"Count-0").expect("opened"), text);
        assert!(context.open(&second, b"Count-1").is_ok());
        for (name, value) in [
            ("", "c23ebd4e7a0ad06a5dddf779f65004ce9481069ce0f0e6dd51a04539ddcbd5cd"),
            ("00", "ed7ff5ca40a3d84561067ebc8e01702bc36cf1eb99d42a92004642b9dfaadd37"),
            ("54657374436f6e74657874", "d3bae066aa8da27d527d85c040f7dd6ccb60221c902ee36a82f70bcd62a60ee4"),
        ] {
            let mut out = [0; 32];
            context.export(&hex(name), &mut out).expect("exported");
            assert_eq!(out.to_vec(), hex(value));
        }
    }
}
