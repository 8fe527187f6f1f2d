//! The recipes of `docs/engine.md`, each with its own engine: what a room needs goes through, what is not allowed does not.
//!
//! `cargo xtask test engines` installs the engines. Without it, a test whose engine is not on this machine says so and ends.

mod support;

use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use std::{env, fs};
use support::*;
use tokio::net::TcpStream;
use tokio::time::{sleep, timeout};

const GUIDE: &str = include_str!("../../../docs/engine.md");
const ORIGIN: &str = "https://game.example";
const OTHER_ROOM: &str = "bbbbbbbbbbbbbbbb";

/// The lines between a heading's fences, by their number below it.
fn recipe(heading: &str, number: usize) -> String {
    let below = GUIDE.split(&format!("\n## {heading}")).nth(1).expect("a heading").split("\n## ").next();
    let block = below.expect("text").split("\n```").nth(2 * number + 1).expect("a block");
    block.split_once('\n').expect("lines").1.replace("\"…\"", "\"secret\"")
}

/// Where an engine's program is; the step that installs engines fails without it.
fn program(name: &str) -> Option<PathBuf> {
    let named = env::var_os(format!("TWO_HATS_{}", name.to_uppercase().replace('-', "_"))).map(PathBuf::from);
    let path = env::var_os("PATH").unwrap_or_default();
    let places = env::split_paths(&path).chain([PathBuf::from("/usr/sbin")]).map(|folder| folder.join(name));
    let found = named.into_iter().chain(places).find(|program| program.is_file());
    assert!(found.is_some() || env::var_os("TWO_HATS_ENGINES").is_none(), "{name} is not on this machine");
    if found.is_none() {
        eprintln!("{name} is not on this machine: its recipe is not tried. cargo xtask test engines installs it.");
    }
    found
}

fn port() -> u16 {
    TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port").port()
}

/// An engine, ended with its test.
struct Engine(Child);

