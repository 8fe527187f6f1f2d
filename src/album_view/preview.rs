//! What fills the gaps of the page that says what a file would add.

use super::en;
use super::import::{Plan, Refusal};
use crate::template::Data;

/// The most things that are named.
const NAMED: usize = 5;

impl Data for Result<Plan, Refusal> {
    fn text(&self, key: &str, _: &[usize]) -> String {
        let Ok(plan) = self else { return String::new() };
        match key {
            "added" => plan.added(),
            "here" => en::counted(plan.here, en::ARE),
            "stays" => en::counted(plan.stays, en::ARE),
            "unread" => en::counted(plan.unread.len(), en::THINGS_ALONE),
            "unread-keys" => named(&plan.unread),
            "session-names" => named(&plan.sessions),
            _ => String::new(),
        }
    }

    fn count(&self, _: &str, _: &[usize]) -> usize {
        0
    }

    fn holds(&self, key: &str, _: &[usize]) -> bool {
        match self {
            Ok(plan) => match key {
                "planned" => true,
                "adds" => plan.adds(),
                "adds-nothing" => !plan.adds(),
                "here" => plan.here > 0,
                "stays" => plan.stays > 0,
                "unread" => !plan.unread.is_empty(),
                "sessions" => !plan.sessions.is_empty(),
                _ => false,
            },
            Err(refusal) => {
                let said = match refusal {
                    Refusal::Broken => "broken",
                    Refusal::Other => "other",
                    Refusal::Newer => "newer",
                    Refusal::TooLarge => "too-large",
                };
                key == said
            }
        }
    }
}

impl Plan {
    /// How many things are counted by their kind.
    fn named(&self) -> usize {
        self.runs + self.scenarios + self.answers + self.sessions.len() + self.drafts
    }

    /// What it adds, in words.
    fn added(&self) -> String {
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
fn named(names: &[String]) -> String {
    let first = names.iter().take(NAMED).map(|name| short(name));
    let more = (names.len() > NAMED).then(|| "…".to_owned());
    first.chain(more).collect::<Vec<_>>().join(", ")
}

/// A name as it can be shown on a line.
fn short(key: &str) -> String {
    let plain: String = key.chars().filter(|character| !character.is_control()).take(40).collect();
    if plain.is_empty() { "?".into() } else { plain }
}
