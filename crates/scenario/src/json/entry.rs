//! A value as the list of a file's values holds it.

use super::super::error::Span;
use std::ops::Range;

/// A value in sixteen bytes, which travel in two registers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    /// Where it stands: from the place in the lower half up to the one in the upper.
    place: u64,
    /// From the lowest bit: four bits of [`Kind`], 28 of how many entries a container has, 32 of where the first of
    /// them is, or of a number.
    what: u64,
}

/// What kind of value it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Null,
    False,
    True,
    /// A whole number.
    Whole,
    /// A number with a fraction or an exponent.
    Fraction,
    /// A text that stands in the file as it is, between two quotes.
    Plain,
    /// A text that stands elsewhere, at a number.
    Rewritten,
    List,
    Object,
    /// An object inside which an error may have swallowed a member.
    Damaged,
    Faulty,
}

/// The most entries that a container can have. Each takes a byte or more, and no file that is read is so large.
const MOST: usize = (1 << 28) - 1;

impl Entry {
    /// A value that is told by its kind alone.
    pub fn plain(span: Span, kind: Kind) -> Self {
        Entry::with_number(span, kind, 0)
    }

    /// A value that is told by its kind and a number.
    pub fn with_number(span: Span, kind: Kind, number: i32) -> Self {
        Entry { place: place(span), what: kind as u64 | u64::from(number as u32) << 32 }
    }

    /// A list or an object, with the place of its entries.
    pub fn container(span: Span, kind: Kind, row: Range<usize>) -> Self {
        let count = row.len().min(MOST);
        Entry { place: place(span), what: kind as u64 | (count as u64) << 4 | (row.start as u64) << 32 }
    }

    /// Where it stands: from its first byte to its last.
    #[inline]
    pub fn span(&self) -> Span {
        Span { start: self.place as u32, end: (self.place >> 32) as u32 }
    }

    /// What kind of value it is.
    #[inline]
    pub fn kind(&self) -> Kind {
        match self.what & 15 {
            0 => Kind::Null,
            1 => Kind::False,
            2 => Kind::True,
            3 => Kind::Whole,
            4 => Kind::Fraction,
            5 => Kind::Plain,
            6 => Kind::Rewritten,
            7 => Kind::List,
            8 => Kind::Object,
            9 => Kind::Damaged,
            _ => Kind::Faulty,
        }
    }

    /// Its number.
    pub fn number(&self) -> i32 {
        (self.what >> 32) as u32 as i32
    }

    /// The place of its entries.
    pub fn row(&self) -> Range<usize> {
        let first = (self.what >> 32) as usize;
        first..first + (self.what as u32 >> 4) as usize
    }
}

fn place(span: Span) -> u64 {
    u64::from(span.start) | u64::from(span.end) << 32
}
