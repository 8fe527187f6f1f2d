//! What came of a search, to be read in a terminal.

use crate::aims::{Aims, place};
use crate::figures::{Figures, Miss};
use crate::proposal::{Balance, Proposal};
use scenario::{Number, Outcome, Persona, Scenario};
use std::fmt::Write;

/// What came of a search, with each proposal's changes, the words beside them, and the figures before and after. `said` is
/// what else there is to say of each proposal, such as warnings.
pub fn report(scenario: &Scenario, aims: &Aims, balance: &Balance, said: &[Vec<String>]) -> String {
    let mut out = format!("{} ({})\n\nAs it is\n", scenario.title(), scenario.id());
    put_missed(scenario, &balance.missed, &mut out);
    if balance.missed.is_empty() {
        put_figures(&balance.before, None, aims, scenario, &mut out);
        return out;
    }
    out.push('\n');
    out.push_str(&answer(aims, balance));
    for (proposal, number) in balance.proposals.iter().zip(1..) {
        put_proposal(scenario, aims, &balance.before, proposal, number, &mut out);
        said.get(number - 1).into_iter().flatten().for_each(|line| put(&mut out, format_args!("  new: {line}\n")));
    }
    out
}

/// Writing into a string cannot fail.
fn put(out: &mut String, text: std::fmt::Arguments<'_>) {
    let _ = out.write_fmt(text);
}

/// Whether the aims can be met, in a sentence or two.
fn answer(aims: &Aims, balance: &Balance) -> String {
    let most = counted(aims.most as usize, "point");
    let stopped = if balance.stopped { "The search was stopped. " } else { "" };
    match balance.proposals.iter().filter(|proposal| proposal.missed.is_empty()).count() {
        _ if balance.proposals.is_empty() => {
            format!("{stopped}No change of at most {most} came nearer. Lock less, allow --most, or ask for less.\n")
        }
        0 => format!(
            "{stopped}No change of at most {most} was found that meets all aims; the nearest ones, first the nearest. \
             Allow more points with --most, lock less, take another --seed, or ask for less.\n"
        ),
        1 => format!("{stopped}One proposal meets all aims within {most}.\n"),
        met => format!("{stopped}{met} proposals meet all aims within {most}.\n"),
    }
}

fn put_missed(scenario: &Scenario, missed: &[Miss], out: &mut String) {
    if missed.is_empty() {
        out.push_str("  All aims are met.\n");
    }
    for miss in missed {
        put(out, format_args!("  missed: {}\n", miss.in_words(scenario)));
    }
}

fn put_proposal(
    scenario: &Scenario,
    aims: &Aims,
    before: &Figures,
    proposal: &Proposal,
    number: usize,
    out: &mut String,
) {
    let (points, numbers) = (counted(proposal.points() as usize, "point"), counted(proposal.changes.len(), "number"));
    put(out, format_args!("\nProposal {number}: {points} in {numbers}\n"));
    let mut words = "";
    for change in &proposal.changes {
        let said = words_of(scenario, change.number).unwrap_or_default();
        let (from, to) = change.values();
        put(out, format_args!("  {}: {from} -> {to}\n", place(scenario, change.number)));
        if !said.is_empty() && said != words {
            put(out, format_args!("      \"{said}\"\n"));
        }
        words = said;
        put(out, format_args!("      alone: {}\n", alone(before, &change.alone)));
    }
    out.push_str("  Afterwards\n");
    put_figures(before, Some(&proposal.after), aims, scenario, out);
    put_missed(scenario, &proposal.missed, out);
}

/// The figures of a scenario; where it was changed, both before and after.
fn put_figures(before: &Figures, after: Option<&Figures>, aims: &Aims, scenario: &Scenario, out: &mut String) {
    let arrow = |one: String, other: Option<String>| match other {
        Some(other) if other == one => one,
        Some(other) => format!("{one} -> {other}"),
        None => one,
    };
    for outcome in Outcome::ALL {
        let shares = arrow(before.share(outcome).rounded(), after.map(|after| after.share(outcome).rounded()));
        let wanted = aims.shares[outcome as usize].map_or_else(String::new, |band| format!("  ({band} is wanted)"));
        put(out, format_args!("    {:<16}{shares}{wanted}\n", outcome.name()));
    }
    for (at, (persona, ended)) in before.personas.iter().enumerate() {
        let ends = arrow(name(*ended), after.map(|after| name(after.personas[at].1)));
        let goal = aims.personas.iter().find(|(known, _)| known == persona);
        let wanted = goal.map_or_else(String::new, |(_, goal)| format!("  ({} is wanted)", goal.name()));
        put(out, format_args!("    {:<16}{ends}{wanted}\n", Persona::name(*persona)));
    }
    let dominated = |figures: &Figures| {
        let ids = figures.dominated.iter().map(|(step, at)| response_id(scenario, *step, *at));
        let ids: Vec<String> = ids.collect();
        if ids.is_empty() { "nothing".into() } else { ids.join(", ") }
    };
    put(out, format_args!("    {:<16}{}\n", "dominated", arrow(dominated(before), after.map(dominated))));
}

/// What a change does alone, as far as it does anything.
fn alone(before: &Figures, alone: &Figures) -> String {
    let mut parts: Vec<String> = Outcome::ALL
        .into_iter()
        .map(|outcome| (outcome, before.share(outcome).rounded(), alone.share(outcome).rounded()))
        .filter(|(_, before, alone)| before != alone)
        .map(|(outcome, before, alone)| format!("{} {before} -> {alone}", outcome.name()))
        .collect();
    for ((persona, one), (_, other)) in before.personas.iter().zip(&alone.personas).filter(|(one, other)| one != other)
    {
        parts.push(format!("{} {} -> {}", persona.name(), name(*one), name(*other)));
    }
    let (one, other) = (before.dominated.len(), alone.dominated.len());
    if one != other {
        parts.push(format!("{one} -> {other} dominated"));
    }
    if parts.is_empty() { "nothing that shows in these figures".into() } else { parts.join(", ") }
}

fn name(outcome: Option<Outcome>) -> String {
    outcome.map_or("nowhere", Outcome::name).into()
}

/// `step/response`.
pub fn response_id(scenario: &Scenario, step: scenario::StepIndex, at: usize) -> String {
    let step = scenario.step(step);
    let response = step.responses.get(at).map_or("", |response| response.id.as_str());
    format!("{}/{response}", step.id)
}

/// The words that a number must stay true to: a response's text, or a step's title.
pub fn words_of(scenario: &Scenario, number: Number) -> Option<&str> {
    match number {
        Number::Effect(step, at, _) => scenario.step(step).responses.get(at).map(|response| &*response.text),
        Number::Pressure(step, _) => Some(&scenario.step(step).title),
        Number::Start(_) | Number::Enough(_) => None,
    }
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
