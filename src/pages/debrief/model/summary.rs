//! The run as a plain text, to be pasted elsewhere.

use super::{Flag, Report, shown};
use crate::pages::debrief::{BELOW, WORDS};
use crate::words::fill;

/// The text of a run.
pub(super) fn summary(report: &Report) -> String {
    let run = &report.run;
    let (heading, lesson) = run.variant().map_or(("", ""), |variant| (&*variant.title, &*variant.lesson));
    let [leadership, management] = [run.now().leadership, run.now().management].map(|meter| meter.to_string());
    let meters = fill(BELOW.summary_meters, &[("leadership", &leadership), ("management", &management)]);
    let verdict = report.verdict();
    let mut lines = vec![format!("{}: {verdict}", run.scenario().title()), heading.into(), lesson.into()];
    lines.extend([String::new(), meters, String::new()]);
    for row in report.decisions() {
        let hat = WORDS.hats[row.stance as usize];
        let mut line = format!("{}. {} [{hat}] {}", row.number, row.step, row.response);
        for flag in &row.flags {
            line.push(' ');
            line.push_str(match flag {
                Flag::Turned => BELOW.summary_turned,
                Flag::ChanceLost => BELOW.summary_chance,
                Flag::NoReturn(_) => BELOW.summary_no_return,
            });
        }
        lines.push(line);
    }
    let link = report.link();
    let code = fill(BELOW.summary_code, &[("code", &report.code())]);
    lines.extend([String::new(), link.unwrap_or(code)]);
    lines.push(String::new());
    shown(&lines.join("\n"))
}
