//! The facilitator's room as a pure machine: the windows, what they show, and what is kept.
//!
//! A session's own rules are [`session`]'s. Here are the two windows over it, the [`stage`] for all to see and
//! the [`console`] for the facilitator alone, and the exports. Every window runs the same machine: one acts, says what
//! the session has come to, and the others take it up.

mod ask;
pub mod console;
pub mod debriefed;
mod event;
pub mod export;
mod fetched;
pub mod fit;
pub mod hour;
mod hour_words;
pub mod hours;
mod listen;
pub mod map;
mod model;
mod page;
mod percent;
pub mod phones;
mod phones_words;
mod press;
mod rehearse;
mod save;
mod slides;
pub mod stage;
pub mod steps;
pub mod titles;
mod typed;
mod update;
mod words;

pub use event::{Effect, Event, Key, Kind, Opened};
pub use hour_words::{ENGLISH as HOUR, Words as HourWords};
pub use model::{Asked, Listed, Model, Notice, Question};
pub use page::Page;
pub use phones_words::{ENGLISH as PHONES, Words as PhonesWords};
pub use rehearse::REHEARSAL;
pub use titles::titles;
pub use typed::{Field, Slip};
pub use update::STATES;
pub use words::{ENGLISH, Words};
