//! From a byte of a file to the line and column that a person counts.

use super::Span;

/// A place as people count it: the first line is 1, the first column is 1, columns are characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1, in characters.
    pub column: u32,
}

/// Where the lines of a file begin, so that many spans can be placed in it quickly.
#[derive(Clone, Debug)]
pub struct Positions<'a> {
    bytes: &'a [u8],
    starts: Vec<usize>,
}

impl<'a> Positions<'a> {
    /// Looks for the lines of a file. A byte order mark at its start takes no column.
    pub fn new(bytes: &'a [u8]) -> Self {
        let first = if bytes.starts_with(super::json::BYTE_ORDER_MARK) { 3 } else { 0 };
        let ends = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1);
        Positions { bytes, starts: std::iter::once(first).chain(ends).collect() }
    }

    /// The place of a byte; past the end of the file, the place just after its last character.
    pub fn at(&self, byte: u32) -> Position {
        let byte = (byte as usize).min(self.bytes.len());
        let line = self.starts.partition_point(|start| *start <= byte).max(1);
        let start = self.starts[line - 1];
        // Every byte but the continuations of a character (10xxxxxx) begins one.
        let before = self.bytes.get(start..byte).unwrap_or_default();
        let column = 1 + before.iter().filter(|byte| **byte & 0xC0 != 0x80).count();
        Position { line: line as u32, column: column as u32 }
    }

    /// The places of a span's first character and of the one after its last.
    pub fn of(&self, span: Span) -> (Position, Position) {
        (self.at(span.start), self.at(span.end.max(span.start)))
    }

    /// The text of a line (from 1), without its ending; bytes that are not UTF-8 show as replacement characters.
    pub fn line(&self, line: u32) -> std::borrow::Cow<'a, str> {
        let index = (line as usize).saturating_sub(1);
        let start = self.starts.get(index).copied().unwrap_or(self.bytes.len());
        let end = self.starts.get(index + 1).map_or(self.bytes.len(), |next| next - 1);
        let text = self.bytes.get(start..end).unwrap_or_default();
        String::from_utf8_lossy(text.strip_suffix(b"\r").unwrap_or(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_characters_not_bytes() {
        let positions = Positions::new("one\nå ü x\r\nlast".as_bytes());
        assert_eq!(positions.at(0), Position { line: 1, column: 1 });
        assert_eq!(positions.at(10), Position { line: 2, column: 5 });
        assert_eq!(positions.line(2), "å ü x");
        assert_eq!(positions.at(999), Position { line: 3, column: 5 });
    }

    #[test]
    fn a_byte_order_mark_takes_no_column() {
        let positions = Positions::new(b"\xEF\xBB\xBFab");
        assert_eq!(positions.at(3), Position { line: 1, column: 1 });
        assert_eq!(positions.at(4), Position { line: 1, column: 2 });
    }
}
