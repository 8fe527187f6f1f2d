//! The link that a room is entered by.

use crate::keys::{Key, Pin, RoomId};
use serde::{Deserialize, Serialize};
use std::error::Error;
use std::fmt::{self, Write};
use zeroize::Zeroize;

/// An MQTT engine beyond the page's own host.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Engine {
    /// Its address, which begins with `ws://` or `wss://`.
    pub address: String,
    /// The user and the password of its seats.
    pub login: Option<(String, String)>,
}

impl fmt::Debug for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Engine({})", self.address)
    }
}

/// What stands behind the `#` of the address that a phone opens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// What the room's public keys must come to.
    pub pin: Pin,
    /// The room's secret.
    pub secret: Key,
    /// Where the room's messages go, if not beside the page.
    pub engine: Option<Engine>,
}

/// Why a text is no link to a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// It is not 64 letters, digits, `-` and `_`, as when part of it was left out.
    Length,
    /// Its engine's address is none of a WebSocket.
    Engine,
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Length => "this link is not whole: scan the code again",
            Self::Engine => "this link names an address that is none of a WebSocket",
        })
    }
}

impl Error for LinkError {}

const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

impl Link {
    /// The room's name.
    pub fn room(&self) -> RoomId {
        RoomId::of(&self.pin, &self.secret)
    }

    /// The text behind the `#`: 64 signs, then, with an engine, `@` and its address, then, with a user, `|`, the user, `|`
    /// and the password; all three with `%` for what an address must not hold.
    pub fn fragment(&self) -> String {
        let mut bytes = self.pin.0.to_vec();
        bytes.extend_from_slice(self.secret.bytes());
        let mut out = String::with_capacity(64);
        for three in bytes.chunks_exact(3) {
            let bits = u32::from_be_bytes([0, three[0], three[1], three[2]]);
            for shift in [18, 12, 6, 0] {
                out.push(char::from(SIGNS[(bits >> shift & 63) as usize]));
            }
        }
        bytes.zeroize();
        if let Some(engine) = &self.engine {
            out.push('@');
            escape(&mut out, &engine.address);
            for part in engine.login.iter().flat_map(|(user, password)| [user, password]) {
                out.push('|');
                escape(&mut out, part);
            }
        }
        out
    }

    /// Reads what [`Link::fragment`] writes, with or without the `#`.
    ///
    /// # Errors
    /// [`LinkError`] says what is wrong with it.
    pub fn parse(text: &str) -> Result<Self, LinkError> {
        let text = text.strip_prefix('#').unwrap_or(text).trim();
        let (keys, engine) = match text.split_once('@') {
            Some((keys, engine)) => (keys, Some(engine)),
            None => (text, None),
        };
        let mut bytes = [0; 48];
        if keys.len() != 64 {
            return Err(LinkError::Length);
        }
        for (four, three) in keys.as_bytes().chunks_exact(4).zip(bytes.chunks_exact_mut(3)) {
            let mut bits = 0;
            for sign in four {
                let value = SIGNS.iter().position(|one| one == sign).ok_or(LinkError::Length)?;
                bits = bits << 6 | value as u32;
            }
            three.copy_from_slice(&bits.to_be_bytes()[1..]);
        }
        let (mut pin, mut secret) = ([0; 16], [0; 32]);
        pin.copy_from_slice(&bytes[..16]);
        secret.copy_from_slice(&bytes[16..]);
        bytes.zeroize();
        let engine = engine.map(engine_of).transpose()?;
        Ok(Self { pin: Pin(pin), secret: Key::new(secret), engine })
    }
}

fn engine_of(text: &str) -> Result<Engine, LinkError> {
    let mut parts = text.split('|').map(unescape);
    let address = parts.next().flatten().ok_or(LinkError::Engine)?;
    let is_socket = address.starts_with("ws://") || address.starts_with("wss://");
    if !is_socket || address.chars().any(|sign| sign.is_control() || sign == ' ') {
        return Err(LinkError::Engine);
    }
    let login = match (parts.next(), parts.next(), parts.next()) {
        (None, ..) => None,
        (Some(Some(user)), Some(Some(password)), None) => Some((user, password)),
        _ => return Err(LinkError::Engine),
    };
    Ok(Engine { address, login })
}

fn escape(out: &mut String, text: &str) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~:/?&=".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing into a text does not fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
}

fn unescape(text: &str) -> Option<String> {
    let (mut out, mut rest) = (Vec::with_capacity(text.len()), text.as_bytes());
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        if *byte != b'%' {
            out.push(*byte);
            continue;
        }
        let (two, after) = rest.split_first_chunk::<2>()?;
        out.push(u8::from_str_radix(std::str::from_utf8(two).ok()?, 16).ok()?);
        rest = after;
    }
    String::from_utf8(out).ok()
}
