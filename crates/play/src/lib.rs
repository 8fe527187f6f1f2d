//! What a player does: a [`Run`] from a scenario's start to its outcome.
//!
//! Pure: no clock, no chance. An illegal choice is an answer that leaves the run as it was. What is kept of a run is
//! its [`Record`], the list of its response ids; the rest is found by playing it again.
//!
//! The rules are the design's "rules of play".
//!
//! ```
//! use play::{Record, Run};
//! use scenario::{Limits, read};
//! use std::rc::Rc;
//!
//! let file = std::fs::read("../../scenarios/crisis.json")?;
//! let crisis = Rc::new(read(&file, &Limits::default()).expect("a valid scenario"));
//! let mut run = Run::start(Rc::clone(&crisis));
//! while run.ending().is_none() {
//!     let (first, _) = run.offered().next().expect("nobody is ever stuck");
//!     run.choose(first).expect("it is offered");
//! }
//! assert!(run.choose(0).is_err(), "it has ended");
//!
//! let kept = Record::of(&run).to_line();
//! let again = Record::from_line(&kept).expect("a record").replay(crisis).expect("of this scenario");
//! assert_eq!(again.run, run);
//! # Ok::<(), std::io::Error>(())
//! ```

mod code;
mod length;
mod persona;
mod record;
mod rules;
mod run;

pub use code::{Code, CodeError};
pub use length::{longest, longest_after, most_after};
pub use persona::{choice_of, play_as};
pub use record::{Divergence, Mismatch, NoRecord, Record, Replay};
pub use rules::{Ending, Moment, Place, Told, judge, variant};
pub use run::{ChoiceError, Run, Turn};
