//! One socket, from its opening to its end.

use crate::hub::Follower;
use crate::outbox::Outbox;
use crate::packet::PacketError;
use crate::rate::Rate;
use crate::server::{Shared, stopped};
use crate::talk::{Action, End, Rights, Role, Talk};
use bytes::Bytes;
use futures_util::{SinkExt, StreamExt};
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::time::{Instant, sleep_until, timeout};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::protocol::{CloseFrame, Role as Side, WebSocketConfig, frame::coding::CloseCode};
use tokio_tungstenite::tungstenite::{Error, Message, error::CapacityError};

/// What a socket holds of what is read and written, in bytes: most packets fit in.
const BUFFER: usize = 2 * 1024;

/// The most messages that are written before something is read again.
const AT_ONCE: usize = 32;

/// How long a farewell may take.
const FAREWELL: Duration = Duration::from_secs(1);

/// Why a socket is over.
#[derive(Debug)]
enum Over {
    /// By what was said on it.
    Said(End),
    /// The client went, or the network.
    Gone,
    /// Nothing came for too long.
    Silent,
    /// What was sent was not taken for too long.
    Stalled,
    /// A message is longer than any may be.
    TooLong,
    /// A message is of a kind that MQTT has not.
    NoPacket,
    /// The server stops.
    Stopping,
}

impl Over {
    /// What the client is told; nothing where nobody is there to be told.
    fn farewell(&self) -> Option<CloseFrame> {
        let (code, reason) = match self {
            Over::Gone | Over::Stalled => return None,
            Over::Said(End::Left) => (CloseCode::Normal, ""),
            Over::Said(End::Refused) => (CloseCode::Policy, "this client has no right to be here"),
            Over::Said(End::NotAllowed) => (CloseCode::Policy, "this is not allowed here"),
            Over::Said(End::Fault(PacketError::TooLong)) | Over::TooLong => (CloseCode::Size, "this is too long"),
            Over::Said(End::Fault(_)) => (CloseCode::Protocol, "this is no packet of MQTT 3.1.1"),
            Over::Silent => (CloseCode::Policy, "nothing came for too long"),
            Over::NoPacket => (CloseCode::Unsupported, "packets come in binary messages"),
            Over::Stopping => (CloseCode::Away, "the server stops"),
        };
        Some(CloseFrame { code, reason: reason.into() })
    }
}

/// Who a client of this socket can be.
struct Near<'a> {
    shared: &'a Shared,
    /// It is on this device: the token never goes over the network.
    is_near: bool,
}

impl Rights for Near<'_> {
    fn is_host(&self, password: &[u8]) -> bool {
        self.is_near && self.shared.token.is(password)
    }
}

struct Socket<S> {
    stream: WebSocketStream<S>,
    shared: Arc<Shared>,
    is_near: bool,
    follower: Follower,
    talk: Talk,
    rate: Rate,
    role: Option<Role>,
    silent_within: Duration,
    /// Something must have come by then.
    deadline: Instant,
}

/// Serves a socket to its end.
pub(crate) async fn serve<S>(stream: S, is_near: bool, shared: Arc<Shared>)
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let limits = &shared.limits;
    let config = WebSocketConfig::default()
        .read_buffer_size(BUFFER)
        .write_buffer_size(BUFFER)
        .max_write_buffer_size(8 * limits.packet)
        .max_message_size(Some(limits.packet))
        .max_frame_size(Some(limits.packet));
    let stream = WebSocketStream::from_raw_socket(stream, Side::Server, Some(config)).await;
    let (now, limits) = (Instant::now(), &shared.limits);
    let mut socket = Socket {
        stream,
        is_near,
        follower: Follower { number: shared.number(), outbox: Arc::new(Outbox::new(limits.waiting)) },
        talk: Talk::new(limits.packet, limits.seat_message),
        rate: Rate::new(limits.seat_rate, now),
        role: None,
        silent_within: limits.silent_within,
        deadline: now + limits.connect_within,
        shared: Arc::clone(&shared),
    };
    let over = socket.run().await;
    for filter in socket.talk.followed() {
        shared.hub.leave(*filter, socket.follower.number);
    }
    if let Some(role) = socket.role {
        shared.counts.went(role);
    }
    if let Some(farewell) = over.farewell() {
        // Whoever does not listen is left all the same.
        let _ = timeout(FAREWELL, socket.stream.close(Some(farewell))).await;
    }
}

