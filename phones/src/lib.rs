//! The page that phones in a room open: they join, see the question, vote, and type what they take away.
//!
//! It is a small program of its own, not a chunk of the app: a phone downloads it once, over whatever network the room has,
//! before anything can be seen. [`page::Page`] is the model, on the seat of `wire`; [`view::view`] makes the whole page of it as
//! [`node::Node`]s; `browser` puts them into the document and performs what is to be done. So each state of the page is tested
//! natively. Texts of the room become text nodes and never markup.
//!
//! `cargo xtask` builds it beside the app, into the folder `join/` (`xtask/src/wasm/phones.rs`).

pub mod calendar;
pub mod node;
pub mod page;
pub mod press;
pub mod view;
pub mod words;

#[cfg(target_arch = "wasm32")]
mod browser;
