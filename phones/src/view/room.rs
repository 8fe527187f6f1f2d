//! In the room: mostly, *look up*.

use super::{ask, button, door, lines};
use crate::node::{Element, el};
use crate::page::Page;
use crate::press::Press;
use crate::words::{WORDS, with};
use wire::seat::{Note, Seat};
use wire::{Asks, Hat, Now, Phase, Reveal, Said, State, Way};

pub(super) fn room(page: &Page, seat: &Seat, now: Now) -> Vec<Element> {
    let Some(state) = seat.state() else {
        return vec![el("p").with("class", "big").text(WORDS.looking)];
    };
    let mut parts = match (&state.shown.phase, &state.asked) {
        (Phase::Welcome, _) => {
            let mut parts = vec![el("h2").text(WORDS.welcome), look_up()];
            parts.push(el("p").text(with(WORDS.are_here, state.here, state.people)));
            parts.extend(door::called(seat));
            parts
        }
        (Phase::Ask, Some(asked)) => ask::ask(page, seat, asked, now),
        (Phase::Read, _) | (Phase::Ask, None) => {
            let mut parts = title(state);
            parts.push(look_up());
            parts.push(el("p").with("class", "quiet").text(WORDS.locked));
            parts.extend(text(page, seat));
            parts
        }
        (Phase::Talk(_), _) => {
            let mut parts = vec![el("p").with("class", "big").text(WORDS.talk)];
            parts.extend(own(seat, state));
            parts
        }
        (Phase::Reveal(reveal), _) => {
            let mut parts = vec![look_up()];
            parts.extend(own(seat, state));
            if seat.way() == Some(Way::Afar) {
                parts.extend(stage(page, state, reveal, now));
            }
            parts
        }
        (Phase::Debrief(room), _) => debrief(seat, *room),
        (Phase::Close { play }, _) => {
            let mut parts = vec![el("p").with("class", "big").text(WORDS.thanks)];
            parts.extend(notes(seat));
            parts.extend(play_alone(play));
            parts.extend(erase(page));
            parts
        }
    };
    if seat.notes().is_empty() && !state.shown.earlier.is_empty() {
        parts.push(el("h2").text(WORDS.earlier));
        parts.extend(lines(&state.shown.earlier));
    }
    parts
}

pub(super) fn over(page: &Page, seat: &Seat) -> Vec<Element> {
    let mut parts = vec![el("p").with("class", "big").text(WORDS.thanks), el("p").text(WORDS.over)];
    parts.extend(notes(seat));
    if let Some(Phase::Close { play }) = seat.state().map(|state| &state.shown.phase) {
        parts.extend(play_alone(play));
    }
    parts.extend(erase(page));
    parts
}

fn look_up() -> Element {
    el("p").with("class", "big").text(WORDS.look_up)
}

fn title(state: &State) -> Vec<Element> {
    let step = state.shown.step.as_ref();
    step.map(|step| el("h2").with("dir", "auto").text(step.title.as_str())).into_iter().collect()
}

/// The step's text, behind a button: nobody is to look down while somebody speaks.
pub(super) fn text(page: &Page, seat: &Seat) -> Vec<Element> {
    let Some(step) = seat.state().and_then(|state| state.shown.step.as_ref()) else {
        return Vec::new();
    };
    let shown = page.is_text_shown();
    let word = if shown { WORDS.hide_text } else { WORDS.show_text };
    let mut parts = vec![button(Press::Text, word).with("aria-expanded", if shown { "true" } else { "false" })];
    if shown {
        let responses = step.responses.iter().map(|text| el("li").with("dir", "auto").text(text.as_str()));
        parts.push(el("section").all(lines(&step.situation)).put(el("ol").all(responses)));
    }
    parts
}

fn own(seat: &Seat, state: &State) -> Vec<Element> {
    let Some(asked) = &state.asked else {
        return Vec::new();
    };
    let counted = seat.mine().filter(|mine| mine.round == asked.round && mine.counted);
    let Some(Said::Vote(response)) = counted.map(|mine| &mine.said) else {
        let is_vote = matches!(asked.asks, Asks::Choice { .. });
        return if is_vote { vec![el("p").text(WORDS.no_own)] } else { Vec::new() };
    };
    vec![
        el("h2").text(WORDS.own),
        el("p").with("class", "own").with("dir", "auto").text(response_text(state, *response)),
    ]
}

fn response_text(state: &State, response: u8) -> String {
    let text = state.shown.step.as_ref().and_then(|step| step.responses.get(usize::from(response)));
    let number = (u16::from(response) + 1).to_string();
    text.map_or(number.clone(), |text| [&number, "  ", text].concat())
}

/// What the stage shows, for whoever is not in front of it.
fn stage(page: &Page, state: &State, reveal: &Reveal, now: Now) -> Vec<Element> {
    if !page.is_revealed(now) {
        return vec![el("p").text(WORDS.afar_wait)];
    }
    let counts = reveal.counts.iter().flatten().enumerate().map(|(at, count)| {
        let line = [&response_text(state, at as u8), ": ", &count.to_string()].concat();
        el("li").with("dir", "auto").text(line)
    });
    let mut parts = vec![el("ul").with("class", "stage").all(counts)];
    if let Some(chosen) = reveal.chosen {
        parts.push(el("p").text(WORDS.chosen).text(" ").text((u16::from(chosen) + 1).to_string()));
    }
    parts.extend(lines(&reveal.consequence));
    parts
}

fn debrief(seat: &Seat, room: Option<[u16; 2]>) -> Vec<Element> {
    let own = |hat| seat.notes().iter().filter(|note| note.hat == Some(hat)).count() as u16;
    let mut parts = vec![look_up(), el("h2").text(WORDS.your_hats), hats([own(Hat::Leader), own(Hat::Manager)])];
    if let Some(room) = room {
        parts.extend([el("h2").text(WORDS.room_hats), hats(room)]);
    }
    parts
}

fn hats(counts: [u16; 2]) -> Element {
    let names = WORDS.hats.into_iter().zip(counts);
    el("ul").all(names.map(|(name, count)| el("li").text([name, ": ", &count.to_string()].concat())))
}

fn notes(seat: &Seat) -> Vec<Element> {
    if seat.notes().is_empty() {
        return Vec::new();
    }
    let note = |note: &Note| {
        let hat = match note.hat {
            Some(Hat::Leader) => [" (", WORDS.hats[0], ")"].concat(),
            Some(Hat::Manager) => [" (", WORDS.hats[1], ")"].concat(),
            None => String::new(),
        };
        [
            el("dt").with("dir", "auto").text(note.asked.as_str()),
            el("dd").with("dir", "auto").text([note.answered.as_str(), &hat].concat()),
        ]
    };
    vec![el("h2").text(WORDS.yours_to_keep), el("dl").all(seat.notes().iter().flat_map(note))]
}

/// A link to the story. Only an address of the web, or one beside this page, is followed.
fn play_alone(address: &str) -> Option<Element> {
    let is_web = address.starts_with("https://") || address.starts_with("http://");
    let is_beside = address.starts_with("./") || address.starts_with("#");
    (is_web || is_beside).then(|| el("p").put(el("a").with("href", address).text(WORDS.play)))
}

fn erase(page: &Page) -> Vec<Element> {
    if !page.ui.erase {
        return vec![button(Press::AskErase, WORDS.erase)];
    }
    let [yes, no] = WORDS.erase_yes_no;
    let choice = el("div").with("class", "row").put(button(Press::Erase, yes)).put(button(Press::KeepAll, no));
    vec![el("p").with("role", "alert").text(WORDS.erase_ask), choice]
}
