//! The debrief on the stage.

use super::{WORDS, choices, map, shares, step};
use crate::room::stage::{Meaning, Way, WhatIf};
use crate::ui::element::el;
use crate::ui::{icon, speech};
use crate::words::{ENGLISH as GAME, fill};
use analysis::debrief::Kept;
use scenario::{Outcome, direction};
use session::{How, Phase};
use yew::Html;

/// A sentence about a numbered step.
fn about(words: &'static str, (number, step): (usize, &str)) -> String {
    fill(words, &[("n", &number.to_string()), ("step", step)])
}

/// The way over the map.
pub(super) fn way(way: &Way<'_>, language: String) -> Html {
    let last = way.last.as_ref().map(|last| {
        let told = [(WORDS.by_answer, last.effect), (WORDS.by_situation, last.pressure)];
        let told = told.into_iter().filter_map(|(words, effect)| step::changes(words, effect));
        // That the room decided it needs no word.
        let how = last.how.filter(|how| *how != How::Majority);
        el!("div", "class" = "last")
            .with(
                el!("p", "class" = "kicker")
                    .text(fill(WORDS.stop_of, &[("n", &way.stop.to_string())]))
                    .text(": ")
                    .with(
                        el!("span", "lang" = language.clone(), "dir" = direction(&language)).text(last.step.to_owned()),
                    ),
            )
            .maybe(how.map(|how| el!("p", "class" = "how").text(step::did(Some(how))).build()))
            .with(&mut choices::choice(&last.choice, language.clone()))
            .each(told.map(|words| el!("p", "class" = "ask").text(words).build()))
            .maybe(speech::beside("soft", last.why, &language))
            .build()
    });
    let legend = (!way.teams.is_empty()).then(|| {
        let names = way.teams.iter().enumerate().map(|(at, (name, _))| {
            el!("li")
                .with(el!("b", "class" = "number").text((at + 1).to_string()))
                .with(el!("bdi").text((*name).to_owned()))
                .build()
        });
        el!("ol", "class" = "names").each(names).build()
    });
    el!("section", "class" = "slide way")
        .put(map::draw(&way.map, &way.teams, &way.map))
        .with(el!("div").with(el!("h1", "tabindex" = "-1").text(WORDS.what)).maybe(last).maybe(legend))
        .build()
}

/// What it means.
pub(super) fn meaning(meaning: &Meaning<'_>, language: String) -> Html {
    let lesson = meaning.lesson.map(|lesson| {
        el!("aside", "class" = "lesson")
            .with(el!("p", "dir" = direction(&language), "lang" = language).text(lesson.to_owned()))
            .build()
    });
    el!("section", "class" = "slide meaning")
        .with(el!("h1", "tabindex" = "-1").text(WORDS.so_what))
        .with(el!("div", "class" = "two").put(verdict(meaning)).put(ends(meaning)))
        .maybe(lesson)
        .build()
}

/// The same on paper.
pub(super) fn told(meaning: &Meaning<'_>, language: &str) -> Html {
    let lesson = meaning.lesson.map(|lesson| {
        el!("p", "class" = "lesson", "lang" = language.to_owned(), "dir" = direction(language))
            .text(lesson.to_owned())
            .build()
    });
    el!("div").put(verdict(meaning)).maybe(lesson).put(ends(meaning)).build()
}

fn verdict(meaning: &Meaning<'_>) -> Html {
    let verdict = meaning.outcome.map(|(outcome, _)| {
        el!("p", "class" = "verdict").put(icon::draw(icon::outcome(outcome))).text(GAME.verdict(outcome)).build()
    });
    let mut lines = vec![match (meaning.outcome, meaning.no_return) {
        (None, _) => WORDS.still_open.to_owned(),
        (Some(_), Some(at)) => about(WORDS.no_return, at),
        (Some(_), None) => WORDS.no_return_start.to_owned(),
    }];
    // What was balanced had no last chance to lose, and may have been settled long before its last decision.
    let lost = meaning.outcome.is_some_and(|(outcome, _)| outcome != Outcome::Balanced);
    lines.extend(meaning.last_chance.filter(|_| lost).map(|at| about(WORDS.last_chance, at)));
    if meaning.shares.teams.is_some() {
        lines.push(match meaning.parted {
            Some(step) => fill(WORDS.parted, &[("step", step)]),
            None => WORDS.never_parted.into(),
        });
    }
    let line = |words: String| el!("p").text(words).build();
    el!("div", "class" = "prose").maybe(verdict).each(lines.into_iter().map(line)).build()
}

