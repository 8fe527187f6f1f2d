//! The studio's page: the views of a story, and what is in sight in each of them.

mod bar;
mod card;
mod condition;
mod desk;
mod ending;
mod fields;
#[cfg(target_arch = "wasm32")]
pub(super) mod gestures;
mod lines;
mod map;
mod outline;
mod people;
mod picker;
mod response;
mod shares;
mod shelf;
mod story;

use super::Send;
use super::piece::piece;
use crate::ui::element::{Html, el};
use crate::workbench::{Model, STUDIO, StudioWords, View};

/// The words of the studio.
static WORDS: &StudioWords = &STUDIO;

/// The views to choose from, and what can be taken back: above all of them.
pub(super) fn bar(model: &Model, send: &Send) -> Html {
    piece(bar::seen(model), bar::draw, send)
}

/// The view that is shown, unless it is the text's.
pub(super) fn draw(model: &Model, trial: Option<Html>, send: &Send) -> Html {
    let inside = match model.editing.view {
        View::Text => return el!("div", "class" = "studio-place").build(),
        View::Map => map_view(model, trial, send),
        View::Story => piece(story::seen(model), story::draw, send),
        View::Shelf => piece(shelf::seen(model), shelf::draw, send),
        View::People => piece(people::seen(model), people::draw, send),
    };
    let view = model.editing.view.name();
    // Each view is a place of its own: what two of them show may be the same.
    let inside = el!("div", "class" = "studio", "data-view" = view).key(view.to_owned()).put(inside).build();
    el!("div", "class" = "studio-place").put(inside).build()
}

/// The map and the outline, and the card beside them.
fn map_view(model: &Model, trial: Option<Html>, send: &Send) -> Html {
    el!("div", "class" = "map-view")
        .with(
            el!("div", "class" = "chart")
                .put(piece(shares::seen(model), shares::draw, send))
                .put(piece(map::seen(model), map::draw, send))
                .put(piece(outline::seen(model), outline::draw, send)),
        )
        .with(el!("div", "class" = "beside-map").put(piece(card::seen(model), card::draw, send)).maybe(trial))
        .build()
}
