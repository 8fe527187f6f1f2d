//! The app in a browser: Yew draws the model's views, and the model's effects are performed.
//!
//! One page, one module. A page is a function from a view to [`Html`] and decides nothing; the root component alone
//! has state, and that is the [`Model`].

mod decisions;
mod dialogs;
mod drop;
mod effects;
pub(crate) mod element;
mod faults;
mod frame;
mod guest;
mod home;
#[cfg(any(feature = "workbench", feature = "room"))]
pub(crate) mod hosted;
pub(crate) mod icon;
mod keys;
mod meters;
mod notices;
mod outcome;
mod play;
mod portrait;
mod quiet;
mod root;
pub(crate) mod scene;
mod settings;
pub(crate) mod speech;

pub use root::App;

use crate::app::Event;
use crate::platform::page;
use crate::words::{ENGLISH, Words};
use yew::html::Scope;
use yew::prelude::*;

/// The words of the interface.
static WORDS: &Words = &ENGLISH;

/// Where events go.
type Send = Scope<App>;

/// A callback that sends one event, whatever the browser's own event was.
#[inline(never)]
fn on<E: 'static>(send: &Send, event: Event) -> Callback<E> {
    send.callback(move |_: E| event.clone())
}

/// Mounts the app on the page.
pub fn mount() {
    yew::set_custom_panic_hook(Box::new(|_| page::mark("data-fallen", Some(""))));
    // What stands beside the app's own element, such as what is shown when it has fallen, stays.
    match page::find("#app") {
        Some(root) => yew::Renderer::<App>::with_root(root).render(),
        None => yew::Renderer::<App>::new().render(),
    };
}
