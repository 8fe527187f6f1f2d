//! The ids of the concept list: what the game teaches, as tags on steps and responses.

use std::fmt;

/// The whole list, in its own order: the two hats (A), managing (M), leading (L), contrasts (C), dimensions (D),
/// worked examples (S), outcomes (O), questions (Q), self-reflection (R).
const IDS: [&str; 47] = [
    "A1", "A2", "A3", "A4", "A5", "A6", "M1", "M2", "M3", "M4", "M5", "L1", "L2", "L3", "L4", "L5", "C1", "C2", "C3",
    "C4", "C5", "C6", "C7", "C8", "D1", "D2", "D3", "D4", "S1", "S2", "O1", "O2", "O3", "O4", "Q1", "Q2", "Q3", "Q4",
    "Q5", "Q6", "Q7", "Q8", "Q9", "Q10", "R1", "R2", "R3",
];

/// A concept that the game teaches, by its id in the concept list.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Concept(u8);

impl Concept {
    /// Every concept, in the list's order.
    pub fn all() -> impl Iterator<Item = Concept> {
        (0..IDS.len() as u8).map(Concept)
    }

    /// The concept of an id, such as `M2`, or `None` when the list has no such id.
    pub fn new(id: &str) -> Option<Self> {
        IDS.iter().position(|known| *known == id).map(|at| Concept(at as u8))
    }

    /// The concept at a place in the list, the first being 0.
    pub(super) fn at(place: u32) -> Option<Self> {
        u8::try_from(place).ok().filter(|place| usize::from(*place) < IDS.len()).map(Concept)
    }

    /// Its place in the list, the first being 0.
    pub fn place(self) -> u32 {
        u32::from(self.0)
    }

    /// The id, such as `M2`.
    pub fn id(self) -> &'static str {
        IDS[usize::from(self.0)]
    }
}

impl fmt::Debug for Concept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}
