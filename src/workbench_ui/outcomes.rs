//! Where runs end: the exact shares of the outcomes, and the players of habit.

use super::{Send, WORDS};
use crate::ui::element::{classes, el};
use crate::ui::icon;
use crate::words::{ENGLISH as GAME, fill};
use crate::workbench::{Fate, Model, Report};
use scenario::Outcome;
use std::rc::Rc;
use yew::Html;

/// The longest fraction that is shown: past that its per cent says more.
const LONGEST: usize = 24;

/// What is shown: the report, and whether it is of an earlier text.
type Seen = (Option<Rc<Report>>, bool);

pub(super) fn seen(model: &Model) -> Seen {
    (model.report.clone(), model.stale && model.report.is_some())
}

/// The outcomes of the text as it could last be read.
pub(super) fn draw((report, stale): &Seen, _: &Send) -> Html {
    let inside = match report {
        Some(report) => whole(report),
        None => el!("p", "class" = "soft").text(WORDS.unknown).build(),
    };
    el!("section", "class" = classes("part outcomes", stale.then_some("stale")), "aria-labelledby" = "outcomes")
        .with(el!("h2", "id" = "outcomes").text(WORDS.outcomes))
        .maybe(stale.then(|| el!("p", "class" = "aside").text(WORDS.stale).build()))
        .put(inside)
        .build()
}

fn whole(report: &Report) -> Html {
    let summary = if report.fates.is_empty() {
        WORDS.undecided.to_owned()
    } else {
        fill(WORDS.paths, &[("paths", &report.paths), ("states", &report.states)])
    };
    let fates = Outcome::ALL.into_iter().zip(&report.fates).map(|(outcome, found)| fate(outcome, found));
    let names = [WORDS.always_leader, WORDS.always_manager, WORDS.alternating, WORDS.balancing];
    let personas = names.into_iter().zip(&report.personas).map(|(name, outcome)| persona(name, *outcome));
    el!("div")
        .with(el!("ul", "class" = "fates").each(fates))
        .with(el!("p", "class" = "soft").text(summary))
        .with(el!("h3").text(WORDS.personas))
        .with(el!("ul", "class" = "personas").each(personas))
        .build()
}

fn fate(outcome: Outcome, fate: &Fate) -> Html {
    let never = !fate.bound.is_empty();
    let ways = if fate.paths == "1" { WORDS.one_way.into() } else { fill(WORDS.ways, &[("paths", &fate.paths)]) };
    let exact =
        if fate.share.len() > LONGEST || fate.share.len() < 2 { ways } else { format!("{} · {ways}", fate.share) };
    let under = if never { fill(WORDS.never, &[("why", &fate.bound)]) } else { exact };
    let wide = format!("{}.{}%", fate.thousandths / 10, fate.thousandths % 10);
    el!("li", "class" = outcome.name())
        .put(icon::draw(icon::outcome(outcome)))
        .with(el!("b").text(GAME.verdict(outcome)))
        .with(el!("span", "class" = "percent").text(fate.percent.clone()))
        .with(
            el!("svg", "class" = "bar", "aria-hidden" = "true")
                .with(&mut el!("rect", "class" = "whole", "width" = "100%", "height" = "100%"))
                .with(&mut el!("rect", "class" = "share", "width" = wide, "height" = "100%")),
        )
        .with(el!("span", "class" = "soft").text(under))
        .build()
}

fn persona(name: &'static str, outcome: Option<Outcome>) -> Html {
    let ending = outcome.map(|outcome| {
        el!("span")
            .with(el!("span", "class" = "hidden").text(" ").text(WORDS.ends_in).text(" "))
            .put(icon::draw(icon::outcome(outcome)))
            .text(GAME.verdict(outcome))
            .build()
    });
    el!("li").with(el!("span").text(name)).maybe(ending).build()
}
