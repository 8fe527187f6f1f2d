//! The run on the balance map.

use crate::components::element::{Html, drawing, el};
use crate::pages::debrief::CURIOUS;
use crate::pages::debrief::model::{Report, Shape};
use crate::words::fill;

/// The map, with what its signs mean.
pub(super) fn map(report: &Report, beside: Option<usize>) -> Html {
    let other = report.other(beside);
    let mut caption = CURIOUS.caption.to_owned();
    if report.figures.is_some() {
        caption.push_str(CURIOUS.caption_counted);
    }
    if other.is_some() {
        caption.push_str(CURIOUS.caption_other);
    }
    let words = [
        Shape::new("title", &[("id", "map-title")]).words(CURIOUS.map),
        Shape::new("desc", &[("id", "map-text")]).words(&means(report)),
    ];
    let mut map = String::new();
    Shape::new(
        "svg",
        &[("class", "map"), ("viewBox", "0 0 376 372"), ("role", "img"), ("aria-labelledby", "map-title map-text")],
    )
    .holding(words.into_iter().chain(report.shapes(other)))
    .write(&mut map);
    // Another run beside it moves all that is drawn.
    let key = beside.map_or_else(String::new, |at| at.to_string());
    el!("section", "class" = "ways", "aria-labelledby" = "ways")
        .with(el!("h3", "id" = "ways").text(CURIOUS.map))
        .with(el!("figure").key(key).put(drawing(map)).with(el!("figcaption").text(caption)))
        .build()
}

/// What the map shows, in words.
fn means(report: &Report) -> String {
    let meters = report.run.scenario().meters();
    let now = report.run.now();
    let figures = [
        ("l0", meters.leadership.start),
        ("m0", meters.management.start),
        ("l", now.leadership),
        ("m", now.management),
        ("n", report.run.decisions().count() as i32),
        ("le", meters.leadership.enough),
        ("me", meters.management.enough),
    ];
    let figures = figures.map(|(gap, figure)| (gap, figure.to_string()));
    fill(CURIOUS.map_means, &figures.each_ref().map(|(gap, figure)| (*gap, &**figure)))
}
