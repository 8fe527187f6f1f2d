//! The debrief's model: messages in, state and effects out. It knows no browser, no clock and no chance.

mod calendar;
mod concept;
mod count;
mod course;
mod drawing;
mod figures;
mod map;
mod message;
mod moments;
mod monday;
mod next;
mod open;
mod past;
mod pattern;
mod picture;
mod report;
mod state;
mod summary;
mod thought;
mod update;

pub use crate::words::shown;
pub use calendar::Appointment;
pub use count::{Question, answer, count, read_answer};
pub use course::{Course, Stop};
pub use drawing::Shape;
pub use figures::{AllOdds, Figures, Kept, Odds, Spot, Turning};
pub use library::Answers;
pub use message::{Copied, Effect, Message, Picture};
pub use moments::{DecisionRow, Flag, TurningRow, WhatIfRow, Worth};
pub use monday::Monday;
pub use next::{Endings, Listed, Next};
pub use open::{Error, RunText};
pub use past::{Other, Past};
pub use pattern::Pattern;
pub use report::{PairRow, Report, Side, verdict};
pub use state::{Arrival, Fold, Model, Notice, Output, Request, Stage, Told};
