//! What a facilitator runs: a room that votes, talks, votes again and learns, as a pure machine.
//!
//! A [`Session`] takes [`Act`]s and keeps them: its [`State`] is what they come to, its record is the acts themselves,
//! so that all of it can be played again. An act that does not fit is an answer that changes nothing. Time arrives with
//! the acts, and a screen asks the [`Clock`] with the time that it has.
//!
//! A vote is an act like any other, whoever counted it: votes that come from elsewhere than the facilitator's hand come
//! in through [`Session::take`] too.
//!
//! ```
//! use scenario::{Limits, read};
//! use session::{Act, Session};
//! use std::rc::Rc;
//!
//! let file = std::fs::read("../../scenarios/crisis.json")?;
//! let crisis = Rc::new(read(&file, &Limits::default()).expect("a valid scenario"));
//! let mut session = Session::begin("a1".into(), crisis, 0);
//! session.take(Act::People(12), 5).expect("a room of twelve");
//! assert_eq!(session.state().people(), 12);
//! assert!(session.undo());
//! assert_ne!(session.state().people(), 12);
//! # Ok::<(), std::io::Error>(())
//! ```

mod act;
mod apply;
mod ballot;
mod clock;
mod decides;
mod forecast;
mod habit;
mod handed_on;
mod merged;
mod phase;
mod plan;
mod record;
mod review;
mod session;
mod state;
mod tally;
mod turn;
mod weights;

pub use act::{Act, ActError, Note};
pub use ballot::{Ballot, How};
pub use clock::Clock;
pub use decides::Decides;
pub use forecast::Forecast;
pub use habit::Habit;
pub use handed_on::handed_on;
pub use merged::{Crossroads, Merged};
pub use phase::Phase;
pub use plan::{Length, Plan, step_seconds};
pub use record::{Head, Unreadable};
pub use review::Review;
pub use session::{Resumed, Session, Stamped};
pub use state::{LONGEST_TEXT, MOST_PEOPLE, Means, Mode, SCALES, State, Team};
pub use tally::{Lead, Tally, moved};
pub use weights::Weights;
