//! Places for pages that are fetched when they are first shown.

use super::element::{Html, el};
use super::frame;
use crate::app::Guest;
use crate::pages::{debrief, guide, journal};

/// A page that is fetched when it is first shown.
pub(super) fn page(guest: Guest, rest: &str) -> Html {
    // What draws the debrief has a heading of its own.
    let heading = (guest != Guest::Linked)
        .then(|| el!("h1", "class" = "hidden", "tabindex" = "-1").text(frame::name(guest)).build());
    el!("main", "id" = "main", "class" = format!("page {}", guest.name()))
        .maybe(heading)
        .put(match guest {
            Guest::Author => lazy(Lazy::Workbench),
            Guest::Room => lazy(Lazy::Room),
            Guest::Journal => lazy(Lazy::Journal(journal::Props { anchor: part(rest).to_owned().into() })),
            Guest::Linked => {
                let (source, run) = rest.split_once('/').unwrap_or((rest, ""));
                linked(source.to_owned(), run.to_owned())
            }
            Guest::Guide => lazy(Lazy::Guide(guide::Props { anchor: part(rest).to_owned().into() })),
        })
        .build()
}

/// The part of a page that an address names.
fn part(rest: &str) -> &str {
    rest.split_once('/').map_or(rest, |(part, _)| part)
}

/// The place of the debrief of a run that was opened by its link.
fn linked(source: String, run: String) -> Html {
    lazy(Lazy::Debrief(debrief::Props { source: source.into(), version: "".into(), run: run.into(), alone: true }))
}

/// The place of the debrief of a run that was played here, by its record.
pub(super) fn played(source: String, version: String, record: String) -> Html {
    let of = debrief::Props { source: source.into(), version: version.into(), run: record.into(), alone: false };
    lazy(Lazy::Debrief(of))
}

/// A page of the app's own whose chunk is fetched when it is first shown.
#[derive(Clone, PartialEq)]
pub(super) enum Lazy {
    /// The workbench.
    Workbench,
    /// The room.
    Room,
    /// A debrief.
    Debrief(debrief::Props),
    /// The journal.
    Journal(journal::Props),
    /// The field guide.
    Guide(guide::Props),
}

impl Lazy {
    /// Which page it is.
    pub fn guest(&self) -> Guest {
        match self {
            Lazy::Workbench => Guest::Author,
            Lazy::Room => Guest::Room,
            Lazy::Debrief(_) => Guest::Linked,
            Lazy::Journal(_) => Guest::Journal,
            Lazy::Guide(_) => Guest::Guide,
        }
    }
}

/// The place of a page. Another page, or the debrief of another run, gets one of its own.
#[cfg(target_arch = "wasm32")]
fn lazy(page: Lazy) -> Html {
    let run = match &page {
        Lazy::Debrief(of) => format!("{} {} {}", of.source, of.run, of.alone),
        _ => String::new(),
    };
    let key = format!("{} {run}", page.guest().name());
    yew::html! { <super::lazy_page::LazyPage {key} {page} /> }
}

/// Its place, before the app is there.
#[cfg(not(target_arch = "wasm32"))]
fn lazy(page: Lazy) -> Html {
    el!("div", "id" = page.guest().place(), "data-page" = page.guest().name()).build()
}
