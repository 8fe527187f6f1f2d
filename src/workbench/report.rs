//! What a scenario does, as the page shows it: exact figures already in words, because they may be longer than any
//! number that a page counts with.

use super::{Picture, Spot};
use crate::scenario::pack::{Packer, Unpacker};
use crate::scenario::{Outcome, Scenario, pack};
use std::rc::Rc;

/// What a readable scenario does.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The scenario's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The scenario as players get it.
    pub pack: Vec<u8>,
    /// How many states a run can be in.
    pub states: String,
    /// How many complete runs there are.
    pub paths: String,
    /// What becomes of each outcome, in the order of [`Outcome::ALL`]; none where it is not decided.
    pub fates: Vec<Fate>,
    /// How each persona ends, in the order of [`crate::scenario::Persona::ALL`].
    pub personas: Vec<Option<Outcome>>,
    /// The steps, in the order of the file.
    pub steps: Vec<StepReport>,
    /// The scenario as a picture.
    pub picture: Picture,
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

/// What is proved of one step, and where it stands.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct StepReport {
    /// Where it stands in the text.
    pub spot: Spot,
    /// The lowest and highest of both meters while it waits; `None` where no run comes, or nothing is decided.
    pub ranges: Option<[(i32, i32); 2]>,
    /// The share of the uniform player's runs that come here, as a per cent in words.
    pub visits: String,
    /// How far a decision here moves the outcomes, as a per cent in words.
    pub weight: String,
}

impl Report {
    /// The scenario itself.
    pub fn scenario(&self) -> Option<Rc<Scenario>> {
        pack::unpack(&self.pack).map(Rc::new)
    }

    pub(super) fn pack(&self, to: &mut Packer) {
        to.text(&self.id);
        to.text(&self.title);
        to.each(&self.pack, |to, byte| to.number(u32::from(*byte)));
        to.text(&self.states);
        to.text(&self.paths);
        to.each(&self.fates, |to, fate| {
            for text in [&fate.paths, &fate.share, &fate.percent, &fate.bound] {
                to.text(text);
            }
            to.number(fate.thousandths);
        });
        to.each(&self.personas, |to, outcome| to.number(outcome.map_or(0, |outcome| outcome as u32 + 1)));
        to.each(&self.steps, |to, step| {
            step.spot.pack(to);
            let ranges = step.ranges.iter().flatten().flat_map(|(low, high)| [*low, *high]);
            to.each(&ranges.collect::<Vec<_>>(), |to, number| to.signed(*number));
            to.text(&step.visits);
            to.text(&step.weight);
        });
        self.picture.pack(to);
    }

    pub(super) fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        Some(Report {
            id: from.text().into(),
            title: from.text().into(),
            pack: from.each(|from| u8::try_from(from.number()).ok())?,
            states: from.text().into(),
            paths: from.text().into(),
            fates: from.each(Fate::unpack)?,
            personas: from.each(|from| Some(outcome(from.number())))?,
            steps: from.each(StepReport::unpack)?,
            picture: Picture::unpack(from)?,
        })
    }
}

impl Fate {
    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        let [paths, share, percent, bound] = [(); 4].map(|()| from.text().into());
        Some(Fate { paths, share, percent, bound, thousandths: from.number() })
    }
}

impl StepReport {
    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        let spot = Spot::unpack(from);
        let ranges = match *from.each(|from| Some(from.signed()))? {
            [a, b, c, d] => Some([(a, b), (c, d)]),
            _ => None,
        };
        Some(StepReport { spot, ranges, visits: from.text().into(), weight: from.text().into() })
    }
}

/// The outcome of its number, which is its place from 1.
fn outcome(number: u32) -> Option<Outcome> {
    Outcome::ALL.get((number as usize).checked_sub(1)?).copied()
}
