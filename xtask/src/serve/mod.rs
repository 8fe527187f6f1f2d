//! The static server: the built app on this machine's loopback address, and nothing to anyone else.

mod answer;
mod fault;
mod host;
mod media;
mod path;

use std::{
    convert::Infallible,
    future, io,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    sync::{Arc, Mutex},
    thread,
    time::Duration,
};

use anyhow::{Context, Result};
use http_body_util::{BodyExt, Full, Limited};
use hyper::{
    Method, Request, Response, StatusCode,
    body::{Bytes, Incoming},
    header::{self, HeaderName, HeaderValue},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{net, runtime::Runtime, task, time};

pub use answer::Site;
use answer::{Answer, Reply};
pub use media::kind as media_type;

/// The most that is read of one report, in bytes.
const REPORT: usize = 16 * 1024;

/// How long the server waits where the machine has no room for another connection.
const PAUSE: Duration = Duration::from_millis(50);

/// What the server says of every file: nothing about the page leaves it, and it asks for nothing of the device.
pub const HEADERS: [(&str, &str); 5] = [
    ("cache-control", "no-cache"),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    (
        "permissions-policy",
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), \
         midi=(), payment=(), usb=()",
    ),
];

/// What pages were kept from by their policy.
type Reports = Arc<Mutex<Vec<String>>>;

/// A server at work until it is let go of.
pub struct Server {
    address: SocketAddr,
    reports: Reports,
    _runtime: Runtime,
}

impl Server {
    /// Serves a site on a free port.
    pub fn start(site: Site) -> Result<Server> {
        Server::on(bind(0)?, site)
    }

    /// Serves a site on a port that is already bound.
    pub fn on(listener: TcpListener, site: Site) -> Result<Server> {
        let address = listener.local_addr()?;
        listener.set_nonblocking(true)?;
        let runtime = Runtime::new().context("the server does not start")?;
        let listener = {
            let _within = runtime.enter();
            net::TcpListener::from_std(listener).context("the server does not start")?
        };
        let reports = Reports::default();
        runtime.spawn(accept(listener, Arc::new(site), Arc::clone(&reports)));
        Ok(Server { address, reports, _runtime: runtime })
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
    pub fn serve_on(self) -> ! {
        loop {
            thread::park();
        }
    }
}

/// A port on the loopback address; port 0 stands for any free one.
pub fn bind(port: u16) -> io::Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
}

/// Takes every connection as it comes: a browser opens several at once, and keeps them.
async fn accept(listener: net::TcpListener, site: Arc<Site>, reports: Reports) {
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            time::sleep(PAUSE).await;
            continue;
        };
        let (site, reports) = (Arc::clone(&site), Arc::clone(&reports));
        let service = service_fn(move |request| respond(request, Arc::clone(&site), Arc::clone(&reports)));
        let connection = http1::Builder::new().timer(TokioTimer::new()).serve_connection(TokioIo::new(stream), service);
        // A browser that went away is no trouble of the server's.
        task::spawn(async { connection.await.ok() });
    }
}

async fn respond(
    request: Request<Incoming>,
    site: Arc<Site>,
    reports: Reports,
) -> Result<Response<Full<Bytes>>, Infallible> {
    let address = request.uri().to_string();
    // Of an older protocol's request, which names no host, nobody can tell whose page sent it.
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
    let named = request.uri().host().or(host);
    if !named.is_some_and(|name| site.is_asked_for(name)) {
        return Ok(response(Answer::misdirected()));
    }
    if request.method() == Method::POST && site.reports_to() == Some(&address) {
        // What is too long or broken off is a report all the same.
        let report = Limited::new(request.into_body(), REPORT).collect().await;
        let report = report.map(|report| report.to_bytes()).unwrap_or_default();
        if let Ok(mut reports) = reports.lock() {
            reports.push(String::from_utf8_lossy(&report).into_owned());
        }
        let mut response = Response::default();
        *response.status_mut() = StatusCode::NO_CONTENT;
        return Ok(response);
    }
    let encodings = request.headers().get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
    let (method, encodings) = (request.method().clone(), encodings.unwrap_or_default().to_owned());
    // Files are read beside the connections, for reading may take long.
    match task::spawn_blocking(move || site.answer(method.as_str(), &address, &encodings)).await {
        Ok(Reply::Now(answer)) => Ok(response(answer)),
        Ok(Reply::Never) => future::pending().await,
        // A thread that panicked has told so itself.
        Err(_) => {
            let mut response = Response::default();
            *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
            Ok(response)
        }
    }
}

