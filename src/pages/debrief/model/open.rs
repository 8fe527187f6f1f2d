//! Opening: from what the address and the host give to a run that has ended.

use library::Source;
use play::{Code, CodeError, Record, Run};
use scenario::{Scenario, pack};
use std::rc::Rc;

/// Why there is no debrief.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Error {
    /// There is no such scenario.
    NotThere,
    /// The scenario did not arrive, or not whole.
    Failed,
    /// The run was played on another version of the scenario.
    OtherVersion,
    /// What should be a run is none.
    CutShort,
}

/// How the run that is asked about is written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RunText {
    /// As its record: it was played here, and the page above tells how it ended.
    Record(String),
    /// As its code: it was opened by its link.
    Code(String),
}

/// The run that is asked about.
pub(super) fn open(source: &Source, text: &RunText, pack: &[u8]) -> Result<Run, Error> {
    if pack.is_empty() {
        return Err(Error::NotThere);
    }
    // Nothing pins which version a link asks for, so that a pack may be anybody's.
    let scenario = pack::unpack_untrusted(pack).filter(|scenario| scenario.id() == source.id());
    let scenario = scenario.map(Rc::new).ok_or(Error::Failed)?;
    match text {
        RunText::Record(line) => {
            let record = Record::from_line(line).ok_or(Error::CutShort)?;
            finished(&record, &scenario).ok_or(Error::OtherVersion)
        }
        RunText::Code(code) => Code::read(code, &scenario).map_err(|reason| match reason {
            CodeError::OtherVersion => Error::OtherVersion,
            _ => Error::CutShort,
        }),
    }
}

/// The run of a record that fits whole, and has ended.
pub(super) fn finished(record: &Record, scenario: &Rc<Scenario>) -> Option<Run> {
    let replay = record.replay(Rc::clone(scenario)).ok()?;
    (replay.stop.is_none() && replay.run.ending().is_some()).then_some(replay.run)
}
