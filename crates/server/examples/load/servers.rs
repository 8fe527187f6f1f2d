//! Servers in processes of their own, so that their memory is theirs alone.

use futures_util::{SinkExt, StreamExt};
use server::{Limits, Options, Server, Site, Token};
use std::io::{BufRead, BufReader, Write};
use std::net::SocketAddr;
use std::process::{self, Command, Stdio};
use tokio::net::TcpListener;
use tokio::runtime::Builder;
use tokio::sync::broadcast;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::handshake::server::{ErrorResponse, Request, Response};

/// A server in a process of its own, ended when it is let go of.
pub struct Child {
    process: process::Child,
    pub address: SocketAddr,
    pub token: Option<String>,
}

impl Child {
    pub fn start(what: &str) -> Result<Self, String> {
        let program = std::env::current_exe().map_err(|error| error.to_string())?;
        let process = Command::new(program).arg(what).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let mut process = process.map_err(|error| error.to_string())?;
        let mut said = String::new();
        if let Some(out) = &mut process.stdout {
            BufReader::new(out).read_line(&mut said).map_err(|error| error.to_string())?;
        }
        let mut words = said.split_whitespace();
        let address =
            words.next().and_then(|word| word.parse().ok()).ok_or_else(|| format!("{what} does not start"))?;
        Ok(Child { process, address, token: words.next().map(str::to_owned) })
    }

    /// What it uses now and used at most, where the system says that.
    pub fn memory(&self) -> Option<String> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process.id())).ok()?;
        let kilobytes = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name))?;
            line.trim_start_matches(':').split_whitespace().next()?.parse::<f64>().ok()
        };
        Some(format!("{:.1} MB, at most {:.1} MB", kilobytes("VmRSS")? / 1024.0, kilobytes("VmHWM")? / 1024.0))
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Ends a process, a node of an engine, at once.
pub fn end(process: u32) -> Result<(), String> {
    let done = Command::new("kill").arg("-9").arg(process.to_string()).status();
    done.ok().filter(process::ExitStatus::success).map(drop).ok_or_else(|| format!("{process} cannot be ended"))
}

fn say(line: &str) -> Result<(), String> {
    let mut out = std::io::stdout();
    writeln!(out, "{line}").and_then(|()| out.flush()).map_err(|error| error.to_string())
}

/// The server of `two-hats host`, with the limits that it has, for as many sockets as are tried.
pub fn serve() -> Result<(), String> {
    let runtime = Builder::new_current_thread().enable_all().build().map_err(|error| error.to_string())?;
    runtime.block_on(async {
        let token = Token::new().ok_or("no chance")?;
        let limits = Limits { sockets: 16_384, ..Limits::default() };
        let text = token.to_string();
        let server = Server::new(Options { site: Site::default(), token, limits, names: Vec::new() });
        let listener = TcpListener::bind("127.0.0.1:0").await.map_err(|error| error.to_string())?;
        say(&format!("{} {text}", listener.local_addr().map_err(|error| error.to_string())?))?;
        server.serve(listener, std::future::pending()).await;
        Ok(())
    })
}

/// A bare broadcast: what comes on `/send` goes to all others.
pub fn pipe() -> Result<(), String> {
    let runtime = Builder::new_current_thread().enable_all().build().map_err(|error| error.to_string())?;
    runtime.block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await.map_err(|error| error.to_string())?;
        say(&listener.local_addr().map_err(|error| error.to_string())?.to_string())?;
        let (sender, _) = broadcast::channel::<Message>(16);
        loop {
            let (stream, _) = listener.accept().await.map_err(|error| error.to_string())?;
            let _ = stream.set_nodelay(true);
            let (sender, mut receiver) = (sender.clone(), sender.subscribe());
            tokio::spawn(async move {
                let mut sends = false;
                #[allow(clippy::result_large_err, reason = "the type of the function is the library's")]
                let look = |request: &Request, response: Response| -> Result<Response, ErrorResponse> {
                    sends = request.uri().path() == "/send";
                    Ok(response)
                };
                let Ok(mut socket) = tokio_tungstenite::accept_hdr_async(stream, look).await else { return };
                if sends {
                    while let Some(Ok(message)) = socket.next().await {
                        let _ = sender.send(message);
                    }
                    return;
                }
                while let Ok(message) = receiver.recv().await {
                    if socket.send(message).await.is_err() {
                        return;
                    }
                }
            });
        }
    })
}
