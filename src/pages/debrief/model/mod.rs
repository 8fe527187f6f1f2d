//! The debrief's model: messages in, state and effects out. It knows no browser, no clock and no chance.

mod count;
mod drawing;
mod figures;
mod map;
mod open;
mod past;
mod picture;
mod report;
mod state;
mod summary;
mod update;

pub use crate::words::shown;
pub use count::{Question, answer, count, read_answer};
pub use drawing::Shape;
pub use figures::{AllOdds, Figures, Kept, Odds, Spot};
pub use library::Answers;
pub use open::{Error, RunText};
pub use past::{Other, Past};
pub use report::{DecisionRow, Flag, PairRow, Report, Side, WhatIfRow, Worth, verdict};
pub use state::{Model, Notice, Output, Request, Stage, Told};
pub use update::{Copied, Effect, Message, Picture};
