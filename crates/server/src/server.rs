//! The server: one port for files and sockets, until it is told to stop.

use crate::address;
use crate::counts::{Counts, Summary};
use crate::door::{Code, Door};
use crate::http;
use crate::hub::Hub;
use crate::limits::Limits;
use crate::outbox::Sender;
use crate::site::Site;
use crate::token::Token;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::future::Future;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;
use tokio::sync::{Semaphore, watch};
use tokio::time::{Instant, sleep, timeout};

/// How long the server waits where the machine has no room for another connection.
const PAUSE: Duration = Duration::from_millis(50);

/// How long connections have to end once the server stops.
const FAREWELL: Duration = Duration::from_secs(2);

/// How long a door may be open without anybody coming before it is said, in milliseconds.
const ALONE: u64 = 30_000;

/// The longest head of a request, in bytes, and the most lines of it.
const HEAD: usize = 16 * 1024;
const LINES: usize = 64;

/// What is served, and to whom.
#[derive(Debug)]
pub struct Options {
    /// The files.
    pub site: Site,
    /// The token of the facilitator's page.
    pub token: Token,
    /// How much anybody may take.
    pub limits: Limits,
    /// Other names by which requests may ask, each with its port: where a router passes on what comes to it.
    pub names: Vec<String>,
}

/// The server.
///
/// ```
/// # use server::{Limits, Options, Server, Site, Token};
/// # let folder = tempfile::tempdir().unwrap();
/// # std::fs::write(folder.path().join("index.html"), "<p>The game").unwrap();
/// let site = Site::of(folder.path()).unwrap();
/// let options = Options { site, token: Token::new().unwrap(), limits: Limits::default(), names: Vec::new() };
/// let server = Server::new(options);
/// let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
/// let summary = runtime.block_on(async {
///     let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
///     // A future that ends when the server is to stop: Ctrl+C, for one.
///     server.serve(listener, std::future::ready(())).await
/// });
/// assert_eq!(summary.most, 0);
/// ```
#[derive(Clone, Debug)]
pub struct Server {
    shared: Arc<Shared>,
}

/// What all connections share.
#[derive(Debug)]
pub(crate) struct Shared {
    pub site: Site,
    pub token: Token,
    pub limits: Limits,
    pub names: Vec<String>,
    pub hub: Hub,
    pub counts: Counts,
    pub sockets: Arc<Semaphore>,
    pub stop: watch::Sender<bool>,
    door: Mutex<Door>,
    requests: Semaphore,
    queued: AtomicUsize,
    numbers: AtomicU64,
    began: Instant,
}

impl Shared {
    /// A number for a connection, which no other has.
    pub fn number(&self) -> Sender {
        self.numbers.fetch_add(1, Ordering::Relaxed)
    }

    /// The door, and the time on its clock.
    pub fn door(&self) -> (MutexGuard<'_, Door>, u64) {
        let now = u64::try_from(self.began.elapsed().as_millis()).unwrap_or(u64::MAX);
        (self.door.lock().unwrap_or_else(PoisonError::into_inner), now)
    }
}

/// Ends when the server stops.
pub(crate) async fn stopped(stop: &mut watch::Receiver<bool>) {
    // A server that is gone has stopped.
    let _ = stop.wait_for(|stops| *stops).await;
}

/// A new code by chance.
pub(crate) fn code() -> Option<Code> {
    Code::by_chance(|| {
        let mut byte = [0];
        getrandom::fill(&mut byte).ok().map(|()| byte[0])
    })
}

impl Server {
    /// A server that serves nobody yet. It must be made within a Tokio runtime or before one.
    pub fn new(options: Options) -> Self {
        let Options { site, token, limits, names } = options;
        Server {
            shared: Arc::new(Shared {
                sockets: Arc::new(Semaphore::new(limits.sockets)),
                requests: Semaphore::new(limits.requests),
                queued: AtomicUsize::new(0),
                site,
                token,
                limits,
                names,
                hub: Hub::default(),
                counts: Counts::default(),
                stop: watch::Sender::new(false),
                door: Mutex::default(),
                numbers: AtomicU64::new(1),
                began: Instant::now(),
            }),
        }
    }

    /// Who is and was connected.
    pub fn summary(&self) -> Summary {
        self.shared.counts.summary()
    }

    /// Whether the door has been open for half a minute, and no other device has asked for anything since the server
    /// started: then something keeps them apart.
    pub fn is_waiting(&self) -> bool {
        let (mut door, now) = self.shared.door();
        door.open_for(now).is_some_and(|open| open >= ALONE) && self.summary().devices == 0
    }

    /// Serves all who come until a future ends; then says farewell to them, and who they were.
    pub async fn serve(&self, listener: TcpListener, stop: impl Future<Output = ()>) -> Summary {
        let mut stop = std::pin::pin!(stop);
        loop {
            let accepted = tokio::select! {
                () = &mut stop => break,
                accepted = listener.accept() => accepted,
            };
            match accepted.and_then(|(stream, peer)| Ok((stream.local_addr()?, stream, peer))) {
                Ok((local, stream, peer)) => {
                    // What is said is short, and waits for nothing.
                    let _ = stream.set_nodelay(true);
                    let server = self.clone();
                    tokio::spawn(async move { server.connection(stream, peer, local).await });
                }
                // The machine has no room, or the client went at once.
                Err(_) => sleep(PAUSE).await,
            }
        }
        let summary = self.summary();
        drop(listener);
        self.shared.stop.send_replace(true);
        let _ = timeout(FAREWELL, self.shared.stop.closed()).await;
        summary
    }

    /// Serves one connection of a client at `peer` to this device's address `local`.
    pub async fn connection<S>(&self, stream: S, peer: SocketAddr, local: SocketAddr)
    where
        S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        let shared = &self.shared;
        let mut stop = shared.stop.subscribe();
        shared.counts.met(peer.ip());
        // This device's own pages wait for nobody.
        let _turn = if peer.ip().is_loopback() {
            None
        } else {
            match shared.turn().await {
                Some(turn) => Some(turn),
                None => return,
            }
        };
        let service = service_fn(|request| http::respond(request, peer, local, Arc::clone(shared)));
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(shared.limits.head_within)
            .max_buf_size(HEAD)
            .max_headers(LINES)
            .serve_connection(TokioIo::new(stream), service)
            .with_upgrades();
        tokio::select! {
            () = stopped(&mut stop) => {}
            // A client that went away, or is too slow, is no trouble of the server's.
            _ = timeout(shared.limits.files_within, connection) => {}
        }
    }
}

impl Shared {
    /// A turn to fetch files, once there is one.
    async fn turn(&self) -> Option<tokio::sync::SemaphorePermit<'_>> {
        if let Ok(turn) = self.requests.try_acquire() {
            return Some(turn);
        }
        if self.queued.fetch_add(1, Ordering::Relaxed) >= self.limits.queue {
            self.queued.fetch_sub(1, Ordering::Relaxed);
            return None;
        }
        let turn = timeout(self.limits.turn_within, self.requests.acquire()).await;
        self.queued.fetch_sub(1, Ordering::Relaxed);
        turn.ok()?.ok()
    }

    /// Whether a request for a host is for this server.
    pub fn is_own(&self, host: &str, local: SocketAddr) -> bool {
        address::is_own(host, local, &self.names)
    }
}
