//! What a scenario does, as the page shows it: exact figures already in words, because they may be longer than any
//! number that a page counts with.

use scenario::Outcome;
use scenario::pack::{Packer, Unpacker};

/// What a readable scenario does.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The scenario's id.
    pub id: String,
    /// How many states a run can be in.
    pub states: String,
    /// How many complete runs there are.
    pub paths: String,
    /// What becomes of each outcome, in the order of [`Outcome::ALL`]; none where it is not decided.
    pub fates: Vec<Fate>,
    /// How each persona ends, in the order of [`scenario::Persona::ALL`].
    pub personas: Vec<Option<Outcome>>,
    /// Where the file expects each of them, and how far its end is from there, in words; `None` where it expects nothing.
    pub expected: Vec<Option<(Outcome, String)>>,
}

/// What becomes of one outcome.
#[derive(Clone, Debug, PartialEq)]
pub struct Fate {
    /// How many complete runs end so.
    pub paths: String,
    /// The uniform player's share, as a fraction.
    pub share: String,
    /// The same as a per cent, in words.
    pub percent: String,
    /// The same in thousandths, to be drawn.
    pub thousandths: u32,
    /// What rules it out; empty where it can be reached.
    pub bound: String,
}

impl Report {
    pub(super) fn pack(&self, to: &mut Packer) {
        to.text(&self.id);
        to.text(&self.states);
        to.text(&self.paths);
        to.each(&self.fates, |to, fate| {
            for text in [&fate.paths, &fate.share, &fate.percent, &fate.bound] {
                to.text(text);
            }
            to.number(fate.thousandths);
        });
        to.each(&self.personas, |to, outcome| to.number(outcome.map_or(0, |outcome| outcome as u32 + 1)));
        to.each(&self.expected, |to, expected| {
            to.number(expected.as_ref().map_or(0, |(outcome, _)| *outcome as u32 + 1));
            to.text(expected.as_ref().map_or("", |(_, away)| away));
        });
    }

    pub(super) fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        Some(Report {
            id: from.text().into(),
            states: from.text().into(),
            paths: from.text().into(),
            fates: from.each(Fate::unpack)?,
            personas: from.each(|from| Some(outcome(from.number())))?,
            expected: from.each(|from| Some(outcome(from.number()).zip(Some(from.text().into()))))?,
        })
    }
}

impl Fate {
    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        let [paths, share, percent, bound] = [(); 4].map(|()| from.text().into());
        Some(Fate { paths, share, percent, bound, thousandths: from.number() })
    }
}

/// The outcome of its number, which is its place from 1.
fn outcome(number: u32) -> Option<Outcome> {
    Outcome::ALL.get((number as usize).checked_sub(1)?).copied()
}
