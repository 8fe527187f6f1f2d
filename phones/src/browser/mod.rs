//! The browser: what happens in it comes to the page, and what is to be done is done.

mod dom;
mod socket;

use crate::node::Node;
use crate::page::Page;
use crate::press::Press;
use crate::view::view;
use js_sys::Date;
use socket::Socket;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event, HtmlTextAreaElement, Storage, StorageEvent, Window};
use wire::seat::Effect;
use wire::{Chance, Heard, NoChance, Now, Wire};

/// Under which name this phone keeps its seat.
const KEPT: &str = "th-seat";
/// How often time passes, in milliseconds.
const TICK: i32 = 250;

struct App {
    window: Window,
    document: Document,
    root: Element,
    shown: Vec<Node>,
    page: Page,
    socket: Option<Socket>,
    /// A socket could not even be begun.
    failed: bool,
}

thread_local! {
    static APP: RefCell<Option<App>> = const { RefCell::new(None) };
}

/// `crypto.getRandomValues`, which there is over plain http, too.
struct Browser;

impl Chance for Browser {
    fn fill(&mut self, out: &mut [u8]) -> Result<(), NoChance> {
        let crypto = web_sys::window().ok_or(NoChance)?.crypto().map_err(|_| NoChance)?;
        crypto.get_random_values_with_u8_array(out).map(drop).map_err(|_| NoChance)
    }
}

fn now(window: &Window) -> Now {
    let run = window.performance().map_or_else(Date::now, |performance| performance.now());
    Now { wall: Date::now() as u64, run: run as u64 }
}

/// Begins the page.
///
/// # Errors
/// Whatever the browser says where it has no document or no place in it for the page.
#[wasm_bindgen(start)]
pub fn start() -> Result<(), JsValue> {
    let window = web_sys::window().ok_or("no window")?;
    let document = window.document().ok_or("no document")?;
    let root = document.get_element_by_id("page").ok_or("no page")?;
    let location = window.location();
    let fragment = location.hash().unwrap_or_default();
    // The secret is taken out of the address bar, and out of the history.
    if !fragment.is_empty() {
        let beside = [location.pathname()?, location.search()?].concat();
        window.history()?.replace_state_with_url(&JsValue::NULL, "", Some(&beside))?;
    }
    let kept = storage(&window).and_then(|store| store.get_item(KEPT).ok().flatten()).and_then(|text| bytes(&text));
    let page = Page::open(&fragment, kept.as_deref(), now(&window), &mut Browser);
    root.set_text_content(None);
    let app = App { window, document, root, shown: Vec::new(), page, socket: None, failed: false };
    APP.with(|place| place.replace(Some(app)));
    listen()?;
    tick();
    Ok(())
}

/// Does something with the page, and shows what has come of it.
fn with(act: impl FnOnce(&mut App, Now) -> Vec<Effect>) {
    APP.with(|place| {
        let Ok(mut app) = place.try_borrow_mut() else {
            return;
        };
        if let Some(app) = app.as_mut() {
            let now = now(&app.window);
            let effects = act(app, now);
            app.perform(effects);
            app.draw();
        }
    });
}

fn heard(heard: Heard<'_>) {
    with(|app, now| app.page.heard(heard, now, &mut Browser));
}

fn tick() {
    with(|app, now| {
        let failed = std::mem::take(&mut app.failed);
        app.page.heard(if failed { Heard::Closed } else { Heard::Tick }, now, &mut Browser)
    });
}

impl App {
    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Wire(Wire::Open) => {
                    self.socket = None;
                    self.socket = Socket::open(&self.address());
                    self.failed = self.socket.is_none();
                }
                Effect::Wire(Wire::Send(bytes)) => {
                    if let Some(socket) = &self.socket {
                        socket.send(&bytes);
                    }
                }
                Effect::Wire(Wire::Close) => self.socket = None,
                Effect::Keep => {
                    if let (Some(store), Some(kept)) = (storage(&self.window), self.page.kept()) {
                        // A phone that keeps nothing is a new seat after a reload; the vote goes on.
                        let _ = store.set_item(KEPT, &text(&kept));
                    }
                }
                Effect::Wipe => {
                    if let Some(store) = storage(&self.window) {
                        let _ = store.remove_item(KEPT);
                    }
                }
            }
        }
    }

    /// The engine that the link names, or the socket beside this page.
    fn address(&self) -> String {
        if let Some(engine) = self.page.engine() {
            return engine.to_owned();
        }
        let location = self.window.location();
        let scheme = if location.protocol().is_ok_and(|scheme| scheme == "https:") { "wss://" } else { "ws://" };
        [scheme, &location.host().unwrap_or_default(), "/mqtt"].concat()
    }

    fn draw(&mut self) {
        let new = view(&self.page, now(&self.window));
        dom::patch(&self.document, &self.root, &self.shown, &new);
        self.shown = new;
    }
}

fn listen() -> Result<(), JsValue> {
    let Some(window) = web_sys::window() else {
        return Ok(());
    };
    let document = window.document().ok_or("no document")?;
    on(&document, "click", |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let button = target.and_then(|target| target.closest("[data-press]").ok().flatten());
        let press = button.and_then(|button| button.get_attribute("data-press")).and_then(|code| Press::read(&code));
        if let Some(press) = press {
            with(|app, now| app.page.press(press, now));
            // What was pressed goes out at once, not with the next tick.
            tick();
        }
    })?;
    on(&document, "input", |event| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok());
        if let Some(field) = field {
            with(|app, _| {
                app.page.typed(field.value());
                Vec::new()
            });
        }
    })?;
    on(&document, "visibilitychange", |_| heard(Heard::Back))?;
    on(&window, "online", |_| heard(Heard::Back))?;
    on(&window, "pageshow", |_| heard(Heard::Back))?;
    on(&window, "storage", |event| {
        let event = event.dyn_into::<StorageEvent>().ok();
        let kept = event.filter(|event| event.key().as_deref() == Some(KEPT)).and_then(|event| event.new_value());
        if let Some(kept) = kept.and_then(|kept| bytes(&kept)) {
            with(|app, now| {
                app.page.other(&kept, now);
                Vec::new()
            });
        }
    })?;
    let passing = Closure::<dyn FnMut()>::new(tick);
    window.set_interval_with_callback_and_timeout_and_arguments_0(passing.as_ref().unchecked_ref(), TICK)?;
    passing.forget();
    Ok(())
}

fn on(target: &web_sys::EventTarget, name: &str, act: impl FnMut(Event) + 'static) -> Result<(), JsValue> {
    let act = Closure::<dyn FnMut(Event)>::new(act);
    target.add_event_listener_with_callback(name, act.as_ref().unchecked_ref())?;
    // It listens as long as the page is there.
    act.forget();
    Ok(())
}

fn storage(window: &Window) -> Option<Storage> {
    window.local_storage().ok().flatten()
}

/// Bytes as a text of as many signs, which is what a browser keeps.
fn text(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(*byte)).collect()
}

fn bytes(text: &str) -> Option<Vec<u8>> {
    text.chars().map(|sign| u8::try_from(u32::from(sign)).ok()).collect()
}
