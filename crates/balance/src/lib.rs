//! The balance helper: which numbers of a scenario to change so that it does what its author wants of it.
//!
//! An author says how often runs should end how, and where the players of fixed habits should. No single number brings
//! that about, and each changes more than it was meant to; so the numbers that stand in the file are searched, all figures
//! exact, and whatever did not matter is put back. What is promised is what [`analysis`] finds of the changed scenario.
//!
//! ```
//! use balance::{Aims, Options, balance, changed};
//! use scenario::{Limits, Outcome, SourceMap, read};
//!
//! let file = std::fs::read("../../tests/fixtures/small.json")?;
//! let small = read(&file, &Limits::default()).expect("a valid scenario");
//! let source_map = SourceMap::new(&file, &Limits::default());
//! let mut aims = Aims::of(&small);
//! aims.share(Outcome::Adrift, "10..".parse().expect("a range"));
//! aims.choices = false;
//!
//! let written = |number: scenario::Number| source_map.has(&number.path());
//! let found = balance(&small, &aims, written, Options::default(), &mut |_| true).expect("few enough states");
//! let best = &found.proposals[0];
//! assert!(best.points() <= aims.most && best.missed.is_empty());
//! let better = changed(&small, &best.numbers()).expect("numbers of this scenario");
//! assert_eq!(balance::Figures::of(&better, analysis::STATE_LIMIT).as_ref(), Ok(&best.after));
//! # Ok::<(), std::io::Error>(())
//! ```

mod aims;
mod evaluate;
mod figures;
mod json;
mod places;
mod proposal;
mod random;
mod report;
mod score;
mod search;
mod steps;

pub use aims::{AimError, Aims, Band, Lock, Movable, movable, place};
pub use figures::{Figures, Miss};
pub use json::json;
pub use proposal::{Balance, BalanceError, Change, Options, Proposal, balance, changed, take_up};
pub use report::{report, response_id, words_of};
pub use search::Progress;
