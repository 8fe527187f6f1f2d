//! Tables as a spreadsheet, one sheet each: Office Open XML (ECMA-376), as little of it as these tables need.
//!
//! A library that writes all of it would be as large as all else that a facilitator downloads.

use super::{Cell, Table};
use archive::{File, zip};
use std::fmt::Write;

/// The most that a cell holds, in UTF-16 units.
const LONGEST: usize = 32_767;

/// What stands at the end of a text that a cell does not hold.
const CUT: &str = " […]";

/// The most rows that a sheet has.
const ROWS: usize = 1_048_576;

/// How wide a column may be, in letters.
const WIDTHS: (usize, usize) = (8, 60);

const TYPES: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATED: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PARTS: &str = "http://schemas.openxmlformats.org/package/2006";

/// What all cells look like, and what the headings do.
const STYLES: &str = "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>\
    <font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>\
    <fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>\
    <borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
    <cellStyleXfs count=\"1\"><xf/></cellStyleXfs>\
    <cellXfs count=\"2\"><xf xfId=\"0\"/><xf fontId=\"1\" applyFont=\"1\" xfId=\"0\"/></cellXfs>";

/// The tables as an XLSX file; `None` where they are more than a spreadsheet holds.
pub fn xlsx(tables: &[Table]) -> Option<Vec<u8>> {
    if tables.is_empty() || tables.iter().any(|table| table.rows.len() >= ROWS) {
        return None;
    }
    let each = |of: fn(usize, &Table) -> String| -> String {
        (1..).zip(tables).map(|(number, table)| of(number, table)).collect()
    };
    let types = each(|number, _| {
        format!("<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"{TYPES}.worksheet+xml\"/>")
    });
    let sheets = each(|number, table| {
        format!("<sheet name=\"{}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>", text(table.name))
    });
    let related = each(|number, _| relation(number, "worksheet", &format!("worksheets/sheet{number}.xml")));
    let mut files = vec![
        part(
            "[Content_Types].xml",
            &format!(
                "<Types xmlns=\"{PARTS}/content-types\"><Default Extension=\"rels\" \
                 ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
                 <Override PartName=\"/xl/workbook.xml\" ContentType=\"{TYPES}.sheet.main+xml\"/>\
                 <Override PartName=\"/xl/styles.xml\" ContentType=\"{TYPES}.styles+xml\"/>{types}</Types>"
            ),
        ),
        part("_rels/.rels", &relations(&relation(1, "officeDocument", "xl/workbook.xml"))),
        part(
            "xl/workbook.xml",
            &format!("<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATED}\"><sheets>{sheets}</sheets></workbook>"),
        ),
        part(
            "xl/_rels/workbook.xml.rels",
            &relations(&(related + &relation(tables.len() + 1, "styles", "styles.xml"))),
        ),
        part("xl/styles.xml", &format!("<styleSheet xmlns=\"{MAIN}\">{STYLES}</styleSheet>")),
    ];
    files.extend(
        (1..).zip(tables).map(|(number, table)| part(&format!("xl/worksheets/sheet{number}.xml"), &sheet(table))),
    );
    zip(&files)
}

fn part(name: &str, xml: &str) -> File {
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    File { name: name.to_owned(), bytes: format!("{head}{xml}").into_bytes() }
}

fn relation(number: usize, what: &str, target: &str) -> String {
    format!("<Relationship Id=\"rId{number}\" Type=\"{RELATED}/{what}\" Target=\"{target}\"/>")
}

fn relations(inside: &str) -> String {
    format!("<Relationships xmlns=\"{PARTS}/relationships\">{inside}</Relationships>")
}

