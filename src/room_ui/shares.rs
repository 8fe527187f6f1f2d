//! How often each outcome comes, as bars.

use super::WORDS;
use crate::room::stage::{Chance, Shares};
use crate::ui::element::el;
use crate::ui::icon;
use crate::words::ENGLISH as GAME;
use scenario::Outcome;
use yew::Html;

/// The longest fraction that is shown: past that its per cent says more.
const LONGEST: usize = 9;

/// The shares by chance, beside what came of the teams.
pub(super) fn bars(shares: &Shares) -> Html {
    let all: usize = shares.teams.map_or(0, |teams| teams.iter().sum());
    let row = |outcome: Outcome| {
        let at = outcome as usize;
        let chance = shares.chance[at].as_ref();
        let percent = chance.map_or(0.0, |chance| chance.percent);
        let exact = chance.map(|chance| chance.exact.as_str()).filter(|exact| exact.len() <= LONGEST);
        let exact = exact.filter(|exact| exact.contains('/'));
        let exact = exact.map(|exact| el!("small").text(exact.to_owned()).build());
        let teams = shares.teams.map(|teams| {
            let part = teams[at] as f64 * 100.0 / all.max(1) as f64;
            el!("p", "class" = "teams")
                .put(bar("up", part))
                .with(el!("b").text(format!("{} ", teams[at])))
                .text(if teams[at] == 1 { WORDS.teams_one } else { WORDS.teams })
                .build()
        });
        el!("li")
            .with(
                el!("p", "class" = "name")
                    .put(icon::draw(icon::outcome(outcome)))
                    .with(el!("span").text(GAME.verdict(outcome)))
                    .maybe(exact)
                    .with(el!("b").text(told(chance))),
            )
            .put(bar("by", percent))
            .maybe(teams)
            .build()
    };
    el!("ul", "class" = "shares", "aria-label" = WORDS.shares).each(Outcome::ALL.into_iter().map(row)).build()
}

/// In per cent. What is not quite nothing, or not quite everything, says so.
fn told(chance: Option<&Chance>) -> String {
    match chance {
        None => "0 %".into(),
        Some(Chance { told: 0, .. }) => "< 1 %".into(),
        Some(Chance { told: 100, percent, .. }) if *percent < 100.0 => "> 99 %".into(),
        Some(chance) => format!("{} %", chance.told),
    }
}

fn bar(class: &'static str, percent: f64) -> Html {
    el!("svg", "class" = "bar", "aria-hidden" = "true")
        .with(&mut el!("rect", "class" = "room", "width" = "100%", "height" = "100%", "rx" = "4"))
        .with(&mut el!("rect", "class" = class, "width" = format!("{percent:.1}%"), "height" = "100%", "rx" = "4"))
        .build()
}
