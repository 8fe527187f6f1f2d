//! The self-check: three sliders, and the answers over time.

use crate::components::{Html, bar, button, el, on_click, sliders, table_head};
use crate::pages::debrief::BELOW;
use crate::pages::debrief::model::{Answers, Message, Output, Report, Told};
use crate::pages::debrief::view::parts::{Dispatch, notice};
use crate::words::{fill, percent_of};
use scenario::Stance;

/// The sliders, what they say beside the run, and what they said before.
pub(super) fn self_check(told: &Told, dispatch: &Dispatch) -> Html {
    let answers = &told.answers;
    let on_move = dispatch.reform(|(which, answer)| Message::SliderMoved(which, answer));
    let keep = on_click(dispatch, || Message::KeepAnswers);
    let mut actions = el!("p", "class" = "actions");
    actions.put(button("button", "answers", BELOW.keep_answers, keep)).text(" ").put(notice(told, Output::Answers));
    let mirror = answers.first().map(|(_, answers)| mirror(*answers, &told.report));
    el!("section", "id" = "self-check", "aria-labelledby" = "self")
        .with(el!("h2", "id" = "self").text(BELOW.self_check))
        .with(el!("p").text(BELOW.self_check_means))
        .maybe(mirror.map(|mirror| el!("p").key(mirror.clone()).text(mirror).build()))
        .with(
            el!("details")
                .with(el!("summary").text(BELOW.answers))
                .put(sliders(told.sliders, &on_move))
                .with(&mut actions),
        )
        .maybe((answers.len() > 1).then(|| history(answers)))
        .build()
}

/// What the sliders said last, beside the run.
fn mirror(answers: Answers, report: &Report) -> String {
    let led = report.run.turns().iter();
    let led = led.filter(|turn| report.run.response(turn).stance == Some(Stance::Leader)).count();
    let all = report.run.decisions().count();
    let (saw, played) = (answers.percent().to_string(), percent_of(led, all).to_string());
    let mut words = fill(BELOW.mirror, &[("saw", &saw), ("played", &played)]);
    words.push_str(BELOW.advice[advice(answers.percent() as usize, percent_of(led, all))]);
    words
}

/// Which advice fits: the sliders stand clearly further towards leading than the run, or clearly less, or near it.
fn advice(saw: usize, played: usize) -> usize {
    match (saw.saturating_sub(played), played.saturating_sub(saw)) {
        (20.., _) => 0,
        (_, 20..) => 1,
        _ => 2,
    }
}

fn history(answers: &[(String, Answers)]) -> Html {
    let mut body = el!("tbody");
    for (day, answers) in answers {
        let mut row = el!("tr");
        row.with(el!("th", "scope" = "row").text(day.clone()));
        for answer in answers.0 {
            let bar = bar("bar".into(), "10", "8", &[(None, 10), (None, answer.into())]);
            row.with(el!("td").with(el!("b").text(answer.to_string())).put(bar));
        }
        body.with(&mut row);
    }
    let mut table = el!("table", "class" = "table");
    table.put(table_head(&BELOW.history_heads, false)).with(&mut body);
    el!("details")
        .key(answers.len().to_string())
        .with(el!("summary").text(BELOW.history))
        .with(&mut table)
        .with(el!("p", "class" = "soft").text(BELOW.history_means))
        .build()
}
