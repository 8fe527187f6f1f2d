//! Scenario files that are dropped anywhere on the page.

use super::Send;
use crate::app::Event;
use crate::platform::file::{self, Read};
use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::DragEvent;

/// The event of a file that was read, or could not be.
pub(super) fn came((name, bytes): Read) -> Event {
    match bytes {
        Some(bytes) => Event::FileCame { name, bytes },
        None => Event::FileUnreadable(name),
    }
}

/// Listens for files, until the listeners are dropped.
pub(super) fn listen(send: &Send) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let on = |name: &'static str, act: Box<dyn Fn(&DragEvent)>| {
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&window, name, options, move |event| {
            let Some(event) = event.dyn_ref::<DragEvent>() else { return };
            let files = event.data_transfer().is_some_and(|carried| carried.types().includes(&"Files".into(), 0));
            if files {
                event.prevent_default();
                act(event);
            }
        })
    };
    let (over, away, dropped) = (send.clone(), send.clone(), send.clone());
    vec![
        on("dragover", Box::new(move |_| over.send_message(Event::Hovering(true)))),
        on(
            "dragleave",
            Box::new(move |event| {
                // Only when the file leaves the window, not when it passes from one element to the next.
                if event.related_target().is_none() {
                    away.send_message(Event::Hovering(false));
                }
            }),
        ),
        on(
            "drop",
            Box::new(move |event| {
                let dropped = dropped.clone();
                dropped.send_message(Event::Hovering(false));
                let files = event.data_transfer().and_then(|carried| carried.files());
                file::read_first(files, move |read| dropped.send_message(came(read)));
            }),
        ),
    ]
}
