//! What frames a page: the bar above it, the foot below it.

use super::element::{Callback, Html, MouseEvent, el};
use super::{WORDS, hands, icon};
use crate::app::{Guest, Route};
use scenario::direction;

/// The bar of a page that is not a run's; the title's language is beside it.
pub(super) fn bar(title: &str, language: &str, under: &str) -> Html {
    el!("header", "class" = "topbar").put(back()).put(place(title, language, under)).build()
}

/// The way back to the home page.
pub(super) fn back() -> Html {
    el!("a", "class" = "button plain", "href" = Route::Home.to_string(), "aria-label" = WORDS.back_home)
        .put(icon::draw(icon::BACK))
        .build()
}

/// Where the player is.
pub(super) fn place(title: &str, language: &str, under: &str) -> Html {
    el!("p", "class" = "where")
        .with(el!("b", "lang" = language.to_owned(), "dir" = direction(language)).text(title.to_owned()))
        .text(" ")
        .with(el!("span").text(under.to_owned()))
        .build()
}

/// The foot of a page; a run's page has none.
pub(super) fn foot(route: &Route) -> Option<Html> {
    let link = |to: Route, path, word: &'static str| {
        el!("a", "class" = "button plain", "href" = to.to_string()).put(icon::draw(path)).text(word).build()
    };
    (!matches!(route, Route::Play(_) | Route::Take(..))).then(|| {
        el!("footer", "class" = "foot")
            .put(link(Route::Settings, icon::SETTINGS, WORDS.settings))
            .each(Guest::ALL.into_iter().filter(|guest| *guest != Guest::Linked).map(|guest| {
                let path = match guest {
                    Guest::Author => icon::FILE,
                    Guest::Journal => icon::HISTORY,
                    Guest::Guide | Guest::Linked => icon::INFO,
                    Guest::Room => icon::PEOPLE,
                };
                link(Route::Guest(guest, String::new()), path, name(guest))
            }))
            .build()
    })
}

/// The name of a lazy page.
pub(super) fn name(guest: Guest) -> &'static str {
    WORDS.guests[guest as usize]
}

/// The link home that ends a page with nothing else on it.
pub(super) fn home_button(class: &'static str) -> Html {
    el!("a", "class" = class, "href" = Route::Home.to_string()).put(icon::draw(icon::HOME)).text(WORDS.home).build()
}

/// A button with an icon and a word.
pub(super) fn button(class: &'static str, path: &'static str, word: &'static str, act: Callback<MouseEvent>) -> Html {
    el!("button", "class" = class).put(icon::draw(path)).text(word).on_click(act).build()
}

/// What is said where something is late, and can be asked for again.
pub(super) fn late(retry: Callback<MouseEvent>) -> Html {
    let again = button("button", icon::UNDO, WORDS.retry, retry);
    el!("p", "class" = "late").text(WORDS.late).text(" ").put(again).build()
}

/// Skips to the page without touching the address, which says which page it is.
pub(super) fn skip() -> Html {
    el!("a", "class" = "skip", "href" = "#main").text(WORDS.skip).on_click(hands::to_the_heading()).build()
}
