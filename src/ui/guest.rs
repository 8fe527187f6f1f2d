//! Places for what bundles of their own draw: each takes its place once it is there.

use super::element::{Element, el};
use super::{Send, WORDS, frame, icon, on};
use crate::app::{Event, Guest};
use yew::Html;

/// A page that a bundle of its own draws.
pub(super) fn page(guest: Guest, rest: &str, send: &Send) -> Html {
    let (source, run) = rest.split_once('/').unwrap_or((rest, ""));
    let mut place = el!(
        "div",
        "id" = guest.script(),
        "aria-busy" = "true",
        "data-page" = guest.name(),
        "data-source" = source.to_owned(),
        "data-run" = run.to_owned()
    );
    place.key(guest.name().into());
    // What draws the debrief has a heading of its own.
    let heading = (guest != Guest::Linked)
        .then(|| el!("h1", "class" = "hidden", "tabindex" = "-1").text(frame::name(guest)).build());
    el!("main", "id" = "main", "class" = format!("page {}", guest.name()))
        .maybe(heading)
        .put(waiting(&mut place, send))
        .build()
}

/// The place of a run's debrief, under its outcome.
pub(super) fn debrief(source: String, version: String, run: String, send: &Send) -> Html {
    let key = run.clone();
    let mut place = el!(
        "div",
        "id" = Guest::Linked.script(),
        "aria-busy" = "true",
        "data-source" = source,
        "data-version" = version,
        "data-run" = run
    );
    waiting(place.key(key), send)
}

/// What stands in a place until its bundle is there, and what helps when it is late.
fn waiting(place: &mut Element, send: &Send) -> Html {
    place
        .with(el!("p", "role" = "status").text(WORDS.on_its_way))
        .with(el!("p", "class" = "late").text(WORDS.late).text(" ").put(frame::button(
            "button",
            icon::UNDO,
            WORDS.retry,
            on(send, Event::Reload),
        )))
        .build()
}
