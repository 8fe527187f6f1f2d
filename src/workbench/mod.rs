//! The authors' workbench as a pure machine: a [`Model`], the [`Event`]s that reach it, the [`Effect`]s it asks for.
//!
//! It lies in a chunk of its own, because no player needs any of it. The same chunk runs
//! in two places: on the page it is this machine under its views, and in a worker it is [`answer_to`], which checks and
//! analyses a text so that the page never waits for it. What passes between the two are rows of bytes: an [`Answer`], and a
//! [`Plan`] behind it, which the page draws once the answer is painted.

mod answer;
mod asking;
mod balance;
mod check;
mod concepts;
mod drafts;
mod event;
mod looking;
mod model;
mod open;
mod pictures;
mod pieces;
mod place;
mod plan;
mod report;
mod sheet;
mod studio;
mod survey;
mod trial;
mod twine;
mod update;
mod words;
mod worker;

pub use self::balance::{Aim, Balance, Balancing, Change, Figures, Form, Found, Offer, Refused, Search, Wanted};
pub use ::import::LARGEST as MOST_IMPORTED;
pub use answer::{Answer, Problem, Spot};
use asking::Asking;
pub use check::question;
pub use concepts::{BEFORE, BEHIND, Site, at as concept_at, named, told};
pub use drafts::{Drafts, MOST as MOST_DRAFTS};
pub use event::{Effect, Event, Outcome, ZoomTo};
pub use model::{Model, Notice, Setup, Tab, Zoom};
pub use pictures::{PictureFile, Pictures};
pub use pieces::{Edge, Node, Picture, Target};
pub use plan::{Plan, StepReport};
pub use report::{Fate, Report};
pub use sheet::{Open as SheetOpen, Sheet};
use studio::is_version;
pub use studio::*;
pub use survey::{Budget, Standing, Survey};
pub use trial::Trial;
pub use twine::{Draft, Import, Piece, Pieces, State as ImportState, Twine};
pub use words::{ENGLISH, Words};
pub use worker::{Helper, Trouble, answer_to};
