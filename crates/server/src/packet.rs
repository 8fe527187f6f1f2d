//! Bytes of MQTT 3.1.1 into what a client asks for, and replies into bytes.

use bytes::Bytes;
use mqtt_protocol_core::mqtt::packet::{Qos, v3_1_1};
use mqtt_protocol_core::mqtt::result_code::{ConnectReturnCode, MqttError, SubackReturnCode};

/// What a client sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Packet {
    /// The first packet of a connection.
    Connect(Connect),
    /// A message for a topic.
    Publish(Publish),
    /// Filters to be followed.
    Subscribe {
        /// What the reply repeats.
        id: u16,
        /// The filters, as they were sent.
        filters: Vec<String>,
    },
    /// Filters to be left.
    Unsubscribe {
        /// What the reply repeats.
        id: u16,
        /// The filters, as they were sent.
        filters: Vec<String>,
    },
    /// A sign of life that asks for one.
    Ping,
    /// A farewell.
    Disconnect,
}

/// Who a client says that it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Connect {
    /// The name of a user, and a password.
    pub user: Option<(String, Vec<u8>)>,
    /// The seconds within which something will always come; 0 for no promise.
    pub keep_alive: u16,
    /// A message to be sent when the connection is lost is asked for.
    pub will: bool,
    /// Nothing of an earlier connection is asked for.
    pub clean: bool,
}

/// A message for a topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publish {
    /// The topic, as it was sent.
    pub topic: String,
    /// The message.
    pub payload: Bytes,
    /// It is to be kept for those who come later.
    pub retain: bool,
    /// It was sent with QoS 0, and not a second time.
    pub plain: bool,
}

/// Why bytes are no packet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PacketError {
    /// It is longer than a packet may be.
    TooLong,
    /// It is of another version of the protocol.
    Version,
    /// It is of a kind that no client sends here, or not well formed.
    Malformed,
}

impl std::fmt::Display for PacketError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            PacketError::TooLong => "a packet is longer than any may be here",
            PacketError::Version => "this is not MQTT 3.1.1",
            PacketError::Malformed => "this is no packet of MQTT",
        })
    }
}

impl std::error::Error for PacketError {}

impl From<MqttError> for PacketError {
    fn from(error: MqttError) -> Self {
        match error {
            MqttError::UnsupportedProtocolVersion => PacketError::Version,
            _ => PacketError::Malformed,
        }
    }
}

/// Bytes as they come, taken apart into packets.
///
/// ```
/// use server::packet::{Packet, Packets};
/// let mut packets = Packets::new(1024);
/// packets.push(&[0xC0]);
/// assert_eq!(packets.take(), Ok(None));
/// packets.push(&[0x00]);
/// assert_eq!(packets.take(), Ok(Some(Packet::Ping)));
/// ```
#[derive(Debug)]
pub struct Packets {
    waiting: Vec<u8>,
    most: usize,
}

impl Packets {
    /// Nothing yet; a packet may have `most` bytes.
    pub fn new(most: usize) -> Self {
        Packets { waiting: Vec::new(), most }
    }

    /// Bytes that came.
    pub fn push(&mut self, bytes: &[u8]) {
        self.waiting.extend_from_slice(bytes);
    }

    /// The next whole packet. What is too long is refused by its first bytes.
    ///
    /// # Errors
    /// Where the bytes are no packet; nothing that comes after them can be read.
    pub fn take(&mut self) -> Result<Option<Packet>, PacketError> {
        let Some((start, end)) = self.bounds()? else { return Ok(None) };
        let packet = read(self.waiting[0], &self.waiting[start..end]);
        if end == self.waiting.len() {
            // What one long packet needed is not held for the rest of a connection.
            self.waiting = Vec::new();
        } else {
            self.waiting.drain(..end);
        }
        packet.map(Some)
    }

    /// Where the body of the first packet begins and ends, once it is whole.
    fn bounds(&self) -> Result<Option<(usize, usize)>, PacketError> {
        let mut length = 0;
        for (at, byte) in self.waiting.iter().skip(1).take(4).enumerate() {
            length |= usize::from(byte & 0x7F) << (7 * at);
            if byte & 0x80 == 0 {
                // A length in more bytes than it needs is another spelling of the same packet.
                if at > 0 && *byte == 0 {
                    return Err(PacketError::Malformed);
                }
                let start = at + 2;
                if start + length > self.most {
                    return Err(PacketError::TooLong);
                }
                return Ok((self.waiting.len() >= start + length).then_some((start, start + length)));
            }
        }
        if self.waiting.len() > 4 { Err(PacketError::Malformed) } else { Ok(None) }
    }
}

