//! What an author asks of the game beside playing: a report of what a scenario will do, a picture of it, a small one
//! to start from, the description of the format for editors.
//!
//! All of it is text in and text out; files, arguments and exit codes are the command-line tool's.
//!
//! ```
//! use analysis::{STATE_LIMIT, analyse};
//! use author::{analysis_report, new_scenario};
//! use scenario::{Id, Limits, read};
//! use std::rc::Rc;
//!
//! let file = new_scenario(&Id::new("night-train").expect("an id"), Some("The night train"));
//! let train = Rc::new(read(file.as_bytes(), &Limits::default()).expect("a valid scenario"));
//! let analysis = analyse(&train, STATE_LIMIT).expect("few enough states");
//! assert!(analysis_report(&train, Ok(&analysis)).contains("The night train"));
//! ```

pub mod graph;
mod json;
mod report;
mod schema;
mod start;
mod survey;

pub use json::to_json as analysis_json;
pub use report::report as analysis_report;
pub use schema::schema;
pub use start::scenario as new_scenario;
