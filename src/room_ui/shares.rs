//! How often each outcome comes, as bars.

use super::{HOUR, WORDS};
use crate::room::stage::{Chance, Shares};
use crate::ui::element::el;
use crate::ui::icon;
use crate::words::{ENGLISH as GAME, fill};
use scenario::Outcome;
use yew::Html;

/// The shares by chance, beside what came of the teams.
pub(super) fn bars(shares: &Shares) -> Html {
    let all: usize = shares.teams.map_or(0, |teams| teams.iter().sum());
    let row = |outcome: Outcome| {
        let at = outcome as usize;
        let chance = shares.chance[at].as_ref();
        let percent = chance.map_or(0.0, |chance| chance.percent);
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
                    .with(el!("b").text(told(chance))),
            )
            .put(bar("by", percent))
            .maybe(teams)
            .build()
    };
    el!("ul", "class" = "shares", "aria-label" = WORDS.shares).each(Outcome::ALL.into_iter().map(row)).build()
}

/// In tenths of ten ways, which add up to ten. What is not quite nothing, or not quite everything, says so.
fn told(chance: Option<&Chance>) -> String {
    match chance {
        None => HOUR.never.into(),
        Some(Chance { told: 0, .. }) => HOUR.almost_never.into(),
        Some(Chance { told: 100, percent, .. }) if *percent < 100.0 => HOUR.almost_always.into(),
        Some(Chance { told: 100, .. }) => HOUR.always.into(),
        Some(chance) => fill(HOUR.of_ten, &[("n", &format!("{}.{}", chance.told / 10, chance.told % 10))]),
    }
}

fn bar(class: &'static str, percent: f64) -> Html {
    el!("svg", "class" = "bar", "aria-hidden" = "true")
        .with(&mut el!("rect", "class" = "room", "width" = "100%", "height" = "100%", "rx" = "4"))
        .with(&mut el!("rect", "class" = class, "width" = format!("{percent:.1}%"), "height" = "100%", "rx" = "4"))
        .build()
}
