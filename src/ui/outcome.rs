//! The outcome of a run.

use super::element::el;
use super::{Send, WORDS, decisions, frame, icon, map, on, speech};
use crate::app::Event;
use crate::app::view::{Decision, OutcomeView};
use crate::scenario::Outcome;
use crate::words::fill;
use yew::Html;

/// The bar of the outcome's page.
pub(super) fn bar(view: &OutcomeView<'_>) -> Html {
    let after = match view.decisions.len() {
        1 => WORDS.the_end_one.into(),
        count => fill(WORDS.the_end, &[("n", &count.to_string())]),
    };
    frame::bar(view.title, &after)
}

/// The outcome's page.
pub(super) fn page(view: &OutcomeView<'_>, send: &Send) -> Html {
    let outcome = view.ending.outcome;
    let language = || view.language.to_owned();
    el!("main", "id" = "main", "class" = "page outcome", "data-outcome" = outcome.name())
        .with(
            el!("header", "class" = "verdict").put(icon::draw(icon::outcome(outcome))).with(
                el!("div")
                    .with(el!("p").text(WORDS.verdict(outcome)))
                    .with(el!("h1", "tabindex" = "-1", "lang" = language()).text(view.heading.to_owned())),
            ),
        )
        .with(
            el!("div", "class" = "ending")
                .with(el!("div", "class" = "story end", "lang" = language()).put(speech::lines(&view.story)))
                .put(map::figure(&view.map)),
        )
        .put(meaning(view))
        .with(
            el!("aside", "class" = "lesson")
                .with(el!("h2").text(WORDS.take_along))
                .with(el!("p", "lang" = language()).text(view.lesson.to_owned())),
        )
        .put(table(view, send))
        .with(
            el!("p", "class" = "actions")
                .put(frame::button("button main", icon::PLAY, WORDS.play_again, on(send, Event::PlayAgain)))
                .put(frame::home_button("button")),
        )
        .build()
}

/// What the outcome means (O1 to O4).
fn meaning(view: &OutcomeView<'_>) -> Html {
    let broke = view.ending.broke.then(|| {
        let words = match view.ending.outcome {
            Outcome::UnderLed => WORDS.broke[0],
            Outcome::UnderManaged => WORDS.broke[1],
            Outcome::Balanced | Outcome::Adrift => WORDS.broke[2],
        };
        el!("b").text(words).text(" ").build()
    });
    el!("p", "class" = "means").maybe(broke).text(WORDS.verdicts_mean[view.ending.outcome as usize]).build()
}

/// The roles are written out because some browsers drop them where the table is laid out as cards.
fn table(view: &OutcomeView<'_>, send: &Send) -> Html {
    let head = |word: &'static str| el!("th", "scope" = "col", "role" = "columnheader").text(word).build();
    let heads = [WORDS.step, WORDS.what_you_did, WORDS.hat, WORDS.effect].into_iter().map(head);
    let rows = view.decisions.iter().enumerate().map(|(at, decision)| row(at, decision, view.language, send));
    el!("section")
        .with(
            el!("table", "class" = "table", "role" = "table")
                .with(el!("caption").text(WORDS.your_decisions))
                .with(
                    el!("thead", "role" = "rowgroup").with(
                        el!("tr", "role" = "row").each(heads).with(
                            el!("th", "scope" = "col", "role" = "columnheader")
                                .with(el!("span", "class" = "hidden").text(WORDS.again)),
                        ),
                    ),
                )
                .with(el!("tbody", "role" = "rowgroup").each(rows)),
        )
        .build()
}

fn row(at: usize, decision: &Decision<'_>, language: &str, send: &Send) -> Html {
    let effect = decision.effect.map(decisions::effect).unwrap_or_default();
    let again = frame::button("button", icon::UNDO, WORDS.try_again, on(send, Event::BackTo(at)));
    el!("tr", "role" = "row")
        .with(el!("th", "scope" = "row", "role" = "rowheader").text(format!("{}. {}", at + 1, decision.step)))
        .with(el!("td", "class" = "said", "role" = "cell", "lang" = language.to_owned()).text(decision.text.to_owned()))
        .with(el!("td", "role" = "cell").maybe(decision.hat.map(decisions::tag)))
        .with(el!("td", "role" = "cell", "data-label" = WORDS.effect).text(effect))
        .with(el!("td", "role" = "cell").put(again))
        .build()
}
