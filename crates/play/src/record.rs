//! What is kept of a run: the list of its response ids, with the scenario's id and fingerprint.

use super::{ChoiceError, Run};
use scenario::{Fingerprint, Id, Scenario};
use serde::{Deserialize, Serialize};
use std::error::Error;
use std::fmt;
use std::rc::Rc;

/// A run as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Record {
    /// The scenario's id.
    pub scenario: Id,
    /// The fingerprint of the scenario as it was when the run was played.
    pub fingerprint: Fingerprint,
    /// The responses' ids, the first decision first.
    pub responses: Vec<Id>,
}

/// What became of a record that was played again.
#[derive(Clone, Debug, PartialEq)]
pub struct Replay {
    /// The run, as far as the record fits.
    pub run: Run,
    /// Where and why it stopped; `None` when all of it fitted.
    pub stop: Option<Divergence>,
    /// Whether the scenario has been edited since.
    pub edited: bool,
}

/// Where a record no longer fits its scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Divergence {
    /// The decision that could not be taken again, the first being 0.
    pub decision: usize,
    /// The response that was recorded.
    pub response: Id,
    /// Why it could not be taken.
    pub reason: ChoiceError,
}

/// A record that belongs to another scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mismatch;

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the record is of another scenario")
    }
}

impl Error for Mismatch {}

/// A line that is no record of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoRecord;

impl fmt::Display for NoRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the line is no record of a run")
    }
}

impl Error for NoRecord {}

impl TryFrom<String> for Record {
    type Error = NoRecord;

    fn try_from(line: String) -> Result<Self, NoRecord> {
        Record::from_line(&line).ok_or(NoRecord)
    }
}

impl From<Record> for String {
    fn from(record: Record) -> String {
        record.to_line()
    }
}

impl Record {
    /// The record of a run.
    pub fn of(run: &Run) -> Self {
        Record {
            scenario: run.scenario().id().clone(),
            fingerprint: run.scenario().fingerprint(),
            responses: run.turns().iter().map(|turn| run.response(turn).id.clone()).collect(),
        }
    }

    /// Plays the record again, as far as it fits.
    ///
    /// # Errors
    /// [`Mismatch`] when it is another scenario's.
    pub fn replay(&self, scenario: Rc<Scenario>) -> Result<Replay, Mismatch> {
        if self.scenario != *scenario.id() {
            return Err(Mismatch);
        }
        let edited = self.fingerprint != scenario.fingerprint();
        let mut run = Run::start(scenario);
        for (decision, response) in self.responses.iter().enumerate() {
            if let Err(reason) = run.choose_id(response.as_str()) {
                let stop = Divergence { decision, response: response.clone(), reason };
                return Ok(Replay { run, stop: Some(stop), edited });
            }
        }
        Ok(Replay { run, stop: None, edited })
    }

    /// The record as one line: scenario, fingerprint, how many decisions, and each response's id.
    pub fn to_line(&self) -> String {
        let mut line = format!("{} {} {}", self.scenario, self.fingerprint, self.responses.len());
        for response in &self.responses {
            line.push(' ');
            line.push_str(response.as_str());
        }
        line
    }

    /// The record of a line, or `None` where it is cut short, changed or something else. A line that was cut within
    /// its last id reads as another id, and stops there when it is played again.
    pub fn from_line(line: &str) -> Option<Self> {
        let mut words = line.split(' ');
        let scenario = Id::new(words.next()?)?;
        let fingerprint = Fingerprint::parse(words.next()?)?;
        let count: usize = words.next()?.parse().ok()?;
        let responses: Vec<Id> = words.map(Id::new).collect::<Option<_>>()?;
        (responses.len() == count).then_some(Record { scenario, fingerprint, responses })
    }
}
