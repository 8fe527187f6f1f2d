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

    /// What may have been meant by an id that the list does not have, in a sentence.
    pub(super) fn near(written: &str) -> String {
        let signs = written.chars().take(16).filter(char::is_ascii_alphanumeric).map(|sign| sign.to_ascii_uppercase());
        let plain: String = signs.collect();
        let (family, number) = plain.split_at(plain.len().min(1));
        let id = format!("{family}{}", number.trim_start_matches('0'));
        if Concept::new(&id).is_some() {
            return format!("Did you mean `{id}`?");
        }
        match IDS.iter().rfind(|known| known.starts_with(family)) {
            Some(last) if !family.is_empty() => format!("With `{family}` there are `{family}1` to `{last}`."),
            _ => "The ids are A1 to A6, M1 to M5, L1 to L5, C1 to C8, D1 to D4, S1, S2, O1 to O4, Q1 to Q10 and R1 to \
                  R3; the guide for authors says what each of them is."
                .into(),
        }
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
