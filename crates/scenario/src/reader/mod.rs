//! From JSON with places to a [`Scenario`], collecting every error on the way.
//!
//! What is faulty is replaced by something harmless and reading goes on. None of it is ever seen: a scenario leaves
//! this module only when there was no error.

mod conditions;
mod cures;
mod fields;
mod names;
mod outcomes;
mod pictures;
mod responses;
mod steps;
mod texts;
mod whole;

pub(super) use fields::shortened;
pub(super) use steps::END_WITH;

use super::error::{ReadError, ReadErrors, Related, Span};
use super::foreign::{self, Foreign};
use super::json::{self, BYTE_ORDER_MARK, Object};
use super::step_graph::StepGraph;
use super::{Code, Flags, Limits, Lookup, Scenario, TO_DO};
use names::Names;

/// Reads a file's bytes.
pub(super) fn read(bytes: &[u8], limits: &Limits, lookup: Option<Lookup<'_>>) -> Result<Scenario, ReadErrors> {
    let mut log = Log::default();
    let scenario = text_of(bytes, limits).map_err(ReadErrors::one).map(|text| {
        let offset = if bytes.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
        let tree = json::parse(text, offset, limits.nesting, &mut log);
        // Lent for as long as the log is.
        let lookup: Option<Lookup<'_>> = match lookup {
            Some(lookup) => Some(&mut *lookup),
            None => None,
        };
        Reader::new(&mut log, limits, lookup).scenario(tree.root())
    })?;
    match (ReadErrors::of(log.errors, log.omitted), scenario) {
        (None, Some(scenario)) => Ok(scenario),
        (Some(errors), _) => Err(errors),
        (None, None) => Err(ReadErrors::one(error(Code::WrongType, Span::default(), "This is not a scenario.", ""))),
    }
}

/// The largest file that can be read, whatever the limits are: places in it are 32 bits.
const LARGEST: usize = 256 * 1024 * 1024;

/// The text of a file that is small enough and UTF-8.
pub(super) fn text_of<'a>(bytes: &'a [u8], limits: &Limits) -> Result<&'a str, ReadError> {
    let whole = Span::new(0, 0);
    if let Some(Foreign { message, help }) = foreign::of_bytes(bytes) {
        return Err(error(Code::InvalidJson, whole, message, help));
    }
    let most = limits.bytes.min(LARGEST);
    if bytes.len() > most {
        let message = format!("The file has {} bytes, and a scenario has at most {most}.", bytes.len());
        return Err(error(Code::OverLimit, whole, &message, "Is it the right file? Split a story this long into two."));
    }
    std::str::from_utf8(bytes).map_err(|not_utf8| {
        let at = not_utf8.valid_up_to();
        let (message, help) = foreign::no_text(bytes, at);
        error(Code::InvalidJson, Span::new(at, at + 1), &message, &help)
    })
}

/// The text of a file that an author opens, whatever its encoding is; or what the file is instead.
pub(super) fn opened(bytes: &[u8]) -> Result<String, ReadError> {
    let encoded = foreign::decoded(bytes).filter(|text| !text.contains('\0'));
    let error_of = |what: Foreign| error(Code::InvalidJson, Span::default(), what.message, what.help);
    match encoded {
        Some(text) => {
            foreign::of_text(&text).or(foreign::of_bytes(text.as_bytes())).map_or(Ok(text), |what| Err(error_of(what)))
        }
        None => match text_of(bytes, &Limits { bytes: usize::MAX, ..Limits::default() }) {
            Ok(text) => Ok(text.to_owned()),
            Err(error) => Err(error),
        },
    }
}

fn error(code: Code, span: Span, message: &str, help: &str) -> ReadError {
    ReadError { code, span, message: message.into(), help: help.into(), related: Vec::new() }
}

/// The errors found so far. Past [`Log::MOST`] they are only counted, so that rubbish cannot fill the memory.
#[derive(Default)]
pub(super) struct Log {
    errors: Vec<ReadError>,
    omitted: usize,
}

impl Log {
    /// How many errors are kept.
    pub(super) const MOST: usize = 10_000;

    pub(super) fn add(&mut self, error: ReadError) {
        if self.errors.len() < Self::MOST {
            self.errors.push(error);
        } else {
            self.omitted += 1;
        }
    }

    /// Counts errors that are not kept.
    pub(super) fn omit(&mut self, count: usize) {
        self.omitted += count;
    }

    /// Whether there are so many errors that suggestions for more of them would go unread, and take their time.
    fn is_long(&self) -> bool {
        self.errors.len() > 200
    }

    pub(super) fn is_empty(&self) -> bool {
        self.errors.is_empty()
    }

    /// The errors, in the order of the file, or `None` where there are none.
    pub(super) fn into_errors(self) -> Option<ReadErrors> {
        ReadErrors::of(self.errors, self.omitted)
    }
}

/// Reads the parts of a scenario; knows the names that the file declares.
struct Reader<'n, 'l> {
    /// What lies beside the scenario, where that can be looked up.
    lookup: Option<Lookup<'l>>,
    /// The pictures that the scenario names, each where it is named first.
    named: Vec<(&'n str, Span)>,
    log: &'l mut Log,
    limits: &'l Limits,
    /// The steps as they stand in the file.
    names: Option<Object<'n>>,
    steps: Names<'n>,
    flags: Names<'n>,
    cast: Names<'n>,
    graph: StepGraph,
    /// How many flags there are, those that count entries included.
    counted: u32,
    /// The flags that count the entries of the step that is being read.
    entries: Flags,
    /// What the author has still to decide, since that was last reported: where, and of which field.
    to_dos: Vec<Related>,
}

impl<'l> Reader<'_, 'l> {
    fn new(log: &'l mut Log, limits: &'l Limits, lookup: Option<Lookup<'l>>) -> Self {
        let empty = Names::default;
        let (graph, to_dos) = (StepGraph::default(), Vec::new());
        let (steps, flags, cast) = (empty(), empty(), empty());
        let named = Vec::new();
        Reader { lookup, named, log, limits, names: None, steps, flags, cast, graph, counted: 0, entries: 0, to_dos }
    }

    #[inline(never)]
    fn report(&mut self, code: Code, span: Span, message: &str, help: &str) {
        self.log.add(error(code, span, message, help));
    }

    fn report_related(&mut self, code: Code, span: Span, message: &str, help: &str, related: Vec<Related>) {
        self.log.add(ReadError { related, ..error(code, span, message, help) });
    }

    /// Reports what the author has still to decide of a part of the scenario, once for all of it.
    fn report_to_dos(&mut self, span: Span, part: &str) {
        let to_dos = std::mem::take(&mut self.to_dos);
        if !to_dos.is_empty() {
            let message = format!("{part} has {} `{TO_DO}` where you have to decide.", to_dos.len());
            let help = "Write a name of the field in place of each.";
            self.report_related(Code::ToDo, span, &message, help, to_dos);
        }
    }
}
