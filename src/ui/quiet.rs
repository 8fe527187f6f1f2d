//! Pages with hardly anything on them: on its way, not come, not there.

use super::aside::Aside;
use super::element::{Html, el};
use super::guest::Fetched;
use super::{Send, WORDS, frame, icon, on};
use crate::app::{Event, Model, Route, Source};
use crate::words::{ASIDE, fill};
use scenario::Outcome;

/// A page of the app's own is on its way, or did not come.
pub(super) fn waiting(aside: &Fetched<Aside>, send: &Send) -> Html {
    if matches!(aside, Fetched::Failed) { failed(WORDS.failed_is, send) } else { loading(send) }
}

/// A scenario is on its way.
pub(super) fn loading(send: &Send) -> Html {
    el!("main", "id" = "main", "class" = "page quiet", "aria-busy" = "true")
        .put(icon::logo())
        .with(el!("p", "role" = "status").text(WORDS.loading))
        .put(frame::late(on(send, Event::Retry)))
        .build()
}

/// A scenario did not come, or not whole, for a reason.
pub(super) fn failed(reason: &'static str, send: &Send) -> Html {
    el!("main", "id" = "main", "class" = "page quiet", "role" = "alert")
        .put(icon::logo())
        .with(el!("h1", "tabindex" = "-1").text(WORDS.failed))
        .with(el!("p").text(reason))
        .with(
            el!("p", "class" = "actions")
                .put(frame::button("button main", icon::UNDO, WORDS.retry, on(send, Event::Retry)))
                .put(frame::home_button("button")),
        )
        .build()
}

/// The address holds another run of a story that is under way.
pub(super) fn take(model: &Model, source: &Source, send: &Send) -> Html {
    let step = model.open_run(source).map_or("", |open| &open.waiting.title);
    el!("main", "id" = "main", "class" = "page quiet")
        .put(icon::logo())
        .with(el!("h1", "tabindex" = "-1").text(ASIDE.take))
        .with(el!("p").text(fill(ASIDE.take_is, &[("step", step)])))
        .with(
            el!("p", "class" = "actions")
                .with(
                    el!("a", "class" = "button main", "href" = Route::Play(source.clone()).to_string())
                        .text(ASIDE.take_no),
                )
                .with(el!("button", "class" = "button").text(ASIDE.take_yes).on_click(on(send, Event::Take))),
        )
        .build()
}

/// There is no such scenario.
pub(super) fn no_scenario() -> Html {
    nothing(WORDS.no_scenario, WORDS.no_scenario_is)
}

/// There is no such page.
pub(super) fn no_page() -> Html {
    nothing(ASIDE.no_page, ASIDE.no_page_is)
}

fn nothing(title: &'static str, means: &'static str) -> Html {
    el!("main", "id" = "main", "class" = "page quiet")
        .put(icon::draw(icon::outcome(Outcome::Adrift)))
        .with(el!("h1", "tabindex" = "-1").text(title))
        .with(el!("p").text(means))
        .put(frame::home_button("button main"))
        .build()
}
