//! What can be proved about a scenario: exact counts, shares, ranges and witnesses, by the design's "what the analysis
//! answers".
//!
//! A run's state is its step, two meters, its flags, and how often it came to the few steps with visits. Steps lead back
//! only over those, and each entry of one is counted. So every state that any run can come to is visited once, in layers
//! (so many entries, a step) of which each stands before those it leads to; what is asked of them is then summed
//! backwards (what can still come) and forwards (who comes here). Nothing is sampled.
//!
//! ```
//! use analysis::{STATE_LIMIT, analyse};
//! use scenario::{Limits, Outcome, read};
//!
//! let file = std::fs::read("../../scenarios/crisis.json")?;
//! let crisis = read(&file, &Limits::default()).expect("a valid scenario");
//! let analysis = analyse(&crisis, STATE_LIMIT).expect("few enough states");
//! let balanced = analysis.outcome(Outcome::Balanced);
//! assert!(balanced.paths < analysis.paths);
//! assert!(balanced.witness.is_some(), "a shortest path shows that balance can be reached");
//! # Ok::<(), std::io::Error>(())
//! ```

mod amount;
mod analyse;
mod bound;
pub mod debrief;
mod difficulty;
mod distance;
mod explore;
mod facts;
mod flow;
mod fraction;
mod mean;
mod prospects;
mod share;
mod survey;

pub use analyse::{analyse, analyse_from, poorer};
pub use difficulty::Difficulty;
pub use distance::Distance;
pub use explore::{TooMany, in_order};
pub use facts::{Analysis, Dominated, End, Fate, Ranges, ResponseFacts, Rival, StepFacts};
pub use fraction::Fraction;
pub use mean::Mean;
pub use num_bigint::BigUint;
pub use prospects::{Prospects, Shares, Spot};
pub use share::Share;
pub use survey::{Budget, Standing, Survey, survey};

/// How many states an analysis visits at most, unless it is told otherwise.
pub const STATE_LIMIT: usize = 1_000_000;
