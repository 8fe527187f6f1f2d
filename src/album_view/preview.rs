//! What fills the gaps of the page that says what a file would add.

use super::en;
use super::import::{Plan, Refusal};
use crate::template::Data;

/// The most keys that are named.
const NAMED: usize = 5;

impl Data for Result<Plan, Refusal> {
    fn text(&self, key: &str, _: &[usize]) -> String {
        let Ok(plan) = self else { return String::new() };
        match key {
            "added" => plan.added(),
            "here" => en::counted(plan.here, en::ARE),
            "stays" => en::counted(plan.stays, en::ARE),
            "unread" => en::counted(plan.unread.len(), en::THINGS_ALONE),
            "unread-keys" => {
                let named = plan.unread.iter().take(NAMED).map(|key| short(key));
                let more = (plan.unread.len() > NAMED).then(|| "…".to_owned());
                named.chain(more).collect::<Vec<_>>().join(", ")
            }
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
    /// What it adds, in words.
    fn added(&self) -> String {
        en::listed(&[
            (self.runs, en::RUNS),
            (self.scenarios, en::SCENARIOS),
            (self.answers, en::ANSWERS),
            (self.others.max(usize::from(self.runs + self.scenarios + self.answers == 0)), en::THINGS),
        ])
    }
}

/// A key as it can be shown on a line.
fn short(key: &str) -> String {
    let plain: String = key.chars().filter(|character| !character.is_control()).take(40).collect();
    if plain.is_empty() { "?".into() } else { plain }
}
