//! The parts of the guide, in the concept list's order.

use crate::words::guide::{ConceptWords, GUIDE, Heading};
use scenario::Outcome;

/// How a part is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// As its ideas alone.
    Plain,
    /// What managers do.
    Managers,
    /// What leaders do.
    Leaders,
    /// Where the two differ, as a table.
    Differ,
    /// Where each of the two is needed.
    Places,
    /// How runs end.
    Ends,
    /// What is asked often, with answers.
    Asked,
    /// The self-check.
    Mirror,
}

/// A part of the guide.
#[derive(Clone, Copy)]
pub struct Part {
    /// How it is told.
    pub kind: Kind,
    /// Its heading.
    pub heading: &'static Heading,
    /// The place of its first idea in the concept list.
    first: usize,
    /// How many ideas are in it.
    count: usize,
}

impl PartialEq for Part {
    fn eq(&self, other: &Self) -> bool {
        self.first == other.first
    }
}

/// The parts.
pub static PARTS: [Part; 9] = [
    part(Kind::Plain, &GUIDE.hats, 0, 6),
    part(Kind::Managers, &GUIDE.managers, 6, 5),
    part(Kind::Leaders, &GUIDE.leaders, 11, 5),
    part(Kind::Differ, &GUIDE.differ, 16, 8),
    part(Kind::Places, &GUIDE.places, 24, 4),
    part(Kind::Plain, &GUIDE.examples, 28, 2),
    part(Kind::Ends, &GUIDE.ends, 30, 4),
    part(Kind::Asked, &GUIDE.asked, 34, 10),
    part(Kind::Mirror, &GUIDE.mirror, 44, 3),
];

const fn part(kind: Kind, heading: &'static Heading, first: usize, count: usize) -> Part {
    Part { kind, heading, first, count }
}

/// The outcomes in the guide's order.
pub(in crate::pages::guide) const OUTCOMES: [Outcome; 4] =
    [Outcome::UnderLed, Outcome::UnderManaged, Outcome::Adrift, Outcome::Balanced];

/// An idea of a part.
#[derive(Clone, Copy)]
pub struct Idea {
    /// Its place in the part.
    pub at: usize,
    /// Its place in the concept list.
    pub place: usize,
    /// Its words.
    pub words: &'static ConceptWords,
}

impl Part {
    /// The ideas.
    pub fn ideas(&self) -> impl Iterator<Item = Idea> + use<> {
        let first = self.first;
        let words = GUIDE.concepts.iter().skip(first).take(self.count);
        words.enumerate().map(move |(at, words)| Idea { at, place: first + at, words })
    }

    /// The anchor of the part: that of its first idea.
    pub fn id(&self) -> &'static str {
        self.ideas().next().map_or("", |idea| idea.words.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use scenario::Concept;

    #[test]
    fn the_parts_are_the_concept_list_and_name_what_is_theirs() {
        let places: Vec<usize> = PARTS.iter().flat_map(Part::ideas).map(|idea| idea.place).collect();
        assert!(places.into_iter().eq(0..Concept::all().count()));
        let firsts: Vec<_> = PARTS.iter().map(Part::id).collect();
        assert_eq!(firsts, ["A1", "M1", "L1", "C1", "D1", "S1", "O1", "Q1", "R1"]);
        let of = |kind| PARTS.iter().find(|part| part.kind == kind).map(Part::id);
        assert_eq!([of(Kind::Asked), of(Kind::Ends), of(Kind::Differ)], [Some("Q1"), Some("O1"), Some("C1")]);
    }
}
