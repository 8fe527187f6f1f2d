//! `two-hats host`: the game, the phones' page and the socket of a room, for the devices of this network.

mod qr;

use super::End;
use super::output::{complain, in_colour, note, report, say};
use clap::Args;
use server::{Limits, Options, Server, Site, Token, address};
use std::fmt::Write;
use std::io::{self, ErrorKind};
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::time::sleep;

/// The port on which a room is found; what a browser keeps of it is kept under it.
const PORT: u16 = 8640;

/// The page on which phones join.
const PHONES: &str = "join/";

/// The facilitator's page; the token stands behind it.
const CONSOLE: &str = "#/room/host/";

/// How often the network is looked at.
const LOOK: Duration = Duration::from_secs(3);

#[derive(Args)]
pub struct Host {
    /// The port to serve on
    #[arg(long, default_value_t = PORT)]
    port: u16,
    /// The game's folder, as `cargo xtask dist` makes it [default: the one that this tool lies in, or `release` here]
    #[arg(long, value_name = "DIR")]
    folder: Option<PathBuf>,
    /// Another name and port by which phones ask, such as room.example:80, where a router passes on to this device
    #[arg(long = "name", value_name = "NAME:PORT")]
    names: Vec<String>,
    /// Do not open the facilitator's page
    #[arg(long)]
    no_open: bool,
}

/// Serves until it is stopped.
pub fn run(asked: &Host) -> End {
    let site =
        match folder(asked.folder.as_deref()).and_then(|folder| Site::of(&folder).map_err(|error| error.to_string())) {
            Ok(site) => site,
            Err(trouble) => return complain(&format!("{trouble}. Name the game's folder with --folder.")),
        };
    let Some(token) = Token::new() else {
        return complain("This system gives no chance, and without it no secret. Start it again.");
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = match runtime {
        Ok(runtime) => runtime,
        Err(error) => return complain(&format!("The server does not start: {error}.")),
    };
    runtime.block_on(serve(asked, site, token))
}

async fn serve(asked: &Host, site: Site, token: Token) -> End {
    let listener = match TcpListener::bind((Ipv4Addr::UNSPECIFIED, asked.port)).await {
        Ok(listener) => listener,
        Err(error) => return complain(&trouble(&error, asked.port)),
    };
    // Port 0 stands for any that is free.
    let port = listener.local_addr().map_or(asked.port, |address| address.port());
    let phones = if site.has(&format!("/{PHONES}")) { PHONES } else { "" };
    let console = format!("http://127.0.0.1:{port}/{CONSOLE}{token}");
    let server = Server::new(Options { site, token, limits: Limits::default(), names: asked.names.clone() });
    if say(&opening(&console)) != End::Good {
        return End::Unusable;
    }
    if !asked.no_open && open::that_detached(&console).is_err() {
        note("No browser could be opened; open your page yourself.");
    }
    let watching = watch(&server, port, phones);
    let stop = async {
        // Where the signal cannot be heard, the system ends the program by itself.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    let summary = tokio::select! {
        summary = server.serve(listener, stop) => summary,
        () = watching => server.summary(),
    };
    say(&format!("\nStopped. {summary}\n"))
}

/// What is said first: the facilitator's own page.
fn opening(console: &str) -> String {
    format!(
        "Your page, on this laptop alone (its address is a key: do not show it):\n\n    {console}\n\nCtrl+C stops.\n"
    )
}

/// Says under which address phones come, whenever that changes, and what to do where none comes.
async fn watch(server: &Server, port: u16, phones: &str) {
    let mut known: Option<Vec<Ipv4Addr>> = None;
    let mut helped = false;
    loop {
        let now = address::reachable();
        if known.as_ref() != Some(&now) {
            report(&addresses(&now, port, phones, in_colour(&io::stderr())));
            known = Some(now);
        }
        if !helped && server.is_waiting() {
            helped = true;
            note(&nobody(port));
        }
        sleep(LOOK).await;
    }
}

/// The addresses for phones, and the code that leads to the first.
fn addresses(all: &[Ipv4Addr], port: u16, phones: &str, colour: bool) -> String {
    let Some((first, others)) = all.split_first() else {
        return "\nThis laptop is in no network, so no phone can reach it. Join the room's Wi-Fi, or open a hotspot on this \
                laptop or on a phone and join that; the address stands here then. Show of hands needs no network.\n"
            .into();
    };
    let address = |ip: &Ipv4Addr| format!("http://{ip}:{port}/{phones}");
    let mut text = format!("\nPhones in the same network open\n\n    {}\n\n", address(first));
    if let Some(code) = qr::drawn(&address(first), colour) {
        text.push_str(&code);
    }
    if !others.is_empty() {
        let others: Vec<String> = others.iter().map(address).collect();
        // Writing to a string does not fail.
        let _ = writeln!(text, "\nOther networks of this laptop: {}", others.join(" "));
    }
    text
}

/// What is said where the door is open and no phone has come.
fn nobody(port: u16) -> String {
    format!(
        "No phone has reached this laptop so far. Look whether the phones are in the same network as this laptop; then whether \
         this laptop's firewall lets two-hats be reached on port {port}, in private and public networks. A network for guests \
         often keeps devices apart: then open a hotspot, and let the laptop and the phones join that."
    )
}

/// Why a port cannot be had, and what to do.
fn trouble(error: &io::Error, port: u16) -> String {
    let next = if port == u16::MAX { PORT } else { port + 1 };
    match error.kind() {
        ErrorKind::AddrInUse => format!(
            "Port {port} is taken: another two-hats host may still be running. Stop it, or take another port: --port {next}."
        ),
        ErrorKind::PermissionDenied => {
            format!("This user may not serve on port {port}. Take one from 1024 on, such as --port {PORT}.")
        }
        _ => format!("Port {port} cannot be served on: {error}. Take another: --port {next}."),
    }
}

/// The game's folder: that which was named, that in whose `downloads` this tool lies, or `release`.
fn folder(named: Option<&Path>) -> Result<PathBuf, String> {
    if let Some(folder) = named {
        return Ok(folder.to_owned());
    }
    let beside = std::env::current_exe().ok().and_then(|tool| Some(tool.parent()?.parent()?.to_owned()));
    let known = beside.into_iter().chain([PathBuf::from("release")]);
    let mut known = known.filter(|folder| folder.join("index.html").is_file() && folder.join("worker.js").is_file());
    known.next().ok_or_else(|| "The game is neither beside this tool nor in the folder release".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_served_on_is_said_with_the_next_step() {
        let said = |kind: ErrorKind, port| trouble(&io::Error::from(kind), port);
        assert!(said(ErrorKind::AddrInUse, 8640).ends_with("--port 8641."));
        assert!(said(ErrorKind::AddrInUse, u16::MAX).ends_with("--port 8640."));
        assert!(said(ErrorKind::PermissionDenied, 80).contains("--port 8640"));
        assert!(said(ErrorKind::AddrNotAvailable, 9).contains("--port 10"));
    }

    #[test]
    fn phones_are_led_to_the_likeliest_address_and_told_of_none() {
        let (wifi, other) = (Ipv4Addr::new(192, 168, 1, 5), Ipv4Addr::new(172, 17, 0, 1));
        let said = addresses(&[wifi, other], 8640, PHONES, false);
        assert!(said.contains("    http://192.168.1.5:8640/join/\n"));
        assert!(said.ends_with("Other networks of this laptop: http://172.17.0.1:8640/join/\n"));
        assert!(!addresses(&[wifi], 8640, "", false).contains("Other networks"));
        assert!(addresses(&[], 8640, PHONES, false).contains("hotspot"));
    }
}
