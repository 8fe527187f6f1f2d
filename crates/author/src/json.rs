//! An analysis as JSON, for other programs.

use super::survey::{budgets, goals, standings};
use analysis::{Analysis, Fate, Fraction, Ranges, StepFacts, TooMany, survey};
use play::play_as;
use scenario::layout::Piece;
use scenario::{Outcome, Persona, Scenario, StepIndex};
use std::rc::Rc;

/// The analysis of a scenario, or why there is none, as a JSON object.
pub fn to_json(scenario: &Rc<Scenario>, analysis: Result<&Analysis, TooMany>) -> String {
    match analysis {
        Ok(analysis) => decided(scenario, analysis),
        Err(too_many) => undecided(scenario, too_many),
    }
    .to_file()
}

/// What each persona comes to: played, not analysed, so it is known of every scenario.
pub(super) fn personas(scenario: &Rc<Scenario>) -> Vec<(Persona, Option<Outcome>)> {
    let outcome = |persona| play_as(persona, scenario).now().ending().map(|ending| ending.outcome);
    Persona::ALL.into_iter().map(|persona| (persona, outcome(persona))).collect()
}

/// A witness as the ids of its responses.
pub(super) fn ids<'s>(scenario: &'s Scenario, witness: &[(StepIndex, usize)]) -> Vec<&'s str> {
    let response = |(step, response): &(StepIndex, usize)| scenario.step(*step).responses.get(*response);
    witness.iter().filter_map(response).map(|response| response.id.as_str()).collect()
}

/// The steps that no run comes to wait at.
pub(super) fn unreachable_steps<'s>(scenario: &'s Scenario, analysis: &Analysis) -> Vec<&'s str> {
    let steps = scenario.steps().iter().zip(&analysis.steps);
    steps.filter(|(_, facts)| facts.ranges.is_none()).map(|(step, _)| step.id.as_str()).collect()
}

/// The responses that are never offered, as `step/response`; all of a step that no run comes to are among them.
pub(super) fn unreachable_responses(scenario: &Scenario, analysis: &Analysis) -> Vec<String> {
    let mut never = Vec::new();
    for (step, facts) in scenario.steps().iter().zip(&analysis.steps) {
        for (response, answer) in step.responses.iter().zip(&facts.responses) {
            if facts.ranges.is_none() || !answer.offered {
                never.push(format!("{}/{}", step.id, response.id));
            }
        }
    }
    never
}

fn undecided(scenario: &Rc<Scenario>, too_many: TooMany) -> Piece {
    Piece::object([
        ("not_decided", Piece::text(&too_many.to_string())),
        ("limit", Piece::whole(too_many.limit as u64)),
        ("personas", persona_object(scenario)),
    ])
}

fn decided(scenario: &Rc<Scenario>, analysis: &Analysis) -> Piece {
    let outcomes = Outcome::ALL.map(|outcome| (outcome.name(), fate(scenario, analysis.outcome(outcome))));
    let steps = scenario.steps().iter().zip(&analysis.steps);
    let steps = steps.filter_map(|(step, facts)| Some((step.id.as_str(), step_object(facts)?)));
    let mut parts = vec![
        ("paths", Piece::text(&analysis.paths.to_string())),
        ("outcomes", Piece::object(outcomes)),
        ("end", analysis.end.map_or_else(|| Piece::Plain("null".into()), |end| Piece::object(ranges(end)))),
        ("steps", Piece::object(steps)),
        ("unreachable_steps", Piece::texts(unreachable_steps(scenario, analysis))),
        ("unreachable_responses", Piece::texts(unreachable_responses(scenario, analysis))),
        ("states", Piece::whole(analysis.states as u64)),
        ("personas", persona_object(scenario)),
        ("goals", goals(scenario)),
    ];
    // What was analysed within a limit is surveyed within the same.
    if let Ok(survey) = survey(scenario, usize::MAX) {
        parts.extend([("meters", budgets(&survey)), ("standings", standings(scenario, &survey))]);
    }
    Piece::object(parts)
}

fn fate(scenario: &Scenario, fate: &Fate) -> Piece {
    let witness = fate.witness.as_deref();
    let mut parts = vec![
        ("paths", Piece::text(&fate.paths.to_string())),
        ("share", share(&fate.share)),
        ("percent", percent(&fate.share)),
        ("witness", witness.map_or_else(|| Piece::Plain("null".into()), |path| Piece::texts(ids(scenario, path)))),
    ];
    parts.extend(fate.bound.as_deref().map(|bound| ("bound", Piece::text(bound))));
    Piece::object(parts)
}

/// A step's facts; `None` where no run comes to it.
fn step_object(facts: &StepFacts) -> Option<Piece> {
    let mut parts = ranges(facts.ranges?).to_vec();
    parts.push(("visits", share(&facts.visits)));
    parts.push(("weight", share(&facts.weight)));
    Some(Piece::object(parts))
}

fn ranges(ranges: Ranges) -> [(&'static str, Piece); 2] {
    let both = |(low, high): (i32, i32)| Piece::List(vec![Piece::whole(low), Piece::whole(high)]);
    [("leadership", both(ranges.leadership)), ("management", both(ranges.management))]
}

pub(super) fn share(share: &Fraction) -> Piece {
    Piece::text(&share.to_string())
}

/// A share as a number of JSON: the shortest one that is read back as the same float.
pub(super) fn percent(share: &Fraction) -> Piece {
    Piece::Plain(share.percent().to_string())
}

fn persona_object(scenario: &Rc<Scenario>) -> Piece {
    let of = |(persona, outcome): (Persona, Option<Outcome>)| {
        let outcome = outcome.map_or_else(|| Piece::Plain("null".into()), |outcome| Piece::text(outcome.name()));
        (persona.name(), outcome)
    };
    Piece::object(personas(scenario).into_iter().map(of))
}
