//! What is listened to beside the elements' own events.

use super::studio::gestures;
use super::text::{FIELD, NUMBERS};
use super::{MOST_READ, Send};
use crate::platform::{editor, file, page, storage};
use crate::workbench::{BEFORE, BEHIND, Event, concept_at, told};
use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Element, KeyboardEvent, MouseEvent};

/// Listens for files that are dropped anywhere, for leaving, and for keys, which are the author's alone here.
pub(super) fn to_page(send: &Send) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let (over, away, dropped, left) = (send.clone(), send.clone(), send.clone(), send.clone());
    let mut listeners = vec![
        files("dragover", move |_| over.send_message(Event::Hovering(true))),
        files("dragleave", move |event| {
            // Only when the file leaves the window, not when it passes from one element to the next.
            if event.related_target().is_none() {
                away.send_message(Event::Hovering(false));
            }
        }),
        files("drop", move |event| {
            let dropped = dropped.clone();
            dropped.send_message(Event::Hovering(false));
            let files = event.data_transfer().and_then(|carried| carried.files());
            file::read_first(files, MOST_READ, move |(name, bytes)| dropped.send_message(Event::FileCame(name, bytes)));
        }),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>();
    listeners.push(EventListener::new(&window, "pagehide", move |_| left.send_message(Event::Leave)));
    let stored = send.clone();
    listeners.extend(storage::on_stored(move |key, value| stored.send_message(Event::Stored(key, value))));
    if let Some(main) = page::find("main.author") {
        listeners.extend(gestures::on(&main, send));
    }
    listeners
}

/// Listens for a file that is carried over the page, before the player's app hears of it: here it is not played.
fn files(name: &'static str, act: impl Fn(&DragEvent) + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
    Some(EventListener::new_with_options(&window, name, options, move |event| {
        let Some(event) = event.dyn_ref::<DragEvent>() else { return };
        if event.data_transfer().is_some_and(|carried| carried.types().includes(&"Files".into(), 0)) {
            event.prevent_default();
            event.stop_propagation();
            act(event);
        }
    }))
}

/// Listens to the field, which the browser changes and scrolls by itself.
pub(super) fn to_field(send: &Send) -> Vec<EventListener> {
    let Some(field) = page::find(FIELD) else { return Vec::new() };
    let (typed, undone) = (send.clone(), send.clone());
    let mut listeners = vec![
        // What stood there before the field was filled is no part of what the browser can take back.
        EventListener::new(&field, "keydown", move |event| {
            let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
            let takes_back = (key.ctrl_key() || key.meta_key()) && !key.shift_key() && !key.alt_key();
            if takes_back && key.key().eq_ignore_ascii_case("z") {
                undone.send_message(Event::TakeBack);
            }
        }),
        EventListener::new(&field, "input", move |_| {
            if let Some(text) = editor::text(FIELD) {
                typed.send_message(Event::Took(text));
            }
        }),
        EventListener::new(&field, "scroll", |event| {
            if let Some(field) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) {
                editor::follow(&field, NUMBERS);
            }
        }),
        EventListener::new(&field, "mousemove", |event| {
            if let Some(place) = event.dyn_ref::<MouseEvent>().and_then(|event| editor::under(FIELD, event)) {
                let text = editor::text(FIELD).unwrap_or_default();
                let concept = concept_at(&text, place.0, place.1).map(told);
                editor::hint(FIELD, &concept.unwrap_or_default());
            }
        }),
    ];
    listeners.extend(["input", "keyup", "pointerup", "focus"].map(|name| {
        let moved = send.clone();
        EventListener::new(&field, name, move |_| {
            if let Some((at, before, behind)) = editor::cursor(FIELD, BEFORE, BEHIND) {
                moved.send_message(Event::Cursor(at, before, behind));
            }
        })
    }));
    listeners
}
