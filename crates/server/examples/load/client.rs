//! A client of MQTT over WebSocket, as small as it can be.

use bytes::Bytes;
use futures_util::{SinkExt, StreamExt};
use std::net::SocketAddr;
use tokio::net::TcpStream;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::http::HeaderValue;
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;

/// A user and a password.
#[derive(Clone, Debug)]
pub struct Login {
    pub user: String,
    pub password: String,
}

impl Login {
    pub fn parse(text: &str) -> Option<Self> {
        let (user, password) = text.split_once(':')?;
        Some(Login { user: user.into(), password: password.into() })
    }
}

/// Where to connect, and as whom.
#[derive(Clone, Debug)]
pub struct Target {
    pub address: SocketAddr,
    pub path: String,
    pub origin: String,
    pub host: Option<Login>,
    pub seat: Option<Login>,
}

impl Target {
    /// The server of `two-hats host`.
    pub fn of(address: SocketAddr) -> Self {
        Target { address, path: "/mqtt".into(), origin: format!("http://{address}"), host: None, seat: None }
    }

    /// An engine's address, which must be on this device.
    pub fn parse(url: &str) -> Result<Self, String> {
        let rest = url.strip_prefix("ws://").ok_or("an address begins with ws://")?;
        let (address, path) = rest.split_once('/').unwrap_or((rest, ""));
        let address: SocketAddr = address.parse().map_err(|_| format!("{address} is no address in figures"))?;
        if !address.ip().is_loopback() {
            return Err(format!("{address} is not on this device: load is made for loopback addresses alone"));
        }
        Ok(Target { path: format!("/{path}"), ..Target::of(address) })
    }
}

fn text(text: &str) -> Vec<u8> {
    [&(text.len() as u16).to_be_bytes()[..], text.as_bytes()].concat()
}

fn packet(first: u8, body: &[u8]) -> Vec<u8> {
    let (mut bytes, mut length) = (vec![first], body.len());
    loop {
        let digit = (length % 128) as u8;
        length /= 128;
        bytes.push(if length > 0 { digit | 128 } else { digit });
        if length == 0 {
            bytes.extend_from_slice(body);
            return bytes;
        }
    }
}

/// A message for a topic.
pub fn publish(topic: &str, payload: &[u8]) -> Vec<u8> {
    packet(0x30, &[&text(topic), payload].concat())
}

/// One connection.
pub struct Client {
    socket: WebSocketStream<TcpStream>,
    waiting: Vec<u8>,
}

impl Client {
    /// Opens a socket; `mqtt` is spoken on it, or nothing.
    pub async fn open(target: &Target, mqtt: bool) -> Result<Self, String> {
        let stream = TcpStream::connect(target.address).await.map_err(|error| error.to_string())?;
        let _ = stream.set_nodelay(true);
        let url = format!("ws://{}{}", target.address, target.path);
        let mut request = url.into_client_request().map_err(|error| error.to_string())?;
        let headers = request.headers_mut();
        if mqtt {
            headers.insert("sec-websocket-protocol", HeaderValue::from_static("mqtt"));
        }
        if let Ok(origin) = HeaderValue::from_str(&target.origin) {
            headers.insert("origin", origin);
        }
        let config = WebSocketConfig::default().read_buffer_size(4_096).write_buffer_size(0);
        let opened = tokio_tungstenite::client_async_with_config(request, stream, Some(config)).await;
        opened.map(|(socket, _)| Client { socket, waiting: Vec::new() }).map_err(|error| error.to_string())
    }

    /// Opens a socket and connects; the filters are followed when this is done.
    pub async fn connect(target: &Target, id: &str, login: Option<&Login>, filters: &[String]) -> Result<Self, String> {
        let mut client = Client::open(target, true).await?;
        let flags = if login.is_some() { 0xC2 } else { 0x02 };
        let mut body = [&b"\0\x04MQTT\x04"[..], &[flags, 0, 60], &text(id)].concat();
        if let Some(login) = login {
            body.extend([text(&login.user), text(&login.password)].concat());
        }
        client.send(packet(0x10, &body)).await?;
        match client.packet().await?.as_slice() {
            [0x20, 2, _, 0] => {}
            other => return Err(format!("not connected: {other:?}")),
        }
        for filter in filters {
            client.send(packet(0x82, &[&[0, 1][..], &text(filter), &[0]].concat())).await?;
            loop {
                match client.packet().await?.as_slice() {
                    [0x90, 3, _, _, 0] => break,
                    [0x90, ..] => return Err(format!("{filter} may not be followed")),
                    // A state that was kept may come first.
                    _ => {}
                }
            }
        }
        Ok(client)
    }

    /// Sends bytes as one message.
    pub async fn send(&mut self, bytes: impl Into<Bytes>) -> Result<(), String> {
        self.socket.send(Message::Binary(bytes.into())).await.map_err(|error| error.to_string())
    }

    /// The next message.
    pub async fn message(&mut self) -> Result<Bytes, String> {
        loop {
            match self.socket.next().await {
                Some(Ok(Message::Binary(bytes))) => return Ok(bytes),
                Some(Ok(Message::Ping(_) | Message::Pong(_))) => {}
                Some(Err(error)) => return Err(error.to_string()),
                _ => return Err("the connection is over".into()),
            }
        }
    }

    /// The next packet of MQTT.
    pub async fn packet(&mut self) -> Result<Vec<u8>, String> {
        loop {
            let (mut length, mut end) = (0, None);
            for (at, byte) in self.waiting.iter().skip(1).take(4).enumerate() {
                length |= usize::from(byte & 0x7F) << (7 * at);
                if byte & 0x80 == 0 {
                    end = Some(at + 2 + length);
                    break;
                }
            }
            if let Some(end) = end.filter(|end| self.waiting.len() >= *end) {
                let rest = self.waiting.split_off(end);
                return Ok(std::mem::replace(&mut self.waiting, rest));
            }
            let more = self.message().await?;
            self.waiting.extend_from_slice(&more);
        }
    }
}

/// Topic and payload of a packet, where it is a message.
pub fn published(packet: &[u8]) -> Option<(&str, &[u8])> {
    if packet.first()? >> 4 != 3 {
        return None;
    }
    let length = packet.iter().skip(1).position(|byte| byte & 0x80 == 0)? + 2;
    let (size, rest) = packet.get(length..)?.split_at_checked(2)?;
    let (topic, payload) = rest.split_at_checked(usize::from(u16::from_be_bytes([size[0], size[1]])))?;
    Some((std::str::from_utf8(topic).ok()?, payload))
}
