//! The worker's part: checks and analyses a text, and says what came of it, first what an author waits for.

use super::answer::SEVERITIES;
use super::place::Units;
use super::worker::Work;
use super::{Answer, Fate, Picture, PictureFile, Plan, Problem, Report, Spot, StepReport, Survey, Wanted};
use analysis::{Analysis, Distance, Fraction, StepFacts};
use document::Document;
use lint::{Checked, Diagnostic, Folder, Options, check};
use play::play_as;
use scenario::pack::{self, Packer, Unpacker};
use scenario::{Beside, Limits, Persona, Positions, Scenario, Segment, SourceMap, Span};
use std::rc::Rc;

/// How many problems are listed; the rest is counted.
const LISTED: usize = 200;

/// How many states are visited: a browser's tab has less room than a terminal.
pub(super) const STATES: usize = 1_000_000;

/// A question to the worker: a text, the name of its file where it has one, and its pictures.
pub fn question(text: &str, stem: Option<&str>, pictures: &[PictureFile]) -> Vec<u8> {
    let mut to = Packer::default();
    to.text(stem.unwrap_or_default());
    to.text(text);
    to.each(pictures, |to, (file, bytes)| {
        to.text(file);
        to.row(bytes);
    });
    Work::Check.ask(to.bytes())
}

/// Tells the answer to what a [`question`] is about, and then, where the text can be read, its plan.
pub(super) fn answer(question: &[u8], tell: &mut dyn FnMut(Vec<u8>)) {
    let mut from = Unpacker::new(question);
    let stem = Some(from.text()).filter(|stem| !stem.is_empty());
    let text = from.text().as_bytes();
    let pictures = from.each(|from| Some((from.text().to_owned(), from.row().into())));
    let pictures: Vec<PictureFile> = pictures.unwrap_or_default();
    let look = |file: &str| Beside::among(file, pictures.iter().map(|(name, bytes)| (name.as_str(), bytes)));
    let options = Options { file_stem: stem, states: STATES, folder: Some(Folder(&look)), ..Options::default() };
    let checked = check(text, &options);
    let places = Places { positions: Positions::new(text), units: Units::new(text) };
    tell(answer_of(&checked, text, &places).pack());
    if let Some(scenario) = &checked.scenario {
        tell(plan(scenario, checked.analysis.as_ref(), text, &places).pack());
    }
}

fn answer_of(checked: &Checked, text: &[u8], places: &Places<'_>) -> Answer {
    let mut counts = SEVERITIES.map(|severity| checked.count(severity) as u32);
    counts[0] += checked.omitted as u32;
    let listed = &checked.diagnostics[..checked.diagnostics.len().min(LISTED)];
    // What is without fault needs no second reading.
    let document = Document::new(if listed.is_empty() { "" } else { str::from_utf8(text).unwrap_or_default() });
    Answer {
        problems: listed.iter().map(|diagnostic| problem(diagnostic, &document, places)).collect(),
        counts,
        report: checked.scenario.as_ref().map(|scenario| Rc::new(report(scenario, checked.analysis.as_ref()))),
    }
}

struct Places<'t> {
    positions: Positions<'t>,
    units: Units<'t>,
}

impl Places<'_> {
    fn spot(&self, span: Span) -> Spot {
        let place = self.positions.at(span.start);
        let (start, end) = (self.units.at(span.start), self.units.at(span.end.max(span.start)));
        Spot { line: place.line, column: place.column, start, end }
    }
}

fn problem(found: &Diagnostic, document: &Document, places: &Places<'_>) -> Problem {
    Problem {
        severity: found.severity,
        code: found.code.into(),
        spot: places.spot(found.span),
        path: document.node_at(found.span.start as usize).path(),
        message: found.message.clone(),
        help: found.help.clone(),
        related: found.related.iter().map(|beside| (places.spot(beside.span), beside.message.clone())).collect(),
    }
}

fn report(scenario: &Rc<Scenario>, analysis: Option<&Analysis>) -> Report {
    let persona = |persona| play_as(persona, scenario).ending().map(|ending| ending.outcome);
    let expected = |persona| {
        let (_, goal) = scenario.expect().iter().find(|(known, _)| *known == persona)?;
        let away = Distance::of(scenario, &play_as(persona, scenario).now(), *goal);
        Some((*goal, away.in_words()))
    };
    Report {
        id: scenario.id().to_string(),
        states: analysis.map(|analysis| grouped(&analysis.states.to_string())).unwrap_or_default(),
        paths: analysis.map(|analysis| grouped(&analysis.paths.to_string())).unwrap_or_default(),
        fates: analysis.iter().flat_map(|analysis| &analysis.outcomes).map(fate).collect(),
        personas: Persona::ALL.map(persona).to_vec(),
        expected: Persona::ALL.map(expected).to_vec(),
    }
}

fn plan(scenario: &Scenario, analysis: Option<&Analysis>, text: &[u8], places: &Places<'_>) -> Plan {
    let source_map = SourceMap::new(text, &Limits::default());
    let facts = analysis.map(|analysis| &*analysis.steps).unwrap_or_default();
    let steps = (0..scenario.steps().len()).map(|step| {
        let spot = places.spot(source_map.key(&[Segment::Key("steps"), Segment::At(step)]));
        facts.get(step).map_or(StepReport { spot, ..StepReport::default() }, |facts| step_report(facts, spot))
    });
    let names = scenario.steps().iter().map(|step| (step.id.to_string(), step.title.to_string()));
    Plan {
        // The page has the pictures already.
        pack: pack::pack(&scenario.without_pictures()),
        steps: steps.collect(),
        picture: Rc::new(Picture::of(scenario, analysis)),
        names: Rc::new(names.collect()),
        survey: Rc::new(analysis.map(|_| Survey::of(scenario, STATES)).unwrap_or_default()),
        wanted: Wanted::of(scenario),
    }
}

