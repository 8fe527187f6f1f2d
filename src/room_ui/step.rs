//! A step on the stage: its situation, what came of it, how it ended; and teams that play.

use super::{WORDS, choices};
use crate::room::stage::{Consequence, Ending, Situation};
use crate::ui::element::el;
use crate::ui::{icon, speech};
use crate::words::{ENGLISH as GAME, fill, signed};
use scenario::{Effect, Stance, direction};
use session::How;
use yew::Html;

/// Both meters as figures: what they are, and what a decision did to them.
fn meters(meters: (i32, i32), enough: (i32, i32), effect: Option<Effect>) -> Html {
    let both = [
        (Stance::Leader, meters.0, enough.0, effect.map(|effect| effect.leadership)),
        (Stance::Manager, meters.1, enough.1, effect.map(|effect| effect.management)),
    ];
    let meter = |(stance, value, enough, change): (Stance, i32, i32, Option<i32>)| {
        let change = change.filter(|change| *change != 0);
        let change = change.map(|change| el!("span", "class" = "chip").text(signed(change)).build());
        el!("li", "class" = stance.name())
            .put(icon::draw(icon::instrument(stance)))
            .text(GAME.meter(stance))
            .text(" ")
            .with(el!("b").text(value.to_string()))
            .with(el!("span", "class" = "soft").text(format!("/ {enough}")))
            .maybe(change)
            .build()
    };
    el!("ul", "class" = "figures", "aria-label" = GAME.meters).each(both.into_iter().map(meter)).build()
}

/// What changed the meters, in words; `None` where nothing did.
pub(super) fn changes(words: &'static str, effect: Effect) -> Option<String> {
    let both = [(GAME.leadership, effect.leadership), (GAME.management, effect.management)];
    let told = both.into_iter().filter(|(_, change)| *change != 0);
    let told: Vec<String> = told.map(|(meter, change)| format!("{meter} {}", signed(change))).collect();
    (!told.is_empty()).then(|| fill(words, &[("changes", &told.join(" · "))]))
}

/// A step's situation.
pub(super) fn situation(situation: &Situation<'_>, language: String) -> Html {
    let pressure = changes(WORDS.by_situation, situation.pressure);
    let why = if pressure.is_some() { situation.why } else { "" };
    let why = speech::beside("soft", why, &language);
    let moment = speech::beside("kicker", situation.place.moment, &language);
    el!("section", "class" = "slide told")
        .with(
            el!("div", "class" = "heads")
                .with(
                    el!("h1", "tabindex" = "-1", "lang" = language.clone(), "dir" = direction(&language))
                        .text(situation.place.title.to_owned()),
                )
                .put(meters(situation.meters, situation.enough, Some(situation.pressure))),
        )
        .maybe(moment)
        .maybe(pressure.map(|words| el!("p", "class" = "kicker pressure").text(words).build()))
        .maybe(why)
        .with(
            el!("div", "class" = "story", "dir" = direction(&language), "lang" = language)
                .put(speech::lines(&situation.lines)),
        )
        .build()
}

/// Whose answer it was.
pub(super) fn did(how: Option<How>) -> &'static str {
    WORDS.we_did[how.unwrap_or(How::Majority) as usize]
}

/// What came of a decision.
pub(super) fn consequence(consequence: &Consequence<'_>, language: String) -> Html {
    let note = (!consequence.note.is_empty()).then(|| {
        el!("aside", "class" = "lesson", "dir" = direction(&language), "lang" = language.clone())
            .put(speech::lines(&consequence.note))
            .build()
    });
    el!("section", "class" = "slide told after")
        .with(
            el!("div", "class" = "heads")
                .with(
                    el!("div").with(el!("p", "class" = "kicker").text(did(consequence.how))).with(
                        el!("h1", "class" = "hidden", "tabindex" = "-1").text(consequence.place.title.to_owned()),
                    ),
                )
                .put(meters(consequence.meters, consequence.enough, Some(consequence.effect))),
        )
        .with(&mut choices::choice(&consequence.choice, language.clone()))
        .with(
            el!("div", "class" = "story", "dir" = direction(&language), "lang" = language.clone())
                .put(speech::lines(&consequence.lines)),
        )
        .maybe(note)
        .build()
}

/// How it ended.
pub(super) fn ending(ending: &Ending<'_>, language: String) -> Html {
    el!("section", "class" = "slide told end")
        .with(
            el!("header", "class" = "verdict").put(icon::draw(icon::outcome(ending.outcome))).with(
                el!("div").with(el!("p").text(GAME.verdict(ending.outcome))).with(
                    el!("h1", "tabindex" = "-1", "lang" = language.clone(), "dir" = direction(&language))
                        .text(ending.title.to_owned()),
                ),
            ),
        )
        .with(
            el!("div", "class" = "story", "dir" = direction(&language), "lang" = language)
                .put(speech::lines(&ending.lines)),
        )
        .build()
}

/// Teams play.
pub(super) fn teams(names: &[&str]) -> Html {
    let reported = (!names.is_empty()).then(|| {
        el!("div")
            .with(el!("h2").text(WORDS.reported))
            .with(
                el!("ul", "class" = "names")
                    .each(names.iter().map(|name| el!("li", "dir" = "auto").text((*name).to_owned()).build())),
            )
            .build()
    });
    el!("section", "class" = "slide")
        .with(el!("h1", "tabindex" = "-1").text(WORDS.teams_play))
        .with(el!("p", "class" = "line").text(WORDS.teams_how))
        .maybe(reported)
        .build()
}
