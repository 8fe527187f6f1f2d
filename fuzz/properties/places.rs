//! Whether a place in a file is one that an editor could go to.

use scenario::{Positions, Span};

/// How many characters each line has, for places to be held against.
pub struct Widths(Vec<u32>);

impl Widths {
    pub fn of(bytes: &[u8]) -> Self {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let characters = |line: &[u8]| line.iter().filter(|byte| **byte & 0xC0 != 0x80).count() as u32;
        Widths(bytes.split(|byte| *byte == b'\n').map(characters).collect())
    }

    /// Whether a place is one that an editor could go to.
    pub fn hold(&self, positions: &Positions<'_>, span: Span) {
        assert!(span.start <= span.end);
        let (start, end) = positions.of(span);
        assert!(start <= end, "{span:?}");
        for place in [start, end] {
            let width = self.0.get(place.line as usize - 1).expect("a line of the file");
            assert!((1..=width + 2).contains(&place.column), "{place:?} of {width}");
        }
    }
}
