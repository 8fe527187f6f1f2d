//! The authors' workbench in a browser: Yew draws the machine of [`crate::workbench`], and its effects are performed.
//!
//! It stands in the player's page at `#/author`. Its chunk is that of the worker that checks beside the page. Outside
//! of one, the parts that need none are written out as text.
#![cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "parts that need a browser are not drawn"))]

mod balance;
#[cfg(target_arch = "wasm32")]
mod bar;
#[cfg(target_arch = "wasm32")]
mod concepts;
#[cfg(target_arch = "wasm32")]
mod drafts;
#[cfg(target_arch = "wasm32")]
mod effects;
#[cfg(target_arch = "wasm32")]
mod graph;
mod import;
#[cfg(target_arch = "wasm32")]
mod listen;
mod outcomes;
mod piece;
#[cfg(not(target_arch = "wasm32"))]
mod preview;
#[cfg(target_arch = "wasm32")]
mod problems;
mod proposals;
#[cfg(target_arch = "wasm32")]
mod root;
mod sheet;
#[cfg(target_arch = "wasm32")]
mod step;
mod studio;
#[cfg(target_arch = "wasm32")]
mod text;
#[cfg(target_arch = "wasm32")]
mod trial;

use crate::workbench::{ENGLISH, Event, MOST_IMPORTED, Words};
#[cfg(not(target_arch = "wasm32"))]
pub use preview::{Shown, Workbench, written};
#[cfg(target_arch = "wasm32")]
pub use root::Workbench;
use yew::Callback;
use yew::html::Scope;

/// The words of the workbench.
static WORDS: &Words = &ENGLISH;

/// Where the player's app leaves room.
const HOST: &str = "#workbench";

/// How much of a file is read, in bytes: one byte more than the largest that is imported, so that a larger one is said to be.
const MOST_READ: f64 = MOST_IMPORTED as f64 + 1.0;

/// Where events go.
type Send = Scope<Workbench>;

/// A callback that sends one event, whatever the browser's own event was.
fn on<E: 'static>(send: &Send, event: Event) -> Callback<E> {
    send.callback(move |_: E| event.clone())
}
