//! Counting, which is done by a worker so that the page stays at hand: its question, and its answer.

use super::Figures;
use super::open::finished;
use analysis::Prospects;
use analysis::debrief::Debrief;
use play::{Record, Run};
use scenario::pack;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// How many states are counted at most: on a slow phone some seconds of work, and 60 MB.
const STATE_LIMIT: usize = 300_000;

/// What a worker is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// The scenario, packed.
    pub pack: Vec<u8>,
    /// The run's record, as a line.
    pub record: String,
}

impl Question {
    /// The question about a run of the scenario in a pack.
    pub fn of(pack: Vec<u8>, run: &Run) -> Self {
        Question { pack, record: Record::of(run).to_line() }
    }

    /// The question as bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        // Writing to memory does not fail.
        postcard::to_allocvec(self).unwrap_or_default()
    }
}

/// The figures of a run; `None` where the ways through its scenario are too many to be counted out.
pub fn count(run: &Run) -> Option<Figures> {
    let prospects = Prospects::of(run.scenario(), STATE_LIMIT).ok()?;
    Some(Debrief::of(run, &prospects).into())
}

/// In a worker: answers a question, in one part.
pub fn answer(question: &[u8], tell: &mut dyn FnMut(Vec<u8>)) {
    tell(postcard::to_allocvec(&figures(question)).unwrap_or_default());
}

fn figures(question: &[u8]) -> Option<Figures> {
    let question: Question = postcard::from_bytes(question).ok()?;
    // The page has read it before it asks.
    let scenario = pack::unpack(&question.pack).map(Rc::new)?;
    count(&finished(&Record::from_line(&question.record)?, &scenario)?)
}

/// The figures of a worker's answer; `None` where it has none.
pub fn read_answer(answer: &[u8]) -> Option<Figures> {
    postcard::from_bytes::<Option<Figures>>(answer).ok().flatten()
}
