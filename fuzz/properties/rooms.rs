//! What comes to the server of a room: the bytes of a request, or of packets on its socket.

use server::packet::{Packet, Packets};
use server::talk::{Action, Rights, Role, Talk};
use server::{Limits, Options, Server, Site, Token};
use std::sync::OnceLock;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::runtime::{Builder, Runtime};

/// The first byte says what the others are.
pub fn holds(bytes: &[u8]) {
    match bytes.split_first() {
        Some((b'h', request)) => request_holds(request),
        Some((_, packets)) => packets_hold(packets),
        None => {}
    }
}

/// The password of the facilitator's page, as an input can name it.
struct Known;

impl Rights for Known {
    fn is_host(&self, password: &[u8]) -> bool {
        password == b"token"
    }
}

/// Packets are what they are however their bytes are cut, and a connection is done for once.
fn packets_hold(bytes: &[u8]) {
    let limits = Limits::default();
    let mut packets = Packets::new(limits.packet);
    packets.push(bytes);
    let mut whole = Vec::new();
    while let Ok(Some(packet)) = packets.take() {
        whole.push(packet);
    }
    let mut packets = Packets::new(limits.packet);
    let mut cut = Vec::new();
    'bytes: for byte in bytes {
        packets.push(std::slice::from_ref(byte));
        loop {
            match packets.take() {
                Ok(Some(packet)) => cut.push(packet),
                Ok(None) => break,
                Err(_) => break 'bytes,
            }
        }
    }
    assert_eq!(cut, whole);
    let mut talk = Talk::new(limits.packet, limits.seat_message);
    let (mut role, mut closed) = (None, false);
    for piece in bytes.chunks(64) {
        for action in talk.receive(piece, &Known).0 {
            assert!(!closed, "{action:?} after the end");
            match action {
                Action::Opened(opened, _) => {
                    assert!(role.is_none() && matches!(whole.first(), Some(Packet::Connect(_))));
                    role = Some(opened);
                }
                Action::Pass(topic, payload, kept) => {
                    assert!(role == Some(Role::Host) || !kept && payload.len() <= limits.seat_message, "{topic}");
                }
                Action::Follow(_) | Action::Leave(_) => assert!(role.is_some()),
                Action::Reply(reply) => assert!(!reply.is_empty()),
                Action::Close(_) => closed = true,
            }
        }
    }
    assert!(talk.followed().len() <= 1024);
}

struct House {
    runtime: Runtime,
    server: Server,
    _folder: tempfile::TempDir,
}

/// A server whose times are short, with a game of one page, beside which a secret lies.
fn house() -> &'static House {
    static HOUSE: OnceLock<House> = OnceLock::new();
    HOUSE.get_or_init(|| {
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
        let folder = tempfile::tempdir().expect("a folder");
        let game = folder.path().join("game");
        std::fs::create_dir(&game).expect("a folder");
        std::fs::write(game.join("index.html"), "<p>The game").expect("a file");
        std::fs::write(folder.path().join("secret.txt"), "a secret").expect("a file");
        let short = Duration::from_millis(200);
        let limits = Limits { head_within: short, files_within: short, connect_within: short, ..Limits::default() };
        let (site, token) = (Site::of(&game).expect("a site"), Token::new().expect("chance"));
        let server = Server::new(Options { site, token, limits, names: Vec::new() });
        House { runtime, server, _folder: folder }
    })
}

/// Whatever a request is, its connection ends, and nothing but the game is given away.
fn request_holds(bytes: &[u8]) {
    let House { runtime, server, _folder } = house();
    let answer = runtime.block_on(async {
        let (mut near, far) = tokio::io::duplex(64 * 1024);
        let (peer, local) = ("192.168.1.77:50123", "192.168.1.5:8640");
        let (peer, local) = (peer.parse().expect("an address"), local.parse().expect("an address"));
        let serving = tokio::spawn({
            let server = server.clone();
            async move { server.connection(far, peer, local).await }
        });
        let _ = near.write_all(bytes).await;
        let _ = near.shutdown().await;
        let mut answer = Vec::new();
        let _ = near.read_to_end(&mut answer).await;
        serving.await.expect("no panic");
        answer
    });
    let answer = String::from_utf8_lossy(&answer);
    assert!(answer.is_empty() || answer.starts_with("HTTP/1."), "{answer}");
    assert!(!answer.contains("a secret") && !answer.contains("addresses"));
}
