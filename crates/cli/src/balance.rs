//! `two-hats balance`: which numbers of a scenario to change so that it does what its author wants.

use super::output::{complain, note, say};
use super::{End, Plain, Source, is_standard_input, read, write};
use analysis::STATE_LIMIT;
use balance::{Aims, Balance, Band, Lock, Options, Proposal};
use clap::Args;
use lint::Severity;
use lint::render::{shown, shown_lines};
use scenario::{Limits, Outcome, Persona, Scenario, SourceMap, nearest, with_numbers};
use std::path::{Path, PathBuf};

#[derive(Args)]
pub struct Arguments {
    /// The scenario; `-` is the standard input
    file: PathBuf,
    /// How often runs are to end so, in per cent: balanced=18..25, adrift=2.. (without one: balanced=15..30)
    #[arg(long = "aim", value_name = "OUTCOME=LOW..HIGH")]
    aims: Vec<String>,
    /// Where a player of fixed habits is to end: always_leader=under_managed (without one: as the file expects)
    #[arg(long = "persona", value_name = "PERSONA=OUTCOME")]
    personas: Vec<String>,
    /// What stays as it is: a step, a response, or `meters` for the starts and what is enough
    #[arg(long = "lock", value_name = "STEP[/RESPONSE]")]
    locks: Vec<String>,
    /// How many points are changed at most, all changes added up
    #[arg(long, default_value_t = Aims::MOST, value_name = "POINTS")]
    most: u32,
    /// Which chances the search takes: the same number finds the same proposals, another one others
    #[arg(long, default_value_t = 0, value_name = "NUMBER")]
    seed: u64,
    /// How to say it
    #[arg(long, value_enum, default_value_t = Plain::Text)]
    format: Plain,
    /// Write a proposal's numbers into the file, and change nothing else of it
    #[arg(long, value_name = "PROPOSAL", conflicts_with = "format")]
    write: Option<usize>,
    /// How many states to look at before it is given up
    #[arg(long, default_value_t = STATE_LIMIT, value_name = "STATES")]
    limit: usize,
}

/// Proposes changes, or writes those of a proposal.
pub fn run(asked: &Arguments) -> End {
    // What could not be written back is not searched first.
    let writes = asked.write.is_some() && !is_standard_input(&asked.file) && !asked.file.is_dir();
    if let Some(Err(error)) = writes.then(|| write::replaceable(&asked.file)) {
        return complain(&format!("{} cannot be changed: {error}.", asked.file.display()));
    }
    let (source, scenario) = match read(&asked.file) {
        Ok(read) => read,
        Err(end) => return end,
    };
    let aims = match aims_of(asked, &scenario) {
        Ok(aims) => aims,
        Err(trouble) => return complain(&trouble),
    };
    let source_map = SourceMap::new(&source.bytes, &Limits::default());
    let options = Options { seed: asked.seed, limit: asked.limit };
    let written = |number: scenario::Number| source_map.has(&number.path());
    let found = match balance::balance(&scenario, &aims, written, options, &mut |_| true) {
        Ok(found) => found,
        Err(error) => return complain(&error.to_string()),
    };
    if asked.write.is_some() && source.is_archived() {
        return complain(&format!("{} is an archive: balance the file in it before it is put there.", source.name));
    }
    if let Some(number) = asked.write {
        return match chosen(&found, number) {
            Ok(proposal) => put(&asked.file, &source, &source_map, proposal),
            Err(trouble) => complain(&trouble),
        };
    }
    let said: Vec<Vec<String>> =
        found.proposals.iter().map(|proposal| new_diagnostics(&source, &source_map, proposal, asked.limit)).collect();
    let end = say(&match asked.format {
        Plain::Text => shown_lines(&balance::report(&scenario, &aims, &found, &said)),
        Plain::Json => balance::json(&scenario, &aims, &found, &said),
    });
    if matches!(asked.format, Plain::Text) && !found.proposals.is_empty() {
        note("Take one with --write 1, and the rest of the arguments as they were.");
    }
    end.max(if found.is_met() { End::Good } else { End::Faulty })
}

