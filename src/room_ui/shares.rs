//! How often each outcome comes, as bars.

use super::WORDS;
use crate::room::stage::Shares;
use crate::scenario::Outcome;
use crate::ui::element::el;
use crate::ui::icon;
use crate::words::ENGLISH as GAME;
use yew::Html;

/// The longest fraction that is shown: past that its per cent says more.
const LONGEST: usize = 9;

/// The shares by chance, beside what came of the teams.
pub(super) fn bars(shares: &Shares) -> Html {
    let all: usize = shares.teams.map_or(0, |teams| teams.iter().sum());
    let row = |outcome: Outcome| {
        let at = outcome as usize;
        let percent = shares.chance[at].as_ref().map_or(0.0, |(_, percent)| *percent);
        let exact = shares.chance[at].as_ref().map(|(exact, _)| exact.as_str()).filter(|exact| exact.len() <= LONGEST);
        let exact = exact.filter(|exact| exact.contains('/'));
        let exact = exact.map(|exact| el!("small").text(exact.to_owned()).build());
        let teams = shares.teams.map(|teams| {
            let part = teams[at] as f64 * 100.0 / all.max(1) as f64;
            el!("p", "class" = "teams")
                .put(bar("up", part))
                .with(el!("b").text(format!("{} ", teams[at])))
                .text(WORDS.teams)
                .build()
        });
        el!("li")
            .with(
                el!("p", "class" = "name")
                    .put(icon::draw(icon::outcome(outcome)))
                    .with(el!("span").text(GAME.verdict(outcome)))
                    .maybe(exact)
                    .with(el!("b").text(told(percent))),
            )
            .put(bar("by", percent))
            .maybe(teams)
            .build()
    };
    el!("ul", "class" = "shares", "aria-label" = WORDS.shares).each(Outcome::ALL.into_iter().map(row)).build()
}

/// Per cent with as many digits as say something.
pub(super) fn told(percent: f64) -> String {
    match percent {
        0.0 => "0 %".into(),
        ..0.1 => "< 0.1 %".into(),
        ..10.0 => format!("{percent:.1} %"),
        _ => format!("{percent:.0} %"),
    }
}

fn bar(class: &'static str, percent: f64) -> Html {
    el!("svg", "class" = "bar", "aria-hidden" = "true")
        .with(&mut el!("rect", "class" = "room", "width" = "100%", "height" = "100%", "rx" = "4"))
        .with(&mut el!("rect", "class" = class, "width" = format!("{percent:.1}%"), "height" = "100%", "rx" = "4"))
        .build()
}
