//! The whole app as a pure machine: a [`Model`], the [`Event`]s that reach it, the [`Effect`]s it asks for.
//!
//! [`Model::update`] is the only door. It knows no browser: storage, addresses, fetched files and keys arrive as
//! events, and what must be done to the browser leaves as data. So every journey of a player can be tested here.

mod event;
mod keyboard;
mod model;
mod opened;
pub mod opened_file;
mod play;
mod restore;
mod route;
mod update;
pub mod view;

pub use event::{Effect, Event, FetchFault, Focus, Key};
pub use library::{Mode, Settings, Source, TextSize, Theme};
pub use model::{Dialog, Done, FaultyFile, Loading, Model, Notice, PlacedFault, Playing, Showing};
pub use opened::read_file;
pub(crate) use route::bare;
pub use route::{Guest, Route};
