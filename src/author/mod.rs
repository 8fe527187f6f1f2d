//! What an author asks of the game beside playing: a report of what a scenario will do, a picture of it, a small one
//! to start from, the description of the format for editors.
//!
//! All of it is text in and text out; files, arguments and exit codes are the command-line tool's.

mod analysis;
pub mod graph;
mod report;
mod schema;
mod start;
mod written;

pub use analysis::to_json as analysis_json;
pub use report::report as analysis_report;
pub use schema::schema;
pub use start::scenario as new_scenario;
pub use written::written;
