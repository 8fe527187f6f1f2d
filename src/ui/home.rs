//! The home page: continue, choose, bring one's own.

use super::element::{Html, classes, el};
use super::objectives::{self, Place};
use super::{Send, WORDS, faults, frame, hands, icon, on, scene};
use crate::app::view::{Card, Continue, HomeView};
use crate::app::{Event, FetchFault, Loading, Model, Route, Source, view};
use crate::words::{ASIDE, fill};
use delivery::Entry;
use scenario::direction;

/// The home page.
pub(super) fn page(model: &Model, send: &Send) -> Html {
    let view = view::home(model);
    el!("main", "id" = "main", "class" = "page home")
        .put(hero(&view))
        .maybe(model.faulty.as_ref().map(|file| faults::panel(file, Some(fault_actions(send)))))
        .maybe(view.resume.as_ref().map(resume))
        .maybe(view.newcomer.then(how))
        .with(
            el!("section", "aria-labelledby" = "stories")
                .with(el!("h2", "id" = "stories").text(ASIDE.choose_story))
                .put(shelf(model, &view, send)),
        )
        .maybe((!view.newcomer).then(how))
        .put(bring_own(model, send))
        .build()
}

fn hero(view: &HomeView) -> Html {
    let course = view.course.as_deref();
    // Whoever is new here need not look for where to begin.
    let start = view.cards.iter().find(|card| card.start && card.new).map(|card| {
        let words = fill(ASIDE.start_with, &[("title", &card.entry.title), ("n", &card.entry.minutes.to_string())]);
        let mut link = el!("a", "class" = "button main", "href" = card.route.to_string());
        el!("p", "class" = "actions").with(link.text(words).put(icon::draw(icon::NEXT))).build()
    });
    el!("header", "class" = "hero")
        .with(
            el!("div")
                .maybe(course.map(|_| el!("p", "class" = "kicker").text(WORDS.name).build()))
                .with(el!("h1", "tabindex" = "-1").text(course.unwrap_or(WORDS.name).to_owned()))
                .with(
                    el!("p", "class" = "line")
                        .text(ASIDE.line)
                        .text(" ")
                        .with(el!("small", "class" = "soft").text(ASIDE.promise)),
                )
                .maybe(start),
        )
        .put(icon::logo())
        .build()
}

fn how() -> Html {
    el!("section", "aria-labelledby" = "how")
        .with(el!("h2", "id" = "how").text(ASIDE.how_it_works))
        .with(el!("ol", "class" = "three").each(ASIDE.how.iter().map(|line| el!("li").text(*line).build())))
        .build()
}

fn resume(resume: &Continue) -> Html {
    let place = resume.decision.map(|decision| {
        let place = fill(ASIDE.continue_at, &[("title", &resume.title), ("n", &decision.to_string())]);
        el!("p", "class" = "soft").text(place).build()
    });
    el!("section", "class" = "continue", "aria-labelledby" = "continue")
        .with(
            el!("div")
                .with(el!("p", "class" = "kicker").text(ASIDE.continue_where))
                .with(
                    el!("h2", "id" = "continue", "lang" = resume.language.clone(), "dir" = direction(&resume.language))
                        .text(resume.step.clone()),
                )
                .maybe(place),
        )
        .with(
            el!("a", "class" = "button main", "href" = Route::Play(resume.source.clone()).to_string())
                .put(icon::draw(icon::PLAY))
                .text(ASIDE.continue_run),
        )
        .build()
}

