//! A session's record to take home: the same tables as CSV, as XLSX and in JSON.
//!
//! A cell is a text or a number, and stays one: what people typed is never taken for a formula.

mod csv;
mod json;
mod table;
mod tables;
#[cfg(feature = "sheets")]
mod xlsx;

pub use csv::csv;
pub use json::json;
pub use table::{Cell, Table};
pub use tables::tables;
#[cfg(feature = "sheets")]
pub use xlsx::xlsx;

/// The tables as a spreadsheet, where this build can write one.
#[cfg(feature = "sheets")]
pub(super) fn spreadsheet(tables: &[Table]) -> Option<Vec<u8>> {
    xlsx(tables)
}

/// The tables as a spreadsheet, where this build can write one.
#[cfg(not(feature = "sheets"))]
pub(super) fn spreadsheet(_: &[Table]) -> Option<Vec<u8>> {
    None
}
