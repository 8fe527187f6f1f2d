//! What is wrong with the text; each problem leads to its place.

use super::{Send, WORDS, on};
use crate::ui::element::el;
use crate::words::fill;
use crate::workbench::{Answer, Event, Model, Problem, Spot};
use lint::Severity;
use std::rc::Rc;
use yew::Html;

/// What the list shows: the answer, and whether there is a text at all.
type Seen = (Option<Rc<Answer>>, bool);

pub(super) fn seen(model: &Model) -> Seen {
    (model.answer.clone(), model.is_blank())
}

/// The list of problems.
pub(super) fn draw((answer, is_blank): &Seen, send: &Send) -> Html {
    let answer = answer.as_deref();
    let listed = answer.map(|answer| &*answer.problems).unwrap_or_default();
    let more = answer.map_or(0, |answer| (answer.count() as usize).saturating_sub(listed.len()));
    let quiet = match answer {
        None if *is_blank => Some(WORDS.blank_is),
        None => Some(WORDS.checking),
        Some(Answer { counts: [errors, warnings, _], .. }) => (errors + warnings == 0).then_some(WORDS.clean),
    };
    el!("section", "class" = "part problems", "aria-labelledby" = "problems")
        .with(el!("h2", "id" = "problems").text(WORDS.problems))
        .maybe(quiet.map(|words| el!("p", "class" = "soft").text(words).build()))
        .with(el!("ol").each(listed.iter().map(|problem| entry(problem, send))))
        .maybe((more > 0).then(|| el!("p").text(fill(WORDS.more, &[("n", &more.to_string())])).build()))
        .build()
}

/// One problem, of few elements: many may come and go with one key.
fn entry(problem: &Problem, send: &Send) -> Html {
    let kind = match problem.severity {
        Severity::Error => WORDS.kind_error,
        Severity::Warning => WORDS.kind_warning,
        Severity::Note => WORDS.kind_note,
    };
    let help = (!problem.help.is_empty())
        .then(|| el!("p", "class" = "soft").with(el!("b").text(WORDS.help)).text(format!(" {}", problem.help)).build());
    let beside = problem.related.iter().map(|(spot, message)| {
        el!("button", "class" = "beside")
            .text(format!("{} {}: {message}", WORDS.see, place(*spot)))
            .on_click(on(send, Event::Land(*spot)))
            .build()
    });
    el!("li", "class" = problem.severity.name())
        .with(
            el!("button", "class" = "problem")
                .with(el!("b").text(kind))
                .with(el!("code", "translate" = "no").text(format!(" {}, {} ", problem.code, place(problem.spot))))
                .with(el!("span").text(problem.message.clone()))
                .on_click(on(send, Event::Land(problem.spot))),
        )
        .maybe(help)
        .each(beside)
        .build()
}

fn place(spot: Spot) -> String {
    fill(WORDS.place, &[("line", &spot.line.to_string()), ("column", &spot.column.to_string())])
}
