//! The authors' workbench in a browser: Yew draws the machine of [`crate::workbench`], and its effects are performed.
//!
//! The player's app shows an empty element at `#/author` and starts this bundle, which mounts itself there and, when
//! the author leaves and comes back, mounts itself anew. The same bundle is the worker that checks beside the page.

mod bar;
mod effects;
mod graph;
mod listen;
mod outcomes;
mod piece;
mod problems;
mod root;
mod step;
mod text;
mod trial;

use crate::platform::{address, checker, page};
use crate::workbench::{ENGLISH, Event, Words, answer_to};
use root::Workbench;
use std::cell::RefCell;
use yew::html::Scope;
use yew::prelude::*;

/// The words of the workbench.
static WORDS: &Words = &ENGLISH;

/// Where the player's app leaves room.
const HOST: &str = "#workbench";

/// Where events go.
type Send = Scope<Workbench>;

/// A callback that sends one event, whatever the browser's own event was.
fn on<E: 'static>(send: &Send, event: Event) -> Callback<E> {
    send.callback(move |_: E| event.clone())
}

thread_local! {
    /// The workbench on the page.
    static SHOWN: RefCell<Option<AppHandle<Workbench>>> = const { RefCell::new(None) };
}

/// Starts what this bundle is: the worker, or the workbench on its page.
pub fn start() {
    if checker::serve(answer_to) {
        return;
    }
    yew::set_custom_panic_hook(Box::new(|_| page::mark("data-fallen", Some(""))));
    leave_a_number_out();
    mount();
    // The app has drawn the page of an address once that is painted.
    if let Some(moved) = address::on_change(|_| page::after_paint(mount)) {
        // It listens as long as the page stands: the author may come back.
        moved.forget();
    }
}

/// Mounts nothing, once, where nobody sees it. Yew writes a number on the element that an app is mounted in, by which
/// it knows whose an event is; it counts from 1 in each bundle, and the player's app around this one has the 1.
fn leave_a_number_out() {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(aside) = document.and_then(|document| document.create_element("div").ok()) {
        yew::Renderer::<Nothing>::with_root(aside).render().destroy();
    }
}

/// Takes a number, and is nothing else.
struct Nothing;

impl Component for Nothing {
    type Message = ();
    type Properties = ();

    fn create(_: &Context<Self>) -> Self {
        Nothing
    }

    fn view(&self, _: &Context<Self>) -> Html {
        Html::default()
    }
}

/// Mounts the workbench where there is room for it, and takes away one that has lost its place.
fn mount() {
    SHOWN.with_borrow_mut(|shown| {
        let Some(host) = page::find(HOST) else {
            if let Some(handle) = shown.take() {
                handle.destroy();
            }
            return;
        };
        if page::find("#workbench .bench").is_some() {
            return;
        }
        if let Some(handle) = shown.take() {
            handle.destroy();
        }
        *shown = Some(yew::Renderer::<Workbench>::with_root(host).render());
    });
}
