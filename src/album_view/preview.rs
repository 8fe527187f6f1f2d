//! What a file would add, in words.

use super::en;
use super::import::Plan;

/// The most things that are named.
const NAMED: usize = 5;

impl Plan {
    /// How many things are counted by their kind.
    fn named(&self) -> usize {
        self.runs + self.scenarios + self.answers + self.sessions.len() + self.drafts
    }

    /// What it adds, in words.
    pub(crate) fn added(&self) -> String {
        en::listed(&[
            (self.runs, en::RUNS),
            (self.scenarios, en::SCENARIOS),
            (self.answers, en::ANSWERS),
            (self.sessions.len(), en::SESSIONS),
            (self.drafts, en::DRAFTS),
            (self.others.max(usize::from(self.named() == 0)), en::THINGS),
        ])
    }
}

/// The first of some names, and whether there are more.
pub(crate) fn named(names: &[String]) -> String {
    let first = names.iter().take(NAMED).map(|name| short(name));
    let more = (names.len() > NAMED).then(|| "…".to_owned());
    first.chain(more).collect::<Vec<_>>().join(", ")
}

/// A name as it can be shown on a line.
fn short(key: &str) -> String {
    let plain: String = key.chars().filter(|character| !character.is_control()).take(40).collect();
    if plain.is_empty() { "?".into() } else { plain }
}
