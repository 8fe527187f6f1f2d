//! Words between the windows of this browser that show the app.

use super::storage;
use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{BroadcastChannel, MessageEvent};

/// The channel's name, behind what stands before each key: another folder's windows are another room's.
const NAME: &str = "room";

/// A channel to the other windows.
pub struct Channel {
    channel: BroadcastChannel,
    /// Kept so that it goes on listening.
    _listener: EventListener,
}

impl Channel {
    /// Opens the channel; `None` where there is none to be had.
    pub fn open(heard: impl Fn(String) + 'static) -> Option<Self> {
        let there = js_sys::Reflect::has(&js_sys::global(), &"BroadcastChannel".into()).unwrap_or(false);
        let channel = there.then(|| BroadcastChannel::new(&[&storage::prefix(), NAME].concat()).ok()).flatten()?;
        let listener = EventListener::new(&channel, "message", move |event| {
            let words = event.dyn_ref::<MessageEvent>().and_then(|message| message.data().as_string());
            if let Some(words) = words {
                heard(words);
            }
        });
        Some(Channel { channel, _listener: listener })
    }

    /// Says something to all other windows. False where it cannot be said.
    pub fn say(&self, words: &str) -> bool {
        self.channel.post_message(&words.into()).is_ok()
    }
}
