//! What phones are asked now, as the console shows it: how many have answered, never what; and what was typed.

use super::PHONES;
use super::phones::{about, asks, button};
use crate::room::phones::{Ask, Phones};
use crate::ui::element::el;
use crate::words::fill;
use session::{Note, Phase, State};
use wire::host::Typed;
use yew::Html;

/// The question of the phase.
pub(super) fn part(phones: &Phones, state: &State, send: &super::Send) -> Option<Html> {
    let number = |words: &'static str, gap: &str, number: u32| fill(words, &[(gap, &number.to_string())]);
    if let Some(said) = phones.said(state) {
        let gaps = [("said", said.to_string()), ("people", state.people().to_string())];
        let gaps: Vec<(&str, &str)> = gaps.iter().map(|(gap, filling)| (*gap, filling.as_str())).collect();
        return Some(
            el!("div", "class" = "asked")
                .with(el!("p", "class" = "counted", "role" = "status").text(fill(PHONES.voted, &gaps)))
                .put(button("button main", PHONES.count, Ask::Count, send))
                .with(el!("p", "class" = "soft").text(PHONES.count_is).text(" ").text(PHONES.no_bars))
                .build(),
        );
    }
    if let Some(counted) = phones.counted(state) {
        let left_out = phones.left_out();
        let left_out = (left_out > 0).then(|| el!("p").text(number(PHONES.left_out, "n", left_out)).build());
        return Some(
            el!("div", "class" = "asked")
                .with(el!("p", "class" = "counted", "role" = "status").text(number(PHONES.counted, "n", counted)))
                .maybe(left_out)
                .put(button("button", PHONES.again, Ask::Again, send))
                .with(el!("p", "class" = "soft").text(PHONES.again_is))
                .build(),
        );
    }
    let locked = matches!(state.phase(), Phase::Read | Phase::Think);
    locked.then(|| el!("p", "class" = "soft").text(PHONES.locked).build())
}

/// What was typed and waits to be read.
pub(super) fn inbox(phones: &Phones, state: &State, send: &super::Send) -> Option<Html> {
    let notes = match state.phase() {
        Phase::NowWhat => vec![(Note::Commitment, PHONES.show, PHONES.merge)],
        Phase::PlusDelta => vec![
            (Note::Plus, PHONES.show_plus, PHONES.merge_plus),
            (Note::Delta, PHONES.show_delta, PHONES.merge_delta),
        ],
        _ => return None,
    };
    let lines = phones.inbox();
    let picked = lines.iter().filter(|(_, picked)| *picked).count();
    let merge = notes.iter().map(|(note, _, merge)| button("button", *merge, Ask::Merge(*note), send));
    let merge = (picked > 1).then(|| el!("p", "class" = "actions").each(merge).build());
    let hidden = phones.hidden();
    let unhide = (hidden > 0).then(|| {
        el!("button", "class" = "button plain")
            .text(fill(PHONES.unhide, &[("n", &hidden.to_string())]))
            .on_click(asks(send, Ask::Unhide))
            .build()
    });
    let none = lines.is_empty().then(|| el!("p", "class" = "soft").text(PHONES.inbox_none).build());
    Some(
        el!("section", "class" = "inbox", "aria-labelledby" = "inbox")
            .with(el!("h3", "id" = "inbox").text(PHONES.inbox))
            .with(el!("p", "class" = "soft").text(PHONES.inbox_is))
            .maybe(none)
            .with(
                el!("ul", "class" = "lines").each(lines.iter().map(|(line, picked)| row(line, *picked, &notes, send))),
            )
            .maybe(merge)
            .maybe(unhide)
            .build(),
    )
}

/// A line, and what can be done with it.
fn row(line: &Typed, picked: bool, notes: &[(Note, &'static str, &'static str)], send: &super::Send) -> Html {
    let named = |words: &'static str| fill(words, &[("text", &line.text)]);
    let pick = el!("input", "type" = "checkbox", "aria-label" = named(PHONES.pick))
        .checked(picked)
        .on_change(asks(send, Ask::Pick(line.id)))
        .build();
    let shows = notes.iter().map(|(note, show, _)| {
        let whole = format!("{show}: {}", named(PHONES.show_of));
        about("button", (*show, whole), Ask::Show(line.id, *note), send)
    });
    el!("li")
        .key(line.id.to_string())
        .put(pick)
        .with(el!("span", "dir" = "auto").text(line.text.clone()))
        .each(shows)
        .put(about("button plain", (PHONES.hide, named(PHONES.hide_of)), Ask::Hide(line.id), send))
        .build()
}
