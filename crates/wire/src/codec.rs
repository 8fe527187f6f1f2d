//! MQTT 3.1.1, a client's side of it, with quality of service 0 alone.
//!
//! A [`Decoder`] takes bytes as they come, in pieces of any length, and never holds more than one packet. What is longer
//! than [`LARGEST_PACKET`] is passed over without being kept: whoever may publish could cut a connection with it otherwise.

use std::error::Error;
use std::fmt;

/// The most bytes of a packet behind its fixed header.
pub const LARGEST_PACKET: usize = 16 * 1024;

/// A message that the other side hands on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publish {
    /// Where it was published.
    pub topic: String,
    /// What was published.
    pub payload: Vec<u8>,
    /// Whether it had been kept for whoever subscribes.
    pub retained: bool,
}

/// A packet that a client receives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Packet {
    /// The answer to CONNECT: 0 is a welcome, 1 to 5 say why not.
    ConnAck(u8),
    /// The answer to SUBSCRIBE, and whether all filters were granted.
    SubAck(u16, bool),
    /// A message.
    Publish(Publish),
    /// The answer to PINGREQ.
    PingResp,
}

/// Why a connection cannot be understood any longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodecError {
    /// A length of more than four bytes.
    Length,
    /// A packet that no server sends to a client, or with flags that it must not have.
    Kind(u8),
    /// A packet that does not hold what its kind asks for.
    Body,
}

impl fmt::Display for CodecError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length => f.write_str("a packet's length has more than four bytes"),
            Self::Kind(first) => write!(f, "a packet begins with {first}, which no server sends"),
            Self::Body => f.write_str("a packet does not hold what its kind asks for"),
        }
    }
}

impl Error for CodecError {}

/// How to introduce oneself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Connect<'a> {
    /// Who connects: letters and digits.
    pub client: &'a str,
    /// How many seconds may pass without a word from the client.
    pub keep_alive: u16,
    /// The user, where the server asks for one.
    pub user: Option<&'a str>,
    /// The password. It is sent with a user alone.
    pub password: Option<&'a str>,
}

fn text(out: &mut Vec<u8>, bytes: &[u8]) {
    let length = bytes.len().min(usize::from(u16::MAX));
    out.extend_from_slice(&(length as u16).to_be_bytes());
    out.extend_from_slice(&bytes[..length]);
}

fn packet(first: u8, body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len() + 5);
    out.push(first);
    let mut rest = body.len();
    loop {
        let more = if rest > 127 { 128 } else { 0 };
        out.push((rest % 128) as u8 | more);
        rest /= 128;
        if rest == 0 {
            break;
        }
    }
    out.extend_from_slice(body);
    out
}

/// CONNECT with a clean session and no will.
pub fn connect(connect: &Connect<'_>) -> Vec<u8> {
    let password = connect.password.filter(|_| connect.user.is_some());
    let mut flags = 2;
    flags |= if connect.user.is_some() { 0x80 } else { 0 };
    flags |= if password.is_some() { 0x40 } else { 0 };
    let mut body = Vec::new();
    text(&mut body, b"MQTT");
    body.extend_from_slice(&[4, flags]);
    body.extend_from_slice(&connect.keep_alive.to_be_bytes());
    text(&mut body, connect.client.as_bytes());
    for part in [connect.user, password].into_iter().flatten() {
        text(&mut body, part.as_bytes());
    }
    packet(0x10, &body)
}

/// SUBSCRIBE to some filters, with an id that is not 0.
pub fn subscribe(id: u16, filters: &[String]) -> Vec<u8> {
    let mut body = id.max(1).to_be_bytes().to_vec();
    for filter in filters {
        text(&mut body, filter.as_bytes());
        body.push(0);
    }
    packet(0x82, &body)
}

/// PUBLISH, and whether the server is to keep it for whoever subscribes.
pub fn publish(topic: &str, payload: &[u8], retain: bool) -> Vec<u8> {
    let mut body = Vec::with_capacity(topic.len() + payload.len() + 2);
    text(&mut body, topic.as_bytes());
    body.extend_from_slice(payload);
    packet(0x30 | u8::from(retain), &body)
}

/// PINGREQ.
pub fn ping() -> Vec<u8> {
    packet(0xC0, &[])
}

/// DISCONNECT.
pub fn disconnect() -> Vec<u8> {
    packet(0xE0, &[])
}