fn aims_of(asked: &Arguments, scenario: &Scenario) -> Result<Aims, String> {
    let mut aims = Aims::of(scenario);
    for text in &asked.aims {
        let (outcome, band) = pair(text, "--aim balanced=18..25")?;
        aims.share(outcome_of(outcome)?, band.parse::<Band>().map_err(|error| error.to_string())?);
    }
    for text in &asked.personas {
        let (persona, outcome) = pair(text, "--persona always_leader=under_managed")?;
        let known = Persona::ALL.into_iter().find(|known| known.name() == persona);
        let known = known.ok_or_else(|| unknown("persona", persona, &Persona::ALL.map(Persona::name)))?;
        aims.persona(known, outcome_of(outcome)?);
    }
    for text in &asked.locks {
        aims.locks.push(Lock::of(scenario, text).map_err(|error| error.to_string())?);
    }
    aims.most = asked.most;
    Ok(aims)
}

fn pair<'t>(text: &'t str, example: &str) -> Result<(&'t str, &'t str), String> {
    text.split_once('=').ok_or_else(|| format!("`{text}` says nothing of anything. Write it so: {example}"))
}

fn outcome_of(name: &str) -> Result<Outcome, String> {
    Outcome::from_name(name).ok_or_else(|| unknown("outcome", name, &Outcome::NAMES))
}

fn unknown(what: &str, name: &str, all: &[&str]) -> String {
    let help = match nearest(name, all.iter().copied()) {
        Some(near) => format!("Did you mean {near}?"),
        None => format!("There are {}.", all.join(", ")),
    };
    format!("There is no {what} `{name}`. {help}")
}

/// The proposal of a number, from 1.
fn chosen(found: &Balance, number: usize) -> Result<&Proposal, String> {
    let proposal = number.checked_sub(1).and_then(|at| found.proposals.get(at));
    proposal.ok_or_else(|| match found.proposals.len() {
        0 if found.missed.is_empty() => "All aims are met as it is: there is nothing to write.".into(),
        0 => "There is no proposal: no change within --most came nearer to the aims.".into(),
        1 => format!("There is no proposal {number}, only 1."),
        count => format!("There is no proposal {number}: take one of 1 to {count}."),
    })
}

/// Writes a proposal's numbers; what came from the standard input goes to the standard output.
fn put(path: &Path, source: &Source, source_map: &SourceMap<'_>, proposal: &Proposal) -> End {
    let Some(bytes) = with_numbers(&source.bytes, source_map, &proposal.numbers()) else {
        return complain(&format!("{} has other numbers than were read from it.", source.name));
    };
    if is_standard_input(path) {
        return say(&String::from_utf8_lossy(&bytes));
    }
    match write::replace(path, &bytes) {
        Ok(()) => {
            let (path, numbers) = (shown(&source.name), proposal.changes.len());
            let what = if numbers == 1 { "1 number is".into() } else { format!("{numbers} numbers are") };
            let missed = if proposal.missed.is_empty() { "all aims are met" } else { "not all aims are met" };
            say(&format!("{path} is written: {what} changed, {missed}. See: two-hats analyse {path}\n"))
        }
        Err(error) => complain(&format!("{} could not be written: {error}.", source.name)),
    }
}

/// What `check` would say of a proposal and does not say of the file.
fn new_diagnostics(source: &Source, source_map: &SourceMap<'_>, proposal: &Proposal, limit: usize) -> Vec<String> {
    let of = |bytes: &[u8]| {
        let options = lint::Options { states: limit, ..source.options() };
        let listed = lint::check(bytes, &options).diagnostics.into_iter();
        let grave = listed.filter(|found| found.severity != Severity::Note);
        grave.map(|found| (found.code, found.message)).collect::<Vec<_>>()
    };
    let Some(bytes) = with_numbers(&source.bytes, source_map, &proposal.numbers()) else { return Vec::new() };
    let before = of(&source.bytes);
    let after = of(&bytes).into_iter();
    let new = after.filter(|found| !before.contains(found));
    new.map(|(code, message)| format!("{code}: {message}")).collect()
}
