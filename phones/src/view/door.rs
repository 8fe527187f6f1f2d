//! Before somebody is in.

use super::button;
use crate::node::{Element, el};
use crate::page::Page;
use crate::press::Press;
use crate::words::{WORDS, with};
use wire::Way;
use wire::seat::Seat;

pub(super) fn found(page: &Page, seat: &Seat) -> Vec<Element> {
    let [here, afar, share] = WORDS.ways;
    let mut parts = vec![el("h2").text(WORDS.yours)];
    if let Some(state) = seat.state() {
        parts.push(el("p").text(with(WORDS.are_here, state.here, state.people)));
    }
    parts.push(el("ul").all(WORDS.door.map(|line| el("li").text(line))));
    parts.push(button(Press::Join(Way::Here), here).with("class", "main"));
    parts.push(button(Press::Join(Way::Afar), afar));
    parts.push(button(Press::Share, share).with("aria-expanded", if page.ui.share { "true" } else { "false" }));
    if page.ui.share {
        let numbers = (2..=4_u8).map(|people| button(Press::Join(Way::Shared(people)), people.to_string()));
        parts.push(el("p").with("id", "how-many").text(WORDS.how_many));
        parts.push(
            el("div").with("class", "row").with("role", "group").with("aria-labelledby", "how-many").all(numbers),
        );
    }
    parts
}

/// For whoever cannot scan: the short code, for which the page's own script asks the program that serves the page.
pub(super) fn by_code() -> [Element; 3] {
    let field = el("input")
        .with("id", "code")
        .with("autocomplete", "off")
        .with("autocapitalize", "characters")
        .with("spellcheck", "false")
        .with("maxlength", "9");
    let enter = el("button").with("type", "button").with("class", "main").with("data-code", "enter").text(WORDS.enter);
    [el("label").with("for", "code").text(WORDS.type_code), field, enter]
}

pub(super) fn waiting(seat: &Seat) -> Vec<Element> {
    let mut parts = vec![el("p").with("class", "big").text(WORDS.waiting)];
    parts.extend(called(seat));
    parts
}

/// The two words by which the facilitator can tell this phone.
pub(super) fn called(seat: &Seat) -> Option<Element> {
    let [colour, thing] = wire::given_words(seat.given()?.words);
    Some(el("p").text(WORDS.called).text(" ").put(el("strong").text([colour, " ", thing].concat())))
}
