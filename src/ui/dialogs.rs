//! The dialogs over a step: the decisions so far, and the keys.

use super::element::{Html, el};
use super::{Send, WORDS, decisions, frame, icon, on};
use crate::app::view::Decision;
use crate::app::{Dialog, Event, Model, Playing, view};
use crate::scenario::{Stance, direction};

/// The dialog that is open. It is shown as a modal one once it is on the page, so that the rest is out of reach.
pub(super) fn dialog(model: &Model, playing: &Playing, send: &Send) -> Html {
    let open = playing.dialog.map(|dialog| {
        let (class, title, inside) = match dialog {
            Dialog::History => ("drawer", WORDS.way_so_far, history(model, playing, send)),
            Dialog::Help => ("", WORDS.keys, keys()),
        };
        let close =
            el!("button", "class" = "button plain", "aria-label" = WORDS.close).put(icon::draw(icon::CLOSE)).build();
        el!("dialog", "class" = class, "aria-labelledby" = "dialog")
            .with(
                el!("header")
                    .with(el!("h2", "id" = "dialog").text(title))
                    .with(el!("form", "method" = "dialog").put(close)),
            )
            .put(inside)
            .on_close(on(send, Event::Open(None)))
            .build()
    });
    el!("div").maybe(open).build()
}

fn history(model: &Model, playing: &Playing, send: &Send) -> Html {
    let taken = view::decisions(&playing.run, model.settings.challenge);
    if taken.is_empty() {
        return el!("p").text(WORDS.no_way_yet).build();
    }
    let language = playing.run.scenario().language();
    let entries = taken.iter().enumerate().map(|(at, decision)| entry(at, decision, language, send));
    el!("ol", "class" = "log").each(entries).build()
}

fn entry(at: usize, decision: &Decision<'_>, language: &str, send: &Send) -> Html {
    let (tag, direction) = (|| language.to_owned(), direction(language));
    el!("li", "class" = decision.hat.map(Stance::name).unwrap_or_default())
        .with(el!("span", "class" = "stop").text((at + 1).to_string()))
        .with(el!("h3", "lang" = tag(), "dir" = direction).text(decision.step.to_owned()))
        .with(el!("p", "class" = "said", "lang" = tag(), "dir" = direction).text(decision.text.to_owned()))
        .maybe(decisions::tags(decision))
        .put(frame::button("button", icon::UNDO, WORDS.back_to_here, on(send, Event::BackTo(at))))
        .build()
}

fn keys() -> Html {
    const KEYS: [&[&str]; 7] = [&["1", "6"], &["←", "→"], &["Enter"], &["U"], &["H"], &["?"], &["Esc"]];
    let mut keys = el!("dl", "class" = "keys");
    for (names, does) in KEYS.into_iter().zip(WORDS.keys_do) {
        let mut term = el!("dt");
        for (at, name) in names.iter().enumerate() {
            term.text(if at > 0 { "–" } else { "" }).with(el!("kbd").text(*name));
        }
        keys.with(&mut term).with(el!("dd").text(does));
    }
    el!("div").with(&mut keys).build()
}
