//! The keys that mean something outside of any field.

use super::Send;
use crate::app::{Event, Key};
use crate::platform::{keys, page};
use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// Listens to the keyboard, until the listener is dropped.
pub(super) fn listen(send: &Send) -> Option<EventListener> {
    let pressed = send.callback(Event::Pressed);
    let window = web_sys::window()?;
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(&window, "keydown", options, move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        if let Some(key) = key(event) {
            event.prevent_default();
            pressed.emit(key);
        }
    }))
}

/// The key of a keyboard event; `None` where the browser or the focused element needs it itself.
fn key(event: &KeyboardEvent) -> Option<Key> {
    let within = |selector| keys::within(event, selector);
    if !keys::is_alone(event) || event.default_prevented() || keys::is_off(event) || within(keys::FIELDS) {
        return None;
    }
    // Up and down scroll as ever, until the responses have come into view.
    // What is covered cannot be chosen, and where one says how sure one is the arrows are the browser's.
    let covered = || page::find(".reflect.closed").is_some();
    let arrows = || !within("[name=sure]") && !covered();
    let choosing = || within(".responses") || page::in_view(".responses");
    match event.key().as_str() {
        digit @ ("1" | "2" | "3" | "4" | "5" | "6") if !covered() => digit.parse().ok().map(Key::Digit),
        // Where the first response stands at the right, the next one is to its left.
        arrow @ ("ArrowRight" | "ArrowLeft") if arrows() => {
            let back = if page::find(".step[dir=rtl]").is_some() { "ArrowRight" } else { "ArrowLeft" };
            Some(if arrow == back { Key::Previous } else { Key::Next })
        }
        "ArrowDown" if arrows() && choosing() => Some(Key::Next),
        "ArrowUp" if within(".responses") => Some(Key::Previous),
        "Enter" if !within("a, button, summary") => Some(Key::Enter),
        // Caps Lock makes it large, too.
        "u" | "U" if event.shift_key() => Some(Key::Redo),
        "u" | "U" => Some(Key::Undo),
        "h" | "H" => Some(Key::History),
        "?" => Some(Key::Help),
        _ => None,
    }
}
