//! The app as a worker beside the page.

use js_sys::{Uint8Array, global};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// What this worker is named for; `None` on a page.
pub fn name() -> Option<String> {
    global().dyn_into::<DedicatedWorkerGlobalScope>().ok().map(|worker| worker.name())
}

/// Answers a question, and tells each part of the answer.
type Answering = fn(&[u8], &mut dyn FnMut(Vec<u8>));

/// In a worker: answers all questions from now on. False where this is none.
pub fn serve(answer: Answering) -> bool {
    let Ok(worker) = global().dyn_into::<DedicatedWorkerGlobalScope>() else { return false };
    let answering = worker.clone();
    let asked = Closure::<dyn Fn(MessageEvent)>::new(move |message: MessageEvent| {
        let question = Uint8Array::new(&message.data()).to_vec();
        answer(&question, &mut |part| {
            let _ = answering.post_message(&Uint8Array::from(&*part));
        });
    });
    worker.set_onmessage(Some(asked.as_ref().unchecked_ref()));
    asked.forget();
    // Says that it is ready.
    let _ = worker.post_message(&JsValue::NULL);
    true
}

/// In a worker: says that it cannot do what it is named for.
pub fn fail() {
    if let Ok(worker) = global().dyn_into::<DedicatedWorkerGlobalScope>() {
        // A truth value can always be sent.
        let _ = worker.post_message(&JsValue::FALSE);
    }
}