fn shelf(model: &Model, view: &HomeView, send: &Send) -> Html {
    let state = match &model.catalogue {
        Loading::Waiting => el!("div", "class" = "soft")
            .with(el!("p", "role" = "status").text(ASIDE.shelf_waits))
            .put(frame::late(on(send, Event::Retry)))
            .build(),
        Loading::Failed(fault) => el!("div", "class" = "drop", "role" = "alert")
            .put(frame::button("button", icon::UNDO, WORDS.retry, on(send, Event::Retry)))
            .with(el!("p").text(if *fault == FetchFault::SignedOut {
                ASIDE.shelf_signed_out
            } else {
                ASIDE.shelf_failed
            }))
            .build(),
        Loading::Ready(_) => Html::default(),
    };
    let unsure = view.course.is_some();
    let card = |card| el!("li").put(scenario(card, unsure, send)).build();
    el!("div").put(state).with(el!("ul", "class" = "shelf").each(view.cards.iter().map(card))).build()
}

fn scenario(card: &Card, unsure: bool, send: &Send) -> Html {
    let entry = &card.entry;
    let own = matches!(card.source, Source::Own(_));
    let mut best = el!("p", "class" = "best", "lang" = WORDS.tag, "dir" = direction(WORDS.tag));
    match card.best {
        Some(outcome) => {
            best.put(icon::draw(icon::outcome(outcome))).text(fill(ASIDE.best, &[("outcome", WORDS.verdict(outcome))]))
        }
        None => {
            best.with(el!("span", "class" = "soft").text(if card.new { ASIDE.not_opened } else { ASIDE.not_played }))
        }
    };
    let remove = own.then(|| {
        let name = fill(ASIDE.remove, &[("title", &entry.title)]);
        el!("button", "class" = "button plain remove", "aria-label" = name)
            .put(icon::draw(icon::TRASH))
            .on_click(on(send, Event::Remove(card.source.clone())))
            .build()
    });
    el!("article", "class" = "scenario", "lang" = entry.language.clone(), "dir" = direction(&entry.language))
        .put(scene::draw(Some(&entry.scene)))
        .with(
            el!("div", "class" = "about")
                .maybe(card.start.then(|| el!("p", "class" = "tag").text(ASIDE.start_here).build()))
                .with(el!("h3").with(el!("a", "href" = card.route.to_string()).text(entry.title.clone())))
                .put(facts(entry, own))
                .with(el!("p").text(entry.summary.clone()))
                .maybe((!own).then(|| objectives::draw(entry, Place::Card, unsure)))
                .with(&mut best),
        )
        .maybe(remove)
        .build()
}

/// Who one is in a story, how long it takes and how hard it is.
pub(super) fn facts(entry: &Entry, own: bool) -> Html {
    // The interface's words beside those of another language.
    let english = || el!("span", "lang" = WORDS.tag, "dir" = direction(WORDS.tag));
    el!("p", "class" = "kicker facts")
        .with(el!("span").text(entry.role.clone()))
        .text(" ")
        .with(english().text(fill(ASIDE.minutes, &[("n", &entry.minutes.to_string())])))
        .text(" ")
        .with(
            english()
                .maybe((!own).then(|| el!("span", "class" = "hidden").text(ASIDE.difficulty).build()))
                .text(if own { ASIDE.own } else { ASIDE.difficulty_of(entry.difficulty) }),
        )
        .build()
}

fn bring_own(model: &Model, send: &Send) -> Html {
    let input = el!("input", "id" = "file", "hidden" = "", "type" = "file", "accept" = ".json,application/json,.zip")
        .on_change(hands::picked(send))
        .build();
    el!("section", "aria-labelledby" = "own")
        .with(el!("h2", "id" = "own").text(ASIDE.bring_own))
        .with(
            el!("div", "class" = classes("drop", model.hovering.then_some("over")))
                .put(frame::button("button", icon::FILE, ASIDE.open_file, hands::ask_for_file()))
                .put(input)
                .with(el!("p").text(if model.hovering { ASIDE.let_go } else { ASIDE.drop_here })),
        )
        .build()
}

fn fault_actions(send: &Send) -> Html {
    el!("p", "class" = "actions")
        .put(frame::button("button", icon::FILE, ASIDE.open_another, hands::ask_for_file()))
        .put(frame::button("button plain", icon::CLOSE, ASIDE.close, on(send, Event::DismissFaults)))
        .build()
}
