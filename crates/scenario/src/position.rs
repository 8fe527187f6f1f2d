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
    /// How many characters begin before each stretch of the file, so that a file of one endless line is quick too.
    begun: Vec<u32>,
}

/// How many bytes a stretch has.
const STRETCH: usize = 4096;

/// How many characters begin in some bytes: every byte but the continuations of a character (10xxxxxx) begins one.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

impl<'a> Positions<'a> {
    /// Looks for the lines of a file. A byte order mark at its start takes no column.
    pub fn new(bytes: &'a [u8]) -> Self {
        let first = if bytes.starts_with(super::json::BYTE_ORDER_MARK) { 3 } else { 0 };
        let ends = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1);
        let mut begun = 0;
        let before = bytes.chunks(STRETCH).map(|stretch| {
            begun += characters(stretch) as u32;
            begun
        });
        let begun = std::iter::once(0).chain(before).collect();
        Positions { bytes, starts: std::iter::once(first).chain(ends).collect(), begun }
    }

    /// How many characters begin before a byte.
    fn before(&self, byte: usize) -> u32 {
        let stretch = byte / STRETCH;
        let rest = self.bytes.get(stretch * STRETCH..byte).unwrap_or_default();
        self.begun.get(stretch).copied().unwrap_or_default() + characters(rest) as u32
    }

    /// The place of a byte; past the end of the file, the place just after its last character.
    pub fn at(&self, byte: u32) -> Position {
        let byte = (byte as usize).min(self.bytes.len());
        let line = self.starts.partition_point(|start| *start <= byte).max(1);
        let start = self.starts[line - 1];
        let column = 1 + self.before(byte).saturating_sub(self.before(start));
        Position { line: line as u32, column }
    }

    /// The places of a span's first character and of the one after its last.
    pub fn of(&self, span: Span) -> (Position, Position) {
        (self.at(span.start), self.at(span.end.max(span.start)))
    }

    /// The bytes of a line (from 1): the place of its first, and of the one after its last, its ending left out.
    pub fn line_bytes(&self, line: u32) -> (usize, usize) {
        let index = (line as usize).saturating_sub(1);
        let start = self.starts.get(index).copied().unwrap_or(self.bytes.len());
        let end = self.starts.get(index + 1).map_or(self.bytes.len(), |next| next - 1);
        let text = self.bytes.get(start..end).unwrap_or_default();
        (start, end - usize::from(text.ends_with(b"\r")))
    }

    /// The text of a line (from 1), without its ending; bytes that are not UTF-8 show as replacement characters.
    pub fn line(&self, line: u32) -> std::borrow::Cow<'a, str> {
        let (start, end) = self.line_bytes(line);
        String::from_utf8_lossy(self.bytes.get(start..end).unwrap_or_default())
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
    fn a_line_of_many_stretches_is_counted_through() {
        let long = "å".repeat(3 * STRETCH);
        let positions = Positions::new(long.as_bytes());
        for at in [0, STRETCH - 2, STRETCH, STRETCH + 2, 6 * STRETCH] {
            assert_eq!(positions.at(at as u32), Position { line: 1, column: at as u32 / 2 + 1 });
        }
    }

    #[test]
    fn a_byte_order_mark_takes_no_column() {
        let positions = Positions::new(b"\xEF\xBB\xBFab");
        assert_eq!(positions.at(3), Position { line: 1, column: 1 });
        assert_eq!(positions.at(4), Position { line: 1, column: 2 });
    }
}
