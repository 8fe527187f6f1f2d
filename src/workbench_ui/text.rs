//! The text: a plain field with the lines' numbers beside it.

use super::piece::piece;
use super::{Send, WORDS, concepts};
use crate::ui::element::el;
use crate::workbench::Model;
use lint::Severity;
use std::rc::Rc;
use yew::Html;

/// The field.
pub(super) const FIELD: &str = "#author-text";
/// The numbers beside it.
pub(super) const NUMBERS: &str = ".numbers";

/// How many lines' numbers are one element: the browser lays out those alone that are seen.
const BLOCK: u32 = 100;

/// The field. The browser holds its text: it is put there and taken from there, and never drawn.
pub(super) fn draw(model: &Model, send: &Send) -> Html {
    let marks = model.answer.as_ref().map(|answer| answer.marks()).unwrap_or_default();
    el!("section", "class" = "part text", "aria-labelledby" = "text")
        .with(el!("h2", "id" = "text").text(WORDS.text))
        .with(
            el!("div", "class" = "field")
                .with(
                    el!("div", "class" = "numbers", "aria-hidden" = "true")
                        .put(piece(model.lines(), numbers, send))
                        .put(piece(Rc::from(marks), marked, send)),
                )
                .with(&mut el!(
                    "textarea",
                    "id" = "author-text",
                    "aria-label" = WORDS.field,
                    "translate" = "no",
                    "spellcheck" = "false",
                    "autocomplete" = "off",
                    "autocapitalize" = "off",
                    "wrap" = "off"
                )),
        )
        .put(piece(model.site.clone(), concepts::draw, send))
        .build()
}

/// The numbers, which are others only when there are more lines or fewer.
fn numbers(lines: &u32, _: &Send) -> Html {
    let block = |before: u32| {
        let numbers = (before + 1..=lines.saturating_sub(before).min(BLOCK) + before).map(|line| format!("{line}\n"));
        el!("pre").text(numbers.collect::<String>()).build()
    };
    el!("div").each((0..*lines).step_by(BLOCK as usize).map(block)).build()
}

/// Over the numbers, those of the lines that something is said of. A line is one and a half times as high as its letters.
fn marked(marks: &Rc<[(u32, Severity)]>, _: &Send) -> Html {
    let mark = |(line, severity): &(u32, Severity)| {
        let (top, foot) = (format!("{}em", f64::from(line - 1) * 1.5), format!("{}em", f64::from(*line) * 1.5 - 0.4));
        el!("g", "class" = severity.name())
            .with(&mut el!("rect", "y" = top, "width" = "100%", "height" = "1.5em", "rx" = "3"))
            .with(el!("text", "x" = "100%", "dx" = "-.3em", "y" = foot, "text-anchor" = "end").text(line.to_string()))
            .build()
    };
    el!("svg").each(marks.iter().map(mark)).build()
}
