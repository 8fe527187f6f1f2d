//! The authors' workbench as a pure machine: a [`Model`], the [`Event`]s that reach it, the [`Effect`]s it asks for.
//!
//! It stands beside the player's app as a bundle of its own, because no player needs any of it. The same bundle runs
//! in two places: on the page it is this machine under its views, and in a worker it is [`answer_to`], which checks and
//! analyses a text so that the page never waits for it. What passes between the two is an [`Answer`] as a row of bytes.

mod answer;
mod check;
mod event;
mod model;
mod pieces;
mod place;
mod report;
mod trial;
mod update;
mod words;

pub use answer::{Answer, Problem, Spot};
pub use check::{answer_to, question};
pub use event::{Effect, Event};
pub use model::{Model, Notice, Setup, Tab};
pub use pieces::{Edge, Node, Picture, Target};
pub use report::{Fate, Report, StepReport};
pub use trial::Trial;
pub use words::{ENGLISH, Words};
