//! The app in a browser: Yew draws the model's views, and the model's effects are performed.
//!
//! One page, one module. A page is a function from a view to [`Html`] and decides nothing; the root component alone
//! has state, and that is the [`crate::app::Model`]. Outside of a browser the same pages are written out as text.
#![cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "a page that only stands is one of a few"))]

mod aside;
mod decisions;
mod dialogs;
#[cfg(target_arch = "wasm32")]
mod drop;
#[cfg(target_arch = "wasm32")]
mod effects;
mod faults;
mod frame;
mod guest;
mod hands;
mod home;
pub(crate) mod icon;
mod island;
#[cfg(target_arch = "wasm32")]
mod keys;
mod meters;
mod notices;
mod objectives;
mod outcome;
mod page;
pub(crate) mod picture;
mod play;
pub(crate) mod portrait;
mod quiet;
mod reflect;
#[cfg(target_arch = "wasm32")]
mod root;
mod said;
pub(crate) mod scene;
mod settings;
pub(crate) mod speech;
mod start;

#[cfg(target_arch = "wasm32")]
pub use root::App;

pub(crate) use crate::components::element;
#[cfg(not(target_arch = "wasm32"))]
pub use crate::components::element::written;
pub use aside::Aside;

use crate::words::{ENGLISH, Words};
use hands::on;

/// The words of the interface.
static WORDS: &Words = &ENGLISH;

/// Where events go.
#[cfg(target_arch = "wasm32")]
type Send = yew::html::Scope<App>;

/// Where the events of a page that only stands would go.
#[cfg(not(target_arch = "wasm32"))]
type Send = ();

/// The page that a model shows, written out as HTML: what stands in `index.html` until the app is there.
#[cfg(not(target_arch = "wasm32"))]
pub fn still(model: &crate::app::Model) -> String {
    let parts = page::Parts { aside: &guest::Fetched::There(Aside::ALL), lazy: &guest::Fetched::Waiting };
    written(page::whole(model, parts, &()))
}

/// Mounts the app on the page: what stands there until then can be used, so each part of the start lets go in between.
#[cfg(target_arch = "wasm32")]
pub fn mount() {
    use crate::platform::page;
    page::soon(|| {
        // What stands beside the app's own element, such as what is shown when it has fallen, stays.
        match page::find("#app") {
            Some(root) => yew::Renderer::<App>::with_root(root).render(),
            None => yew::Renderer::<App>::new().render(),
        };
    });
}
