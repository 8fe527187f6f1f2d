//! The page that a model shows, from its first link to its foot.

use super::aside::{self, Aside};
use super::element::{Html, el, list};
use super::guest::Fetched;
use super::{Send, WORDS, frame, guest, notices, outcome, play, quiet, said};
use crate::app::{FetchFault, Loading, Model, Playing, Route, Source, view};

/// What was fetched of the app for the page.
#[derive(Clone, Copy)]
pub(super) struct Parts<'a> {
    /// What a run has no need of.
    pub aside: &'a Fetched<Aside>,
    /// The lazy page that the model shows.
    pub lazy: &'a Fetched<Html>,
}

/// The whole page.
pub(super) fn whole(model: &Model, parts: Parts<'_>, send: &Send) -> Html {
    let aside = parts.aside.there();
    let (bar, main) = match &model.route {
        _ if aside::holds(model) => match aside {
            Some(aside) => (aside.page)(model, send),
            None => (None, quiet::waiting(parts.aside, send)),
        },
        Route::Guest(guest, _) => {
            (Some(frame::bar(frame::name(*guest), WORDS.tag, "")), guest::page(*guest, model, parts.lazy, send))
        }
        _ => match &model.playing {
            // The story is there, and what the list says of it is not.
            Some((_, Loading::Ready(_))) if matches!(model.route, Route::Start(_) | Route::Invited(..)) => {
                let failed = matches!(model.catalogue, Loading::Failed(_));
                (None, if failed { quiet::failed(WORDS.failed_is, send) } else { quiet::loading(send) })
            }
            Some((source, Loading::Ready(playing))) => run(model, source, playing, parts, send),
            Some((_, Loading::Failed(FetchFault::NotThere))) => (None, quiet::no_scenario()),
            Some((_, Loading::Failed(FetchFault::SignedOut))) => (None, quiet::failed(WORDS.signed_out, send)),
            Some((_, Loading::Failed(FetchFault::Failed))) => (None, quiet::failed(WORDS.failed_is, send)),
            Some((_, Loading::Waiting)) | None => (None, quiet::loading(send)),
        },
    };
    let frame = |inside: Option<Html>| el!("div", "class" = "frame").maybe(inside).build();
    list(vec![
        frame::skip(),
        frame(bar),
        frame(Some(list(vec![notices::notice(model, aside, send), said::region(model)]))),
        main,
        frame(frame::foot(&model.route)),
    ])
}

fn run(model: &Model, source: &Source, playing: &Playing, parts: Parts<'_>, send: &Send) -> (Option<Html>, Html) {
    match (view::play(model, playing), view::outcome(source, playing)) {
        (Some(view), _) => {
            (Some(play::bar(&view, send)), play::page(model, (source, playing), &view, parts.aside.there(), send))
        }
        (None, Some(view)) => (Some(outcome::bar(&view)), outcome::page(&view, model, parts.lazy, send)),
        // A run is at a step or at its end.
        (None, None) => (None, Html::default()),
    }
}
