//! What a run gives for the week after: a question by how it ended, and an act by the concept that was short.

use super::concept::{short_concept, short_hat};
use crate::pages::debrief::WORDS;
use play::Run;
use scenario::Stance;

/// A question and an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Monday {
    /// The question, which is that of the ending's lesson.
    pub question: &'static str,
    /// The act, which practises what was short.
    pub act: &'static str,
}

impl Monday {
    /// The question and the act of a run that has ended.
    pub fn of(run: &Run) -> Self {
        let outcome = run.ending().map_or(0, |ending| ending.outcome as usize);
        let acts = match short_hat(run) {
            Stance::Leader => &WORDS.leaders_acts,
            Stance::Manager => &WORDS.managers_acts,
        };
        // The ids of a family are its letter and a number from 1.
        let number = short_concept(run).and_then(|concept| concept.id()[1..].parse::<usize>().ok());
        let act = number.and_then(|number| acts.get(number)).unwrap_or(&acts[0]);
        Monday { question: WORDS.questions[outcome], act }
    }
}
