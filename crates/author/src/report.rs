//! An analysis as a report to be read in a terminal.

use super::json::{ids, personas, unreachable_responses, unreachable_steps};
use super::survey::{distances, put_survey};
use analysis::{Analysis, BigUint, Fraction, Ranges, StepFacts, TooMany, survey};
use play::{Code, longest};
use scenario::{Outcome, Scenario};
use std::fmt::Write;
use std::rc::Rc;

/// How many characters the longest bar of the chart has.
const BAR: usize = 30;

/// The analysis of a scenario as a report; where there is none, why, and what is known without one.
pub fn report(scenario: &Rc<Scenario>, analysis: Result<&Analysis, TooMany>) -> String {
    let mut out = format!("{} ({})\n\n", scenario.title(), scenario.id());
    match analysis {
        Ok(analysis) => {
            put_whole(analysis, &mut out);
            put_code(scenario, &mut out);
            put_outcomes(scenario, analysis, &mut out);
            put_personas(scenario, &mut out);
            put_steps(scenario, analysis, &mut out);
            // What was analysed within a limit is surveyed within the same.
            if let Ok(survey) = survey(scenario, usize::MAX) {
                put_survey(scenario, &survey, &mut out);
            }
            put_unreachable(scenario, analysis, &mut out);
        }
        Err(too_many) => {
            put(&mut out, format_args!("Not decided: {too_many}. Ask again with a higher --limit.\n"));
            put_personas(scenario, &mut out);
        }
    }
    out
}

/// Writing into a string cannot fail.
pub(super) fn put(out: &mut String, text: std::fmt::Arguments<'_>) {
    let _ = out.write_fmt(text);
}

fn put_whole(analysis: &Analysis, out: &mut String) {
    let (paths, states) = (grouped(&analysis.paths), grouped(&BigUint::from(analysis.states)));
    put(out, format_args!("{paths} ways to play it, through {states} states.\n"));
    if let Some(end) = analysis.end {
        let (leadership, management) = both(end);
        put(out, format_args!("At the end leadership is {leadership}, management {management}.\n"));
    }
    let early = analysis.decided_early.rounded();
    put(
        out,
        format_args!("In {early} of runs the outcome is decided with half or more of the decisions still to come.\n"),
    );
}

/// How long the code of a run gets, and why it is longer than is quickly typed.
fn put_code(scenario: &Scenario, out: &mut String) {
    let (most, usual) = (Code::longest(scenario), Code::USUAL);
    if most <= usual {
        return put(out, format_args!("The code of a run has up to {most} characters.\n"));
    }
    let decisions = longest(scenario);
    put(
        out,
        format_args!(
            "The code of a run has up to {most} characters, more than the {usual} that are quickly typed: up to \
             {decisions} decisions follow one another.\n"
        ),
    );
}

/// The chart of the shares, and how each outcome is come to or why it never is.
fn put_outcomes(scenario: &Scenario, analysis: &Analysis, out: &mut String) {
    out.push_str("\nHow runs end, when each response offered is as likely as another\n");
    let most = analysis.outcomes.iter().map(|fate| fate.share.percent()).fold(0.0, f64::max);
    for outcome in Outcome::ALL {
        let fate = analysis.outcome(outcome);
        let bar = bar(fate.share.percent(), most);
        let (share, paths) = (fate.share.rounded(), grouped(&fate.paths));
        let exact = short(&fate.share);
        let ways = if paths == "1" { "way" } else { "ways" };
        put(out, format_args!("  {:<14}{share:>8}  {bar:<BAR$}  {paths} {ways}{exact}\n", outcome.name()));
    }
    out.push_str("\nThe shortest way to each\n");
    for outcome in Outcome::ALL {
        let fate = analysis.outcome(outcome);
        let way = match (&fate.witness, &fate.bound) {
            (Some(witness), _) => ids(scenario, witness).join(" > "),
            (None, Some(bound)) => format!("none: {bound}"),
            (None, None) => "none".into(),
        };
        put(out, format_args!("  {:<14}{way}\n", outcome.name()));
    }
}

