//! The static server: the built app on this machine's loopback address, and nothing to anyone else.

mod answer;
mod fault;
mod media;
mod path;

use std::{
    io::{self, Cursor},
    net::{Ipv4Addr, SocketAddr, TcpListener},
    sync::{Arc, Mutex},
    thread,
};

use anyhow::{Result, anyhow};
use tiny_http::{Header, Request, Response};

pub use answer::Site;
use answer::{Answer, Reply};

/// How many requests are answered at once; a browser opens six connections.
const WORKERS: usize = 8;

/// A server at work until the program ends.
pub struct Server {
    address: SocketAddr,
    workers: Vec<thread::JoinHandle<()>>,
}

impl Server {
    /// Serves a site on a free port.
    pub fn start(site: Site) -> Result<Server> {
        Server::on(bind(0)?, site)
    }

    /// Serves a site on a port that is already bound.
    pub fn on(listener: TcpListener, site: Site) -> Result<Server> {
        let address = listener.local_addr()?;
        let server = tiny_http::Server::from_listener(listener, None)
            .map_err(|fault| anyhow!("the server does not start: {fault}"))?;
        let (server, site) = (Arc::new(server), Arc::new(site));
        let stalled = Arc::new(Mutex::new(Vec::new()));
        let work = || {
            let (server, site, stalled) = (Arc::clone(&server), Arc::clone(&site), Arc::clone(&stalled));
            thread::spawn(move || {
                while let Ok(request) = server.recv() {
                    respond(request, &site, &stalled);
                }
            })
        };
        Ok(Server { address, workers: (0..WORKERS).map(|_| work()).collect() })
    }

    /// The address to open in a browser, without a slash at its end.
    pub fn address(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Serves until the program is stopped.
    pub fn serve_on(self) {
        for worker in self.workers {
            // A worker that panicked has told so itself; the others go on.
            let _ = worker.join();
        }
    }
}

/// A port on the loopback address; port 0 stands for any free one.
pub fn bind(port: u16) -> io::Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
}

fn respond(request: Request, site: &Site, stalled: &Mutex<Vec<Request>>) {
    match site.answer(request.method().as_str(), request.url()) {
        Reply::Now(answer) => {
            // A browser that went away is no trouble of the server's.
            let _ = request.respond(response(answer));
        }
        Reply::Never => {
            if let Ok(mut stalled) = stalled.lock() {
                stalled.push(request);
            }
        }
    }
}

fn response(answer: Answer) -> Response<Cursor<Vec<u8>>> {
    let headers = [("Content-Type", answer.kind), ("Cache-Control", "no-cache"), ("X-Content-Type-Options", "nosniff")];
    let headers = headers.iter().filter_map(|(name, value)| Header::from_bytes(*name, *value).ok());
    headers.fold(Response::from_data(answer.body).with_status_code(answer.status), Response::with_header)
}
