//! Places for pages that are fetched when they are first shown.

use super::element::{Html, el};
use super::{Send, WORDS, frame, on};
use crate::app::view;
use crate::app::{Event, Guest, Loading, Model, Route};
use crate::pages::{debrief, guide, journal};

/// A part of the app that is fetched.
#[derive(Clone)]
pub(super) enum Fetched<T> {
    /// It was not asked for, or is on its way.
    Waiting,
    /// It did not arrive.
    Failed,
    /// It is there.
    There(T),
}

impl<T: Clone> Fetched<T> {
    /// The part, where it is there.
    pub fn there(&self) -> Option<T> {
        if let Fetched::There(part) = self { Some(part.clone()) } else { None }
    }
}

/// A page that is fetched when it is first shown.
pub(super) fn page(guest: Guest, model: &Model, lazy: &Fetched<Html>, send: &Send) -> Html {
    // What draws the debrief has a heading of its own.
    let heading = (guest != Guest::Linked)
        .then(|| el!("h1", "class" = "hidden", "tabindex" = "-1").text(frame::name(guest)).build());
    el!("main", "id" = "main", "class" = format!("page {}", guest.name()))
        .maybe(heading)
        .maybe(wanted(model).map(|page| place(&page, lazy, send)))
        .build()
}

/// The lazy page that a model shows, if it shows one.
pub(super) fn wanted(model: &Model) -> Option<Lazy> {
    // The part of a page that an address names.
    let part = |rest: &str| rest.split_once('/').map_or(rest, |(part, _)| part).to_owned().into();
    Some(match &model.route {
        Route::Guest(Guest::Author, _) => Lazy::Workbench,
        Route::Guest(Guest::Room, _) => Lazy::Room,
        Route::Guest(Guest::Journal, rest) => Lazy::Journal(journal::Props { anchor: part(rest) }),
        Route::Guest(Guest::Guide, rest) => Lazy::Guide(guide::Props { anchor: part(rest) }),
        Route::Guest(Guest::Linked, rest) => {
            let (source, run) = rest.split_once('/').unwrap_or((rest, ""));
            let (source, run) = (source.to_owned().into(), run.to_owned().into());
            Lazy::Debrief(debrief::Props { source, version: "".into(), run, alone: true })
        }
        Route::Play(_) | Route::Take(..) if !model.taking => {
            let Some((source, Loading::Ready(playing))) = &model.playing else { return None };
            let end = view::outcome(source, playing)?;
            let (source, run) = (end.source.key().into(), end.record.into());
            Lazy::Debrief(debrief::Props { source, version: end.version.into(), run, alone: false })
        }
        _ => return None,
    })
}

/// A page of the app's own whose chunk is fetched when it is first shown.
#[derive(Clone, PartialEq)]
pub enum Lazy {
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
pub(super) fn place(page: &Lazy, lazy: &Fetched<Html>, send: &Send) -> Html {
    let guest = page.guest();
    let there = lazy.there();
    // These make their places themselves, and say when they are no longer busy.
    if let (Some(drawn), Lazy::Debrief(_) | Lazy::Journal(_) | Lazy::Guide(_)) = (&there, page) {
        return drawn.clone();
    }
    match there {
        Some(drawn) => el!("div", "id" = guest.place(), "data-page" = guest.name()).put(drawn).build(),
        None => el!("div", "id" = guest.place(), "data-page" = guest.name(), "aria-busy" = "true")
            .with(el!("p", "role" = "status").text(WORDS.on_its_way))
            .put(frame::late(on(send, Event::Retry)))
            .build(),
    }
}
