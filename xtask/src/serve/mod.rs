//! The static server: the built app on this machine's loopback address, and nothing to anyone else.

mod answer;
mod fault;
mod host;
mod media;
mod path;

use std::{
    io::{self, Cursor, Read},
    net::{Ipv4Addr, SocketAddr, TcpListener},
    sync::{Arc, Mutex},
    thread,
};

use anyhow::{Result, anyhow};
use tiny_http::{Header, Request, Response};

pub use answer::Site;
use answer::{Answer, Reply};

/// The most that is read of one report.
const REPORT: u64 = 16 * 1024;

/// What the server says of every file: nothing about the page leaves it, and it asks for nothing of the device.
const HEADERS: [(&str, &str); 5] = [
    ("Cache-Control", "no-cache"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    (
        "Permissions-Policy",
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), \
         midi=(), payment=(), usb=()",
    ),
];

/// What pages were kept from by their policy.
type Reports = Arc<Mutex<Vec<String>>>;

/// How many requests are answered at once; a browser opens six connections.
const WORKERS: usize = 8;

/// A server at work until the program ends.
pub struct Server {
    address: SocketAddr,
    reports: Reports,
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
        let reports = Reports::default();
        let work = || {
            let (server, site) = (Arc::clone(&server), Arc::clone(&site));
            let (stalled, reports) = (Arc::clone(&stalled), Arc::clone(&reports));
            thread::spawn(move || {
                while let Ok(request) = server.recv() {
                    respond(request, &site, &stalled, &reports);
                }
            })
        };
        let workers = (0..WORKERS).map(|_| work()).collect();
        Ok(Server { address, reports, workers })
    }

    /// What pages have reported so far.
    pub fn reports(&self) -> Vec<String> {
        self.reports.lock().map(|reports| reports.clone()).unwrap_or_default()
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

fn respond(mut request: Request, site: &Site, stalled: &Mutex<Vec<Request>>, reports: &Mutex<Vec<String>>) {
    if request.method().as_str() == "POST" && site.reports_to() == Some(request.url()) {
        let mut report = Vec::new();
        // What a browser breaks off is a report all the same.
        let _ = request.as_reader().take(REPORT).read_to_end(&mut report);
        if let Ok(mut reports) = reports.lock() {
            reports.push(String::from_utf8_lossy(&report).into_owned());
        }
        let _ = request.respond(Response::empty(204));
        return;
    }
    let encodings = request.headers().iter().find(|header| header.field.equiv("Accept-Encoding"));
    let encodings = encodings.map(|header| header.value.to_string()).unwrap_or_default();
    match site.answer(request.method().as_str(), request.url(), &encodings) {
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
    let own = [
        ("Content-Type", Some(answer.kind)),
        ("Content-Encoding", answer.encoding),
        ("Vary", answer.encoding.map(|_| "Accept-Encoding")),
        ("Content-Security-Policy", answer.policy.as_deref()),
    ];
    let own = own.into_iter().filter_map(|(name, value)| Some((name, value?)));
    let headers: Vec<Header> =
        own.chain(HEADERS).filter_map(|(name, value)| Header::from_bytes(name, value).ok()).collect();
    let response = Response::from_data(answer.body).with_status_code(answer.status);
    // Large files are sent with their length, as hosts do.
    headers.into_iter().fold(response, Response::with_header).with_chunked_threshold(usize::MAX)
}
