//! A session's record to take home: the same tables as CSV, as XLSX and in JSON.
//!
//! A cell is a text or a number, and stays one: what people typed is never taken for a formula.

mod csv;
mod json;
mod table;
mod tables;
mod xlsx;

pub use csv::csv;
pub use json::json;
pub use table::{Cell, Table};
pub use tables::tables;
pub use xlsx::xlsx;
