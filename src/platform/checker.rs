//! The worker that checks beside the page: it answers a question at a time, each answer in parts.

use js_sys::Uint8Array;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::JsCast;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

/// Where the worker starts.
const SCRIPT: &str = "background.js";

/// A worker, from the page's side.
pub struct Checker {
    worker: Worker,
    state: Rc<RefCell<State>>,
    /// Kept so that it is still heard.
    _heard: Closure<dyn FnMut(web_sys::Event)>,
}

/// What the worker does now.
enum State {
    /// It starts, and a question may wait for it.
    Starting(Option<Uint8Array>),
    /// It takes questions.
    Ready,
}

impl Checker {
    /// Starts a worker, and tells each part of its answers; `None` once it has fallen. There may be none to be had.
    pub fn start(tell: impl Fn(Option<Vec<u8>>) + 'static) -> Option<Self> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        options.set_name("check");
        let worker = Worker::new_with_options(SCRIPT, &options).ok()?;
        let state = Rc::new(RefCell::new(State::Starting(None)));
        let (working, known) = (worker.clone(), Rc::clone(&state));
        let heard = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
            let message = event.dyn_into::<MessageEvent>().map(|message| message.data());
            match message {
                Ok(ready) if ready.is_null() => {
                    if let State::Starting(Some(question)) = known.replace(State::Ready) {
                        // A message of bytes can always be sent.
                        let _ = working.post_message(&question);
                    }
                }
                answer => {
                    let bytes = answer.ok().and_then(|answer| answer.dyn_into::<Uint8Array>().ok());
                    tell(bytes.map(|bytes| bytes.to_vec()));
                }
            }
        });
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        worker.set_onerror(Some(heard.as_ref().unchecked_ref()));
        Some(Checker { worker, state, _heard: heard })
    }

    /// Asks the worker; each part of its answer is told.
    pub fn ask(&self, question: &[u8]) {
        let question = Uint8Array::from(question);
        let mut state = self.state.borrow_mut();
        match &mut *state {
            State::Starting(waiting) => *waiting = Some(question),
            State::Ready => {
                let _ = self.worker.post_message(&question);
            }
        }
    }
}

impl Drop for Checker {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}
