//! What fills the gaps of the page that says what a file would add.

use super::en;
use crate::template::Data;
use library::{FileError, Plan};

/// The most things that are named.
const NAMED: usize = 5;

impl Data for Result<Plan, FileError> {
    fn text(&self, key: &str, _: &[usize]) -> String {
        let Ok(plan) = self else { return String::new() };
        match key {
            "added" => added(plan),
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
                    FileError::Broken => "broken",
                    FileError::Other => "other",
                    FileError::Newer => "newer",
                    FileError::TooLarge => "too-large",
                };
                key == said
            }
        }
    }
}

/// What a file adds, in words.
fn added(plan: &Plan) -> String {
    let named = plan.runs + plan.scenarios + plan.answers + plan.sessions.len() + plan.drafts;
    en::listed(&[
        (plan.runs, en::RUNS),
        (plan.scenarios, en::SCENARIOS),
        (plan.answers, en::ANSWERS),
        (plan.sessions.len(), en::SESSIONS),
        (plan.drafts, en::DRAFTS),
        (plan.others.max(usize::from(named == 0)), en::THINGS),
    ])
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
