//! A draft as it is written: what [`super::write`] makes the file of.

use crate::cases::Case;

/// A scenario to be finished.
#[derive(Default)]
pub(crate) struct Draft {
    pub id: String,
    pub title: String,
    pub minutes: usize,
    /// Where the two meters start; as much is enough, until the author says otherwise.
    pub starts: [i64; 2],
    /// The cast: ids and names.
    pub cast: Vec<(String, String)>,
    /// The flags: ids and what they mean.
    pub flags: Vec<(String, String)>,
    /// The first step.
    pub start: usize,
    pub steps: Vec<Step>,
}

#[derive(Default)]
pub(crate) struct Step {
    pub id: String,
    pub title: String,
    /// What it is about, where the story says so.
    pub dimension: Option<&'static str>,
    /// How often a run may enter it, where that is limited.
    pub visits: Option<u8>,
    pub situation: Vec<Line>,
    pub pressure: [i64; 2],
    pub responses: Vec<Response>,
}

/// A line that is told in one case; in each of several cases it is a line of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    pub who: Option<usize>,
    pub text: String,
    pub when: Case,
}

/// An answer; the only one of a step makes it a passage, which takes no stance.
#[derive(Clone, Default)]
pub(crate) struct Response {
    pub id: String,
    /// Empty where the interface's own word for going on will do.
    pub text: String,
    pub when: Case,
    pub effect: [i64; 2],
    /// Flags by their numbers.
    pub sets: Vec<usize>,
    pub consequence: Vec<Line>,
    /// The ways on, the last in any case.
    pub next: Vec<(Case, Goal)>,
}

/// Where a way leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Goal {
    Step(usize),
    End,
}

impl Response {
    /// The steps that it leads to.
    pub fn steps(&self) -> impl Iterator<Item = usize> {
        self.next.iter().filter_map(|(_, goal)| match goal {
            Goal::Step(step) => Some(*step),
            Goal::End => None,
        })
    }

    /// Whether it leads to one step alone, whatever holds.
    pub fn leads_only_to(&self, step: usize) -> bool {
        self.next.iter().all(|(_, goal)| *goal == Goal::Step(step))
    }
}