/// A sheet whose headings stay in sight.
fn sheet(table: &Table) -> String {
    let head: Vec<Cell> = table.head.iter().map(|word| Cell::from(*word)).collect();
    let mut out = format!(
        "<worksheet xmlns=\"{MAIN}\"><sheetViews><sheetView workbookViewId=\"0\">\
         <pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>"
    );
    for column in 0..head.len() {
        let longest = std::iter::once(&head).chain(&table.rows).filter_map(|row| row.get(column)).map(letters).max();
        let (number, wide) = (column + 1, longest.unwrap_or_default().clamp(WIDTHS.0, WIDTHS.1) + 2);
        put(&mut out, format_args!("<col min=\"{number}\" max=\"{number}\" width=\"{wide}\" customWidth=\"1\"/>"));
    }
    out.push_str("</cols><sheetData>");
    for (line, row) in (1..).zip(std::iter::once(&head).chain(&table.rows)) {
        put(&mut out, format_args!("<row r=\"{line}\">"));
        let style = if line == 1 { " s=\"1\"" } else { "" };
        for (column, cell) in row.iter().enumerate() {
            let place = place(column, line);
            match cell {
                Cell::Empty => {}
                // As a text, whatever it looks like: a formula would be an element of another name.
                Cell::Text(words) => put(
                    &mut out,
                    format_args!(
                        "<c r=\"{place}\"{style} t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                        text(words)
                    ),
                ),
                Cell::Number(number) if number.is_finite() => {
                    put(&mut out, format_args!("<c r=\"{place}\"{style}><v>{number}</v></c>"));
                }
                Cell::Number(_) => {}
            }
        }
        out.push_str("</row>");
    }
    out + "</sheetData></worksheet>"
}

fn put(out: &mut String, words: std::fmt::Arguments<'_>) {
    // Writing to a string does not fail.
    let _ = out.write_fmt(words);
}

fn letters(cell: &Cell) -> usize {
    match cell {
        Cell::Text(text) => text.chars().count(),
        _ => 0,
    }
}

/// The name of a cell: `A1` is the first of the first line.
fn place(mut column: usize, line: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + (column % 26) as u8));
        column /= 26;
        if column == 0 {
            break;
        }
        column -= 1;
    }
    letters.iter().rev().collect::<String>() + &line.to_string()
}

/// A text within XML, cut to what a cell holds. What XML cannot say is told as U+FFFD.
fn text(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let longest = if words.encode_utf16().count() > LONGEST { LONGEST - CUT.encode_utf16().count() } else { LONGEST };
    let mut units = 0;
    for (at, mark) in words.char_indices() {
        units += mark.len_utf16();
        if units > longest {
            return out + CUT;
        }
        match mark {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // A line break would be made one of another kind.
            '\r' => out.push_str("&#13;"),
            '\t' | '\n' => out.push(mark),
            '\0'..' ' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            // What looks like a spreadsheet's own way to write a character is no such thing.
            '_' if is_escape(&words[at..]) => out.push_str("_x005F_"),
            _ => out.push(mark),
        }
    }
    out
}

/// Whether a text begins as `_x0041_` does.
fn is_escape(text: &str) -> bool {
    let mark = text.as_bytes();
    mark.len() > 6 && mark[1] == b'x' && mark[6] == b'_' && mark[2..6].iter().all(u8::is_ascii_hexdigit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_called_by_its_column_and_line() {
        let places = [(0, "A1"), (25, "Z1"), (26, "AA1"), (51, "AZ1"), (52, "BA1"), (701, "ZZ1"), (702, "AAA1")];
        for (column, named) in places {
            assert_eq!(place(column, 1), named);
        }
    }

    #[test]
    fn a_text_says_nothing_but_itself() {
        assert_eq!(text("a < b & \"c\"\u{1}\r"), "a &lt; b &amp; &quot;c&quot;\u{fffd}&#13;");
        assert_eq!(text("_x0041_ _x_ _xéé_"), "_x005F_x0041_ _x_ _xéé_");
    }

    #[test]
    fn more_rows_than_a_sheet_has_are_no_file() {
        let table = |rows: usize| Table { name: "T", head: vec![], rows: vec![Vec::new(); rows] };
        assert!(xlsx(&[table(ROWS)]).is_none() && xlsx(&[table(1)]).is_some());
    }

    #[test]
    fn a_text_too_long_for_a_cell_says_that_it_was_cut() {
        assert_eq!(text(&"é".repeat(LONGEST)).chars().count(), LONGEST);
        for long in ["é".repeat(LONGEST + 1), "🎩".repeat(LONGEST)] {
            let cut = text(&long);
            assert!(cut.ends_with(CUT) && cut.encode_utf16().count() <= LONGEST, "{}", cut.len());
        }
    }
}
