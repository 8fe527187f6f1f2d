//! The facilitator's room in a browser: Yew draws the machine of [`crate::room`], and its effects are performed.
//!
//! It stands in the player's page at `#/room` and below it.

mod board;
mod choices;
mod console;
mod debrief;
mod field;
mod fit;
mod home;
mod hour;
mod keys;
mod map;
mod notices;
mod now;
mod opening;
mod paper;
mod phones;
mod phones_asked;
mod root;
mod set_up;
mod shares;
mod sheet;
mod stage;
mod step;
mod wired;
mod written;

use crate::room::{ENGLISH, Event, HOUR, PHONES, Words};
use crate::words::fill;
pub use root::Room;
use yew::Callback;
use yew::html::Scope;

/// The words of the room.
static WORDS: &Words = &ENGLISH;

/// Where events go.
type Send = Scope<Room>;

/// The words for one, or for any other number, which fills their gap.
fn numbered(one: &'static str, many: &'static str, number: u32) -> String {
    if number == 1 { one.into() } else { fill(many, &[("n", &number.to_string())]) }
}

/// A callback that sends one event, whatever the browser's own event was.
fn on<E: 'static>(send: &Send, event: Event) -> Callback<E> {
    send.callback(move |_: E| event.clone())
}