impl<S> Socket<S>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    async fn run(&mut self) -> Over {
        let mut stop = self.shared.stop.subscribe();
        loop {
            let (next, outbox) = (self.rate.next(), &self.follower.outbox);
            let read = async {
                sleep_until(next).await;
                self.stream.next().await
            };
            let done = tokio::select! {
                () = stopped(&mut stop) => Err(Over::Stopping),
                () = sleep_until(self.deadline) => Err(Over::Silent),
                frame = outbox.next() => self.send(frame).await,
                message = read => self.receive(message).await,
            };
            if let Err(over) = done {
                return over;
            }
        }
    }

    async fn receive(&mut self, message: Option<Result<Message, Error>>) -> Result<(), Over> {
        let now = Instant::now();
        let bytes = match message {
            Some(Ok(Message::Binary(bytes))) => bytes,
            Some(Ok(Message::Ping(_) | Message::Pong(_))) => {
                self.rate.said(1, now);
                return Ok(());
            }
            Some(Ok(Message::Text(_) | Message::Frame(_))) => return Err(Over::NoPacket),
            Some(Err(Error::Capacity(CapacityError::MessageTooLong { .. }))) => return Err(Over::TooLong),
            Some(Ok(Message::Close(_)) | Err(_)) | None => return Err(Over::Gone),
        };
        let near = Near { shared: &self.shared, is_near: self.is_near };
        let (actions, packets) = self.talk.receive(&bytes, &near);
        self.rate.said(packets.max(1), now);
        if packets > 0 && self.role.is_some() {
            self.deadline = now + self.silent_within;
        }
        let mut replies = Vec::new();
        let mut over = None;
        let number = self.follower.number;
        for action in actions {
            match action {
                Action::Reply(bytes) => replies.push(bytes),
                Action::Opened(role, keep_alive) => self.open(role, keep_alive, now),
                Action::Follow(filter) => self.shared.hub.follow(filter, &self.follower),
                Action::Leave(filter) => self.shared.hub.leave(filter, number),
                Action::Pass(topic, payload, keep) => self.shared.hub.pass(number, topic, &payload, keep),
                Action::Close(end) => over = Some(end),
            }
        }
        if !replies.is_empty() {
            // One message of the socket holds them all.
            self.write(std::iter::once(Bytes::from(replies.concat()))).await?;
        }
        over.map_or(Ok(()), |end| Err(Over::Said(end)))
    }

    fn open(&mut self, role: Role, keep_alive: u16, now: Instant) {
        let limits = &self.shared.limits;
        let promised = Duration::from_secs(u64::from(keep_alive)) * 3 / 2;
        if keep_alive > 0 {
            self.silent_within = promised.min(limits.silent_within);
        }
        if role == Role::Host {
            self.rate = Rate::new(limits.host_rate, now);
        }
        self.deadline = now + self.silent_within;
        self.role = Some(role);
        self.shared.counts.came(role);
    }

    /// Sends what waits, a little at a time.
    async fn send(&mut self, first: Bytes) -> Result<(), Over> {
        let outbox = Arc::clone(&self.follower.outbox);
        let more = std::iter::from_fn(|| outbox.take()).take(AT_ONCE - 1);
        self.write(std::iter::once(first).chain(more)).await
    }

    async fn write(&mut self, frames: impl Iterator<Item = Bytes>) -> Result<(), Over> {
        let writing = async {
            for frame in frames {
                self.stream.feed(Message::Binary(frame)).await?;
            }
            self.stream.flush().await
        };
        match timeout(self.shared.limits.send_within, writing).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) => Err(Over::Gone),
            Err(_) => Err(Over::Stalled),
        }
    }
}
