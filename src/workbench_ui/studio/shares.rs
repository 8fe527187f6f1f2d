//! How runs end, always in sight.

use super::{Send, WORDS};
use crate::ui::element::{Html, classes, el};
use crate::ui::icon;
use crate::words::ENGLISH as GAME;
use crate::workbench::{Model, Report};
use scenario::Outcome;
use std::rc::Rc;

/// What is shown: the report, whether it is of an earlier text, and how much is wrong: errors, warnings, notes.
type Seen = (Option<Rc<Report>>, bool, Option<[u32; 3]>);

pub(super) fn seen(model: &Model) -> Seen {
    (model.report.clone(), model.stale, model.answer.as_ref().map(|answer| answer.counts))
}

/// The four shares in a row, and how much is wrong.
pub(super) fn draw((report, stale, counts): &Seen, _: &Send) -> Html {
    let fates = report.iter().flat_map(|report| Outcome::ALL.into_iter().zip(&report.fates));
    let share = fates.map(|(outcome, fate)| {
        let wide = format!("{}.{}%", fate.thousandths / 10, fate.thousandths % 10);
        el!("li", "class" = outcome.name())
            .put(icon::draw(icon::outcome(outcome)))
            .with(el!("span", "class" = "name").text(GAME.verdict(outcome)))
            .with(el!("b").text(fate.percent.clone()))
            .with(
                el!("svg", "class" = "bar", "aria-hidden" = "true")
                    .with(&mut el!("rect", "class" = "whole", "width" = "100%", "height" = "100%"))
                    .with(&mut el!("rect", "class" = "share", "width" = wide, "height" = "100%")),
            )
            .build()
    });
    let is_known = report.as_ref().is_some_and(|report| !report.fates.is_empty());
    let quiet = if !is_known {
        Some(WORDS.shares_unknown)
    } else if *stale {
        Some(WORDS.shares_stale)
    } else {
        None
    };
    let bench = &crate::workbench::ENGLISH;
    let words = [(bench.error, bench.errors), (bench.warning, bench.warnings), (bench.note, bench.notes)];
    let told =
        counts.iter().flatten().zip(words).filter(|(count, _)| **count > 0).map(|(count, (one, many))| match count {
            1 => one.to_owned(),
            count => crate::words::fill(many, &[("n", &count.to_string())]),
        });
    let told: Vec<String> = told.collect();
    el!("section", "class" = classes("shares", stale.then_some("stale")), "aria-label" = WORDS.shares)
        .with(el!("ul").each(share))
        .maybe(quiet.map(|words| el!("p", "class" = "soft").text(words).build()))
        .with(el!("p", "class" = "soft wrong").text(told.join(bench.and)))
        .build()
}
