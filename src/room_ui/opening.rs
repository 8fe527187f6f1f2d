//! One page for whoever leads the room, before it begins: how the hour goes, what to say first, and what to check.

use super::{HOUR, Send, field, on, paper};
use crate::room::{Event, Model, Page};
use crate::ui::element::el;
use crate::words::fill;
use scenario::{Scenario, direction};
use yew::Html;

/// The page, which is printed too.
pub(super) fn page(scenario: &Scenario) -> Html {
    let meters = scenario.meters();
    let enough = [("l", meters.leadership.enough.to_string()), ("m", meters.management.enough.to_string())];
    let enough: Vec<(&str, &str)> = enough.iter().map(|(gap, filling)| (*gap, filling.as_str())).collect();
    let part = |head: &'static str, inside: Html| el!("section").with(el!("h2").text(head)).put(inside).build();
    let lines = |class: &'static str, words: Vec<String>| {
        el!("ol", "class" = class).each(words.into_iter().map(|words| el!("li").text(words).build())).build()
    };
    let said = |words: &[&str]| words.iter().map(|words| (*words).to_owned()).collect::<Vec<String>>();
    let role = el!("li")
        .text(HOUR.say_role)
        .text(" ")
        .with(
            el!("b", "lang" = scenario.language().to_owned(), "dir" = direction(scenario.language()))
                .text(scenario.role().to_owned()),
        )
        .build();
    let say = HOUR.say.iter().map(|words| el!("li").text(*words).build());
    el!("article", "class" = "paper opening-page")
        .put(paper::print())
        .put(paper::opening(scenario, HOUR.opening))
        .put(part(HOUR.goes_head, lines("asks", said(&HOUR.goes))))
        .put(part(HOUR.hat_head, el!("p").text(HOUR.hat_is).build()))
        .put(part(HOUR.meters_head, el!("p").text(fill(HOUR.meters_are, &enough)).build()))
        .put(part(HOUR.say_head, el!("ol", "class" = "asks").put(role).each(say).build()))
        .put(part(HOUR.check_head, lines("checks", said(&HOUR.checks))))
        .build()
}

/// While a session is set up: the page, whether the stage is open, and the rehearsal.
pub(super) fn before(model: &Model, page: &Page, send: &Send) -> Html {
    let stage = model.stage().map(|stage| {
        let (mark, words) = if stage.is_some() { ("☑ ", HOUR.stage_open) } else { ("☐ ", HOUR.stage_shut) };
        el!("li").with(el!("span", "aria-hidden" = "true").text(mark)).text(words).build()
    });
    let rest = usize::from(stage.is_some());
    let checks = HOUR
        .checks
        .iter()
        .skip(rest)
        .map(|words| el!("li").with(el!("span", "aria-hidden" = "true").text("☐ ")).text(*words).build());
    el!("section", "class" = "before", "aria-labelledby" = "before")
        .with(el!("h2", "id" = "before").text(HOUR.check_head))
        .with(el!("ul").maybe(stage).each(checks))
        .with(
            el!("p", "class" = "actions")
                .with(el!("a", "class" = "button", "href" = page.address(), "target" = "_blank").text(HOUR.opening))
                .put(field::button("button rehearse", HOUR.rehearse, on(send, Event::Rehearse(true)))),
        )
        .with(el!("p", "class" = "soft").text(HOUR.rehearse_is))
        .build()
}

/// In a rehearsal: that it is one, and its end.
pub(super) fn rehearsing(model: &Model, send: &Send) -> Option<Html> {
    model.is_rehearsal().then(|| {
        el!("div", "class" = "proposal rehearsing", "role" = "status")
            .with(el!("p").text(HOUR.rehearsing))
            .put(field::button("button main", HOUR.rehearse_end, on(send, Event::Rehearse(false))))
            .build()
    })
}

/// The way to the page, beside *Begin*.
pub(super) fn link(model: &Model) -> Option<Html> {
    let page = Page::Opening(model.picked()?.clone());
    Some(el!("a", "class" = "button", "href" = page.address()).text(HOUR.opening).build())
}

/// What the stage says of a rehearsal.
pub(super) fn sign(model: &Model) -> Option<Html> {
    model.is_rehearsal().then(|| el!("b", "class" = "rehearsal").text(HOUR.rehearsal).build())
}
