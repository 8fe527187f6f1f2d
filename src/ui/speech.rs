//! A text as it is told: narration, and speech with a face.

use super::element::{Html, el, list};
use super::{WORDS, portrait};
use crate::app::view::Spoken;
use crate::words::fill;
use scenario::direction;

/// The lines of a text.
pub(crate) fn lines(lines: &[Spoken<'_>]) -> Html {
    list(lines.iter().map(line).collect())
}

/// A sentence of the story beside its texts, in its language; nothing where it says none.
pub(crate) fn beside(class: &'static str, words: &str, language: &str) -> Option<Html> {
    let told = || el!("p", "class" = class, "lang" = language.to_owned(), "dir" = direction(language));
    (!words.is_empty()).then(|| told().text(words.to_owned()).build())
}

fn line(line: &Spoken<'_>) -> Html {
    let Some(who) = &line.who else {
        return el!("p").text(line.text.to_owned()).build();
    };
    el!("figure", "class" = "speech", "aria-label" = fill(WORDS.says, &[("name", who.name)]))
        .put(portrait::draw(who.face, who.mood))
        .with(
            el!("figcaption")
                .with(el!("b", "dir" = "auto").text(who.name.to_owned()))
                .text(", ")
                .with(el!("bdi").text(who.role.to_owned())),
        )
        .with(el!("blockquote").text(line.text.to_owned()))
        .build()
}