impl Engine {
    fn start(program: &Path, arguments: &[&str]) -> Engine {
        let quiet = || Stdio::null();
        let mut command = Command::new(program);
        command.args(arguments).stdin(quiet()).stdout(quiet()).stderr(quiet());
        Engine(command.spawn().expect("it starts"))
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

async fn try_connect(port: u16, id: &str, login: Option<(&str, &str)>, origin: &str) -> Option<Client<TcpStream>> {
    let address = SocketAddr::from(([127, 0, 0, 1], port));
    let stream = TcpStream::connect(address).await.ok()?;
    let mut client = Client { socket: open(stream, &address.to_string(), Some(origin)).await.ok()? };
    client.send(&connect(id, login)).await;
    (client.next().await == CONNECTED).then_some(client)
}

/// Connects, once the engine is ready for it.
async fn ready(port: u16, id: &str, user: &str) -> Client<TcpStream> {
    for _ in 0..600 {
        // The first client of an account may wait for long, and in vain.
        let tried = timeout(Duration::from_secs(10), try_connect(port, id, Some((user, "secret")), ORIGIN)).await;
        if let Ok(Some(client)) = tried {
            return client;
        }
        sleep(Duration::from_millis(200)).await;
    }
    panic!("the engine is not ready on port {port}")
}

/// What comes within a moment.
async fn soon(client: &mut Client<TcpStream>) -> Option<Got> {
    timeout(Duration::from_millis(700), client.next()).await.ok()
}

/// A message comes, before long; what else may come is left out of account.
async fn hears(client: &mut Client<TcpStream>, topic: &str, payload: &[u8]) {
    let wanted = [publish(topic, payload, 0), publish(topic, payload, 1)];
    loop {
        let got = client.next().await.packet();
        if wanted.iter().any(|wanted| got.windows(wanted.len()).any(|part| part == wanted)) {
            return;
        }
    }
}

/// A room over an engine's nodes: the facilitator's page on the first, phones on the last.
async fn room(ports: &[u16], follows_of_others_end: bool) {
    let (first, last) = (ports[0], *ports.last().expect("a node"));
    let mut host = ready(first, "host-1", "host").await;
    assert_eq!(host.follow(&format!("th/{ROOM}/v/+")).await, 0);
    let mut seat = ready(last, "seat-1", ROOM).await;
    assert_eq!((seat.follow(&state(ROOM)).await, seat.follow(&answer(SEAT)).await), (0, 0));
    // Between nodes it takes a moment until what is followed is known.
    sleep(Duration::from_millis(500)).await;
    seat.send(&publish(&vote(SEAT), &[1; 140], 0)).await;
    hears(&mut host, &vote(SEAT), &[1; 140]).await;
    host.send(&publish(&answer(SEAT), b"number", 0)).await;
    hears(&mut seat, &answer(SEAT), b"number").await;
    host.send(&publish(&state(ROOM), &[2; 8_000], 0)).await;
    hears(&mut seat, &state(ROOM), &[2; 8_000]).await;
    // What is not its own: refused, or followed and never heard.
    let mut spy = ready(last, "seat-2", ROOM).await;
    for filter in ["#", "th/+/s", "$SYS/#", &format!("th/{ROOM}/v/+"), &state(OTHER_ROOM)] {
        let code = spy.follow(filter).await;
        assert!(code == 0x80 || !follows_of_others_end, "{filter}");
    }
    sleep(Duration::from_millis(500)).await;
    host.send(&publish(&state(OTHER_ROOM), b"another room's", 0)).await;
    seat.send(&publish(&vote(SEAT), b"not for you", 0)).await;
    hears(&mut host, &vote(SEAT), b"not for you").await;
    assert_eq!(soon(&mut spy).await, None);
    // A state that somebody else says is heard by nobody.
    spy.send(&publish(&state(ROOM), b"forged", 0)).await;
    assert_eq!(soon(&mut seat).await, None);
    assert!(try_connect(last, "x", Some((ROOM, "wrong")), ORIGIN).await.is_none());
    assert!(try_connect(last, "x", None, ORIGIN).await.is_none());
}

#[tokio::test]
async fn mosquitto_carries_a_room_and_keeps_people_apart() {
    let (Some(mosquitto), Some(passwords)) = (program("mosquitto"), which("mosquitto_passwd")) else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).display().to_string();
    let web = port();
    let settings = recipe("Mosquitto", 0)
        .replace("listener 1883 127.0.0.1", &format!("listener {} 127.0.0.1", port()))
        .replace("listener 443", &format!("listener {web} 127.0.0.1"))
        .replace("/etc/mosquitto/", &path(""));
    // Certificates are the machine's own matter.
    let settings = settings.lines().filter(|line| !line.starts_with("certfile") && !line.starts_with("keyfile"));
    // Started by root it would become another user, who may read nothing here.
    let settings = settings.chain(["user root"]).collect::<Vec<_>>().join("\n");
    fs::write(path("settings"), settings).expect("a file");
    fs::write(path("access"), recipe("Mosquitto", 1)).expect("a file");
    fs::write(path("passwords"), "").expect("a file");
    for user in ["host", ROOM] {
        let done = Command::new(&passwords).args(["-b", &path("passwords"), user, "secret"]).output();
        assert!(done.expect("it runs").status.success());
    }
    let _engine = Engine::start(&mosquitto, &["-c", &path("settings")]);
    room(&[web], false).await;
}

fn which(name: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH").unwrap_or_default())
        .map(|folder| folder.join(name))
        .find(|path| path.is_file())
}

#[tokio::test]
async fn three_nodes_of_nats_carry_a_room_and_one_may_die() {
    let Some(nats) = program("nats-server") else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let (routes, web): (Vec<u16>, Vec<u16>) = ((0..3).map(|_| port()).collect(), (0..3).map(|_| port()).collect());
    let start = |node: usize| {
        let mut settings = recipe("NATS", 0)
            .replace("server_name: n1", &format!("server_name: n{}", node + 1))
            .replace("127.0.0.1:4222", &format!("127.0.0.1:{}", port()))
            .replace("127.0.0.1:1883", &format!("127.0.0.1:{}", port()))
            .replace("0.0.0.0:6222", &format!("127.0.0.1:{}", routes[node]))
            .replace("0.0.0.0:443", &format!("127.0.0.1:{}", web[node]))
            .replace("tls { cert_file: \"/etc/nats/cert.pem\", key_file: \"/etc/nats/key.pem\" }", "no_tls: true")
            .replace("/var/lib/nats", &folder.path().join(format!("n{node}")).display().to_string());
        for (number, route) in routes.iter().enumerate() {
            settings = settings.replace(&format!("n{}.example:6222", number + 1), &format!("127.0.0.1:{route}"));
        }
        let file = folder.path().join(format!("n{node}.conf"));
        fs::write(&file, settings).expect("a file");
        Engine::start(&nats, &["-c", &file.display().to_string()])
    };
    let mut engines: Vec<Engine> = (0..3).map(start).collect();
    room(&web, true).await;
    // A foreign page is turned away.
    assert!(try_connect(web[0], "x", Some(("host", "secret")), "http://evil.example").await.is_none());
    // A node dies in mid-vote: the phone comes back on another, and its vote is counted.
    let mut host = ready(web[0], "host-2", "host").await;
    assert_eq!(host.follow(&format!("th/{ROOM}/v/+")).await, 0);
    let mut seat = ready(web[2], "seat-3", ROOM).await;
    engines.pop();
    while seat.send(&publish(&vote(OTHER), b"lost", 0)).await && soon(&mut seat).await != Some(Got::Closed) {}
    let mut seat = ready(web[1], "seat-4", ROOM).await;
    sleep(Duration::from_millis(500)).await;
    seat.send(&publish(&vote(OTHER), b"again", 0)).await;
    hears(&mut host, &vote(OTHER), b"again").await;
}