fn ends(meaning: &Meaning<'_>) -> Html {
    el!("div")
        .with(el!("h2").text(WORDS.shares))
        .put(shares::bars(&meaning.shares))
        .with(el!("p", "class" = "soft").text(WORDS.shares_is))
        .build()
}

/// Another response to a decision.
pub(super) fn what_if(what_if: &WhatIf<'_>, language: String) -> Html {
    let kept = match what_if.kept {
        Kept::Ends(ending) => fill(WORDS.kept_ends, &[("outcome", GAME.verdict(ending.outcome))]),
        Kept::Stops { .. } => WORDS.kept_stops.into(),
        Kept::GoesOn => WORDS.kept_goes_on.into(),
    };
    el!("section", "class" = "slide what-if")
        .with(el!("p", "class" = "kicker").text(about(WORDS.what_if_at, (what_if.number, what_if.step))))
        .with(el!("h1", "class" = "hidden", "tabindex" = "-1").text(WORDS.what_if))
        .with(&mut choices::choice(&what_if.asked, language))
        .with(
            el!("div", "class" = "two")
                .with(el!("div").with(el!("h2").text(WORDS.shares)).put(shares::bars(&what_if.shares)))
                .with(
                    el!("div", "class" = "prose")
                        .with(el!("p").text(kept))
                        .with(el!("p").text(fill(WORDS.best, &[("outcome", GAME.verdict(what_if.best))]))),
                ),
        )
        .build()
}

/// What each will do.
pub(super) fn wall(notes: &[String]) -> Html {
    let blank = notes.is_empty().then(|| el!("p", "class" = "line").text(WORDS.wall_blank).build());
    el!("section", "class" = "slide wall")
        .with(el!("p", "class" = "kicker").text(WORDS.now_what))
        .with(el!("h1", "tabindex" = "-1").text(WORDS.wall))
        .maybe(blank)
        .put(list("notes", notes))
        .build()
}

fn list(class: &'static str, notes: &[String]) -> Html {
    el!("ul", "class" = class)
        .each(notes.iter().map(|note| el!("li", "dir" = "auto").text(note.clone()).build()))
        .build()
}

/// What was good, and what should be different.
pub(super) fn plus_delta(plus: &[String], delta: &[String]) -> Html {
    let column = |class: &'static str, sign: &'static str, head: &'static str, notes: &[String]| {
        el!("div", "class" = class)
            .with(el!("h2").with(el!("span", "aria-hidden" = "true").text(sign)).text(" ").text(head))
            .put(list("notes", notes))
            .build()
    };
    el!("section", "class" = "slide plus-delta")
        .with(el!("h1", "tabindex" = "-1").text(WORDS.phases[Phase::PlusDelta as usize]))
        .with(el!("div", "class" = "two").put(column("plus", "+", WORDS.plus, plus)).put(column(
            "delta",
            "Δ",
            WORDS.delta,
            delta,
        )))
        .build()
}

/// The two scales of the self-rating.
fn scales(below: impl Fn(usize) -> Option<Html>) -> Html {
    let scale = |at: usize| {
        let numbers = (1..=5).map(|number: u32| el!("li").text(number.to_string()).build());
        el!("div", "class" = "scale")
            .with(el!("p", "class" = "low").text(WORDS.low_ends[at]))
            .with(el!("ol", "aria-hidden" = "true").each(numbers))
            .with(el!("p", "class" = "high").text(WORDS.high_ends[at]))
            .maybe(below(at))
            .build()
    };
    el!("div", "class" = "scales").each((0..2).map(scale)).build()
}

/// The room rates itself.
pub(super) fn rate(after: bool, said: Option<Html>) -> Html {
    el!("section", "class" = "slide rate")
        .with(el!("h1", "tabindex" = "-1").text(if after { WORDS.rate_again } else { WORDS.rate_question }))
        .put(scales(|_| None))
        .maybe(said)
        .build()
}

/// Hundredths as a figure with one digit behind the point.
pub(super) fn tenths(hundredths: u32) -> String {
    let tenths = (hundredths + 5) / 10;
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// The end.
pub(super) fn close(shifts: &[Option<(u32, u32)>; 2]) -> Html {
    let shown = |at: usize| {
        let words = match shifts[at] {
            Some((before, after)) => fill(WORDS.shift, &[("before", &tenths(before)), ("after", &tenths(after))]),
            None => WORDS.no_shift.into(),
        };
        Some(el!("p", "class" = "shift").text(words).build())
    };
    el!("section", "class" = "slide rate close")
        .with(el!("h1", "tabindex" = "-1").text(WORDS.thanks))
        .with(el!("p", "class" = "line").text(WORDS.thanks_is))
        .put(scales(shown))
        .build()
}
