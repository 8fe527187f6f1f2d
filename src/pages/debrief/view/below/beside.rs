//! Another run beside this one.

use crate::components::element::{Callback, Event, Html, el};
use crate::components::{field, table_head};
use crate::pages::debrief::BELOW;
use crate::pages::debrief::model::{Message, Report, Side, Told, shown, verdict};
use crate::pages::debrief::view::parts::{Dispatch, Language, hat_tag, hats};
use crate::words::fill;
use play::Run;

/// The choice of another run, and the two side by side.
pub(super) fn beside(told: &Told, language: &Language, dispatch: &Dispatch) -> Html {
    let report = &told.report;
    let mut section = el!("section", "class" = "beside", "aria-labelledby" = "beside");
    section.with(el!("h2", "id" = "beside").text(BELOW.beside));
    if report.others.is_empty() {
        section.with(el!("p").text(BELOW.no_others));
    } else {
        let mut choice = el!("select", "id" = "other");
        choice.with(el!("option", "value" = "").text("…")).on_change(chosen(dispatch));
        for (at, other) in report.others.iter().enumerate() {
            let selected = (told.beside == Some(at)).then_some("selected");
            choice.with(el!("option", "value" = at.to_string(), "selected" = selected).text(shown(&other.name)));
        }
        section.with(el!("p").with(el!("label", "for" = "other").text(BELOW.choose_other)).text(" ").with(&mut choice));
    }
    let other = told.beside.zip(told.other());
    let status = other.map(|(at, run)| {
        let parted = told.compared.then(|| el!("span").key(at.to_string()).text(parted(report, run)).build());
        el!("p", "role" = "status").maybe(parted).build()
    });
    section.maybe(status);
    if let Some((at, other)) = other {
        for (name, run) in [(BELOW.this_run, &report.run), (BELOW.other_run, other)] {
            section.with(el!("p").text(name)).put(hats(name, run, None, &|_| None));
        }
        section.put(pairs(report, other, at, language));
    }
    section.build()
}

fn chosen(dispatch: &Dispatch) -> Callback<Event> {
    dispatch.reform(|event| Message::OtherChosen(field::chosen(&event).and_then(|value| value.parse().ok())))
}

/// Where the two part, in words.
fn parted(report: &Report, other: &Run) -> String {
    match report.parted(other) {
        Some(at) => fill(BELOW.parted, &[("n", &at.to_string())]),
        None => BELOW.not_parted.into(),
    }
}

fn pairs(report: &Report, other: &Run, at: usize, language: &Language) -> Html {
    let mut body = el!("tbody");
    for row in report.pairs(other) {
        let mut pair = el!("tr");
        pair.with(el!("th", "scope" = "row").text(row.number.to_string()));
        for (side, name) in row.sides.iter().zip([BELOW.this_run, BELOW.other_run]) {
            let mut cell = el!("td", "data-label" = name);
            if let Some(side) = side {
                decision(&mut cell, side, language);
            }
            pair.with(&mut cell);
        }
        body.with(&mut pair);
    }
    let mut ends = el!("tr");
    ends.with(el!("th", "scope" = "row").text(BELOW.the_end)).put(end(&report.run)).put(end(other));
    el!("table", "class" = "table two")
        .key(at.to_string())
        .put(table_head(&[BELOW.decision, BELOW.this_run, BELOW.other_run], false))
        .with(body.with(&mut ends))
        .build()
}

fn decision(cell: &mut crate::components::element::Element, side: &Side<'_>, language: &Language) {
    let mut step = el!("b", "lang" = language.lang.clone(), "dir" = language.dir);
    cell.put(hat_tag(side.stance))
        .text(" ")
        .with(step.text(shown(side.step)))
        .text(" ")
        .put(language.span(None, side.response));
}

fn end(run: &Run) -> Html {
    let [leadership, management] = [run.now().leadership, run.now().management].map(|meter| meter.to_string());
    let meters = fill(BELOW.meters, &[("leadership", &leadership), ("management", &management)]);
    el!("td").with(el!("b").text(verdict(run))).text(" ").with(el!("span").text(meters)).build()
}
