//! The two meters, and what a choice did to them.

use super::element::{Html, el};
use super::{WORDS, icon, speech};
use crate::app::view::{Arrival, MeterView};
use crate::words::{fill, signed};
use scenario::{Effect, Stance};

/// Both meters.
pub(super) fn both(meters: &[MeterView; 2]) -> Html {
    el!("section", "class" = "meters", "aria-label" = WORDS.meters).each(meters.iter().map(meter)).build()
}

/// What stands in their place where they are hidden.
pub(super) fn hidden() -> Html {
    el!("p", "class" = "soft").text(WORDS.hidden).build()
}

/// Why coming to a step moved the meters, in the story's words or, where it has none, in the interface's.
pub(super) fn why(arrival: &Arrival<'_>) -> Option<Html> {
    let language = if arrival.step.why.is_empty() { WORDS.tag } else { arrival.language };
    speech::beside("soft", &WORDS.why(arrival.step), language)
}

fn meter(view: &MeterView) -> Html {
    let class = format!("meter {}{}", view.stance.name(), if view.low { " low" } else { "" });
    el!("div", "class" = class)
        .put(icon::draw(icon::instrument(view.stance)))
        .with(el!("span", "class" = "name").text(WORDS.meter(view.stance)))
        .with(el!("b").text(view.value.to_string()))
        .maybe(view.change.map(chip))
        .put(gauge(view))
        .with(
            el!("p", "class" = "mark")
                .with(el!("span").text(if view.low { WORDS.low } else { WORDS.breaks }))
                .with(el!("span").text(fill(WORDS.enough, &[("n", &view.enough.to_string())]))),
        )
        .build()
}

/// The meter as a picture; its elements stay from step to step, so that what changes is seen to move.
fn gauge(view: &MeterView) -> Html {
    let percent = |thousandths: u32| format!("{}.{}%", thousandths / 10, thousandths % 10);
    let full = percent(view.gauge.full);
    let bar = |class: &'static str, wide: String, round: &'static str| {
        el!("rect", "class" = class, "y" = "8", "width" = wide, "height" = "12", "rx" = round).build()
    };
    let mark = |class: &'static str, x: String, wide: &'static str| {
        el!("rect", "class" = class, "x" = x, "y" = "3", "width" = wide, "height" = "22").build()
    };
    let mut thumb = el!("svg", "class" = "thumb", "x" = full.clone(), "y" = "14", "overflow" = "visible");
    let round = match view.stance {
        Stance::Leader => {
            thumb.with(&mut el!("circle", "r" = "10")).with(&mut el!("path", "d" = "M0-7 2.6 0 0 7-2.6 0Z"));
            "6"
        }
        Stance::Manager => {
            thumb
                .with(&mut el!("rect", "x" = "-7.5", "y" = "-10", "width" = "15", "height" = "20", "rx" = "2"))
                .with(&mut el!("path", "d" = "M-4-1h8v2h-8Z"));
            "0"
        }
    };
    el!("svg", "class" = "gauge", "aria-hidden" = "true")
        .put(bar("track", "100%".into(), round))
        .put(bar("fill", full, round))
        .put(mark("zero", "-2".into(), "4"))
        .put(mark("enough", percent(view.gauge.enough), "3.5"))
        .with(&mut thumb)
        .build()
}

/// What was added, with an arrow.
fn chip(change: i32) -> Html {
    let (arrow, word) = if change > 0 { (icon::UP, WORDS.up) } else { (icon::DOWN, WORDS.down) };
    el!("span", "class" = "chip")
        .put(icon::draw(arrow))
        .with(el!("span", "class" = "hidden").text(word).text(" "))
        .text(signed(change))
        .build()
}

/// What a choice did, as a list; nothing where it did nothing.
pub(super) fn changes(effect: Effect) -> Option<Html> {
    let entry = |(stance, change): (Stance, i32)| {
        el!("li", "class" = stance.name())
            .put(icon::draw(icon::instrument(stance)))
            .text(WORDS.meter(stance))
            .text(" ")
            .put(chip(change))
            .build()
    };
    let changes = [(Stance::Leader, effect.leadership), (Stance::Manager, effect.management)];
    let mut entries = changes.into_iter().filter(|(_, change)| *change != 0).map(entry).peekable();
    entries.peek()?;
    Some(el!("ul", "class" = "changes", "aria-label" = WORDS.what_it_did).each(entries).build())
}
