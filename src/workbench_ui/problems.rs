//! What is wrong with the text; each problem leads to its place.

use super::{Send, WORDS, on};
use crate::check::Severity;
use crate::ui::element::el;
use crate::ui::icon;
use crate::words::fill;
use crate::workbench::{Event, Model, Problem, Spot};
use yew::Html;

/// A drawn cross in a circle.
const ERROR: &str = "M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0M8.8 8.8l6.4 6.4M15.2 8.8l-6.4 6.4";

/// The list of problems.
pub(super) fn draw(model: &Model, send: &Send) -> Html {
    let answer = model.answer.as_ref();
    let listed = answer.map(|answer| &*answer.problems).unwrap_or_default();
    let more = answer.map_or(0, |answer| (answer.count() as usize).saturating_sub(listed.len()));
    let quiet = match answer {
        None if model.is_blank() => Some(WORDS.blank_is),
        None => Some(WORDS.checking),
        Some(answer) => (answer.count() == 0).then_some(WORDS.clean),
    };
    el!("section", "class" = "part problems", "aria-labelledby" = "problems")
        .with(el!("h2", "id" = "problems").text(WORDS.problems))
        .maybe(quiet.map(|words| el!("p", "class" = "soft").text(words).build()))
        .with(el!("ol").each(listed.iter().map(|problem| entry(problem, send))))
        .maybe((more > 0).then(|| el!("p").text(fill(WORDS.more, &[("n", &more.to_string())])).build()))
        .build()
}

fn entry(problem: &Problem, send: &Send) -> Html {
    let (path, kind) = match problem.severity {
        Severity::Error => (ERROR, WORDS.kind_error),
        Severity::Warning => (icon::WARNING, WORDS.kind_warning),
        Severity::Note => (icon::INFO, WORDS.kind_note),
    };
    let help = (!problem.help.is_empty()).then(|| {
        el!("p", "class" = "soft").with(el!("b").text(WORDS.help)).text(" ").text(problem.help.clone()).build()
    });
    let beside = problem.related.iter().map(|(spot, message)| {
        el!("button", "class" = "beside")
            .text(format!("{} ", WORDS.see))
            .put(place(*spot))
            .text(format!(": {message}"))
            .on_click(on(send, Event::Land(*spot)))
            .build()
    });
    el!("li", "class" = problem.severity.name())
        .with(
            el!("button", "class" = "problem")
                .put(icon::draw(path))
                .with(el!("span", "class" = "hidden").text(kind).text(": "))
                .with(el!("b").text(problem.message.clone()))
                .with(el!("code").put(place(problem.spot)).text(format!(" {}", problem.code)))
                .on_click(on(send, Event::Land(problem.spot))),
        )
        .maybe(help)
        .each(beside)
        .build()
}

/// A place: figures to the eye, words to the ear.
fn place(spot: Spot) -> Html {
    let (line, column) = (spot.line.to_string(), spot.column.to_string());
    let spoken = fill(WORDS.place, &[("line", &line), ("column", &column)]);
    el!("span")
        .with(el!("span", "aria-hidden" = "true").text(format!("{line}:{column}")))
        .with(el!("span", "class" = "hidden").text(spoken))
        .build()
}
