//! Tables as CSV: all in one file, each row with its table's name before it.

use super::{Cell, Table};

/// The tables as CSV, for spreadsheets: a byte order mark, so that they read it as UTF-8, and lines that end as they
/// expect.
pub fn csv(tables: &[Table]) -> String {
    let mut out = String::from('\u{feff}');
    for table in tables {
        let head: Vec<Cell> = table.head.iter().map(|word| Cell::Text((*word).to_owned())).collect();
        for row in std::iter::once(&head).chain(&table.rows) {
            field(&mut out, &Cell::Text(table.name.to_owned()));
            for cell in row {
                out.push(',');
                field(&mut out, cell);
            }
            out.push_str("\r\n");
        }
    }
    out
}

fn field(out: &mut String, cell: &Cell) {
    match cell {
        Cell::Empty => {}
        Cell::Number(number) => out.push_str(&number.to_string()),
        Cell::Text(text) => {
            out.push('"');
            // A spreadsheet takes a text that begins so for a formula, quoted or not: an apostrophe says that it is none.
            if text.trim_start().starts_with(['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'])
                || text.starts_with(['\t', '\r', '\n'])
            {
                out.push('\'');
            }
            out.push_str(&text.replace('"', "\"\""));
            out.push('"');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_formula_stays_a_text_and_numbers_stay_numbers() {
        let row = |text: &str| vec![Cell::from(text), Cell::from(-3), Cell::Empty];
        let texts = ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "a=1", "say \"hi\", now"];
        let table = Table { name: "T", head: vec!["a", "b", "c"], rows: texts.map(row).to_vec() };
        let csv = csv(&[table]);
        let lines: Vec<&str> = csv.trim_start_matches('\u{feff}').trim_end().split("\r\n").collect();
        assert_eq!(
            lines,
            [
                "\"T\",\"a\",\"b\",\"c\"",
                "\"T\",\"'=1+1\",-3,",
                "\"T\",\"'+1\",-3,",
                "\"T\",\"'-1\",-3,",
                "\"T\",\"'@x\",-3,",
                "\"T\",\"'\t=1\",-3,",
                "\"T\",\"' =1\",-3,",
                "\"T\",\"a=1\",-3,",
                "\"T\",\"say \"\"hi\"\", now\",-3,",
            ]
        );
    }
}
