//! What the worker says after its answer: the steps, each with what is proved of it, and the picture of them.

use super::{Picture, Spot, Survey, Wanted};
use scenario::Scenario;
use scenario::pack::{self, Packer, Unpacker};
use std::rc::Rc;

/// The steps of a readable scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The scenario as players get it.
    pub pack: Vec<u8>,
    /// The steps, in the order of the file.
    pub steps: Vec<StepReport>,
    /// The scenario as a picture.
    pub picture: Rc<Picture>,
    /// The steps' ids and titles, in the order of the file.
    pub names: Rc<Vec<(String, String)>>,
    /// How the responses stand, and what the meters live on.
    pub survey: Rc<Survey>,
    /// What the file wants of the figures, which a pack does not hold.
    pub wanted: Wanted,
}

/// What is proved of one step, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct StepReport {
    /// Where it stands in the text.
    pub spot: Spot,
    /// The lowest and highest of both meters while it waits; `None` where no run comes, or nothing is decided.
    pub ranges: Option<[(i32, i32); 2]>,
    /// The share of the uniform player's runs that come here, as a per cent in words.
    pub visits: String,
    /// The same in thousandths, to be drawn; a step with visits may have more than 1000.
    pub often: u32,
    /// How far a decision here moves the outcomes, as a per cent in words.
    pub weight: String,
}

impl Plan {
    /// The scenario itself.
    pub fn scenario(&self) -> Option<Rc<Scenario>> {
        pack::unpack(&self.pack).map(Rc::new)
    }

    /// The plan as a row of bytes.
    pub fn pack(&self) -> Vec<u8> {
        let mut to = Packer::default();
        to.row(&self.pack);
        to.each(&self.steps, |to, step| {
            step.spot.pack(to);
            let ranges = step.ranges.iter().flatten().flat_map(|(low, high)| [*low, *high]);
            to.each(&ranges.collect::<Vec<_>>(), |to, number| to.signed(*number));
            to.text(&step.visits);
            to.number(step.often);
            to.text(&step.weight);
        });
        self.picture.pack(&mut to);
        // Writing to memory does not fail.
        to.row(&postcard::to_allocvec(&(&*self.names, &self.wanted, &*self.survey)).unwrap_or_default());
        to.bytes()
    }

    /// The plan of a row of bytes; `None` where it is not one.
    pub fn unpack(bytes: &[u8]) -> Option<Self> {
        let from = &mut Unpacker::new(bytes);
        let (pack, steps) = (from.row().to_vec(), from.each(StepReport::unpack)?);
        let picture = Rc::new(Picture::unpack(from)?);
        let (names, wanted, survey) = postcard::from_bytes::<(Vec<_>, Wanted, Survey)>(from.row()).ok()?;
        let plan = Plan { pack, steps, picture, names: Rc::new(names), survey: Rc::new(survey), wanted };
        from.is_done().then_some(plan)
    }
}

impl StepReport {
    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        let spot = Spot::unpack(from);
        let ranges = match *from.each(|from| Some(from.signed()))? {
            [a, b, c, d] => Some([(a, b), (c, d)]),
            _ => None,
        };
        Some(StepReport { spot, ranges, visits: from.text().into(), often: from.number(), weight: from.text().into() })
    }
}
