//! The sheet of all faces and places by their ids. Nothing of it is fetched before it is opened.

use super::{Send, WORDS, on};
use crate::ui::element::el;
use crate::ui::{icon, portrait, scene};
use crate::words::fill;
use crate::workbench::{Event, Sheet, SheetOpen};
use scenario::{FACES, Mood, SCENES};
use yew::Html;

/// The sheet as a dialog, where it is open.
pub(super) fn draw(sheet: &Option<SheetOpen>, send: &Send) -> Html {
    let Some(sheet) = sheet else { return Html::default() };
    let close =
        el!("button", "class" = "button plain", "aria-label" = WORDS.dismiss).put(icon::draw(icon::CLOSE)).build();
    let said = match sheet.copied {
        Some((id, true)) => fill(WORDS.copied, &[("id", id)]),
        Some((id, false)) => fill(WORDS.not_copied, &[("id", id)]),
        None => String::new(),
    };
    el!("dialog", "class" = "sheet", "aria-labelledby" = "dialog")
        .with(
            el!("header")
                .with(el!("h2", "id" = "dialog").text(WORDS.sheet))
                .with(el!("form", "method" = "dialog").put(close)),
        )
        .with(
            el!("div")
                .with(el!("p", "class" = "soft").text(WORDS.sheet_line))
                .with(el!("p", "class" = "copied", "role" = "status").text(said))
                .with(el!("h3").text(WORDS.faces))
                .with(el!("p", "class" = "soft").text(WORDS.moods))
                .with(el!("ul", "class" = "faces").each(FACES.into_iter().map(|face| one(face, moods(face), send))))
                .with(el!("h3").text(WORDS.places))
                .with(
                    el!("ul", "class" = "places")
                        .each(SCENES.into_iter().map(|name| one(name, scene::draw(Some(name)), send))),
                ),
        )
        .on_close(on(send, Event::Sheet(Sheet::Close)))
        .build()
}

/// A face in all its moods.
fn moods(face: &'static str) -> Html {
    el!("div", "class" = "moods").each(Mood::ALL.into_iter().map(|mood| portrait::draw(face, mood))).build()
}

/// A picture, and the button that copies its id.
fn one(id: &'static str, picture: Html, send: &Send) -> Html {
    el!("li")
        .put(picture)
        .with(
            el!("button", "class" = "button plain", "aria-label" = fill(WORDS.copy, &[("id", id)]))
                .with(el!("code", "translate" = "no").text(id))
                .on_click(on(send, Event::Sheet(Sheet::Copy(id)))),
        )
        .build()
}
