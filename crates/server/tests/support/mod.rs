//! A server with a small game, and clients of it: over real sockets, or over streams in memory where time is to pass.
#![allow(dead_code, reason = "each file of tests uses its own part of this")]

use bytes::Bytes;
use futures_util::{SinkExt, StreamExt};
use server::{Limits, Options, Server, Site, Summary, Token};
use std::net::SocketAddr;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, DuplexStream};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::timeout;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::http::HeaderValue;
use tokio_tungstenite::tungstenite::{Error, Message};

pub const ROOM: &str = "abcdefghij234567";
pub const SEAT: &str = "aaaaaaaaaaaaaaaa";
pub const OTHER: &str = "bbbbbbbbbbbbbbbb";

/// This device on the network, as phones know it; and a phone.
pub const HERE: &str = "192.168.1.5:8640";
pub const PHONE: &str = "192.168.1.77:50123";

/// Far longer than anything takes; it only ends what would wait for ever.
const FOR_EVER: Duration = Duration::from_secs(600);

pub fn state(room: &str) -> String {
    format!("th/{room}/s")
}

pub fn vote(seat: &str) -> String {
    format!("th/{ROOM}/v/{seat}")
}

pub fn answer(seat: &str) -> String {
    format!("th/{ROOM}/a/{seat}")
}

/// A server, and the folder that it gives away.
pub struct House {
    pub server: Server,
    pub token: String,
    pub folder: tempfile::TempDir,
}

impl House {
    pub fn new() -> House {
        House::with(Limits::default())
    }

    pub fn with(limits: Limits) -> House {
        let folder = tempfile::tempdir().expect("a folder");
        let game = folder.path().join("game");
        std::fs::create_dir_all(game.join("join")).expect("a folder");
        let files = [
            ("index.html", "<p>The game"),
            ("join/index.html", "<p>Join"),
            ("app.wasm", "\0asm"),
            ("oven.svg", "<svg/>"),
            (".secret", "x"),
        ];
        for (name, text) in files {
            std::fs::write(game.join(name), text).expect("a file");
        }
        std::fs::write(game.join("app.wasm.gz"), "compressed").expect("a file");
        std::fs::write(folder.path().join("secret.txt"), "secret").expect("a file");
        let token = Token::new().expect("chance");
        let (text, site) = (token.to_string(), Site::of(&game).expect("a site"));
        let server = Server::new(Options { site, token, limits, names: Vec::new() });
        House { server, token: text, folder }
    }

    /// A connection in memory, from a device to this one.
    pub fn dial(&self, peer: &str, local: &str) -> DuplexStream {
        let (near, far) = tokio::io::duplex(4 * 1024);
        let (peer, local): (SocketAddr, SocketAddr) = (peer.parse().expect("one"), local.parse().expect("one"));
        let server = self.server.clone();
        tokio::spawn(async move { server.connection(far, peer, local).await });
        near
    }

    /// A phone's socket, in memory.
    pub async fn phone(&self) -> Client<DuplexStream> {
        let stream = self.dial(PHONE, HERE);
        Client { socket: open(stream, HERE, Some(&format!("http://{HERE}"))).await.expect("a socket") }
    }

    /// A seat that is connected, in memory.
    pub async fn seat(&self) -> Client<DuplexStream> {
        let mut client = self.phone().await;
        client.send(&connect("seat", None)).await;
        assert_eq!(client.next().await, CONNECTED);
        client
    }

    /// The facilitator's page, connected, in memory.
    pub async fn host(&self) -> Client<DuplexStream> {
        const NEAR: &str = "127.0.0.1:8640";
        let stream = self.dial("127.0.0.1:50124", NEAR);
        let mut client =
            Client { socket: open(stream, NEAR, Some(&format!("http://{NEAR}"))).await.expect("a socket") };
        client.send(&connect("host", Some(("host", &self.token)))).await;
        assert_eq!(client.next().await, CONNECTED);
        client
    }

    /// Serves real sockets on the loopback address.
    pub async fn on_loopback(self) -> Running {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let (stop, stopped) = oneshot::channel::<()>();
        let server = self.server.clone();
        let serving = tokio::spawn(async move {
            let stopped = async { drop(stopped.await) };
            server.serve(listener, stopped).await
        });
        Running { house: self, address, stop, serving }
    }
}

/// A server of real sockets.
pub struct Running {
    pub house: House,
    pub address: SocketAddr,
    stop: oneshot::Sender<()>,
    serving: JoinHandle<Summary>,
}

impl Running {
    pub async fn tcp(&self) -> TcpStream {
        TcpStream::connect(self.address).await.expect("a connection")
    }

    pub async fn socket(&self) -> Client<TcpStream> {
        let (host, origin) = (self.address.to_string(), format!("http://{}", self.address));
        Client { socket: open(self.tcp().await, &host, Some(&origin)).await.expect("a socket") }
    }

    pub async fn seat(&self) -> Client<TcpStream> {
        let mut client = self.socket().await;
        client.send(&connect("seat", None)).await;
        assert_eq!(client.next().await, CONNECTED);
        client
    }

    pub async fn host(&self) -> Client<TcpStream> {
        let mut client = self.socket().await;
        client.send(&connect("host", Some(("host", &self.house.token)))).await;
        assert_eq!(client.next().await, CONNECTED);
        client
    }

    pub async fn stop(self) -> Summary {
        self.stop.send(()).expect("it runs");
        timeout(FOR_EVER, self.serving).await.expect("it stops").expect("no panic")
    }

