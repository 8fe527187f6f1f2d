//! The debrief as a page: each figure as a chart, and the same as a table or a sentence.
//!
//! Pure: texts in, texts out. The pages are templates in `en/`, filled by [`data`]; `src/bin/debrief.js` puts them into
//! the browser's page.

mod ask;
mod data;
mod decisions;
mod en;
mod map;
mod picture;

pub use ask::answer;
pub(crate) use en::{OUTCOMES, SELF_CHECK};

use analysis::debrief::Debrief;
use library::Answers;
use play::{Code, Run};

/// All that a debrief's page is about.
struct About<'a> {
    run: &'a Run,
    /// What is to be said about it; `None` where the scenario's ways cannot be counted out.
    debrief: Option<Debrief>,
    /// The name of the scenario's source, as it stands in addresses: `crisis`, or `own/crisis`.
    key: &'a str,
    /// The page's own address up to the `#`; empty where nobody else could open it, as that of a file on a disk.
    base: &'a str,
    /// The other runs of the scenario that are kept, each with its name; the newest first.
    others: Vec<(String, Run)>,
    /// Which of them stands beside this one.
    beside: Option<usize>,
    /// Whether the page is all there is: the game's own has not told how the run ended.
    alone: bool,
    /// The answers to the self-check that are kept, each with its day; the newest first.
    answers: Vec<(String, Answers)>,
}

impl About<'_> {
    /// The run that stands beside this one.
    fn other(&self) -> Option<&Run> {
        self.others.get(self.beside?).map(|(_, run)| run)
    }

    /// The address that holds the whole run; empty where nobody else could open it, and for a scenario of the player's
    /// own, which nobody else has.
    fn link(&self) -> String {
        match Code::of(self.run) {
            Some(code) if !self.base.is_empty() && !self.key.starts_with("own/") => {
                format!("{}#/run/{}/{code}", self.base, self.key)
            }
            _ => String::new(),
        }
    }
}
