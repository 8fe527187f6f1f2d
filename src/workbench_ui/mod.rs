//! The authors' workbench in a browser: Yew draws the machine of [`crate::workbench`], and its effects are performed.
//!
//! It stands in the player's page at `#/author`. Its chunk is that of the worker that checks beside the page.

mod bar;
mod concepts;
mod drafts;
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

use crate::workbench::{ENGLISH, Event, Words};
pub use root::Workbench;
use yew::Callback;
use yew::html::Scope;

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
