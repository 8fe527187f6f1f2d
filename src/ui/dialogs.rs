//! The dialogs over a step: the decisions so far, and what the game and its keys mean.

use super::element::{Html, el};
use super::{Send, WORDS, decisions, frame, icon, meters, on, speech};
use crate::app::view::{Arrival, Decision};
use crate::app::{Dialog, Event, Mode, Model, Playing, view};
use crate::words::ASIDE;
use scenario::{Stance, direction};

/// A dialog that is open. It is shown as a modal one once it is on the page, so that the rest is out of reach.
pub(super) fn dialog(dialog: Dialog, model: &Model, playing: &Playing, send: &Send) -> Html {
    let (class, title, inside) = match dialog {
        Dialog::History => ("drawer", ASIDE.way_so_far, history(model, playing, send)),
        Dialog::Help => ("", WORDS.help, help(!model.settings.no_keys)),
    };
    let close =
        el!("button", "class" = "button plain", "aria-label" = ASIDE.close).put(icon::draw(icon::CLOSE)).build();
    el!("dialog", "class" = class, "aria-labelledby" = "dialog")
        .with(
            el!("header")
                .with(el!("h2", "id" = "dialog").text(title))
                .with(el!("form", "method" = "dialog").put(close)),
        )
        .put(inside)
        .on_close(on(send, Event::Open(None)))
        .build()
}

fn history(model: &Model, playing: &Playing, send: &Send) -> Html {
    let hidden = model.settings.mode == Mode::Challenge;
    let taken = view::decisions(&playing.run, hidden);
    if taken.is_empty() {
        return el!("p").text(ASIDE.no_way_yet).build();
    }
    let language = playing.run.scenario().language();
    let entries = playing.run.decisions().enumerate().map(|(number, (at, turn))| {
        let step = playing.run.scenario().step(turn.step);
        // What a step did is not shown in a challenge, and neither is why.
        let arrival = Arrival::of(playing.run.scenario(), step).filter(|_| !hidden);
        entry((number + 1, at), &taken[at], (&step.moment, arrival), language, send)
    });
    el!("ol", "class" = "log").each(entries).build()
}

fn entry(
    (number, at): (usize, usize),
    decision: &Decision<'_>,
    (moment, arrival): (&str, Option<Arrival<'_>>),
    language: &str,
    send: &Send,
) -> Html {
    let (tag, direction) = (|| language.to_owned(), direction(language));
    el!("li", "class" = decision.hat.map(Stance::name).unwrap_or_default())
        .with(el!("span", "class" = "stop").text(number.to_string()))
        .maybe(speech::beside("kicker", moment, language))
        .with(el!("h3", "lang" = tag(), "dir" = direction).text(decision.step.to_owned()))
        .maybe(arrival.as_ref().and_then(meters::why))
        .maybe(arrival.and_then(|arrival| meters::changes(arrival.step.pressure)))
        .with(el!("p", "class" = "said", "lang" = tag(), "dir" = direction).text(decision.text.to_owned()))
        .maybe(decisions::tags(decision))
        .put(frame::button("button", icon::UNDO, ASIDE.back_to_here, on(send, Event::BackTo(at))))
        .build()
}

/// What the meters, the hats, the dimensions and the modes are; then the keys.
fn help(single: bool) -> Html {
    let entry = |term: &'static str, means: &'static str| {
        el!("div").with(el!("dt").text(term)).with(el!("dd").text(means)).build()
    };
    let terms = ASIDE.help.iter().map(|[term, means]| entry(term, means));
    let modes = ASIDE.modes.iter().map(|[term, means]| entry(term, means));
    el!("div", "class" = "help")
        .with(el!("dl").each(terms))
        .with(el!("h3").text(ASIDE.help_modes))
        .with(el!("dl").each(modes))
        .with(el!("section", "class" = "with-keys").with(el!("h3").text(ASIDE.keys)).put(keys(single)))
        .build()
}

/// The keys, with or without those of letters, digits and signs.
fn keys(single: bool) -> Html {
    const KEYS: [&[&str]; 8] =
        [&["1", "6"], &["←", "→"], &["Enter"], &["U"], &["Shift", "U"], &["H"], &["?"], &["Esc"]];
    let mut keys = el!("dl", "class" = "keys");
    for (names, does) in KEYS.into_iter().zip(ASIDE.keys_do) {
        if !single && matches!(names[names.len() - 1], "6" | "U" | "H" | "?") {
            continue;
        }
        let mut term = el!("dt");
        for (at, name) in names.iter().enumerate() {
            let between = match *names {
                _ if at == 0 => "",
                ["Shift", _] => "+",
                _ => "–",
            };
            term.text(between).with(el!("kbd", "translate" = "no").text(*name));
        }
        keys.with(&mut term).with(el!("dd").text(does));
    }
    keys.build()
}
