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
            if text.starts_with(BREAKS) || begins_formula(text) {
                out.push('\'');
            }
            // One that parts fields by semicolons or tabs knows no quotes but those that a field begins with: to it a text may
            // be many fields, and lines.
            for piece in text.split_inclusive(|mark| mark == ';' || BREAKS.contains(&mark)) {
                let begins = out.ends_with(|mark| mark == ';' || BREAKS.contains(&mark));
                if begins && begins_formula(piece.trim_start_matches(|mark: char| mark == '"' || mark.is_whitespace()))
                {
                    out.push('\'');
                }
                out.push_str(&piece.replace('"', "\"\""));
            }
            out.push('"');
        }
    }
}

/// What ends a line or a field of a spreadsheet, however it is read.
const BREAKS: [char; 3] = ['\t', '\r', '\n'];

fn begins_formula(text: &str) -> bool {
    text.trim_start().starts_with(['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'])
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
                "\"T\",\"'\t'=1\",-3,",
                "\"T\",\"' =1\",-3,",
                "\"T\",\"a=1\",-3,",
                "\"T\",\"say \"\"hi\"\", now\",-3,",
            ]
        );
    }

    /// What a spreadsheet makes of a text that it parts by a sign: quotes count where a field begins with them.
    fn fields(csv: &str, part: char) -> Vec<String> {
        let (mut fields, mut field, mut quoted, mut at_start) = (Vec::new(), String::new(), false, true);
        let mut marks = csv.trim_start_matches('\u{feff}').chars().peekable();
        while let Some(mark) = marks.next() {
            match mark {
                '"' if at_start => quoted = true,
                '"' if quoted && marks.peek() == Some(&'"') => field.extend(marks.next()),
                '"' if quoted => quoted = false,
                mark if !quoted && (mark == part || mark == '\r' || mark == '\n') => {
                    fields.push(std::mem::take(&mut field));
                    at_start = true;
                    continue;
                }
                mark => field.push(mark),
            }
            at_start = false;
        }
        fields
    }

    #[test]
    fn no_field_is_a_formula_whatever_sign_parts_the_fields() {
        let hostile = [
            "x;=1+1;",
            "x;\"=1+1\";y",
            "x; \" =1+1",
            "x\n=1+1;2",
            "x\r\n\"@SUM(A1)",
            "x\t=1+1\ty",
            "\";=1+1;\"",
            "\"\n=1+1\n",
            ";;-1",
            "a;\u{ff1d}1",
            "=1;=2",
        ];
        let table = Table { name: "T", head: vec!["a"], rows: hostile.map(|text| vec![Cell::from(text)]).to_vec() };
        let csv = csv(&[table]);
        for part in [',', ';', '\t'] {
            let found: Vec<String> = fields(&csv, part).into_iter().filter(|field| begins_formula(field)).collect();
            assert!(found.is_empty(), "parted by {part:?}: {found:?}\n{csv}");
        }
        // Where it is read as it is written, a text that is none stays as it was.
        let plain =
            Table { name: "T", head: vec!["a"], rows: vec![vec![Cell::from("x; y – z, -1 and +2; 3-4\nso")]] };
        assert!(super::csv(&[plain]).contains("\"x; y – z, -1 and +2; 3-4\nso\""));
    }
}
