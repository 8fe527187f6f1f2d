//! Tables as JSON, and beside them the record as it may be handed on, from which the session can be played again.

use super::{Cell, Table};
use scenario::layout::quoted;
use session::{Session, handed_on};

/// The tables and the record of a session as JSON.
pub fn json(tables: &[Table], session: &Session) -> String {
    let record = handed_on(&session.record()).unwrap_or_default();
    let mut out = String::from("{\n");
    for table in tables {
        out.push_str(&format!("  {}: [\n", quoted(table.name)));
        for (at, row) in table.rows.iter().enumerate() {
            let members: Vec<String> =
                table.head.iter().zip(row).map(|(head, cell)| format!("{}: {}", quoted(head), value(cell))).collect();
            let comma = if at + 1 < table.rows.len() { "," } else { "" };
            out.push_str(&format!("    {{ {} }}{comma}\n", members.join(", ")));
        }
        out.push_str("  ],\n");
    }
    let lines: Vec<String> = record.lines().map(|line| format!("    {}", quoted(line))).collect();
    out.push_str(&format!("  \"record\": [\n{}\n  ]\n}}\n", lines.join(",\n")));
    out
}

fn value(cell: &Cell) -> String {
    match cell {
        Cell::Empty => "null".into(),
        Cell::Number(number) => number.to_string(),
        Cell::Text(text) => quoted(text),
    }
}
