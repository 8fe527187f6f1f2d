//! Phones in the room, beside hands: the console's side of the wire, as a pure machine.
//!
//! One window at a time, the console, is the host of the phones ([`wire::host::Host`]). The phases of the session become
//! what the phones show and are asked ([`shown`], [`question`]); what a round comes to is added to the hands when it is
//! closed, by acts like those of a facilitator, so that a record knows totals and nobody's answer. Another window that goes
//! on says so to the console. The other windows hear what the room may see: the [`Board`].

mod board;
mod drive;
mod inbox;
mod kept;
mod model;
mod question;
mod served;
mod settings;
mod shown;
mod together;

pub use board::Board;
pub use model::{Ask, EngineField, Means, Phones, Trouble, Typed};
pub use served::Served;
pub use together::together;