/// Where in a packet the next byte belongs.
#[derive(Debug, Default)]
enum Place {
    #[default]
    First,
    /// Behind the first byte: the length so far, and how many bytes of it were read.
    Length(u8, usize, u32),
    /// In the body, of which so many bytes are to come.
    Body(u8, usize),
    /// In the body of a packet that is passed over.
    Skipped(usize),
}

/// Makes packets of bytes as they come.
#[derive(Debug, Default)]
pub struct Decoder {
    place: Place,
    body: Vec<u8>,
    skipped: u64,
}

impl Decoder {
    /// How many packets were too long to be kept.
    pub fn skipped(&self) -> u64 {
        self.skipped
    }

    /// Takes more bytes, and puts the packets that are complete with them behind those in `out`.
    ///
    /// # Errors
    /// A [`CodecError`] where the bytes are no MQTT. The connection is of no use after it.
    pub fn feed(&mut self, mut bytes: &[u8], out: &mut Vec<Packet>) -> Result<(), CodecError> {
        loop {
            match self.place {
                Place::Body(first, to_come) => {
                    let (now, later) = bytes.split_at(to_come.min(bytes.len()));
                    self.body.extend_from_slice(now);
                    bytes = later;
                    self.place = Place::Body(first, to_come - now.len());
                    if now.len() < to_come {
                        return Ok(());
                    }
                    self.place = Place::First;
                    let body = std::mem::take(&mut self.body);
                    out.push(read(first, &body)?);
                }
                Place::Skipped(to_come) => {
                    let passed = to_come.min(bytes.len());
                    bytes = &bytes[passed..];
                    self.place = if passed == to_come { Place::First } else { Place::Skipped(to_come - passed) };
                    if passed < to_come {
                        return Ok(());
                    }
                }
                Place::First => match bytes.split_first() {
                    Some((first, rest)) => (self.place, bytes) = (Place::Length(*first, 0, 0), rest),
                    None => return Ok(()),
                },
                Place::Length(first, sum, read) => match bytes.split_first() {
                    Some((byte, rest)) => (self.place, bytes) = (self.length(first, sum, read, *byte)?, rest),
                    None => return Ok(()),
                },
            }
        }
    }

    fn length(&mut self, first: u8, sum: usize, read: u32, byte: u8) -> Result<Place, CodecError> {
        let sum = sum + (usize::from(byte & 127) << (7 * read));
        if byte & 128 != 0 {
            return if read == 3 { Err(CodecError::Length) } else { Ok(Place::Length(first, sum, read + 1)) };
        }
        if sum > LARGEST_PACKET {
            self.skipped += 1;
            return Ok(Place::Skipped(sum));
        }
        self.body.clear();
        Ok(Place::Body(first, sum))
    }
}

fn read(first: u8, body: &[u8]) -> Result<Packet, CodecError> {
    match (first, body) {
        (0x20, [flags, code]) if flags & !1 == 0 && *code <= 5 => Ok(Packet::ConnAck(*code)),
        (0x90, [high, low, granted @ ..]) if !granted.is_empty() => {
            // A server may grant less than it was asked for, and 0 is the least.
            if granted.iter().any(|code| !matches!(code, 0..=2 | 0x80)) {
                return Err(CodecError::Body);
            }
            Ok(Packet::SubAck(u16::from_be_bytes([*high, *low]), granted.iter().all(|code| *code < 0x80)))
        }
        (0xD0, []) => Ok(Packet::PingResp),
        // Nothing else than quality of service 0 was subscribed to, and with it nothing is sent twice.
        (0x30 | 0x31, body) => {
            let (length, rest) = body.split_first_chunk::<2>().ok_or(CodecError::Body)?;
            let length = usize::from(u16::from_be_bytes(*length));
            let (topic, payload) = rest.split_at_checked(length).ok_or(CodecError::Body)?;
            let topic = std::str::from_utf8(topic).map_err(|_| CodecError::Body)?;
            if topic.is_empty() || topic.contains(['\0', '#', '+']) {
                return Err(CodecError::Body);
            }
            let (topic, payload) = (topic.to_owned(), payload.to_vec());
            Ok(Packet::Publish(Publish { topic, payload, retained: first & 1 == 1 }))
        }
        (0x20 | 0x90 | 0xD0, _) => Err(CodecError::Body),
        _ => Err(CodecError::Kind(first)),
    }
}
