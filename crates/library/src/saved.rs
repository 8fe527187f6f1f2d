//! What is kept of a scenario's runs beside the journal.

use crate::text::{RecordError, text_record};
use crate::{Source, is_newer};
use play::Record;
use scenario::Outcome;
use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// What is kept of a scenario's runs, under the three keys of its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// Which scenario.
    pub source: Source,
    /// The run that can be continued, or that has just ended.
    pub record: Option<Record>,
    /// The step that waits in it.
    pub waiting: Waiting,
    /// The outcomes reached so far.
    pub reached: Reached,
}

impl Saved {
    /// Nothing is kept yet.
    pub fn new(source: Source) -> Self {
        Saved { source, record: None, waiting: Waiting::default(), reached: Reached::default() }
    }

    /// Whether its run can be continued.
    pub fn is_open(&self) -> bool {
        !self.waiting.title.is_empty() && self.record.as_ref().is_some_and(|record| !record.responses.is_empty())
    }
}

/// The run of a scenario that a line was kept of, where it is one of that scenario.
pub fn run_of(source: &Source, line: &str) -> Option<Record> {
    Record::from_line(line).filter(|record| record.scenario == *source.id())
}

/// The step that waits in a run. Any text is one: before there was the line of a decision, all of it was the title.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Waiting {
    /// Its title; empty when the run has ended.
    pub title: String,
    /// The decision whose consequence was on the page last, from 1; the page shows it again.
    pub unread: Option<usize>,
}

impl Waiting {
    /// The title, and the decision on a line of its own.
    pub fn to_text(&self) -> String {
        let mut text = self.title.clone();
        if is_newer(&text) {
            // Nothing that an author calls a step is taken for a newer game's.
            text.insert(0, ' ');
        }
        if let Some(decision) = self.unread {
            text.push_str(&format!("\n{decision}"));
        }
        text
    }
}

impl From<&str> for Waiting {
    fn from(text: &str) -> Self {
        // An author's title may have more lines than one.
        let last = text.bytes().rposition(|byte| byte == b'\n');
        let unread = last.and_then(|at| Some((&text[..at], text[at + 1..].parse().ok()?)));
        let (title, unread) = unread.map_or((text, None), |(title, decision)| (title, Some(decision)));
        Waiting { title: title.into(), unread }
    }
}

impl From<String> for Waiting {
    fn from(text: String) -> Self {
        Waiting::from(&*text)
    }
}

impl From<Waiting> for String {
    fn from(waiting: Waiting) -> String {
        waiting.to_text()
    }
}

/// The outcomes that were reached in a scenario, the first that was reached first.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Reached(pub Vec<Outcome>);

impl Reached {
    /// Adds an outcome. False where it was reached before.
    pub fn add(&mut self, outcome: Outcome) -> bool {
        let new = !self.0.contains(&outcome);
        if new {
            self.0.push(outcome);
        }
        new
    }

    /// The outcomes' names.
    pub fn to_text(&self) -> String {
        let mut names = String::new();
        for outcome in &self.0 {
            names.push_str(if names.is_empty() { "" } else { " " });
            names.push_str(outcome.name());
        }
        names
    }
}

impl FromStr for Reached {
    type Err = RecordError;

    fn from_str(text: &str) -> Result<Self, RecordError> {
        let all: Option<Vec<Outcome>> = text.split_ascii_whitespace().map(Outcome::from_name).collect();
        all.map(Reached).ok_or(RecordError)
    }
}

text_record!(Reached);

/// A scenario that is being opened, for the how manyeth time: if the page falls over it, the next start knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Opening {
    /// Which scenario.
    pub source: Source,
    /// How often it was opened and not painted.
    pub times: usize,
}

impl Opening {
    /// The source's name, and the number.
    pub fn to_text(&self) -> String {
        format!("{} {}", self.source.key(), self.times)
    }
}

impl FromStr for Opening {
    type Err = RecordError;

    fn from_str(text: &str) -> Result<Self, RecordError> {
        let (key, times) = text.split_once(' ').ok_or(RecordError)?;
        let source = Source::from_key(key).ok_or(RecordError)?;
        Ok(Opening { source, times: times.parse().map_err(|_| RecordError)? })
    }
}

text_record!(Opening);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::may_replace;

    #[test]
    fn any_text_is_a_step_that_waits() {
        for (text, title, unread) in [
            ("The oven is cold", "The oven is cold", None),
            ("The oven is cold\n3", "The oven is cold", Some(3)),
            ("Two\nlines", "Two\nlines", None),
            ("Two\nlines\n2", "Two\nlines", Some(2)),
            ("", "", None),
            ("\n1", "", Some(1)),
        ] {
            assert_eq!(Waiting::from(text), Waiting { title: title.into(), unread });
            assert_eq!(Waiting::from(text).to_text(), text);
        }
    }

    #[test]
    fn no_title_of_a_step_is_taken_for_a_newer_games() {
        let step = Waiting { title: "two-hats/2 roads".into(), unread: Some(1) };
        assert!(may_replace(Some(&step.to_text())));
        assert_eq!(Waiting::from(step.to_text()).title.trim(), step.title);
    }

    #[test]
    fn outcomes_and_openings_survive_and_others_are_refused() {
        let mut reached: Reached = "balanced adrift".parse().expect("outcomes");
        assert!(!reached.add(Outcome::Adrift) && reached.add(Outcome::UnderLed));
        assert_eq!(reached.to_text().parse(), Ok(reached));
        assert_eq!("balanced nonsense".parse::<Reached>(), Err(RecordError));
        let opening = Opening { source: "own/small".parse().expect("a source"), times: 2 };
        assert_eq!((opening.to_string().as_str(), "own/small 2".parse()), ("own/small 2", Ok(opening.clone())));
        for other in ["", "own/small", "own/small x", "A B 1"] {
            assert_eq!(other.parse::<Opening>(), Err(RecordError), "{other}");
        }
    }
}
