//! The facilitator's room in a browser: Yew draws the machine of [`crate::room`], and its effects are performed.
//!
//! The player's app shows an empty element at `#/room` and below it, and starts this bundle, which mounts itself there
//! and, when the facilitator leaves and comes back, mounts itself anew.

mod choices;
mod console;
mod debrief;
mod field;
mod home;
mod keys;
mod map;
mod notices;
mod now;
mod paper;
mod root;
mod shares;
mod sheet;
mod stage;
mod step;
mod written;

use crate::platform::{address, page};
use crate::room::{ENGLISH, Event, Words};
use root::Room;
use std::cell::RefCell;
use yew::html::Scope;
use yew::prelude::*;

/// The words of the room.
static WORDS: &Words = &ENGLISH;

/// Where the player's app leaves room.
const HOST: &str = "#room";

/// Where events go.
type Send = Scope<Room>;

/// A callback that sends one event, whatever the browser's own event was.
fn on<E: 'static>(send: &Send, event: Event) -> Callback<E> {
    send.callback(move |_: E| event.clone())
}

thread_local! {
    /// The room on the page.
    static SHOWN: RefCell<Option<AppHandle<Room>>> = const { RefCell::new(None) };
}

/// Mounts the room on its page.
pub fn start() {
    yew::set_custom_panic_hook(Box::new(|_| page::mark("data-fallen", Some(""))));
    // Yew numbers the apps of a bundle from 1, and knows by the number whose an event is; the player's app around this
    // one has the 1, and the workbench, which may have stood here before, the 2.
    leave_a_number_out();
    leave_a_number_out();
    mount();
    // The app has drawn the page of an address once that is painted.
    if let Some(moved) = address::on_change(|_| page::after_paint(mount)) {
        // It listens as long as the page stands: the facilitator may come back.
        moved.forget();
    }
}

/// Mounts nothing, once, where nobody sees it.
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

/// Mounts the room where there is a place for it, and takes away one that has lost its place.
fn mount() {
    SHOWN.with_borrow_mut(|shown| {
        let Some(host) = page::find(HOST) else {
            if let Some(handle) = shown.take() {
                handle.destroy();
            }
            return;
        };
        if page::find("#room .inside").is_some() {
            return;
        }
        if let Some(handle) = shown.take() {
            handle.destroy();
        }
        *shown = Some(yew::Renderer::<Room>::with_root(host).render());
    });
}
