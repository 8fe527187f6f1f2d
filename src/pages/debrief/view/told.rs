//! The debrief once it is told: the first screen, and what stands below it, which comes a moment later.

use super::parts::{Dispatch, Language};
use super::{first, verdict};
use crate::components::element::{Html, keyed};
use crate::components::{button, el, loading, on_click};
use crate::pages::debrief::model::{Arrival, Message, Told};
use crate::pages::debrief::{Fetched, WORDS};

/// The whole debrief, as far as it is there.
pub(super) fn telling(told: &Told, fetched: Fetched, dispatch: &Dispatch) -> Html {
    let report = &told.report;
    let language = Language::of(report);
    let parts = vec![
        if report.alone { verdict::verdict(report, &language) } else { arrived(told) },
        first::first(told, &language, dispatch),
        below(told, fetched, dispatch),
    ];
    keyed("told", parts)
}

/// Tells, to whoever hears the page, that it has come below the story.
fn arrived(told: &Told) -> Html {
    let words = if told.arrived { WORDS.arrived } else { "" };
    el!("p", "class" = "hidden", "role" = "status", "data-came" = WORDS.arrived).text(words).build()
}

/// What stands below the first screen, or what became of it.
fn below(told: &Told, fetched: Fetched, dispatch: &Dispatch) -> Html {
    let on_retry = || on_click(dispatch, || Message::FetchBelow);
    match (told.below, fetched.below) {
        (Arrival::There, Some(below)) => (below.draw)(told, fetched.curious, dispatch),
        (Arrival::There | Arrival::OnItsWay | Arrival::OnceMore, _) => {
            el!("div", "class" = "below").put(loading(on_retry())).build()
        }
        (Arrival::Failed, _) => {
            let mut actions = el!("p", "class" = "actions");
            actions.put(button("button", "below-again", WORDS.fetch_again, on_retry()));
            el!("div", "class" = "below")
                .with(el!("p", "role" = "alert").text(WORDS.part_failed))
                .with(&mut actions)
                .build()
        }
    }
}