/// A packet of its first byte and its body.
fn read(first: u8, body: &[u8]) -> Result<Packet, PacketError> {
    let whole = |read: usize| if read == body.len() { Ok(()) } else { Err(PacketError::Malformed) };
    match first {
        0x10 => {
            let (connect, read) = v3_1_1::Connect::parse(body)?;
            whole(read)?;
            // The first of the flags is kept free by the protocol.
            if body.get(7).is_none_or(|flags| flags & 1 != 0) {
                return Err(PacketError::Malformed);
            }
            let password = connect.password().unwrap_or_default().to_vec();
            let user = connect.user_name().map(|name| (name.to_owned(), password));
            let (keep_alive, will) = (connect.keep_alive(), connect.will_flag());
            Ok(Packet::Connect(Connect { user, keep_alive, will, clean: connect.clean_session() }))
        }
        0x30..=0x3F => {
            let (publish, read) = v3_1_1::Publish::parse(first & 0x0F, body.into())?;
            whole(read)?;
            Ok(Packet::Publish(Publish {
                topic: publish.topic_name().to_owned(),
                payload: Bytes::copy_from_slice(publish.payload().as_slice()),
                retain: publish.retain(),
                plain: publish.qos() == Qos::AtMostOnce && !publish.dup(),
            }))
        }
        0x82 => {
            let (subscribe, read) = v3_1_1::Subscribe::parse(body)?;
            whole(read)?;
            let filters = subscribe.entries().iter().map(|entry| entry.topic_filter().to_owned()).collect();
            Ok(Packet::Subscribe { id: of_packet(subscribe.packet_id())?, filters })
        }
        0xA2 => {
            let (unsubscribe, read) = v3_1_1::Unsubscribe::parse(body)?;
            whole(read)?;
            let filters = unsubscribe.entries().iter().map(|filter| filter.as_str().to_owned()).collect();
            Ok(Packet::Unsubscribe { id: of_packet(unsubscribe.packet_id())?, filters })
        }
        0xC0 => whole(0).map(|()| Packet::Ping),
        0xE0 => whole(0).map(|()| Packet::Disconnect),
        _ => Err(PacketError::Malformed),
    }
}

/// No packet has the number 0.
fn of_packet(id: u16) -> Result<u16, PacketError> {
    if id == 0 { Err(PacketError::Malformed) } else { Ok(id) }
}

/// The first reply: a connection is open, or why it is not.
pub fn connack(code: ConnectReturnCode) -> Bytes {
    let reply = v3_1_1::Connack::builder().session_present(false).return_code(code).build();
    reply.map(|reply| reply.to_continuous_buffer().into()).unwrap_or_default()
}

/// Which filters are followed.
pub fn suback(id: u16, followed: &[bool]) -> Bytes {
    let code = |followed: &bool| match followed {
        true => SubackReturnCode::SuccessMaximumQos0,
        false => SubackReturnCode::Failure,
    };
    let reply = v3_1_1::Suback::builder().packet_id(id).return_codes(followed.iter().map(code).collect()).build();
    reply.map(|reply| reply.to_continuous_buffer().into()).unwrap_or_default()
}

/// Filters are left.
pub fn unsuback(id: u16) -> Bytes {
    let reply = v3_1_1::Unsuback::builder().packet_id(id).build();
    reply.map(|reply| reply.to_continuous_buffer().into()).unwrap_or_default()
}

/// A sign of life.
pub fn pingresp() -> Bytes {
    v3_1_1::Pingresp::new().to_continuous_buffer().into()
}

/// A message for those who follow its topic.
pub fn publish(topic: &str, payload: &Bytes, retain: bool) -> Bytes {
    let publish = v3_1_1::Publish::builder()
        .topic_name(topic)
        .map(|publish| publish.qos(Qos::AtMostOnce).retain(retain).payload(payload.to_vec()).build());
    publish.and_then(|publish| publish).map(|publish| publish.to_continuous_buffer().into()).unwrap_or_default()
}
