//! The text: a plain field with the lines' numbers beside it.

use super::WORDS;
use crate::check::Severity;
use crate::ui::element::el;
use crate::workbench::Model;
use std::collections::BTreeMap;
use yew::Html;

/// The field.
pub(super) const FIELD: &str = "#author-text";
/// The numbers beside it.
pub(super) const NUMBERS: &str = ".numbers";

/// The field. The browser holds its text: it is put there and taken from there, and never drawn.
pub(super) fn draw(model: &Model) -> Html {
    el!("section", "class" = "part text", "aria-labelledby" = "text")
        .with(el!("h2", "id" = "text").text(WORDS.text))
        .with(el!("div", "class" = "field").put(numbers(model)).with(&mut el!(
            "textarea",
            "id" = "author-text",
            "aria-label" = WORDS.field,
            "spellcheck" = "false",
            "autocomplete" = "off",
            "autocapitalize" = "off",
            "wrap" = "off"
        )))
        .build()
}

/// The numbers; lines that something is said of are marked. One text from mark to mark is drawn quicker than a node
/// for each line.
fn numbers(model: &Model) -> Html {
    let mut marks: BTreeMap<u32, Severity> = BTreeMap::new();
    for problem in model.answer.iter().flat_map(|answer| &answer.problems) {
        let mark = marks.entry(problem.spot.line).or_insert(problem.severity);
        *mark = (*mark).min(problem.severity);
    }
    let mut column = el!("pre", "class" = "numbers", "aria-hidden" = "true");
    let mut plain = String::new();
    for line in 1..=model.lines() {
        match marks.get(&line) {
            None => plain += &format!("{line}\n"),
            Some(severity) => {
                column.text(std::mem::take(&mut plain));
                column.with(el!("b", "class" = severity.name()).text(line.to_string()));
                plain.push('\n');
            }
        }
    }
    column.text(plain).build()
}
