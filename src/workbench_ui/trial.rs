//! Play from here: a small player.

use super::{Send, WORDS, on, step};
use crate::app::view;
use crate::ui::element::{Element, el};
use crate::ui::{icon, speech};
use crate::words::ENGLISH as GAME;
use crate::workbench::{Event, Trial};
use play::{Ending, Told};
use scenario::{Response, Scenario, Stance, direction};
use yew::Html;

/// The trial as it stands: the step that waits, or the outcome.
pub(super) fn draw(trial: &Trial, send: &Send) -> Html {
    let scenario = &*trial.scenario;
    let (language, direction) = (|| scenario.language().to_owned(), direction(scenario.language()));
    let title = match (trial.now.step(), trial.variant()) {
        (Some(step), _) => scenario.step(step).title.to_string(),
        (None, variant) => variant.map(|variant| variant.title.to_string()).unwrap_or_default(),
    };
    el!("section", "class" = "look trial", "aria-labelledby" = "trial")
        .with(el!("p", "class" = "kicker").put(icon::draw(icon::PLAY)).text(WORDS.trial))
        .maybe(trial.last().map(|(chosen, told)| last(scenario, chosen, told)))
        .with(el!("h3", "id" = "trial", "tabindex" = "-1", "lang" = language(), "dir" = direction).text(title))
        .put(meters(trial))
        .put(if trial.now.step().is_some() { waiting(trial, send) } else { ended(trial) })
        .with(
            el!("p", "class" = "actions")
                .with(
                    el!("button", "class" = "button")
                        .put(icon::draw(icon::UNDO))
                        .text(WORDS.play_again)
                        .on_click(on(send, Event::Play)),
                )
                .with(
                    el!("button", "class" = "button plain")
                        .put(icon::draw(icon::CLOSE))
                        .text(WORDS.stop)
                        .on_click(on(send, Event::StopPlay)),
                ),
        )
        .build()
}

/// The place of a text that is told, in its scenario's language.
fn told_in(scenario: &Scenario) -> Element {
    let language = scenario.language();
    el!("div", "class" = "told", "lang" = language.to_owned(), "dir" = direction(language))
}

/// What was done last, and what came of it.
fn last(scenario: &Scenario, chosen: &Response, told: Told<'_>) -> Html {
    el!("div", "class" = format!("last {}", chosen.stance.map_or("hatless", Stance::name)))
        .with(
            el!("p").with(el!("b").text(WORDS.you)).text(" ").with(
                el!("bdi", "lang" = scenario.language().to_owned(), "dir" = direction(scenario.language()))
                    .text(chosen.text.to_string()),
            ),
        )
        .put(step::tag(chosen))
        .with(told_in(scenario).put(speech::lines(&view::spoken(scenario, told))))
        .build()
}

fn meters(trial: &Trial) -> Html {
    let meter = |(stance, value): (Stance, i32)| {
        el!("li", "class" = stance.name())
            .put(icon::draw(icon::instrument(stance)))
            .text(GAME.meter(stance))
            .text(" ")
            .with(el!("b").text(value.to_string()))
            .build()
    };
    let meters = [(Stance::Leader, trial.now.leadership), (Stance::Manager, trial.now.management)];
    el!("ul", "class" = "now", "aria-label" = GAME.meters).each(meters.into_iter().map(meter)).build()
}

fn waiting(trial: &Trial, send: &Send) -> Html {
    let scenario = &*trial.scenario;
    let Some(step) = trial.now.step() else { return Html::default() };
    let situation = Told { lines: &scenario.step(step).situation, at: trial.now };
    let offers = trial.now.offered(scenario).map(|(at, offered)| {
        let mut button = el!("button", "class" = format!("answer {}", offered.stance.map_or("hatless", Stance::name)));
        button
            .put(step::tag(offered))
            .with(
                el!("span", "lang" = scenario.language().to_owned(), "dir" = direction(scenario.language()))
                    .text(offered.text.to_string()),
            )
            .on_click(on(send, Event::Choose(at)));
        el!("li").with(&mut button).build()
    });
    el!("div")
        .with(told_in(scenario).put(speech::lines(&view::spoken(scenario, situation))))
        .with(el!("ol", "class" = "offers").each(offers))
        .build()
}

fn ended(trial: &Trial) -> Html {
    let (Some(Ending { outcome, broke }), Some(variant)) = (trial.now.ending(), trial.variant()) else {
        return Html::default();
    };
    let story = Told { lines: &variant.story, at: trial.now };
    el!("div")
        .with(el!("p", "class" = "kicker").put(icon::draw(icon::outcome(outcome))).text(GAME.verdict(outcome)))
        .maybe(broke.then(|| el!("p", "class" = "aside").text(WORDS.broke).build()))
        .with(told_in(&trial.scenario).put(speech::lines(&view::spoken(&trial.scenario, story))))
        .with(
            el!(
                "p",
                "class" = "aside",
                "lang" = trial.scenario.language().to_owned(),
                "dir" = direction(trial.scenario.language())
            )
            .text(variant.lesson.to_string()),
        )
        .build()
}
