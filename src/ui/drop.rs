//! Scenario files: dropped anywhere on the page, and read.

use super::Send;
use crate::app::{Event, opened_file};
use crate::lazy;
use crate::platform::file::{self, Read};
use crate::platform::reader;
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
    let listen = |name: &'static str| {
        let (send, options) = (send.clone(), EventListenerOptions::enable_prevent_default());
        EventListener::new_with_options(&window, name, options, move |event| carried(&send, name, event))
    };
    ["dragover", "dragleave", "drop"].into_iter().map(listen).collect()
}

/// Something is carried over the page, away from it, or let go on it.
fn carried(send: &Send, name: &str, event: &web_sys::Event) {
    let Some(event) = event.dyn_ref::<DragEvent>() else { return };
    let Some(carried) = event.data_transfer().filter(|carried| carried.types().includes(&"Files".into(), 0)) else {
        return;
    };
    event.prevent_default();
    // It leaves only when it leaves the window, not when it passes from one element to the next.
    if name == "dragleave" && event.related_target().is_some() {
        return;
    }
    send.send_message(Event::Hovering(name == "dragover"));
    let files = carried.files().filter(|_| name == "drop");
    // On the workbench's page it waits for the workbench.
    if !file::leave("#workbench", files.as_ref()) {
        let dropped = send.clone();
        file::read_first(files, file::MOST, move |read| dropped.send_message(came(read)));
    }
}

/// Lets the reader read a file, and tells what came of it.
pub(super) fn read(name: String, bytes: &[u8], send: &Send) {
    let (answered, named) = (send.clone(), name.clone());
    let beside = reader::read(bytes, move |answer| answered.send_message(answer_of(answer, named)));
    if !beside {
        let file = bytes.to_vec();
        send.send_future(async move {
            let answer = lazy::reading().await.ok().map(|lazy::Reading(read)| read(&file));
            answer_of(answer, name)
        });
    }
}

/// What a reader's answer about a file says; it may have none.
fn answer_of(answer: Option<Vec<u8>>, name: String) -> Event {
    let read = answer.and_then(|answer| opened_file::from_answer(&answer, &name));
    read.map_or(Event::FileUnreadable(name), Event::FileRead)
}
