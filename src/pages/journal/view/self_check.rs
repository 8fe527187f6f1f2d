//! The self-check, and its answers over time.

use super::chart;
use super::parts::notice;
use crate::album_view::en;
use crate::album_view::mirror::percent;
use crate::components::element::{Callback, Html, el};
use crate::components::{bar, button, on_click, sliders, table_head};
use crate::pages::debrief::BELOW;
use crate::pages::journal::WORDS;
use crate::pages::journal::model::{Message, Report, Shown};
use library::{Between, Look};

/// The sliders, and what they said before; what is kept anew is shown anew.
pub(super) fn self_check(shown: &Shown, dispatch: &Callback<Message>) -> Html {
    let on_move = dispatch.reform(|(which, answer)| Message::SliderMoved(which, answer));
    let keep = on_click(dispatch, || Message::KeepAnswers);
    let looks = &shown.report.mirror.looks;
    let key = || looks.len().to_string();
    let years = (looks.len() > 1)
        .then(|| el!("figure", "class" = "years").key(key()).put(chart::chart(&shown.report.mirror)).build());
    el!("section", "id" = "self-check", "tabindex" = "-1", "aria-labelledby" = "self")
        .with(el!("h2", "id" = "self").text(BELOW.self_check))
        .with(el!("p").text(BELOW.self_check_means))
        .put(sliders(shown.sliders, &on_move))
        .with(
            el!("p", "class" = "actions")
                .put(button("button", "answers", BELOW.keep_answers, keep))
                .text(" ")
                .put(notice(shown, true)),
        )
        .maybe((!looks.is_empty()).then(|| el!("h3").text(BELOW.history).build()))
        .maybe(years)
        .maybe((!looks.is_empty()).then(|| table(&shown.report, key())))
        .maybe((looks.len() == 1).then(|| el!("p", "class" = "soft").text(WORDS.answer_again).build()))
        .build()
}

fn table(report: &Report, key: String) -> Html {
    let [one, two, three] = en::QUESTIONS;
    let mut body = el!("tbody", "role" = "rowgroup");
    let since = report.mirror.since;
    if since.runs > 0 {
        let mut row = el!("tr", "role" = "row");
        row.with(el!("th", "scope" = "row", "role" = "rowheader").text(WORDS.since));
        for _ in en::QUESTIONS {
            row.with(el!("td", "role" = "cell", "class" = "none").text("–"));
        }
        body.with(row.put(played(since)));
    }
    for look in &report.mirror.looks {
        body.put(row(report, look));
    }
    el!("table", "class" = "table answers", "role" = "table")
        .key(key)
        .with(el!("caption", "class" = "hidden").text(WORDS.answers))
        .put(table_head(&[WORDS.when, one, two, three, WORDS.played_before], true))
        .with(&mut body)
        .build()
}

fn row(report: &Report, look: &Look) -> Html {
    let mut row = el!("tr", "role" = "row");
    row.with(el!("th", "scope" = "row", "role" = "rowheader").text(report.answered(look).to_owned()));
    for (question, answer) in en::QUESTIONS.into_iter().zip(look.answers.0) {
        let bar = bar("share".into(), "10", "1", &[(None, 10), (Some("fill"), answer.into())]);
        row.with(
            el!("td", "role" = "cell", "data-label" = question)
                .with(el!("b").text(answer.to_string()))
                .text(" ")
                .put(bar),
        );
    }
    row.put(played(look.played)).build()
}

/// How the runs of a while were played.
fn played(between: Between) -> Html {
    let words = en::played(between.runs, percent(between));
    el!("td", "role" = "cell", "data-label" = WORDS.played).text(words).build()
}
