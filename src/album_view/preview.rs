//! What a file would add, in words.

use super::en;
use library::Plan;

/// The most things that are named.
const NAMED: usize = 5;

/// What a file adds, in words.
pub(crate) fn added(plan: &Plan) -> String {
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
