//! The stage: one slide, the time, and nothing of the facilitator's, unless the console is opened over it as a drawer.

use super::{HOUR, Send, WORDS, board, choices, console, debrief, on, opening, step};
use crate::room::phones::Board;
use crate::room::stage::{Shown, Slide, StageView, Welcome, stage};
use crate::room::{Event, Model, hours};
use crate::ui::element::el;
use crate::ui::{icon, picture, scene};
use crate::words::{ENGLISH as GAME, fill};
use scenario::direction;
use session::Phase;
use yew::Html;

/// The stage's page.
pub(super) fn page(model: &Model, send: &Send) -> Html {
    let view = model.state().map(|state| stage(state, model.review(), model.now()));
    let inside = match &view {
        Some(view) => slide(view, model.board()),
        None => el!("section", "class" = "slide quiet")
            .put(icon::logo())
            .with(el!("h1", "tabindex" = "-1").text(WORDS.stage))
            .with(el!("p").text(WORDS.stage_waits))
            .build(),
    };
    let phase = view.as_ref().map_or("none", |view| name(view.phase));
    let drawer = model.state().filter(|_| model.has_drawer()).map(|state| {
        el!("aside", "class" = "drawer", "aria-label" = WORDS.console).put(console::drawer(model, state, send)).build()
    });
    let opener = (model.state().is_some() && !model.has_drawer()).then(|| {
        el!("button", "class" = "opener", "aria-label" = WORDS.open_drawer, "title" = WORDS.open_drawer)
            .put(icon::draw(icon::SETTINGS))
            .on_click(on(send, Event::Drawer(true)))
            .build()
    });
    let blank = view.as_ref().is_some_and(|view| view.slide == Slide::Blank);
    let class = match (blank, model.is_dark()) {
        (true, _) => "stage blank",
        (false, Some(true)) => "stage dark",
        (false, Some(false)) => "stage light",
        (false, None) => "stage",
    };
    el!("div", "class" = if model.has_drawer() { "split" } else { "whole" })
        .with(
            el!("div", "class" = class, "data-phase" = phase)
                .maybe(view.as_ref().filter(|_| !blank).map(|view| bar(view, opening::sign(model))))
                .put(inside)
                .maybe(more(model.pages()).filter(|_| !blank))
                .maybe(opener),
        )
        .maybe(drawer)
        .build()
}

/// The phase as a word for the style, and for tests.
pub(super) fn name(phase: Phase) -> &'static str {
    const NAMES: [&str; 19] = [
        "set-up",
        "gather",
        "rate-before",
        "read",
        "think",
        "vote",
        "talk",
        "vote-again",
        "reveal",
        "consequence",
        "told",
        "ending",
        "teams",
        "what",
        "so-what",
        "now-what",
        "plus-delta",
        "rate-after",
        "close",
    ];
    NAMES[phase as usize]
}

fn bar(view: &StageView<'_>, sign: Option<Html>) -> Html {
    let place = match &view.slide {
        Slide::Situation(it) => Some(it.place),
        Slide::Choices(it) => Some(it.place),
        Slide::Reveal(it) => Some(it.place),
        Slide::Consequence(it) => Some(it.place),
        _ => None,
    };
    let place = place.map(|place| {
        let gaps = [("n", place.number.to_string()), ("of", place.of.to_string())];
        let gaps: Vec<(&str, &str)> = gaps.iter().map(|(gap, filling)| (*gap, filling.as_str())).collect();
        let mut words = fill(WORDS.decision, &gaps);
        if let Some(dimension) = place.dimension {
            words = format!("{words} · {}", GAME.dimension(dimension));
        }
        el!("span").text(words).build()
    });
    el!("header", "class" = "stage-bar")
        .maybe(view.scene.map(|place| scene::draw(Some(place))))
        .with(
            el!("p", "class" = "where")
                .with(
                    el!("b", "lang" = view.language.to_owned(), "dir" = direction(view.language))
                        .text(view.title.to_owned()),
                )
                .maybe(place),
        )
        .maybe(sign)
        .maybe(view.left.map(|left| time(left, view.stopped)))
        .build()
}

/// Which page of a slide is shown, where it takes several.
fn more((page, of): (u32, u32)) -> Option<Html> {
    let goes_on = page < of;
    let words = if goes_on { HOUR.page_of } else { HOUR.page_last };
    let words = || fill(words, &[("n", &page.to_string()), ("of", &of.to_string())]);
    let next = goes_on.then(|| icon::draw(icon::NEXT));
    (of > 1).then(|| el!("p", "class" = "more", "role" = "status").text(words()).maybe(next).build())
}

/// The time that is left; it says when it has run over.
pub(super) fn time(left: i64, stopped: bool) -> Html {
    let class = match (left < 0, stopped) {
        (true, _) => "time over",
        (false, true) => "time still",
        (false, false) => "time",
    };
    let words = hours::clock(left);
    let words = if left < 0 { fill(WORDS.timer_over, &[("time", &words)]) } else { words };
    el!("p", "class" = class, "role" = "timer", "aria-label" = WORDS.timer).text(words).build()
}

fn slide(view: &StageView<'_>, board: Option<&Board>) -> Html {
    let language = || view.language.to_owned();
    match &view.slide {
        Slide::Blank => el!("section", "class" = "slide")
            .with(el!("h1", "class" = "hidden", "tabindex" = "-1").text(WORDS.is_blank))
            .build(),
        Slide::Welcome(welcome) => welcomed(view.title, welcome, language(), board),
        Slide::Rate { after } => debrief::rate(*after, board.and_then(|board| board::said(board, view.phase))),
        Slide::Situation(situation) => step::situation(situation, language()),
        Slide::Choices(shown) => choices::asked(shown, view.phase, language(), board),
        Slide::Reveal(reveal) => choices::revealed(reveal, language(), board),
        Slide::Consequence(consequence) => step::consequence(consequence, language()),
        Slide::Told(told) => step::told(told, language()),
        Slide::Ending(ending) => step::ending(ending, language()),
        Slide::Teams(names) => step::teams(names),
        Slide::Way(way) => debrief::way(way, language()),
        Slide::Meaning(meaning) => debrief::meaning(meaning, language()),
        Slide::WhatIf(what_if) => debrief::what_if(what_if, language()),
        Slide::Wall(notes) => debrief::wall(notes),
        Slide::PlusDelta(plus, delta) => debrief::plus_delta(plus, delta),
        Slide::Close(shifts) => debrief::close(shifts),
    }
}

fn welcomed(title: &str, welcome: &Welcome<'_>, language: String, board: Option<&Board>) -> Html {
    el!("section", "class" = "slide welcome")
        .put(welcome.image.map_or_else(|| scene::draw(welcome.scene), |Shown(of, image)| picture::draw(of, image)))
        .with(
            el!("div", "dir" = direction(&language), "lang" = language)
                .with(el!("h1", "tabindex" = "-1").text(title.to_owned()))
                .with(el!("p", "class" = "line").text(welcome.summary.to_owned()))
                .with(
                    el!("p", "class" = "role")
                        .with(el!("span", "class" = "soft", "lang" = "en", "dir" = "ltr").text(WORDS.your_role))
                        .text(" ")
                        .with(el!("b").text(welcome.role.to_owned())),
                ),
        )
        .maybe(board.map(board::code))
        .build()
}
