//! What this phone's owner has said.

use crate::body::{Asked, Asks, Hat, Reveal, State};
use crate::up::Said;
use serde::{Deserialize, Serialize};

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mine {
    /// The round that it answers.
    pub round: u64,
    /// Its number.
    pub n: u64,
    /// The answer.
    pub said: Said,
    /// Whether the last state has its receipt.
    pub counted: bool,
    /// Whether the round was closed without it.
    pub late: bool,
}

/// An answer of a closed round, to be kept by its owner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The round.
    pub round: u64,
    /// What was asked: a step's title, or the question.
    pub asked: String,
    /// What was answered, in words.
    pub answered: String,
    /// The hat of the answer, once the room has seen it.
    pub hat: Option<Hat>,
    /// Which response it was, where it was a vote.
    response: Option<u8>,
}

impl Note {
    pub(super) fn of(mine: &Mine, asked: &Asked, state: &State) -> Self {
        let step = state.shown.step.as_ref();
        let title = step.map(|step| step.title.clone()).unwrap_or_default();
        let response = match mine.said {
            Said::Vote(response) => Some(response),
            _ => None,
        };
        let (asked, answered) = match (&asked.asks, &mine.said) {
            (Asks::Choice { .. }, Said::Vote(response)) => {
                let text = step.and_then(|step| step.responses.get(usize::from(*response)));
                (title, text.cloned().unwrap_or_else(|| (u16::from(*response) + 1).to_string()))
            }
            (Asks::Rating { rows, .. }, Said::Rating([one, other])) => (rows.join(" / "), format!("{one} / {other}")),
            (Asks::Line { prompt, .. }, Said::Line(text)) => (prompt.clone(), text.clone()),
            (Asks::Reaction(words), Said::Reaction(word)) => {
                (title, words.get(usize::from(*word)).cloned().unwrap_or_default())
            }
            _ => (title, String::new()),
        };
        Self { round: mine.round, asked, answered, hat: None, response }
    }

    /// A line that stays on this phone, where one was asked for.
    pub(super) fn kept(asked: &Asked, text: &str) -> Option<Self> {
        let Asks::Line { prompt, .. } = &asked.asks else {
            return None;
        };
        let answered = crate::plain_line(text);
        let note = Self { round: asked.round, asked: prompt.clone(), answered, hat: None, response: None };
        (!note.answered.is_empty()).then_some(note)
    }

    /// The room sees the hats of the responses.
    pub(super) fn see(&mut self, reveal: &Reveal) {
        let hat = self.response.and_then(|response| reveal.hats.get(usize::from(response)));
        self.hat = hat.copied().flatten().or(self.hat);
    }

    pub(super) fn add_to(self, notes: &mut Vec<Self>) {
        match notes.iter_mut().find(|note| note.round == self.round) {
            Some(note) => *note = Self { hat: note.hat, ..self },
            None => notes.push(self),
        }
    }
}