fn step_report(facts: &StepFacts, spot: Spot) -> StepReport {
    let ranges = facts.ranges.map(|ranges| [ranges.leadership, ranges.management]);
    let often = (facts.visits.percent() * 10.0).round() as u32;
    StepReport { spot, ranges, visits: percent(&facts.visits), often, weight: percent(&facts.weight) }
}

fn fate(fate: &analysis::Fate) -> Fate {
    Fate {
        paths: grouped(&fate.paths.to_string()),
        share: fate.share.to_string(),
        percent: percent(&fate.share),
        thousandths: (fate.share.percent() * 10.0).round() as u32,
        bound: fate.bound.clone().unwrap_or_default(),
    }
}

/// A whole number with its thousands apart.
fn grouped(digits: &str) -> String {
    let mut apart = String::with_capacity(digits.len() * 4 / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            apart.push(',');
        }
        apart.push(digit);
    }
    apart
}

/// A share as a per cent in words. Nothing is rounded to 0 or to 100 that is not.
fn percent(share: &Fraction) -> String {
    let percent = share.percent();
    let whole = share.numerator() == share.denominator();
    if percent <= 0.0 || whole {
        return if whole { "100 %" } else { "0 %" }.into();
    }
    let mut decimals = 2;
    while decimals < 15 && percent * 10_f64.powi(decimals) < 1.0 {
        decimals += 1;
    }
    let text = format!("{percent:.*}", decimals as usize);
    match text.as_str() {
        "100.00" => "over 99.99 %".into(),
        text => format!("{} %", text.trim_end_matches('0').trim_end_matches('.')),
    }
}

#[cfg(test)]
mod tests {
    use super::super::answer_to;
    use super::*;
    use analysis::BigUint;
    use lint::Severity;
    use scenario::Outcome;

    const SMALL: &str = include_str!("../../tests/fixtures/small.json");

    /// What is told of a text: its answer, and its plan where it has one.
    fn told(text: &str) -> (Answer, Option<Plan>) {
        let mut parts = Vec::new();
        answer_to(&question(text, Some("small"), &[]), &mut |part| parts.push(part));
        let answer = parts.first().and_then(|part| Answer::unpack(part)).expect("an answer");
        (answer, parts.get(1).map(|part| Plan::unpack(part).expect("a plan")))
    }

    #[test]
    fn a_text_that_can_be_read_is_reported_whole() {
        let (answer, plan) = told(SMALL);
        let (report, plan) = (answer.report.expect("a report"), plan.expect("a plan"));
        assert_eq!((report.id.as_str(), report.fates.len(), report.personas.len()), ("small", 4, 4));
        assert_eq!(plan.scenario().map(|scenario| scenario.steps().len()), Some(plan.steps.len()));
        assert!(plan.steps.iter().all(|step| step.spot.line > 10 && step.ranges.is_some()));
        assert!(!plan.picture.nodes.is_empty());
        assert_eq!(plan.names.iter().map(|(id, _)| id.as_str()).nth(1), Some("rush"));
        let survey = &plan.survey;
        assert_eq!((survey.budgets.len(), survey.standings.len()), (2, plan.steps.len()));
        assert!(survey.standings.iter().flatten().any(|standing| {
            standing.as_ref().is_some_and(|standing| standing.after.ends_with('%') && standing.states != [0; 3])
        }));
    }

    #[test]
    fn a_persona_that_ends_elsewhere_is_said_with_how_far_it_is() {
        let (answer, _) = told(SMALL);
        let expected = |answer: Answer| answer.report.expect("a report").expected.clone();
        assert_eq!(expected(answer), [None, None, None, Some((Outcome::Balanced, "it is there".into()))]);
        let other = SMALL.replace("{ \"balancing\": \"balanced\" }", "{ \"balancing\": \"adrift\" }");
        let away = expected(told(&other).0).pop().flatten();
        assert!(away.is_some_and(|(goal, away)| goal == Outcome::Adrift && away.contains("needs")));
    }

    #[test]
    fn a_faulty_text_has_its_faults_at_their_places() {
        let faulty = SMALL.replacen("\"next\": \"rush\"", "\"next\": \"rusch\"", 1);
        let (answer, plan) = told(&faulty);
        assert!(answer.report.is_none() && plan.is_none());
        assert!(answer.marks().iter().any(|(line, mark)| *line > 10 && *mark == Severity::Error));
        let problem = answer.problems.iter().find(|problem| problem.code == "unknown-step").expect("the fault");
        assert_eq!(problem.severity, Severity::Error);
        let units: Vec<u16> = faulty.encode_utf16().collect();
        let marked = String::from_utf16(&units[problem.spot.start as usize..problem.spot.end as usize]);
        assert_eq!(marked.expect("whole characters"), "\"rusch\"");
    }

    #[test]
    fn no_share_is_rounded_to_nothing_or_to_all() {
        let share = |part: u64, whole: u64| percent(&Fraction::new(BigUint::from(part), BigUint::from(whole)));
        assert_eq!([share(0, 3), share(3, 3), share(3, 16), share(1, 2)], ["0 %", "100 %", "18.75 %", "50 %"]);
        assert_eq!([share(1, 16_384), share(99_999_999, 100_000_000)], ["0.006 %", "over 99.99 %"]);
        assert_eq!(grouped("1099511627776"), "1,099,511,627,776");
    }
}