fn response(answer: Answer) -> Response<Full<Bytes>> {
    let own = [
        (header::CONTENT_TYPE, Some(answer.kind)),
        (header::CONTENT_ENCODING, answer.encoding),
        (header::VARY, answer.encoding.map(|_| "Accept-Encoding")),
        (header::CONTENT_SECURITY_POLICY, answer.policy.as_deref()),
    ];
    let own = own.into_iter().filter_map(|(name, value)| Some((name, HeaderValue::from_str(value?).ok()?)));
    let all = HEADERS.map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)));
    let mut response = Response::new(Full::from(answer.body));
    *response.status_mut() = StatusCode::from_u16(answer.status).unwrap_or_default();
    response.headers_mut().extend(own.chain(all));
    for (name, value) in answer.quirk.headers() {
        response.headers_mut().append(*name, HeaderValue::from_static(value));
    }
    response
}

#[cfg(test)]
mod tests {
    use std::{
        fs,
        io::{BufRead, BufReader, Write},
        net::TcpStream,
    };

    use super::*;

    fn ask(stream: &mut TcpStream, request: &str) -> String {
        stream.write_all(request.as_bytes()).unwrap();
        let mut head = String::new();
        BufReader::new(stream).read_line(&mut head).unwrap();
        head
    }

    #[test]
    fn connections_that_come_at_once_and_stay_are_all_answered() {
        let folder = tempfile::tempdir().unwrap();
        let server = Server::start(Site::of(folder.path().to_owned())).unwrap();
        for _ in 0..100 {
            let mut connections: Vec<_> = (0..6).map(|_| TcpStream::connect(server.address).unwrap()).collect();
            for connection in &mut connections {
                // Far more than any machine needs; it only ends what would wait for ever.
                connection.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
                assert_eq!(
                    ask(connection, "GET /no.html HTTP/1.1\r\nHost: localhost\r\n\r\n"),
                    "HTTP/1.1 404 Not Found\r\n"
                );
            }
        }
    }

    #[test]
    fn a_page_of_another_host_whose_name_leads_here_gets_nothing() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("index.html"), "<p>home").unwrap();
        let server = Server::start(Site::of(folder.path().to_owned()).reporting_to("/~reports")).unwrap();
        let status = |request: String| {
            let mut connection = TcpStream::connect(server.address).unwrap();
            connection.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
            ask(&mut connection, &request).split(' ').nth(1).unwrap_or_default().to_owned()
        };
        let port = server.address.port();
        for host in ["localhost", "127.0.0.1", "127.1.2.3", "[::1]", "LOCALHOST", "game.localhost"] {
            for host in [host.to_owned(), format!("{host}:{port}")] {
                assert_eq!(status(format!("GET / HTTP/1.1\r\nHost: {host}\r\n\r\n")), "200", "{host}");
            }
        }
        let others =
            ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "10.0.0.1", "[::2]", "0.0.0.0", ""];
        for host in others {
            for request in ["GET /", "HEAD /", "GET /index.html", "POST /~reports"] {
                let request = format!("{request} HTTP/1.1\r\nHost: {host}:{port}\r\nContent-Length: 0\r\n\r\n");
                assert_eq!(status(request), "421", "{host}");
            }
        }
        assert_eq!(status("GET / HTTP/1.0\r\n\r\n".into()), "421");
        assert_eq!(status("GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n".into()), "421");
        assert!(server.reports().is_empty());
    }

    #[test]
    fn a_report_counts_even_where_it_is_too_long_to_be_read() {
        let folder = tempfile::tempdir().unwrap();
        let site = Site::of(folder.path().to_owned()).reporting_to("/~reports");
        let server = Server::start(site).unwrap();
        let mut connection = TcpStream::connect(server.address).unwrap();
        let post = |body: &str| {
            format!("POST /~reports HTTP/1.1\r\nHost: localhost\r\nContent-Length: {}\r\n\r\n{body}", body.len())
        };
        assert_eq!(ask(&mut connection, &post("broken")), "HTTP/1.1 204 No Content\r\n");
        let long = "x".repeat(REPORT + 1);
        let mut connection = TcpStream::connect(server.address).unwrap();
        assert_eq!(ask(&mut connection, &post(&long)), "HTTP/1.1 204 No Content\r\n");
        assert_eq!(server.reports(), ["broken", ""]);
    }
}
