//! What is said of a scenario's file: the reports of the checks, the author's figures and pictures, the workbench's
//! answer. Each is what it says it is, whatever stands in the file.

use super::places::Widths;
use analysis::Analysis;
use author::{analysis_json, analysis_report, graph};
use lint::render::{File, github, json, sarif};
use lint::{Checked, Options, check};
use play::play_as;
use scenario::{Persona, Positions, Scenario};
use std::rc::Rc;
use two_hats::workbench::{Answer, answer_to, question};

/// How many states are visited: enough for what a fuzzer makes up.
const STATES: usize = 2_000;

pub fn holds(bytes: &[u8]) {
    let checked = check(bytes, &Options { file_stem: Some("small"), states: STATES, ..Options::default() });
    reports_hold(bytes, &checked);
    match &checked.scenario {
        Some(scenario) => figures_hold(scenario, &checked),
        // The workbench visits as many states as a browser can: what it says of a scenario takes too long here.
        None => std::str::from_utf8(bytes).into_iter().for_each(answer_holds),
    }
}

fn reports_hold(bytes: &[u8], checked: &Checked) {
    let file = [File { name: "small.json", bytes, checked }];
    let (positions, widths) = (Positions::new(bytes), Widths::of(bytes));
    checked.diagnostics.iter().for_each(|diagnostic| widths.hold(&positions, diagnostic.span));
    let count = checked.diagnostics.len();
    let report: serde_json::Value = serde_json::from_str(&json(&file)).expect("JSON");
    assert_eq!(report.as_array().map(Vec::len), Some(count));
    let report: serde_json::Value = serde_json::from_str(&sarif(&file)).expect("SARIF is JSON");
    assert_eq!(report["runs"][0]["results"].as_array().map(Vec::len), Some(count));
    assert_eq!(github(&file).lines().filter(|line| line.starts_with("::")).count(), count);
    assert_eq!(github(&file).lines().count(), count, "what a file says begins no line of its own");
    assert!(!lint::render::text(&file, true).contains('\0'));
}

fn answer_holds(text: &str) {
    let mut parts = Vec::new();
    answer_to(&question(text, None, &[]), &mut |part| parts.push(part));
    let answer = parts.first().and_then(|part| Answer::unpack(part)).expect("an answer");
    let units = text.encode_utf16().count() as u32;
    for problem in &answer.problems {
        assert!(problem.spot.start <= problem.spot.end && problem.spot.end <= units, "{problem:?} of {units}");
    }
}

fn figures_hold(scenario: &Rc<Scenario>, checked: &Checked) {
    if let Some(analysis) = &checked.analysis {
        pictures_hold(scenario, analysis);
    }
    let Some(asked) = checked.analysis.as_ref().map(Ok).or(checked.undecided.map(Err)) else { return };
    assert!(!analysis_report(scenario, asked).is_empty());
    let written = analysis_json(scenario, asked);
    assert!(serde_json::from_str::<serde_json::Value>(&written).is_ok(), "{written}");
}

fn pictures_hold(scenario: &Rc<Scenario>, analysis: &Analysis) {
    for persona in Persona::ALL {
        let ending = play_as(persona, scenario).ending().expect("an end");
        assert!(analysis.outcome(ending.outcome).share.percent() > 0.0, "what {persona:?} comes to can be reached");
    }
    let svg = graph::svg(scenario, &graph::Layout::new(scenario, Some(analysis)));
    super::lines::is_tame(&svg);
    assert!(!svg.contains("NaN"));
    let _ = (graph::dot(scenario, Some(analysis)), graph::mermaid(scenario, Some(analysis)));
}
