//! What is answered to a request.

use crate::address;
use crate::door::{LONGEST_LINK, Told, Tried};
use crate::server::{Shared, code};
use crate::site::DRAWING;
use crate::socket;
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::{Bytes, Incoming};
use hyper::header::{self, HeaderMap, HeaderName, HeaderValue};
use hyper::{Method, Request, Response, StatusCode, Version};
use hyper_util::rt::TokioIo;
use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::task;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;

/// Where the socket is.
pub const SOCKET: &str = "/mqtt";

/// Where the facilitator's page asks for its addresses and the code, and opens and shuts the door.
pub const HOST: &str = "/host";

/// Where a phone takes a code for the link that it stands for.
pub const CODE: &str = "/code";

/// The protocol that is spoken on the socket.
const PROTOCOL: &str = "mqtt";

/// How long what comes with a request may take; all of it is short.
const BODY_WITHIN: Duration = Duration::from_secs(5);

/// What is said of every file: nothing about the page leaves it, no other page frames it, and it asks for nothing of the
/// device.
const HEADERS: [(&str, &str); 6] = [
    ("cache-control", "no-cache"),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("content-security-policy", "frame-ancestors 'none'"),
    (
        "permissions-policy",
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), \
         midi=(), payment=(), usb=()",
    ),
];

type Answer = Response<Full<Bytes>>;

/// Answers a request; whatever it is, there is an answer.
pub(crate) async fn respond(
    request: Request<Incoming>,
    peer: SocketAddr,
    local: SocketAddr,
    shared: Arc<Shared>,
) -> Result<Answer, Infallible> {
    let Some(host) = own_host(&request, local, &shared) else {
        return Ok(sentence(StatusCode::MISDIRECTED_REQUEST, "This server answers to its own address alone."));
    };
    if let Some(origin) = request.headers().get(header::ORIGIN)
        && !origin.to_str().is_ok_and(|origin| address::is_same_origin(origin, &host))
    {
        return Ok(sentence(StatusCode::FORBIDDEN, "A page of another site has no business here."));
    }
    Ok(match request.uri().path() {
        SOCKET => upgrade(request, peer, &shared),
        HOST => of_host(request, peer, local, &shared).await,
        CODE => of_code(request, &shared).await,
        _ => file(&request, shared).await,
    })
}

/// The host that a request is for, where that is this server.
fn own_host(request: &Request<Incoming>, local: SocketAddr, shared: &Shared) -> Option<String> {
    let mut hosts = request.headers().get_all(header::HOST).iter();
    // Of two, a proxy could have believed the other.
    let (Some(host), None) = (hosts.next(), hosts.next()) else { return None };
    let host = host.to_str().ok().filter(|host| shared.is_own(host, local))?;
    let named = request.uri().authority().is_none_or(|named| named.as_str() == host);
    named.then(|| host.to_owned())
}

/// A file of the site.
async fn file(request: &Request<Incoming>, shared: Arc<Shared>) -> Answer {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return wrong_method("GET, HEAD");
    }
    let path = request.uri().path().to_owned();
    if !shared.site.has(&path) {
        return sentence(StatusCode::NOT_FOUND, "There is nothing at this address.");
    }
    let takes = request.headers().get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    let takes = takes.collect::<Vec<_>>().join(",");
    // Files are read beside the connections, for reading may take long.
    let found = task::spawn_blocking(move || shared.site.find(&path, &takes)).await;
    let Ok(Some(found)) = found else {
        return sentence(StatusCode::NOT_FOUND, "There is nothing at this address any more.");
    };
    let mut answer = Response::new(Full::from(found.body));
    let headers = answer.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(found.kind));
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    if let Some(encoding) = found.encoding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    let is_drawing = found.kind == DRAWING;
    let mut answer = with_headers(answer);
    if is_drawing {
        // Opened by itself it is a document, in which nothing that its author wrote runs.
        answer.headers_mut().append(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("sandbox"));
    }
    answer
}

