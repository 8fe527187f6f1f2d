//! What is wrong with a file, and where.

use super::Code;
use std::error::Error;
use std::fmt;

/// A piece of the file, in bytes: from `start` up to but not including `end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// The piece from `start` to `end`; files are far smaller than 4 GiB, anything past that is cut to it.
    pub fn new(start: usize, end: usize) -> Self {
        let narrow = |n: usize| n.min(u32::MAX as usize) as u32;
        Span { start: narrow(start), end: narrow(end) }
    }
}

/// Another place that belongs to an error, such as the first of two equal keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// Where it is.
    pub span: Span,
    /// What is there.
    pub message: String,
}

/// One thing that is wrong with a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    /// What kind of error it is.
    pub code: Code,
    /// Where it is.
    pub span: Span,
    /// What is wrong, in a plain sentence.
    pub message: String,
    /// What to do next; empty where there is nothing to add.
    pub help: String,
    /// Other places that belong to it.
    pub related: Vec<Related>,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code.name(), self.message)
    }
}

impl Error for ReadError {}

/// All that is wrong with a file, in the order of the file; at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadErrors {
    errors: Vec<ReadError>,
    omitted: usize,
}

impl ReadErrors {
    /// The errors sorted by place, or `None` where there are none.
    pub(crate) fn of(mut errors: Vec<ReadError>, omitted: usize) -> Option<Self> {
        in_order(&mut errors);
        (!errors.is_empty()).then_some(ReadErrors { errors, omitted })
    }

    /// The one error of a file that was not looked at any further.
    pub fn one(error: ReadError) -> Self {
        ReadErrors { errors: vec![error], omitted: 0 }
    }

    /// Each error, in the order of the file.
    pub fn iter(&self) -> std::slice::Iter<'_, ReadError> {
        self.errors.iter()
    }

    /// How many there are, those included that were only counted; never 0.
    pub fn count(&self) -> usize {
        self.errors.len() + self.omitted
    }
}

/// One error a line, and how many more there are.
impl fmt::Display for ReadErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, error) in self.errors.iter().enumerate() {
            let line_break = if at == 0 { "" } else { "\n" };
            write!(f, "{line_break}{error}")?;
        }
        match self.omitted {
            0 => Ok(()),
            more => write!(f, "\nand {more} more"),
        }
    }
}

impl Error for ReadErrors {}

/// Sorts errors by place, those of one place as they were found. They are found nearly in order, so each goes back past
/// few others; a general sort would be 5 KB of a player's download.
fn in_order(errors: &mut [ReadError]) {
    for at in 1..errors.len() {
        let place = errors[..at].partition_point(|before| before.span <= errors[at].span);
        errors[place..=at].rotate_right(1);
    }
}

#[cfg(test)]
mod tests {
    use crate::{Limits, read};

    #[test]
    fn errors_are_told_one_a_line() {
        let error: Box<dyn std::error::Error> = Box::from(read(b"[1,]", &Limits::default()).expect_err("no scenario"));
        let told = error.to_string();
        let lines: Vec<&str> = told.lines().collect();
        assert_eq!(
            lines,
            [
                "wrong-type: This should be an object (a scenario), and it is a list.",
                "invalid-json: JSON has no comma before a closing bracket."
            ]
        );
    }
}
