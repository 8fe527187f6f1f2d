//! The page that a model shows, from its first link to its foot.

use super::element::{Html, el, list};
use super::{Send, WORDS, frame, guest, home, notices, outcome, play, quiet, said, settings};
use crate::app::{FetchFault, Loading, Model, Playing, Route, Source, view};

/// The whole page.
pub(super) fn whole(model: &Model, send: &Send) -> Html {
    let (bar, main) = match &model.route {
        Route::Home => (None, home::page(model, send)),
        Route::Settings => (Some(frame::bar(WORDS.settings, WORDS.tag, "")), settings::page(model, send)),
        Route::Guest(guest, rest) => (Some(frame::bar(frame::name(*guest), WORDS.tag, "")), guest::page(*guest, rest)),
        Route::Unknown => (None, quiet::no_page()),
        Route::Take(source, _) if model.taking => (None, quiet::take(model, source, send)),
        Route::Play(_) | Route::Take(..) => match &model.playing {
            Some((source, Loading::Ready(playing))) => run(model, source, playing, send),
            Some((_, Loading::Failed(FetchFault::NotThere))) => (None, quiet::no_scenario()),
            Some((_, Loading::Failed(FetchFault::Failed))) => (None, quiet::failed(send)),
            Some((_, Loading::Waiting)) | None => (None, quiet::loading(send)),
        },
    };
    let frame = |inside: Option<Html>| el!("div", "class" = "frame").maybe(inside).build();
    list(vec![
        frame::skip(),
        frame(bar),
        frame(Some(list(vec![notices::notice(model, send), said::region(model)]))),
        main,
        frame(frame::foot(&model.route)),
    ])
}

fn run(model: &Model, source: &Source, playing: &Playing, send: &Send) -> (Option<Html>, Html) {
    match (view::play(model, playing), view::outcome(source, playing)) {
        (Some(view), _) => (Some(play::bar(&view, send)), play::page(model, playing, &view, send)),
        (None, Some(view)) => (Some(outcome::bar(&view)), outcome::page(&view, send)),
        // A run is at a step or at its end.
        (None, None) => (None, quiet::no_page()),
    }
}
