//! A rule's page, for the terminal and for `scenarios/CHECKS.md`.

use super::{Rule, Severity, rules};
use std::fmt::Write as _;

/// A rule's page, in Markdown.
pub fn explain(rule: &Rule) -> String {
    let mut page = format!("## `{}` ({})\n\n{}\n\n{}\n", rule.code, rule.severity.name(), rule.summary, rule.why);
    if !rule.bad.is_empty() {
        let (wrong, right) = (rule.bad.iter().map(|(_, bad)| *bad), rule.bad.iter().map(|(good, _)| *good));
        page.push_str(&example("For example:", wrong));
        page.push_str(&example(&format!("{} So it was before:", rule.mend), right));
        page.push_str(&example("And this is fine:", rule.miss.iter().map(|(_, fine)| *fine)));
    }
    if rule.severity == Severity::Warning {
        // A string takes all that is written to it.
        let _ = write!(page, "\nWhere it is meant: `\"allow\": {{ \"{}\": \"the reason why\" }}`.\n", rule.code);
    }
    page
}

/// The page of all rules.
pub fn checks_page() -> String {
    let mut page = String::from(
        "# What `two-hats check` looks for\n\n\
         This page is generated from the rules; change them in `crates/lint/src/rules`, then run\n\
         `UPDATE=1 cargo test --test all check`.\n\n\
         An *error* keeps a scenario from being played, or says that it does not do what its author expects. A *warning*\n\
         says what is hardly meant; a step, or the scenario as a whole, can `allow` it with a reason. Each example is a\n\
         piece of a small scenario that is clean, `base.json` or `long.json` in `crates/lint/src/rules`; the rest of it is left\n\
         out here. A *note* is for you to weigh: nothing has to be done about it.\n\n\
         | Code | | What it says |\n|---|---|---|\n",
    );
    for rule in rules() {
        let _ = writeln!(page, "| [`{0}`](#{0}-{1}) | {1} | {2} |", rule.code, rule.severity.name(), rule.summary);
    }
    for rule in rules() {
        page.push('\n');
        page.push_str(&explain(rule));
    }
    page
}

/// Pieces of a file, under a sentence.
fn example<'p>(sentence: &str, pieces: impl Iterator<Item = &'p str>) -> String {
    let pieces: Vec<String> = pieces.map(flush).filter(|piece| !piece.is_empty()).collect();
    format!("\n{sentence}\n\n```json\n{}\n```\n", pieces.join("\n…\n"))
}

/// A piece of a file without the indent that its lines share.
fn flush(piece: &str) -> String {
    let lines: Vec<&str> = piece.trim_matches('\n').trim_end().lines().collect();
    let indent = |line: &str| line.len() - line.trim_start().len();
    let Some(first) = lines.first() else { return String::new() };
    // A piece begins in the middle of a line; how far in, the next one says.
    let opens = if first.ends_with(['{', '[']) { 2 } else { 0 };
    let shared = lines.get(1).map_or(0, |second| indent(second).saturating_sub(opens));
    let cut = |line: &&str| line.get(shared.min(indent(line))..).unwrap_or_default().to_owned();
    lines.iter().map(cut).collect::<Vec<_>>().join("\n")
}
