//! Tables as a spreadsheet, one sheet each.

use super::{Cell, Table};
use rust_xlsxwriter::{Format, Workbook, XlsxError};

/// The tables as an XLSX file; `None` where they are more than a spreadsheet holds.
pub fn xlsx(tables: &[Table]) -> Option<Vec<u8>> {
    written(tables).ok()
}

fn written(tables: &[Table]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let bold = Format::new().set_bold();
    for table in tables {
        let sheet = book.add_worksheet();
        sheet.set_name(table.name)?;
        for (column, word) in (0..).zip(&table.head) {
            sheet.write_string_with_format(0, column, *word, &bold)?;
        }
        for (line, row) in (1..).zip(&table.rows) {
            for (column, cell) in (0..).zip(row) {
                match cell {
                    Cell::Empty => {}
                    // As a text, whatever it looks like: a formula is written by another call.
                    Cell::Text(text) => {
                        sheet.write_string(line, column, text)?;
                    }
                    Cell::Number(number) => {
                        sheet.write_number(line, column, *number)?;
                    }
                }
            }
        }
        sheet.set_freeze_panes(1, 0)?;
        sheet.autofit();
    }
    book.save_to_buffer()
}
