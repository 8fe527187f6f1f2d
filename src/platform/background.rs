//! A worker beside the page: it answers a question at a time, each answer in parts.

use super::page;
use super::pause::Pause;
use js_sys::Uint8Array;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{MessageEvent, Worker};
#[cfg(not(feature = "one-file"))]
use web_sys::{WorkerOptions, WorkerType};

/// How long a worker may take to start, in milliseconds: some browsers now and then start none, and say nothing.
const START: u32 = 12_000;

/// A worker of a name, which says what it does; `None` where there is none to be had.
#[cfg(not(feature = "one-file"))]
pub(super) fn worker(name: &str) -> Option<Worker> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    options.set_name(name);
    // The page knows the folder of this build of the app, of which the worker is.
    let script = page::marked("data-worker")?;
    // A page without an origin, as in a frame that gives it none, has none; not every browser says so at once.
    if web_sys::window()?.origin() == "null" {
        return None;
    }
    Worker::new_with_options(&script, &options).ok()
}

#[cfg(feature = "one-file")]
pub(super) use super::one_file::worker;

/// A worker, from the page's side, or what does its work where there is none.
pub enum Background {
    /// Beside the page.
    Beside(Beside),
    /// On the page.
    Here(Here),
}

/// What answers a question, and tells each part of the answer.
type Answering = fn(&[u8], &mut dyn FnMut(Vec<u8>));

/// What works on the page itself.
pub struct Here {
    answer: Answering,
    tell: Rc<dyn Fn(Reply)>,
}

/// A worker beside the page.
pub struct Beside {
    worker: Worker,
    state: Rc<RefCell<State>>,
    /// Kept so that it is still heard.
    _heard: Closure<dyn FnMut(web_sys::Event)>,
    /// Kept so that it comes to its end.
    _start: Pause,
}

/// What a worker tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// A part of its answer.
    Part(Vec<u8>),
    /// It did not start.
    NotStarted,
    /// It has fallen.
    Fallen,
}

/// What the worker does now.
enum State {
    /// It starts, and a question may wait for it.
    Starting(Option<Uint8Array>),
    /// It takes questions.
    Ready,
    /// It did not start.
    Gone,
}

impl Background {
    /// Starts the worker of a name, and tells what it tells. There may be none to be had.
    ///
    /// One that says nothing for twelve seconds is told of as not started, and no more is heard of it.
    pub fn start(name: &str, tell: impl Fn(Reply) + 'static) -> Option<Self> {
        Beside::start(name, Rc::new(tell)).map(Background::Beside)
    }

    /// The same, and what answers on the page where there is no worker to be had.
    pub fn start_or(name: &str, answer: Answering, tell: impl Fn(Reply) + 'static) -> Self {
        let tell: Rc<dyn Fn(Reply)> = Rc::new(tell);
        let beside = Beside::start(name, Rc::clone(&tell));
        beside.map_or_else(|| Background::Here(Here { answer, tell }), Background::Beside)
    }

    /// Asks; each part of the answer is told.
    pub fn ask(&self, question: &[u8]) {
        match self {
            Background::Beside(worker) => worker.ask(question),
            Background::Here(Here { answer, tell }) => {
                let (question, answer, tell) = (question.to_vec(), *answer, Rc::clone(tell));
                page::soon(move || answer(&question, &mut |part| tell(Reply::Part(part))));
            }
        }
    }
}

impl Beside {
    fn start(name: &str, tell: Rc<dyn Fn(Reply)>) -> Option<Self> {
        let worker = worker(name)?;
        let state = Rc::new(RefCell::new(State::Starting(None)));
        let mut start = Pause::new({
            let (late, worker, tell) = (Rc::clone(&state), worker.clone(), Rc::clone(&tell));
            move || {
                let starting = matches!(*late.borrow(), State::Starting(_));
                if starting {
                    *late.borrow_mut() = State::Gone;
                    worker.set_onmessage(None);
                    worker.set_onerror(None);
                    worker.terminate();
                    tell(Reply::NotStarted);
                }
            }
        });
        start.begin(START);
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
                    let started = matches!(*known.borrow(), State::Ready);
                    tell(match bytes {
                        Some(bytes) => Reply::Part(bytes.to_vec()),
                        None if started => Reply::Fallen,
                        None => {
                            *known.borrow_mut() = State::Gone;
                            Reply::NotStarted
                        }
                    });
                }
            }
        });
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        worker.set_onerror(Some(heard.as_ref().unchecked_ref()));
        Some(Beside { worker, state, _heard: heard, _start: start })
    }

    fn ask(&self, question: &[u8]) {
        let question = Uint8Array::from(question);
        let mut state = self.state.borrow_mut();
        match &mut *state {
            State::Starting(waiting) => *waiting = Some(question),
            State::Ready => {
                let _ = self.worker.post_message(&question);
            }
            State::Gone => {}
        }
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}
