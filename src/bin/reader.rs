//! The reader's binary: reads authors' files beside the page, so that a player does not wait for what only authors
//! need, and a hostile file cannot hold the page up.

use js_sys::{Uint8Array, global};
use two_hats::app::opened_file;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

fn main() {
    let Ok(worker) = global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let answering = worker.clone();
    let read = Closure::<dyn Fn(MessageEvent)>::new(move |message: MessageEvent| {
        let file = Uint8Array::new(&message.data()).to_vec();
        // A message of bytes can always be sent.
        let _ = answering.post_message(&Uint8Array::from(&*opened_file::to_answer(&file)));
    });
    worker.set_onmessage(Some(read.as_ref().unchecked_ref()));
    read.forget();
    // Says that it is ready.
    let _ = worker.post_message(&JsValue::NULL);
}
