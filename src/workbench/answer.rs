//! What the worker says of a text first: what is wrong with it, and, where it can be read, where its runs end.

use super::Report;
use document::Path;
use lint::Severity;
use scenario::pack::{Packer, Unpacker};
use std::collections::BTreeMap;
use std::rc::Rc;

/// A place in the text, as the page counts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Spot {
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1, in characters.
    pub column: u32,
    /// Where it begins, in units of UTF-16.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
}

/// One thing that the author should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// How bad it is.
    pub severity: Severity,
    /// The rule's code.
    pub code: String,
    /// Where it is.
    pub spot: Spot,
    /// The innermost value there, in the file.
    pub path: Path,
    /// What is wrong, in a plain sentence.
    pub message: String,
    /// What to do next; may be empty.
    pub help: String,
    /// Other places that belong to it.
    pub related: Vec<(Spot, String)>,
}

/// What the worker says of a text first; where the text can be read, its [`super::Plan`] follows.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The first problems, in the order of the text.
    pub problems: Vec<Problem>,
    /// How many there are of each severity, those included that are not listed: errors, warnings, notes.
    pub counts: [u32; 3],
    /// What the scenario does; `None` where the text cannot be read.
    pub report: Option<Rc<Report>>,
}

/// The severities in the order of [`Answer::counts`].
pub(super) const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Note];

impl Answer {
    /// How many problems there are in all.
    pub fn count(&self) -> u32 {
        self.counts.iter().sum()
    }

    /// The worst that is said of each line that something is said of, in the order of the text.
    pub fn marks(&self) -> Vec<(u32, Severity)> {
        let mut marks = BTreeMap::new();
        for problem in &self.problems {
            let mark = marks.entry(problem.spot.line).or_insert(problem.severity);
            *mark = problem.severity.min(*mark);
        }
        marks.into_iter().collect()
    }

    /// The answer as a row of bytes.
    pub fn pack(&self) -> Vec<u8> {
        let mut to = Packer::default();
        to.each(&self.problems, |to, problem| {
            to.number(problem.severity as u32);
            to.text(&problem.code);
            problem.spot.pack(to);
            to.text(&problem.path.to_string());
            to.text(&problem.message);
            to.text(&problem.help);
            to.each(&problem.related, |to, (spot, message)| {
                spot.pack(to);
                to.text(message);
            });
        });
        self.counts.iter().for_each(|count| to.number(*count));
        to.each(self.report.as_slice(), |to, report| report.pack(to));
        to.bytes()
    }

    /// The answer of a row of bytes; `None` where it is not one.
    pub fn unpack(bytes: &[u8]) -> Option<Self> {
        let mut from = Unpacker::new(bytes);
        let problems = from.each(|from| {
            Some(Problem {
                severity: *SEVERITIES.get(from.number() as usize)?,
                code: from.text().into(),
                spot: Spot::unpack(from),
                path: from.text().parse().unwrap_or_default(),
                message: from.text().into(),
                help: from.text().into(),
                related: from.each(|from| Some((Spot::unpack(from), from.text().into())))?,
            })
        })?;
        let counts = [from.number(), from.number(), from.number()];
        let report = from.each(Report::unpack)?.pop().map(Rc::new);
        from.is_done().then_some(Answer { problems, counts, report })
    }
}

impl Spot {
    pub(super) fn pack(self, to: &mut Packer) {
        [self.line, self.column, self.start, self.end].into_iter().for_each(|number| to.number(number));
    }

    pub(super) fn unpack(from: &mut Unpacker<'_>) -> Self {
        Spot { line: from.number(), column: from.number(), start: from.number(), end: from.number() }
    }
}
