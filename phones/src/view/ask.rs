//! Questions: votes, self-ratings, lines and reactions.

use super::button;
use crate::calendar;
use crate::node::{Element, el};
use crate::page::Page;
use crate::press::Press;
use crate::words::{WORDS, with};
use wire::seat::{Mine, Seat};
use wire::{Asked, Asks, LONGEST_LINE, Now, Said};

/// What is said of the answer to the last question.
pub(super) fn sent(seat: &Seat, now: Now) -> &'static str {
    let asked = seat.state().and_then(|state| state.asked.as_ref());
    let Some((mine, _)) = seat.mine().zip(asked).filter(|(mine, asked)| mine.round == asked.round) else {
        return "";
    };
    match mine {
        Mine { late: true, .. } => WORDS.too_late,
        Mine { counted: true, .. } if seat.is_sent(now) => WORDS.sent,
        _ if seat.is_slow() => WORDS.not_sent,
        _ => WORDS.sending,
    }
}

pub(super) fn ask(page: &Page, seat: &Seat, asked: &Asked, now: Now) -> Vec<Element> {
    let mine = seat.mine().filter(|mine| mine.round == asked.round).map(|mine| &mine.said);
    if !asked.open {
        let mut parts = vec![el("p").with("class", "big").text(WORDS.look_up), el("p").text(WORDS.closed)];
        parts.extend(kept(page, now));
        return parts;
    }
    let mut parts = match &asked.asks {
        Asks::Choice { offered, again } => choice(page, seat, (*offered, *again), mine),
        Asks::Rating { rows, .. } => rating(page, rows),
        Asks::Line { prompt, promise } => line(page, prompt, *promise),
        Asks::Reaction(words) => {
            let words = words.iter().enumerate().map(|(at, word)| {
                let picked = mine == Some(&Said::Reaction(at as u8));
                pressed(button(Press::React(at as u8), word.as_str()).with("dir", "auto"), picked)
            });
            vec![el("h2").text(WORDS.react), el("div").with("class", "answers").all(words)]
        }
    };
    parts.extend(kept(page, now));
    let people = seat.state().map_or(0, |state| state.people);
    parts.push(el("p").with("class", "quiet").text(with(WORDS.have_voted, asked.said, people)));
    parts
}

fn pressed(button: Element, is: bool) -> Element {
    button.with("aria-pressed", if is { "true" } else { "false" })
}

fn choice(page: &Page, seat: &Seat, (offered, again): (u8, bool), mine: Option<&Said>) -> Vec<Element> {
    let step = seat.state().and_then(|state| state.shown.step.as_ref());
    let responses = step.map(|step| step.responses.as_slice()).unwrap_or_default();
    let answers = (0..offered).map(|at| {
        let text = responses.get(usize::from(at)).map(String::as_str).unwrap_or_default();
        let number = el("b").text((at + 1).to_string());
        let label = el("span").with("dir", "auto").text(text);
        let picked = mine == Some(&Said::Vote(at));
        let answer = el("button").with("type", "button").with("data-press", Press::Vote(at).code());
        let answer = answer.put(number);
        pressed(if text.is_empty() { answer } else { answer.put(label) }, picked)
    });
    let head = if again { WORDS.vote_again } else { WORDS.vote };
    let mut parts = vec![el("h2").with("id", "ask").text(head)];
    parts.push(el("div").with("class", "answers").with("role", "group").with("aria-labelledby", "ask").all(answers));
    if mine.is_some() {
        parts.push(el("p").with("class", "quiet").text(WORDS.may_change));
    }
    parts.extend(super::room::text(page, seat));
    parts
}

fn rating(page: &Page, rows: &[String; 2]) -> Vec<Element> {
    let [low, high] = WORDS.scale;
    let mut parts = vec![el("h2").text(WORDS.rate)];
    for (row, name) in rows.iter().enumerate() {
        let id = ["row-1", "row-2"][row];
        let given = page.ui.rating[row];
        let values = (1..=wire::HIGHEST_RATING)
            .map(|value| pressed(button(Press::Rate(row as u8, value), value.to_string()), given == value));
        parts.push(el("p").with("id", id).with("dir", "auto").text(name.as_str()));
        parts.push(el("div").with("class", "row").with("role", "group").with("aria-labelledby", id).all(values));
    }
    parts.push(el("p").with("class", "quiet").text([low, ", ", high].concat()));
    let is_whole = page.ui.rating.iter().all(|value| *value > 0);
    parts.push(button(Press::SendRating, WORDS.send).with("class", "main").flag("disabled", !is_whole));
    parts
}

fn line(page: &Page, prompt: &str, promise: bool) -> Vec<Element> {
    let typed = page.ui.draft.chars().count();
    let left = LONGEST_LINE.saturating_sub(typed) as u16;
    let is_empty = wire::plain_line(&page.ui.draft).is_empty();
    let field = el("textarea")
        .with("id", "line")
        .with("rows", "4")
        .with("maxlength", LONGEST_LINE.to_string())
        .with("dir", "auto")
        .with("aria-describedby", "hint");
    let mut parts = vec![
        el("label").with("for", "line").with("dir", "auto").text(prompt),
        field,
        el("p")
            .with("id", "hint")
            .with("class", "quiet")
            .text([WORDS.line_hint, " ", &with(WORDS.left, left, 0)].concat()),
    ];
    if promise {
        parts.push(button(Press::KeepLine, WORDS.keep).with("class", "main").flag("disabled", is_empty));
        parts.push(button(Press::SendLine, WORDS.show).flag("disabled", is_empty));
    } else {
        parts.push(button(Press::SendLine, WORDS.send).with("class", "main").flag("disabled", is_empty));
    }
    parts
}

/// A promise that stays here, and its way into a calendar.
fn kept(page: &Page, now: Now) -> Vec<Element> {
    let Some(line) = page.ui.kept.as_ref().filter(|_| page.is_promise()) else {
        return Vec::new();
    };
    let link = el("a").with("href", calendar::address(line, now.wall)).with("download", "promise.ics");
    vec![
        el("p").text(WORDS.kept).text(": ").put(el("q").with("dir", "auto").text(line.as_str())),
        el("p").put(link.text(WORDS.calendar)),
    ]
}
