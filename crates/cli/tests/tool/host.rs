//! `two-hats host`: what it says, and how it ends.

use super::{folder, put, run, tool};
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::Stdio;

/// A folder with a game of one page in `game`.
fn game(test: &str) -> PathBuf {
    let folder = folder(test);
    fs::create_dir(folder.join("game")).expect("a folder");
    put(&folder, "game/index.html", "<p>The game");
    folder
}

#[test]
fn what_cannot_be_hosted_is_said_with_the_next_step() {
    let folder = game("host_refused");
    fs::create_dir(folder.join("empty")).expect("a folder");
    let taken = TcpListener::bind("0.0.0.0:0").expect("a port");
    let port = taken.local_addr().expect("an address").port().to_string();
    for (arguments, why) in [
        (&["host", "--no-open", "--folder", "game", "--port", &port][..], format!("Port {port} is taken")),
        (&["host", "--no-open", "--folder", "empty"], "empty has no index.html".into()),
        (&["host", "--no-open", "--folder", "none"], "none cannot be read".into()),
        (&["host", "--no-open"], "The game is neither beside this tool nor in the folder release".into()),
        (&["host", "--port", "70000"], "70000".into()),
    ] {
        let (code, out, err) = run(&folder, arguments);
        assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}");
        assert!(err.contains(&why), "{err}");
        assert!(arguments.contains(&"70000") || err.contains("--port") || err.contains("--folder"), "{err}");
    }
}

#[cfg(unix)]
#[test]
fn it_serves_until_it_is_interrupted_and_says_who_was_there() {
    let folder = game("host_serves");
    let mut host = tool(&folder, &["host", "--no-open", "--folder", "game", "--port", "0"]);
    let mut host = host.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("it starts");
    let mut out = BufReader::new(host.stdout.take().expect("an output"));
    let mut line = String::new();
    while !line.contains("http://127.0.0.1:") {
        line.clear();
        assert!(out.read_line(&mut line).expect("a line") > 0, "it says its address");
    }
    let (address, token) = line.trim().trim_start_matches("http://").split_once("/#/room/host/").expect("an address");
    assert!(token.len() == 32 && token.bytes().all(|digit| digit.is_ascii_hexdigit()), "{token}");
    let mut stream = TcpStream::connect(address).expect("it serves");
    write!(stream, "GET / HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").expect("it listens");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("it answers");
    assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("<p>The game"), "{answer}");
    let stopped = std::process::Command::new("kill").args(["-INT", &host.id().to_string()]).status();
    assert!(stopped.expect("kill").success());
    let mut rest = String::new();
    out.read_to_string(&mut rest).expect("its last words");
    assert!(rest.ends_with("\nStopped. The facilitator's page was not connected, and no phone had been.\n"), "{rest}");
    assert!(host.wait().expect("an end").success());
}