/// Opens a socket to a page of this server.
fn upgrade(mut request: Request<Incoming>, peer: SocketAddr, shared: &Arc<Shared>) -> Answer {
    let headers = request.headers();
    if *request.method() != Method::GET || request.version() != Version::HTTP_11 {
        return wrong_method("GET");
    }
    // What sends no origin is no page.
    if !headers.contains_key(header::ORIGIN) {
        return sentence(StatusCode::FORBIDDEN, "Only pages of this server connect here.");
    }
    let key = headers.get(header::SEC_WEBSOCKET_KEY).map(|key| derive_accept_key(key.as_bytes()));
    let key = key.and_then(|key| HeaderValue::from_str(&key).ok());
    let asked = names(headers, &header::UPGRADE, "websocket")
        && names(headers, &header::CONNECTION, "upgrade")
        && names(headers, &header::SEC_WEBSOCKET_VERSION, "13");
    let (Some(key), true) = (key, asked) else {
        let mut answer = sentence(StatusCode::UPGRADE_REQUIRED, "Here is a WebSocket, and nothing to read.");
        answer.headers_mut().insert(header::UPGRADE, HeaderValue::from_static("websocket"));
        answer.headers_mut().insert(header::SEC_WEBSOCKET_VERSION, HeaderValue::from_static("13"));
        return answer;
    };
    if !names(headers, &header::SEC_WEBSOCKET_PROTOCOL, PROTOCOL) {
        return sentence(StatusCode::BAD_REQUEST, "The protocol that is spoken here is called mqtt.");
    }
    let is_near = peer.ip().is_loopback();
    let place = match Arc::clone(&shared.sockets).try_acquire_owned() {
        Ok(place) => Some(place),
        // The facilitator's page always gets in.
        Err(_) if is_near => None,
        Err(_) => {
            return sentence(StatusCode::SERVICE_UNAVAILABLE, "There are more connections than this room can hold.");
        }
    };
    let (upgraded, shared) = (hyper::upgrade::on(&mut request), Arc::clone(shared));
    task::spawn(async move {
        let _place = place;
        if let Ok(upgraded) = upgraded.await {
            socket::serve(TokioIo::new(upgraded), is_near, shared).await;
        }
    });
    let mut answer = Response::default();
    *answer.status_mut() = StatusCode::SWITCHING_PROTOCOLS;
    let headers = answer.headers_mut();
    headers.insert(header::UPGRADE, HeaderValue::from_static("websocket"));
    headers.insert(header::CONNECTION, HeaderValue::from_static("upgrade"));
    headers.insert(header::SEC_WEBSOCKET_ACCEPT, key);
    headers.insert(header::SEC_WEBSOCKET_PROTOCOL, HeaderValue::from_static(PROTOCOL));
    answer
}

/// Whether one of the words of a header is this one.
fn names(headers: &HeaderMap, name: &HeaderName, word: &str) -> bool {
    let values = headers.get_all(name).iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).any(|one| one.trim().eq_ignore_ascii_case(word))
}

/// What the facilitator's page asks for: GET says addresses, code and counts, PUT of a link opens the door, DELETE shuts
/// it. Of other devices nobody has anything to ask here.
async fn of_host(request: Request<Incoming>, peer: SocketAddr, local: SocketAddr, shared: &Shared) -> Answer {
    let token = request.headers().get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let token = token.and_then(|value| value.strip_prefix("Bearer ")).unwrap_or_default();
    if !peer.ip().is_loopback() || !shared.token.is(token.as_bytes()) {
        return sentence(StatusCode::FORBIDDEN, "This is for the page that two-hats host opened, and for no other.");
    }
    match *request.method() {
        Method::GET => {}
        Method::DELETE => shared.door().0.shut(),
        Method::PUT => {
            let link = body(request, LONGEST_LINK).await;
            let (mut door, now) = shared.door();
            if !link.is_some_and(|link| door.open(now, &link, code)) {
                return sentence(
                    StatusCode::BAD_REQUEST,
                    "This is no link: it is empty, too long, or has other signs.",
                );
            }
        }
        _ => return wrong_method("GET, PUT, DELETE"),
    }
    let (mut door, now) = shared.door();
    let Told { code, wrong, renewed } = door.tell(now);
    drop(door);
    let code = code.map_or_else(|| "null".to_owned(), |code| format!("\"{code}\""));
    let addresses =
        address::reachable().iter().map(|ip| format!("\"http://{ip}:{}/\"", local.port())).collect::<Vec<_>>();
    let summary = shared.counts.summary();
    let json = format!(
        "{{\"addresses\":[{}],\"code\":{code},\"wrong\":{wrong},\"renewed\":{renewed},\"seats\":{},\"devices\":{}}}",
        addresses.join(","),
        summary.seats,
        summary.devices,
    );
    let mut answer = sentence(StatusCode::OK, json);
    answer.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    answer
}

/// Takes a code for its link.
async fn of_code(request: Request<Incoming>, shared: &Shared) -> Answer {
    if *request.method() != Method::POST {
        return wrong_method("POST");
    }
    let typed = body(request, 64).await.unwrap_or_default();
    let (mut door, now) = shared.door();
    match door.attempt(now, &typed, code) {
        Tried::Right(link) => sentence(StatusCode::OK, link),
        Tried::Wrong => sentence(StatusCode::NOT_FOUND, "No room has this code."),
        Tried::TooSoon => {
            let mut answer =
                sentence(StatusCode::TOO_MANY_REQUESTS, "Somebody has just tried a wrong code. Try again.");
            answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
            answer
        }
        Tried::Shut => sentence(StatusCode::GONE, "The door is shut. Ask the facilitator to open it."),
    }
}

/// What comes with a request, as a text of at most so many bytes.
async fn body(request: Request<Incoming>, most: usize) -> Option<String> {
    let body = timeout(BODY_WITHIN, Limited::new(request.into_body(), most).collect()).await.ok()?.ok()?;
    String::from_utf8(body.to_bytes().to_vec()).ok()
}

fn wrong_method(allowed: &'static str) -> Answer {
    let mut answer = sentence(StatusCode::METHOD_NOT_ALLOWED, "This cannot be asked here.");
    answer.headers_mut().insert(header::ALLOW, HeaderValue::from_static(allowed));
    answer
}

fn sentence(status: StatusCode, sentence: impl Into<Bytes>) -> Answer {
    let mut answer = Response::new(Full::from(sentence.into()));
    *answer.status_mut() = status;
    answer.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    with_headers(answer)
}

fn with_headers(mut answer: Answer) -> Answer {
    let all = HEADERS.map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)));
    answer.headers_mut().extend(all);
    answer
}