fn put_personas(scenario: &Rc<Scenario>, out: &mut String) {
    out.push_str("\nWhere players of fixed habits end\n");
    let distances = distances(scenario);
    for (persona, outcome) in personas(scenario) {
        let expected = distances.iter().find(|(known, ..)| *known == persona);
        let note = match expected {
            Some((_, goal, _)) if Some(*goal) == outcome => " (as expected)".into(),
            Some((_, goal, away)) => format!(" (and not {}, as expected: {})", goal.name(), away.in_words()),
            None => String::new(),
        };
        put(out, format_args!("  {:<16}{}{note}\n", persona.name(), outcome.map_or("nowhere", Outcome::name)));
    }
}

fn put_steps(scenario: &Scenario, analysis: &Analysis, out: &mut String) {
    let ids = scenario.steps().iter().map(|step| step.id.as_str().len());
    let wide = ids.max().unwrap_or(0).clamp(4, 40);
    put(out, format_args!("\nThe steps\n  {:<wide$}  visits   leadership   management   weight  decides\n", "step"));
    for (step, facts) in scenario.steps().iter().zip(&analysis.steps) {
        let Some(ranges) = facts.ranges else { continue };
        put(out, format_args!("  {:<wide$}{}\n", step.id.as_str(), row(facts, ranges)));
    }
    out.push_str(
        "  visits: the share of runs that come here; weight: how far the decision moves the shares of the outcomes;\n",
    );
    let again = |facts: &StepFacts| facts.visits.numerator() > facts.visits.denominator();
    if analysis.steps.iter().any(again) {
        out.push_str("  Where a run comes to a step more than once, visits says how often: 2.0× is twice in a run.\n");
    }
    out.push_str("  decides: the share of runs whose outcome is settled by the decision here.\n");
}

fn row(facts: &StepFacts, ranges: Ranges) -> String {
    let (leadership, management) = both(ranges);
    let (visits, weight, decides) = (visits(&facts.visits), facts.weight.rounded(), facts.decides.rounded());
    format!("{visits:>8}  {leadership:>11}  {management:>11}  {weight:>7}  {decides:>7}")
}

fn put_unreachable(scenario: &Scenario, analysis: &Analysis, out: &mut String) {
    let steps: Vec<String> = unreachable_steps(scenario, analysis).into_iter().map(str::to_owned).collect();
    for (what, ids) in
        [("Steps that no run comes to", steps), ("Responses never offered", unreachable_responses(scenario, analysis))]
    {
        if !ids.is_empty() {
            put(out, format_args!("\n{what}\n  {}\n", ids.join("\n  ")));
        }
    }
}

/// A bar as long as its share is beside the largest one; whatever happens at all has something to see.
fn bar(percent: f64, most: f64) -> String {
    let length = if most > 0.0 { (percent / most * BAR as f64).round() as usize } else { 0 };
    "█".repeat(if percent > 0.0 { length.max(1) } else { 0 })
}

/// How often a run comes to a step: the share of runs, or how often each does where that is more than once.
pub fn visits(visits: &Fraction) -> String {
    if visits.numerator() > visits.denominator() {
        format!("{:.1}×", visits.percent() / 100.0)
    } else {
        visits.rounded()
    }
}

/// The exact share, where it is short enough to be read.
fn short(share: &Fraction) -> String {
    let exact = share.to_string();
    if exact.len() <= 24 && exact.contains('/') { format!(", {exact}") } else { String::new() }
}

fn both(ranges: Ranges) -> (String, String) {
    let range = |(low, high): (i32, i32)| if low == high { low.to_string() } else { format!("{low} to {high}") };
    (range(ranges.leadership), range(ranges.management))
}

/// A number with its digits in groups of three.
fn grouped(number: &BigUint) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_stand_in_groups_of_three() {
        let said = [0_u64, 999, 1_000, 1_099_511_627_776].map(|number| grouped(&number.into()));
        assert_eq!(said, ["0", "999", "1,000", "1,099,511,627,776"]);
    }

    #[test]
    fn what_is_rare_has_a_bar() {
        assert_eq!((bar(0.006, 60.0).chars().count(), bar(0.0, 60.0).len()), (1, 0));
    }
}
