//! The whole page, of what the model knows.

mod ask;
mod door;
mod room;

use crate::node::{Element, Node, el};
use crate::page::{Page, Problem};
use crate::press::Press;
use crate::words::WORDS;
use wire::Now;
use wire::seat::{Seat, Standing, Trouble};

/// The page at a moment.
pub fn view(page: &Page, now: Now) -> Vec<Node> {
    let mut main = el("main");
    let (head, status) = match page.seat() {
        Err(problem) => {
            main = main.put(el("p").with("class", "big").text(match problem {
                Problem::NoLink => WORDS.no_link,
                Problem::BadLink => WORDS.bad_link,
                Problem::NoChance => WORDS.no_chance,
                Problem::Erased => WORDS.erased,
            }));
            if problem == Problem::NoLink {
                main = main.all(door::by_code());
            }
            (heading(None), String::new())
        }
        Ok(seat) => {
            let parts = match seat.standing() {
                Standing::Looking => vec![el("p").with("class", "big").text(WORDS.looking)],
                Standing::Found => door::found(page, seat),
                Standing::Joining => vec![el("p").with("class", "big").text(WORDS.joining)],
                Standing::Waiting => door::waiting(seat),
                Standing::In => room::room(page, seat, now),
                Standing::Over => room::over(page, seat),
            };
            main = main.all(parts);
            (heading(Some(seat)), status(seat, now))
        }
    };
    // One region that is always there says what changes, to whoever does not see it.
    let status = el("p").with("id", "status").with("role", "status").with("aria-live", "polite").text(status);
    [head, status, main].map(Node::Element).to_vec()
}

fn heading(seat: Option<&Seat>) -> Element {
    let shown = seat.and_then(Seat::state).map(|state| &state.shown);
    let title = shown.map(|shown| shown.story.as_str()).filter(|title| !title.is_empty()).unwrap_or(WORDS.name);
    let mut head = el("header").put(el("h1").with("dir", "auto").text(title));
    if let Some(shown) = shown.filter(|shown| !shown.room.is_empty()) {
        head = head.put(el("p").with("dir", "auto").text(shown.room.as_str()));
    }
    head
}

/// What is said of the connection, or of the answer that is on its way.
fn status(seat: &Seat, now: Now) -> String {
    let trouble = seat.trouble(now).map(|trouble| match trouble {
        Trouble::NoChance => WORDS.no_chance,
        Trouble::Version => WORDS.version,
        Trouble::Refused => WORDS.refused,
        Trouble::Unreachable => WORDS.unreachable,
        Trouble::Lost => WORDS.lost,
        Trouble::HostSilent => WORDS.silent,
    });
    let waits = seat.mine().is_some_and(|mine| !mine.counted && !mine.late);
    match (trouble, waits) {
        (Some(trouble), true) => [WORDS.not_sent, " ", trouble].concat(),
        (Some(trouble), false) => trouble.to_owned(),
        (None, _) => ask::sent(seat, now).to_owned(),
    }
}

/// A button.
fn button(press: Press, text: impl Into<String>) -> Element {
    el("button").with("type", "button").with("data-press", press.code()).text(text)
}

/// Lines of the room, which are never markup.
fn lines(lines: &[String]) -> Vec<Element> {
    lines.iter().map(|line| el("p").with("dir", "auto").text(line.as_str())).collect()
}
