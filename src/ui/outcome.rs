//! The outcome of a run.

use super::element::{Html, el};
use super::guest::Fetched;
use super::{Send, WORDS, frame, guest, icon, on, speech};
use crate::app::view::OutcomeView;
use crate::app::{Event, Model};
use crate::words::fill;
use play::Ending;
use scenario::{Outcome, direction};

/// The bar of the outcome's page.
pub(super) fn bar(view: &OutcomeView<'_>) -> Html {
    frame::bar(view.title, view.language, &after(view.decisions))
}

/// After how many decisions it is the end.
pub(super) fn after(decisions: usize) -> String {
    match decisions {
        1 => WORDS.the_end_one.into(),
        count => fill(WORDS.the_end, &[("n", &count.to_string())]),
    }
}

/// The outcome's page.
pub(super) fn page(view: &OutcomeView<'_>, model: &Model, lazy: &Fetched<Html>, send: &Send) -> Html {
    let outcome = view.ending.outcome;
    let language = || view.language.to_owned();
    let direction = direction(view.language);
    el!("main", "id" = "main", "class" = "page outcome", "data-outcome" = outcome.name())
        .with(el!("header", "class" = "verdict").put(icon::draw(icon::outcome(outcome))).with(
            el!("div").with(el!("p").text(WORDS.verdict(outcome))).with(
                el!("h1", "tabindex" = "-1", "lang" = language(), "dir" = direction).text(view.heading.to_owned()),
            ),
        ))
        .with(el!("div", "class" = "story end", "lang" = language(), "dir" = direction).put(speech::lines(&view.story)))
        .put(meaning(view))
        .with(
            el!("aside", "class" = "lesson")
                .with(el!("h2").text(WORDS.take_along))
                .with(el!("p", "lang" = language(), "dir" = direction).text(view.lesson.to_owned())),
        )
        .with(
            el!("p", "class" = "actions")
                .put(frame::button("button main", icon::PLAY, WORDS.play_again, on(send, Event::PlayAgain)))
                .put(frame::home_button("button")),
        )
        .maybe(guest::wanted(model).map(|page| guest::place(&page, lazy, send)))
        .build()
}

/// Which meter ran out; `None` where the run did not break.
pub(super) fn broke(ending: Ending) -> Option<&'static str> {
    ending.broke.then_some(match ending.outcome {
        Outcome::UnderLed => WORDS.broke[0],
        Outcome::UnderManaged => WORDS.broke[1],
        Outcome::Balanced | Outcome::Adrift => WORDS.broke[2],
    })
}

/// What the outcome means (O1 to O4).
fn meaning(view: &OutcomeView<'_>) -> Html {
    let broke = broke(view.ending).map(|words| el!("b").text(words).text(" ").build());
    el!("p", "class" = "means").maybe(broke).text(WORDS.verdicts_mean[view.ending.outcome as usize]).build()
}
