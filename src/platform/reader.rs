//! The reader of authors' files: a worker beside the page, started when a file is opened.

use super::background;
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::MessageEvent;

/// Lets the reader read a file, and tells its answer, or `None` where it has fallen. False where there is no reader to be had.
pub fn read(bytes: &[u8], tell: impl FnOnce(Option<Vec<u8>>) + 'static) -> bool {
    let Some(worker) = background::worker("read") else { return false };
    let file = Uint8Array::from(bytes);
    let mut tell = Some(tell);
    // Called once when the reader is ready, and once with its answer, or with a fault instead.
    let working = worker.clone();
    let heard = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
        let message = event.dyn_into::<MessageEvent>().map(|message| message.data());
        match message {
            Ok(ready) if ready.is_null() => {
                // A message of bytes can always be sent.
                let _ = working.post_message(&file);
            }
            answer => {
                working.terminate();
                let bytes = answer.ok().and_then(|answer| answer.dyn_into::<Uint8Array>().ok());
                if let Some(tell) = tell.take() {
                    tell(bytes.map(|bytes| bytes.to_vec()));
                }
            }
        }
    });
    worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    worker.set_onerror(Some(heard.as_ref().unchecked_ref()));
    // It lives as long as the page: a handful of files are opened in a sitting.
    heard.forget();
    true
}
