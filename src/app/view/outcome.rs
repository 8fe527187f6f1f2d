//! The outcome of a run.

use super::super::{Playing, Source};
use super::{Spoken, spoken};
use play::{Ending, Record, Told};

/// The outcome's page.
#[derive(Clone, Debug, PartialEq)]
pub struct OutcomeView<'m> {
    /// The scenario's title.
    pub title: &'m str,
    /// The language of its texts.
    pub language: &'m str,
    /// How it ended.
    pub ending: Ending,
    /// The variant's title.
    pub heading: &'m str,
    /// The story.
    pub story: Vec<Spoken<'m>>,
    /// The lesson.
    pub lesson: &'m str,
    /// How many decisions there were.
    pub decisions: usize,
    /// Where the scenario comes from.
    pub source: &'m Source,
    /// The scenario's version, as it stands in its file's address.
    pub version: String,
    /// The run, as it is written down.
    pub record: String,
}

/// The outcome of a run, or `None` while it goes on.
pub fn outcome<'m>(source: &'m Source, playing: &'m Playing) -> Option<OutcomeView<'m>> {
    let run = &playing.run;
    let ending = run.ending()?;
    let variant = run.variant()?;
    let scenario = run.scenario();
    Some(OutcomeView {
        title: scenario.title(),
        language: scenario.language(),
        ending,
        heading: &variant.title,
        story: spoken(scenario, Told { lines: &variant.story, at: run.now() }),
        lesson: &variant.lesson,
        decisions: run.decisions().count(),
        source,
        version: scenario.fingerprint().to_string(),
        record: Record::of(run).to_line(),
    })
}
