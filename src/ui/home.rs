//! The home page: continue, choose, bring one's own.

use super::element::{Html, classes, el};
use super::{Send, WORDS, faults, frame, hands, icon, on, scene};
use crate::app::view::{Card, Continue, HomeView};
use crate::app::{Event, Loading, Model, Route, Settings, Source, view};
use crate::words::fill;
use scenario::direction;

/// The home page.
pub(super) fn page(model: &Model, send: &Send) -> Html {
    let view = view::home(model);
    el!("main", "id" = "main", "class" = "page home")
        .put(hero(view.course.as_deref()))
        .maybe(model.faulty.as_ref().map(|file| faults::panel(file, Some(fault_actions(send)))))
        .maybe(view.resume.as_ref().map(resume))
        .with(
            el!("section", "aria-labelledby" = "stories")
                .with(el!("h2", "id" = "stories").text(WORDS.choose_story))
                .put(shelf(model, &view, send)),
        )
        .put(mode(model, send))
        .with(
            el!("section", "aria-labelledby" = "how")
                .with(el!("h2", "id" = "how").text(WORDS.how_it_works))
                .with(el!("ol", "class" = "three").each(WORDS.how.iter().map(|line| el!("li").text(*line).build()))),
        )
        .put(bring_own(model, send))
        .build()
}

fn hero(course: Option<&str>) -> Html {
    el!("header", "class" = "hero")
        .with(
            el!("div")
                .maybe(course.map(|_| el!("p", "class" = "kicker").text(WORDS.name).build()))
                .with(el!("h1", "tabindex" = "-1").text(course.unwrap_or(WORDS.name).to_owned()))
                .with(el!("p", "class" = "line").text(WORDS.line)),
        )
        .put(icon::logo())
        .build()
}

fn resume(resume: &Continue) -> Html {
    let place = resume.decision.map(|decision| {
        let place = fill(WORDS.continue_at, &[("title", &resume.title), ("n", &decision.to_string())]);
        el!("p", "class" = "soft").text(place).build()
    });
    el!("section", "class" = "continue", "aria-labelledby" = "continue")
        .with(
            el!("div")
                .with(el!("p", "class" = "kicker").text(WORDS.continue_where))
                .with(
                    el!("h2", "id" = "continue", "lang" = resume.language.clone(), "dir" = direction(&resume.language))
                        .text(resume.step.clone()),
                )
                .maybe(place),
        )
        .with(
            el!("a", "class" = "button main", "href" = Route::Play(resume.source.clone()).to_string())
                .put(icon::draw(icon::PLAY))
                .text(WORDS.continue_run),
        )
        .build()
}

fn shelf(model: &Model, view: &HomeView, send: &Send) -> Html {
    let state = match &model.catalogue {
        Loading::Waiting => el!("div", "class" = "soft")
            .with(el!("p", "role" = "status").text(WORDS.shelf_waits))
            .put(frame::late(on(send, Event::Retry)))
            .build(),
        Loading::Failed(_) => el!("div", "class" = "drop", "role" = "alert")
            .put(frame::button("button", icon::UNDO, WORDS.retry, on(send, Event::Retry)))
            .with(el!("p").text(WORDS.shelf_failed))
            .build(),
        Loading::Ready(_) => Html::default(),
    };
    let card = |card| el!("li").put(scenario(card, send)).build();
    el!("div").put(state).with(el!("ul", "class" = "shelf").each(view.cards.iter().map(card))).build()
}

fn scenario(card: &Card, send: &Send) -> Html {
    let entry = &card.entry;
    let own = matches!(card.source, Source::Own(_));
    // The interface's words within a card of another language.
    let english = || el!("span", "lang" = WORDS.tag, "dir" = direction(WORDS.tag));
    let mut best = el!("p", "class" = "best", "lang" = WORDS.tag, "dir" = direction(WORDS.tag));
    match card.best {
        Some(outcome) => {
            best.put(icon::draw(icon::outcome(outcome))).text(fill(WORDS.best, &[("outcome", WORDS.verdict(outcome))]))
        }
        None => best.with(el!("span", "class" = "soft").text(WORDS.not_played)),
    };
    let remove = own.then(|| {
        let name = fill(WORDS.remove, &[("title", &entry.title)]);
        el!("button", "class" = "button plain remove", "aria-label" = name)
            .put(icon::draw(icon::TRASH))
            .on_click(on(send, Event::Remove(card.source.clone())))
            .build()
    });
    el!("article", "class" = "scenario", "lang" = entry.language.clone(), "dir" = direction(&entry.language))
        .put(scene::draw(Some(&entry.scene)))
        .with(
            el!("div", "class" = "about")
                .with(
                    el!("h3").with(
                        el!("a", "href" = Route::Play(card.source.clone()).to_string()).text(entry.title.clone()),
                    ),
                )
                .with(
                    el!("p", "class" = "kicker facts")
                        .with(el!("span").text(entry.role.clone()))
                        .text(" ")
                        .with(english().text(fill(WORDS.minutes, &[("n", &entry.minutes.to_string())])))
                        .text(" ")
                        .with(
                            english()
                                .maybe((!own).then(|| el!("span", "class" = "hidden").text(WORDS.difficulty).build()))
                                .text(if own { WORDS.own } else { WORDS.difficulty_of(entry.difficulty) }),
                        ),
                )
                .with(el!("p").text(entry.summary.clone()))
                .with(&mut best),
        )
        .maybe(remove)
        .build()
}

/// Practice or challenge.
fn mode(model: &Model, send: &Send) -> Html {
    let choice = |challenge: bool, name: &'static str, means: &'static str| {
        let settings = Settings { challenge, ..model.settings };
        el!("label", "class" = "choice")
            .with(
                el!("input", "type" = "radio", "name" = "mode")
                    .checked(model.settings.challenge == challenge)
                    .on_change(on(send, Event::Set(settings))),
            )
            .with(el!("b").text(name))
            .with(el!("small").text(means))
            .build()
    };
    el!("fieldset", "class" = "choices")
        .with(el!("legend").text(WORDS.how_to_play))
        .put(choice(false, WORDS.practice, WORDS.practice_is))
        .put(choice(true, WORDS.challenge, WORDS.challenge_is))
        .build()
}

fn bring_own(model: &Model, send: &Send) -> Html {
    let input = el!("input", "id" = "file", "hidden" = "", "type" = "file", "accept" = ".json,application/json")
        .on_change(hands::picked(send))
        .build();
    el!("section", "aria-labelledby" = "own")
        .with(el!("h2", "id" = "own").text(WORDS.bring_own))
        .with(
            el!("div", "class" = classes("drop", model.hovering.then_some("over")))
                .put(frame::button("button", icon::FILE, WORDS.open_file, hands::ask_for_file()))
                .put(input)
                .with(el!("p").text(if model.hovering { WORDS.let_go } else { WORDS.drop_here })),
        )
        .build()
}

fn fault_actions(send: &Send) -> Html {
    el!("p", "class" = "actions")
        .put(frame::button("button", icon::FILE, WORDS.open_another, hands::ask_for_file()))
        .put(frame::button("button plain", icon::CLOSE, WORDS.close, on(send, Event::DismissFaults)))
        .build()
}
