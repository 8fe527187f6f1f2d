//! One thing that is wrong with a file, and where.

use super::Code;

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

/// Another place that belongs to a fault, such as the first of two equal keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// Where it is.
    pub span: Span,
    /// What is there.
    pub message: String,
}

/// One thing that is wrong with a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What kind of fault it is.
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

/// All that is wrong with a file, in the order of the file; at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faults {
    faults: Vec<Fault>,
    omitted: usize,
}

impl Faults {
    /// The faults sorted by place, or `None` where there are none.
    pub(crate) fn of(mut faults: Vec<Fault>, omitted: usize) -> Option<Self> {
        in_order(&mut faults);
        (!faults.is_empty()).then_some(Faults { faults, omitted })
    }

    /// The one fault of a file that was not looked at any further.
    pub fn one(fault: Fault) -> Self {
        Faults { faults: vec![fault], omitted: 0 }
    }

    /// Each fault, in the order of the file.
    pub fn iter(&self) -> std::slice::Iter<'_, Fault> {
        self.faults.iter()
    }

    /// How many there are, those included that were only counted; never 0.
    pub fn count(&self) -> usize {
        self.faults.len() + self.omitted
    }
}

/// Sorts faults by place, those of one place as they were found. They are found nearly in order, so each goes back past
/// few others; a general sort would be 5 KB of a player's download.
fn in_order(faults: &mut [Fault]) {
    for at in 1..faults.len() {
        let place = faults[..at].partition_point(|before| before.span <= faults[at].span);
        faults[place..=at].rotate_right(1);
    }
}
