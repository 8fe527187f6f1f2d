//! The hour as a bar: what is over, what is left, what was planned, and what helps when it runs late.

use super::{HOUR, Send, WORDS, field, stage};
use crate::room::hour::{Mend, What, mends};
use crate::room::{Event, Model, hours};
use crate::ui::element::el;
use crate::words::fill;
use session::{Act, Forecast, Phase, State};
use yew::Html;

/// The clock of the phase, the hour, and what is proposed. `seen`: the room sees it, and need not worry with the facilitator.
pub(super) fn part(model: &Model, state: &State, seen: bool, send: &Send) -> Html {
    if state.phase() == Phase::SetUp {
        return Html::default();
    }
    let stopped = state.clock().is_stopped();
    let forecast = state.forecast(model.now());
    let hold = if stopped { (WORDS.go, Act::Go) } else { (WORDS.pause, Act::Pause) };
    let weights = model.weights().filter(|_| !seen);
    let mends = weights.map(|weights| mends(state, weights, model.now())).unwrap_or_default();
    let late = (!mends.is_empty()).then(|| helps(&mends, forecast.late(), send));
    el!("section", "class" = "times", "aria-label" = HOUR.hour)
        .put(stage::time(state.left(model.now()), stopped))
        .with(el!("div", "class" = "hour").put(bar(&forecast)).put(said(state, &forecast)))
        .with(
            el!("p", "class" = "actions")
                .put(field::act("button", WORDS.extend, Act::Extend(60), send))
                .put(field::act("button", hold.0, hold.1, send)),
        )
        .maybe(late)
        .build()
}

/// The bar: all of it is the longer of what is planned and what it comes to.
fn bar(forecast: &Forecast) -> Html {
    let all = forecast.end.max(forecast.planned).max(1) as f64;
    let part = |class: &'static str, from: u64, to: u64| {
        let percent = |seconds: u64| seconds as f64 * 100.0 / all;
        let width = percent(to.max(from)) - percent(from);
        el!(
            "rect",
            "class" = class,
            "x" = format!("{:.1}%", percent(from)),
            "width" = format!("{width:.1}%"),
            "height" = "100%"
        )
        .build()
    };
    let story = forecast.debrief.max(forecast.now.min(forecast.debrief));
    el!("svg", "class" = "hour-bar", "aria-hidden" = "true")
        .put(part("of-story", 0, story))
        .put(part("of-debrief", story, forecast.end))
        .put(part("gone", 0, forecast.now))
        .put(part("due", forecast.planned.saturating_sub((all / 200.0) as u64), forecast.planned))
        .build()
}

/// The same in words.
fn said(state: &State, forecast: &Forecast) -> Html {
    let clock = |seconds: u64| hours::clock(seconds as i64);
    let (now, planned) = (clock(forecast.now), clock(forecast.planned));
    let debrief = if state.phase().is_debrief() {
        HOUR.debrief_runs.into()
    } else {
        fill(HOUR.debrief_at, &[("time", &clock(forecast.debrief))])
    };
    let now = fill(HOUR.hour_now, &[("now", &now), ("planned", &planned)]);
    let over = fill(HOUR.over_at, &[("time", &clock(forecast.end))]);
    el!("p", "class" = "soft").text(format!("{now} · {debrief} · {over}")).build()
}

/// What helps when it is late.
fn helps(mends: &[Mend<'_>], late: i64, send: &Send) -> Html {
    let help = |mend: &Mend<'_>| {
        let words = match mend.what {
            What::Drop(step) => fill(HOUR.drop_one, &[("step", step)]),
            What::Shorten(of, to) => fill(HOUR.shorten, &[("n", &to.to_string()), ("of", &of.to_string())]),
            What::EndHere => HOUR.end_here.into(),
        };
        let saves = fill(HOUR.saves, &[("time", &hours::clock(mend.saves as i64))]);
        el!("li")
            .with(
                el!("button", "class" = "button").text(words).on_click(super::on(send, Event::Take(mend.act.clone()))),
            )
            .text(" ")
            .with(el!("small").text(saves))
            .build()
    };
    el!("div", "class" = "helps")
        .with(el!("p").text(fill(HOUR.runs_late, &[("time", &hours::clock(late))])))
        .with(el!("ul").each(mends.iter().map(help)))
        .build()
}
