//! What came of a search as JSON, for other programs.

use crate::aims::{Aims, Band};
use crate::figures::{Figures, Miss};
use crate::proposal::{Balance, Change, Proposal};
use crate::report::{response_id, words_of};
use scenario::layout::Piece;
use scenario::{Number, Outcome, Scenario};

/// What came of a search as a JSON object: the aims, the figures before, and each proposal; `said` is what else there is
/// to say of each, such as warnings.
pub fn json(scenario: &Scenario, aims: &Aims, balance: &Balance, said: &[Vec<String>]) -> String {
    let said = said.iter().map(Vec::as_slice).chain(std::iter::repeat(&[][..]));
    let proposals = balance.proposals.iter().zip(said).map(|(proposal, said)| proposed(scenario, proposal, said));
    Piece::object([
        ("aims", wanted(aims)),
        ("met", Piece::truth(balance.is_met())),
        ("before", figures(scenario, &balance.before)),
        ("missed", missed(scenario, &balance.missed)),
        ("proposals", Piece::List(proposals.collect())),
        ("evaluations", Piece::whole(balance.evaluations as u64)),
        ("stopped", Piece::truth(balance.stopped)),
    ])
    .to_file()
}

fn wanted(aims: &Aims) -> Piece {
    let range = |band: &Band| Piece::List([band.low, band.high].map(|end| Piece::Plain(end.to_string())).into());
    let shares = Outcome::ALL.into_iter().filter_map(|outcome| {
        let band = aims.shares[outcome as usize].as_ref()?;
        Some((outcome.name(), range(band)))
    });
    let personas = aims.personas.iter().map(|(persona, goal)| (persona.name(), Piece::text(goal.name())));
    Piece::object([
        ("percent", Piece::object(shares)),
        ("personas", Piece::object(personas)),
        ("most", Piece::whole(aims.most)),
    ])
}

fn proposed(scenario: &Scenario, proposal: &Proposal, said: &[String]) -> Piece {
    let changes = proposal.changes.iter().map(|change| changed(scenario, change));
    Piece::object([
        ("met", Piece::truth(proposal.missed.is_empty())),
        ("points", Piece::whole(proposal.points())),
        ("changes", Piece::List(changes.collect())),
        ("after", figures(scenario, &proposal.after)),
        ("missed", missed(scenario, &proposal.missed)),
        ("new", Piece::texts(said)),
    ])
}

fn changed(scenario: &Scenario, change: &Change) -> Piece {
    let (what, step, response) = match change.number {
        Number::Start(_) => ("start", None, None),
        Number::Enough(_) => ("enough", None, None),
        Number::Pressure(step, _) => ("pressure", Some(step), None),
        Number::Effect(step, at, _) => ("effect", Some(step), Some(at)),
    };
    let step = step.map(|step| scenario.step(step));
    let response = step.zip(response).and_then(|(step, at)| step.responses.get(at));
    let mut parts = vec![("number", Piece::text(what))];
    parts.extend(step.map(|step| ("step", Piece::text(step.id.as_str()))));
    parts.extend(response.map(|response| ("response", Piece::text(response.id.as_str()))));
    parts.push(("meter", Piece::text(change.number.meter().name())));
    parts.extend([("from", Piece::whole(change.from)), ("to", Piece::whole(change.to))]);
    parts.extend(words_of(scenario, change.number).map(|words| ("words", Piece::text(words))));
    parts.push(("alone", figures(scenario, &change.alone)));
    Piece::object(parts)
}

fn figures(scenario: &Scenario, figures: &Figures) -> Piece {
    let shares = Outcome::ALL.map(|outcome| {
        let share = figures.share(outcome);
        let percent = Piece::Plain(share.percent().to_string());
        (outcome.name(), Piece::object([("share", Piece::text(&share.to_string())), ("percent", percent)]))
    });
    let personas = figures.personas.map(|(persona, outcome)| {
        let null = || Piece::Plain("null".into());
        (persona.name(), outcome.map_or_else(null, |outcome| Piece::text(outcome.name())))
    });
    let dominated = figures.dominated.iter().map(|(step, at)| response_id(scenario, *step, *at));
    Piece::object([
        ("outcomes", Piece::object(shares)),
        ("personas", Piece::object(personas)),
        ("dominated", Piece::texts(dominated)),
    ])
}

fn missed(scenario: &Scenario, missed: &[Miss]) -> Piece {
    Piece::texts(missed.iter().map(|miss| miss.in_words(scenario)))
}
