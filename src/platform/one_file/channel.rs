//! Words between the windows of one file: each may be a world of its own to the browser, so they hear each other by what
//! it keeps.

use super::super::storage;
use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::StorageEvent;

/// A channel to the other windows.
pub struct Channel {
    /// Under which key words are kept, as long as it takes to say them.
    key: String,
    /// Kept so that it goes on listening.
    _listener: EventListener,
}

impl Channel {
    /// Opens the channel; `None` where there is none to be had.
    pub fn open(heard: impl Fn(String) + 'static) -> Option<Self> {
        let window = web_sys::window()?;
        let key = format!("words-of-{}", storage::prefix());
        let of = key.clone();
        let listener = EventListener::new(&window, "storage", move |event| {
            let Some(event) = event.dyn_ref::<StorageEvent>().filter(|event| event.key().as_ref() == Some(&of)) else {
                return;
            };
            // What stands before the first space makes each saying another.
            let said = event.new_value();
            if let Some((_, words)) = said.as_deref().and_then(|said| said.split_once(' ')) {
                heard(words.to_owned());
            }
        });
        Some(Channel { key, _listener: listener })
    }

    /// Says something to all other windows. False where it cannot be said, as where what the browser keeps is full.
    pub fn say(&self, words: &str) -> bool {
        let Some(storage) = web_sys::window().and_then(|window| window.local_storage().ok().flatten()) else {
            return false;
        };
        let said = format!("{}{} {words}", storage::now(), js_sys::Math::random());
        let fits = storage.set_item(&self.key, &said).is_ok();
        // It is removed again even where it does not fit.
        let _ = storage.remove_item(&self.key);
        fits
    }
}
