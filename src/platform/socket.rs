//! A WebSocket that speaks MQTT, and what else an open room needs of the browser: random bytes, a clock that nobody sets, and
//! the program that serves the page.
//!
//! All of it is reached by its name: bindings of their own would stand in the script that every player downloads.

use super::address;
use gloo_events::EventListener;
use js_sys::{Array, Function, Object, Reflect, Uint8Array, global};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{EventTarget, MessageEvent, Response};

/// The protocol that is spoken.
const PROTOCOL: &str = "mqtt";

/// What happens to a socket, or to the device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// The socket is open.
    Opened,
    /// The socket is closed, or could not be opened.
    Closed,
    /// The socket brought these bytes.
    Bytes(Vec<u8>),
    /// Time has passed.
    Tick,
    /// The device has come back: the page is shown again, or the network is there.
    Back,
}

/// A socket. It is silent and closed once it is dropped.
pub struct Socket {
    socket: EventTarget,
    /// Kept so that they go on calling.
    _listeners: [EventListener; 3],
}

impl Socket {
    /// Begins to open one; `None` where the browser will not try.
    pub fn open(address: &str, heard: impl Fn(Heard) + Clone + 'static) -> Option<Self> {
        let class: Function = named(&global(), "WebSocket")?.dyn_into().ok()?;
        let socket = Reflect::construct(&class, &Array::of2(&address.into(), &PROTOCOL.into())).ok()?;
        Reflect::set(&socket, &"binaryType".into(), &"arraybuffer".into()).ok()?;
        let socket: EventTarget = socket.unchecked_into();
        let (opened, closed) = (heard.clone(), heard.clone());
        let listeners = [
            EventListener::new(&socket, "open", move |_| opened(Heard::Opened)),
            EventListener::new(&socket, "close", move |_| closed(Heard::Closed)),
            EventListener::new(&socket, "message", move |event| {
                if let Some(message) = event.dyn_ref::<MessageEvent>() {
                    heard(Heard::Bytes(Uint8Array::new(&message.data()).to_vec()));
                }
            }),
        ];
        Some(Socket { socket, _listeners: listeners })
    }

    /// Sends bytes. What cannot be sent is lost, as on any network, and is sent again.
    pub fn send(&self, bytes: &[u8]) {
        let _ = call(&self.socket, "send", &Uint8Array::from(bytes));
    }
}

impl Drop for Socket {
    fn drop(&mut self) {
        let _ = call(&self.socket, "close", &JsValue::UNDEFINED);
    }
}

/// Where the program that serves this page has its socket.
pub fn beside() -> String {
    let base = address::base();
    let host = base.split('/').nth(2).unwrap_or_default();
    let scheme = if base.starts_with("https") { "wss://" } else { "ws://" };
    [scheme, host, "/mqtt"].concat()
}

/// Fills all of `out` with bytes that nobody can foretell. False where the browser has none to give.
pub fn random(out: &mut [u8]) -> bool {
    let bytes = Uint8Array::new_with_length(out.len() as u32);
    let drawn = named(&global(), "crypto").and_then(|crypto| call(&crypto, "getRandomValues", &bytes));
    let is_drawn = drawn.is_some();
    if is_drawn {
        bytes.copy_to(out);
    }
    is_drawn
}

/// Milliseconds since some moment, by a clock that only goes forward where the browser has one.
pub fn run() -> u64 {
    let clock = named(&global(), "performance").and_then(|clock| call(&clock, "now", &JsValue::UNDEFINED));
    clock.and_then(|now| now.as_f64()).unwrap_or_else(js_sys::Date::now) as u64
}

/// Tells when the page is shown again, or the network is back, until the listeners are dropped.
pub fn on_back(back: impl Fn() + Clone + 'static) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let document: Option<EventTarget> = window.document().map(Into::into);
    let listen = |target: &EventTarget, name: &'static str| {
        let back = back.clone();
        EventListener::new(target, name, move |_| back())
    };
    let shown = document.map(|document| listen(&document, "visibilitychange"));
    shown.into_iter().chain([listen(&window, "online"), listen(&window, "pageshow")]).collect()
}

/// Asks the program that serves this page, which knows the facilitator by a token; `None` where it does not answer so.
pub async fn ask(method: &'static str, token: String, body: String) -> Option<String> {
    let (headers, init) = (Object::new(), Object::new());
    let set = |object: &Object, name: &str, value: &JsValue| Reflect::set(object, &name.into(), value).ok();
    set(&headers, "Authorization", &["Bearer ", &token].concat().into())?;
    set(&init, "method", &method.into())?;
    set(&init, "headers", &headers)?;
    if !body.is_empty() {
        set(&init, "body", &body.into())?;
    }
    let fetch: Function = named(&global(), "fetch")?.dyn_into().ok()?;
    let answer = fetch.call2(&JsValue::UNDEFINED, &"/host".into(), &init).ok()?;
    let answer: Response = JsFuture::from(js_sys::Promise::resolve(&answer)).await.ok()?.dyn_into().ok()?;
    if !answer.ok() {
        return None;
    }
    let body = JsFuture::from(answer.array_buffer().ok()?).await.ok()?;
    String::from_utf8(Uint8Array::new(&body).to_vec()).ok()
}

fn named(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &name.into()).ok().filter(JsValue::is_truthy)
}

fn call(object: &JsValue, name: &str, with: &JsValue) -> Option<JsValue> {
    let function: Function = named(object, name)?.dyn_into().ok()?;
    function.call1(object, with).ok()
}
