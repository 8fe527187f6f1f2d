//! The run on the balance map.

use crate::pages::debrief::WORDS;
use crate::pages::debrief::model::{Report, Shape};
use crate::words::fill;
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::{VTag, VText};

/// What is on the map.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct MapProps {
    pub report: Rc<Report>,
    pub beside: Option<usize>,
}

/// The map, with what its signs mean.
#[component]
pub(super) fn Map(MapProps { report, beside }: &MapProps) -> Html {
    let other = report.other(*beside);
    let mut caption = WORDS.caption.to_owned();
    if report.figures.is_some() {
        caption.push_str(WORDS.caption_counted);
    }
    if other.is_some() {
        caption.push_str(WORDS.caption_other);
    }
    // Another run beside it moves all that is drawn.
    let key = beside.map_or_else(String::new, |at| at.to_string());
    html! {
        <section class="ways" aria-labelledby="ways">
            <h2 id="ways">{WORDS.map}</h2>
            <figure {key}>
                <svg class="map" viewBox="0 0 376 372" role="img" aria-labelledby="map-title map-text">
                    <title id="map-title">{WORDS.map}</title>
                    <desc id="map-text">{means(report)}</desc>
                    for shape in report.shapes(other) {
                        {drawn(&shape)}
                    }
                </svg>
                <figcaption>{caption}</figcaption>
            </figure>
        </section>
    }
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
        ("n", report.run.turns().len() as i32),
        ("le", meters.leadership.enough),
        ("me", meters.management.enough),
    ];
    let figures = figures.map(|(gap, figure)| (gap, figure.to_string()));
    fill(WORDS.map_means, &figures.each_ref().map(|(gap, figure)| (*gap, &**figure)))
}

/// A shape of the map as a part of the page.
fn drawn(shape: &Shape) -> Html {
    let mut tag = VTag::new(shape.tag);
    for (key, value) in &shape.attributes {
        tag.add_attribute(key, value.clone());
    }
    if !shape.words.is_empty() {
        tag.add_child(VText::new(shape.words.clone()).into());
    }
    tag.add_children(shape.inside.iter().map(drawn));
    tag.into()
}
