//! What a player does: a [`Run`] from a scenario's start to its outcome.
//!
//! Pure: no clock, no chance. An illegal choice is an answer that leaves the run as it was. What is kept of a run is
//! its [`Record`], the list of its response ids; the rest is found by playing it again.
//!
//! The rules are the design's "rules of play".

mod code;
mod length;
mod persona;
mod record;
mod rules;
mod run;

pub use code::{Code, NotThis};
pub use length::longest_after;
pub use persona::{choice_of, play_as};
pub use record::{Mismatch, Record, Replay, Stop};
pub use rules::{Ending, Moment, Place, Told, judge, variant};
pub use run::{Refused, Run, Turn};
