//! The keys that mean something outside of any field, and those of a clicker, which mean it everywhere.

use super::Send;
use crate::platform::{keys, page};
use crate::room::{Event, Key};
use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// Listens to the keyboard before the player's app does, until the listener is dropped.
pub(super) fn listen(send: &Send) -> Option<EventListener> {
    let pressed = send.callback(Event::Pressed);
    let window = web_sys::window()?;
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
    Some(EventListener::new_with_options(&window, "keydown", options, move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        if let Some(key) = key(event) {
            event.prevent_default();
            event.stop_propagation();
            // A key that is held acts once.
            if !event.repeat() {
                pressed.emit(key);
            }
        }
    }))
}

/// The key of a keyboard event; `None` where the browser or the focused element needs it itself.
fn key(event: &KeyboardEvent) -> Option<Key> {
    // On paper nothing is done by keys.
    if !keys::is_alone(event) || page::find("#room :is(.stage, .console)").is_none() || keys::within(event, "dialog") {
        return None;
    }
    match event.key().as_str() {
        "PageDown" => return Some(Key::Next),
        "PageUp" => return Some(Key::Back),
        "Escape" => return Some(Key::Escape),
        _ => {}
    }
    if keys::is_off(event) || keys::within(event, keys::FIELDS) {
        return None;
    }
    if let Some(digit) = event.code().strip_prefix("Digit").and_then(|digit| digit.parse().ok()) {
        return (1..=6).contains(&digit).then_some(Key::Hand(digit, !event.shift_key()));
    }
    match event.key().as_str() {
        "ArrowRight" => Some(Key::Next),
        "ArrowLeft" => Some(Key::Back),
        "b" | "B" | "." => Some(Key::Blank),
        "t" | "T" => Some(Key::Talk),
        "p" | "P" => Some(Key::Pause),
        "z" | "Z" => Some(Key::Undo),
        "y" | "Y" => Some(Key::Redo),
        "f" | "F" => Some(Key::FullScreen),
        "c" | "C" => Some(Key::Drawer),
        _ => None,
    }
}
