//! Places for pages that are fetched when they are first shown.

use super::element::{Element, Html, el, list};
use super::{Send, WORDS, frame, on};
use crate::app::{Event, Guest};
use crate::pages::debrief;

/// A page that is fetched when it is first shown.
pub(super) fn page(guest: Guest, rest: &str, send: &Send) -> Html {
    // What draws the debrief has a heading of its own.
    let heading = (guest != Guest::Linked)
        .then(|| el!("h1", "class" = "hidden", "tabindex" = "-1").text(frame::name(guest)).build());
    el!("main", "id" = "main", "class" = format!("page {}", guest.name()))
        .maybe(heading)
        .put(match guest {
            Guest::Author | Guest::Room => lazy(guest, None),
            Guest::Linked => {
                let (source, run) = rest.split_once('/').unwrap_or((rest, ""));
                linked(source.to_owned(), run.to_owned())
            }
            Guest::Guide | Guest::Journal => {
                place(guest, rest.split_once('/').map_or(rest, |(source, _)| source).into(), send)
            }
        })
        .build()
}

/// The place of the debrief of a run that was opened by its link.
fn linked(source: String, run: String) -> Html {
    let of = debrief::Props { source: source.into(), version: "".into(), run: run.into(), alone: true };
    lazy(Guest::Linked, Some(of))
}

/// The place of the debrief of a run that was played here, by its record.
pub(super) fn played(source: String, version: String, record: String) -> Html {
    let of = debrief::Props { source: source.into(), version: version.into(), run: record.into(), alone: false };
    lazy(Guest::Linked, Some(of))
}

/// The place of what a script draws: what it needs to know, what stands there until it comes, and what helps when it is
/// late.
fn place(guest: Guest, source: String, send: &Send) -> Html {
    let mut place: Element =
        el!("div", "id" = guest.script(), "aria-busy" = "true", "data-page" = guest.name(), "data-source" = source);
    place
        // Another guest gets a place of its own.
        .key(guest.name().into())
        .with(el!("p", "role" = "status").text(WORDS.on_its_way))
        .put(frame::late(on(send, Event::Reload)));
    // A script runs once, however often it is drawn; one whose address is changed does not run again, so that another
    // guest's has to be an element of its own.
    let mut script = el!("script", "type" = "module", "src" = format!("{}.js", guest.script()));
    list(vec![place.build(), script.key(guest.script().into()).build()])
}

/// A page of the app's own whose chunk is fetched when it is first shown. Another page, or another run, gets a place of its
/// own.
#[cfg(target_arch = "wasm32")]
fn lazy(guest: Guest, debrief: Option<debrief::Props>) -> Html {
    let run = debrief.as_ref().map(|of| format!("{} {} {}", of.source, of.run, of.alone)).unwrap_or_default();
    yew::html! { <super::lazy_page::LazyPage key={format!("{} {run}", guest.name())} {guest} {debrief} /> }
}

/// Its place, before the app is there.
#[cfg(not(target_arch = "wasm32"))]
fn lazy(guest: Guest, _: Option<debrief::Props>) -> Html {
    el!("div", "id" = guest.script(), "data-page" = guest.name()).build()
}
