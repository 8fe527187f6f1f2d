//! A step on the stage: its situation, what came of it, how it ended; and teams that play.

use super::{HOUR, WORDS, choices};
use crate::room::stage::{ByHabit, Consequence, Ending, Shown, Situation, Told};
use crate::ui::element::el;
use crate::ui::{icon, picture, speech};
use crate::words::{ENGLISH as GAME, fill, signed};
use scenario::{Effect, Stance, direction};
use session::{Habit, How, Phase};
use yew::Html;

/// Both meters as figures: what they are, and what a decision did to them.
fn meters(meters: (i32, i32), enough: (i32, i32), effect: Option<Effect>) -> Html {
    let both = [
        (Stance::Leader, meters.0, effect.map(|effect| effect.leadership)),
        (Stance::Manager, meters.1, effect.map(|effect| effect.management)),
    ];
    let meter = |(stance, value, change): (Stance, i32, Option<i32>)| {
        let change = change.filter(|change| *change != 0);
        let change = change.map(|change| el!("span", "class" = "chip").text(signed(change)).build());
        el!("li", "class" = stance.name())
            .put(icon::draw(icon::instrument(stance)))
            .text(GAME.meter(stance))
            .text(" ")
            .with(el!("b").text(value.to_string()))
            .maybe(change)
            .build()
    };
    let figures = el!("ul", "class" = "figures", "aria-label" = GAME.meters).each(both.into_iter().map(meter)).build();
    el!("div", "class" = "gauges").put(figures).with(el!("p", "class" = "soft").text(explained(enough))).build()
}

/// What the meters' figures mean.
pub(super) fn explained(enough: (i32, i32)) -> String {
    let of = |enough: i32| fill(HOUR.meter_is, &[("n", &enough.to_string())]);
    if enough.0 == enough.1 {
        return of(enough.0);
    }
    let (leadership, management) = (of(enough.0), of(enough.1));
    format!("{}: {leadership} · {}: {management}", GAME.leadership, GAME.management)
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
    let why = speech::beside("soft", why, &language).or_else(|| {
        let reasons = GAME.reasons(situation.place.dimension, situation.pressure);
        (!reasons.is_empty()).then(|| el!("p", "class" = "soft reasons").text(reasons).build())
    });
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
        .maybe(situation.image.map(|Shown(scenario, image)| picture::draw(scenario, image)))
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

/// What went by habit: a sentence for each decision.
pub(super) fn told(told: &Told<'_>, language: String) -> Html {
    let why = match told.habit {
        Habit::Hat(Stance::Leader) => HOUR.told_leader,
        Habit::Hat(Stance::Manager) => HOUR.told_manager,
        Habit::LowerMeter => HOUR.told_lower,
    };
    let line = |decision: &ByHabit<'_>| {
        let changed = [(WORDS.by_situation, decision.pressure), (WORDS.by_answer, decision.effect)];
        let changed: Vec<String> = changed.into_iter().filter_map(|(words, effect)| changes(words, effect)).collect();
        let why = if decision.pressure == Effect::default() { "" } else { decision.why };
        el!("li", "class" = decision.choice.hat.map_or("hatless", Stance::name))
            .with(
                el!("p", "dir" = direction(&language), "lang" = language.clone())
                    .with(el!("b").text(decision.title.to_owned()))
                    .text(": ")
                    .text(decision.choice.text.to_owned()),
            )
            .with(el!("p", "class" = "soft").text(changed.join(" · ")))
            .maybe(speech::beside("soft", why, &language))
            .build()
    };
    el!("section", "class" = "slide told by-habit")
        .with(
            el!("div", "class" = "heads")
                .with(el!("h1", "tabindex" = "-1").text(WORDS.phases[Phase::Told as usize]))
                .put(meters(told.meters, told.enough, None)),
        )
        .with(el!("p", "class" = "ask").text(why))
        .with(el!("ol", "class" = "habits").each(told.decisions.iter().map(line)))
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
