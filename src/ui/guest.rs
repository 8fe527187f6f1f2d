//! Places for what bundles of their own draw: each takes its place once its script is there.

use super::element::{Element, Html, el, list};
use super::{Send, WORDS, frame, on};
use crate::app::{Event, Guest};

/// A page that a bundle of its own draws.
pub(super) fn page(guest: Guest, rest: &str, send: &Send) -> Html {
    let (source, run) = rest.split_once('/').unwrap_or((rest, ""));
    // What draws the debrief has a heading of its own.
    let heading = (guest != Guest::Linked)
        .then(|| el!("h1", "class" = "hidden", "tabindex" = "-1").text(frame::name(guest)).build());
    el!("main", "id" = "main", "class" = format!("page {}", guest.name()))
        .maybe(heading)
        .put(match guest {
            Guest::Author | Guest::Room => lazy(guest),
            _ => place(guest, source.into(), String::new(), run.into(), send),
        })
        .build()
}

/// The place of a guest: what it needs to know, what stands there until it comes, and what helps when it is late.
pub(super) fn place(guest: Guest, source: String, version: String, run: String, send: &Send) -> Html {
    let mut place: Element = el!(
        "div",
        "id" = guest.script(),
        "aria-busy" = "true",
        "data-page" = guest.name(),
        "data-source" = source,
        "data-version" = version,
        "data-run" = run
    );
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

/// A page of the app's own whose chunk is fetched when it is first shown.
#[cfg(target_arch = "wasm32")]
fn lazy(guest: Guest) -> Html {
    yew::html! { <super::lazy_page::LazyPage key={guest.name()} {guest} /> }
}

/// Its place, before the app is there.
#[cfg(not(target_arch = "wasm32"))]
fn lazy(guest: Guest) -> Html {
    el!("div", "id" = guest.script(), "data-page" = guest.name()).build()
}