    /// Sends the bytes of a request, and reads what comes until the connection is closed.
    pub async fn ask(&self, request: &[u8]) -> String {
        ask(self.tcp().await, request).await
    }
}

/// Sends the bytes of a request, and reads what comes until the connection is closed.
pub async fn ask(mut stream: impl AsyncRead + AsyncWrite + Unpin, request: impl AsRef<[u8]>) -> String {
    // It may be closed before all is written.
    let _ = stream.write_all(request.as_ref()).await;
    let mut answer = Vec::new();
    let _ = timeout(FOR_EVER, stream.read_to_end(&mut answer)).await.expect("an end");
    String::from_utf8_lossy(&answer).into_owned()
}

/// A request as a browser sends it, with lines of one's own.
pub fn request(line: &str, host: &str, more: &str) -> Vec<u8> {
    format!("{line} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{more}\r\n").into_bytes()
}

/// The status of an answer; 0 where there is none.
pub fn status(answer: &str) -> u16 {
    answer.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default()
}

/// What comes with an answer.
pub fn body(answer: &str) -> &str {
    answer.split_once("\r\n\r\n").map_or("", |(_, body)| body)
}

/// Opens a socket as a page of an origin does.
pub async fn open<S>(stream: S, host: &str, origin: Option<&str>) -> Result<WebSocketStream<S>, Error>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let mut request = format!("ws://{host}/mqtt").into_client_request().expect("a request");
    let headers = request.headers_mut();
    headers.insert("sec-websocket-protocol", HeaderValue::from_static("mqtt"));
    if let Some(origin) = origin {
        headers.insert("origin", HeaderValue::from_str(origin).expect("a header"));
    }
    let opened = timeout(FOR_EVER, tokio_tungstenite::client_async(request, stream)).await.expect("an answer");
    opened.map(|(socket, _)| socket)
}

pub const CONNECTED: Got = Got::Packet(Bytes::from_static(&[0x20, 2, 0, 0]));

/// What a client gets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Got {
    Packet(Bytes),
    Closed,
}

impl Got {
    pub fn packet(self) -> Bytes {
        match self {
            Got::Packet(bytes) => bytes,
            Got::Closed => panic!("the socket is closed"),
        }
    }
}

/// A client that says MQTT byte by byte.
pub struct Client<S> {
    pub socket: WebSocketStream<S>,
}

impl<S: AsyncRead + AsyncWrite + Unpin> Client<S> {
    /// Sends bytes as one message; it may be that nobody takes them any more.
    pub async fn send(&mut self, bytes: &[u8]) -> bool {
        let message = Message::Binary(Bytes::copy_from_slice(bytes));
        timeout(FOR_EVER, self.socket.send(message)).await.is_ok_and(|sent| sent.is_ok())
    }

    /// The next message, or the end.
    pub async fn next(&mut self) -> Got {
        match timeout(FOR_EVER, self.socket.next()).await.expect("something comes") {
            Some(Ok(Message::Binary(bytes))) => Got::Packet(bytes),
            None | Some(Ok(Message::Close(_)) | Err(_)) => Got::Closed,
            Some(Ok(other)) => panic!("{other} is no packet"),
        }
    }

    /// Follows a filter; what the server says to it.
    pub async fn follow(&mut self, filter: &str) -> u8 {
        assert!(self.send(&subscribe(7, filter)).await);
        match &self.next().await.packet()[..] {
            [0x90, 3, 0, 7, code] => *code,
            other => panic!("{other:?} is no SUBACK"),
        }
    }

    /// Whether the server still answers, and with nothing before.
    pub async fn is_alive(&mut self) -> bool {
        self.send(&[0xC0, 0]).await && self.next().await == Got::Packet(Bytes::from_static(&[0xD0, 0]))
    }
}

fn text(text: &str) -> Vec<u8> {
    let length = u16::try_from(text.len()).expect("a text");
    [&length.to_be_bytes()[..], text.as_bytes()].concat()
}

pub fn packet(first: u8, body: &[u8]) -> Vec<u8> {
    let (mut bytes, mut length) = (vec![first], body.len());
    loop {
        let digit = (length % 128) as u8;
        length /= 128;
        bytes.push(if length > 0 { digit | 128 } else { digit });
        if length == 0 {
            return [&bytes[..], body].concat();
        }
    }
}

pub fn connect(id: &str, user: Option<(&str, &str)>) -> Vec<u8> {
    let flags = if user.is_some() { 0xC2 } else { 0x02 };
    let mut body = [&b"\0\x04MQTT\x04"[..], &[flags, 0, 60], &text(id)].concat();
    if let Some((user, password)) = user {
        body.extend([text(user), text(password)].concat());
    }
    packet(0x10, &body)
}

/// A CONNECT that leaves something to be published, and kept if `retain`.
pub fn connect_with_will(topic: &str, retain: bool) -> Vec<u8> {
    let flags = if retain { 0x26 } else { 0x06 };
    packet(0x10, &[&b"\0\x04MQTT\x04"[..], &[flags, 0, 60], &text("seat"), &text(topic), &text("gone")].concat())
}

pub fn subscribe(id: u16, filter: &str) -> Vec<u8> {
    packet(0x82, &[&id.to_be_bytes()[..], &text(filter), &[0]].concat())
}

/// `flags`: 1 for retain, 2 for QoS 1, 8 for a second time.
pub fn publish(topic: &str, payload: &[u8], flags: u8) -> Vec<u8> {
    let id: &[u8] = if flags & 6 == 0 { &[] } else { &[0, 1] };
    packet(0x30 | flags, &[&text(topic), id, payload].concat())
}
