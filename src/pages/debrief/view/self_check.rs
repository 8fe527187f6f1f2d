//! The self-check: three sliders, and the answers over time.

use super::keep::notice;
use super::parts::on_click;
use crate::components::Sliders;
use crate::pages::debrief::WORDS;
use crate::pages::debrief::model::{Answers, Message, Output, Report, Told};
use crate::words::{fill, percent_of};
use scenario::Stance;
use std::rc::Rc;
use yew::prelude::*;

/// Where the sliders stand.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct SelfCheckProps {
    pub told: Rc<Told>,
    pub dispatch: Callback<Message>,
}

/// The sliders, what they say beside the run, and what they said before.
#[component]
pub(super) fn SelfCheck(SelfCheckProps { told, dispatch }: &SelfCheckProps) -> Html {
    let answers = &told.answers;
    let on_move = dispatch.reform(|(which, answer)| Message::SliderMoved(which, answer));
    let mirror = answers.first().map(|(_, answers)| mirror(*answers, &told.report));
    html! {
        <section id="self-check" aria-labelledby="self">
            <h2 id="self">{WORDS.self_check}</h2>
            <p>{WORDS.self_check_means}</p>
            <Sliders answers={told.sliders} {on_move} />
            <p class="actions">
                <button class="button" data-do="answers" onclick={on_click(dispatch, Message::KeepAnswers)}>
                    {WORDS.keep_answers}
                </button>{" "}
                {notice(told, Output::Answers)}
            </p>
            if let Some(mirror) = mirror {
                <p key={mirror.clone()}>{mirror}</p>
            }
            if answers.len() > 1 {
                {history(answers)}
            }
        </section>
    }
}

/// What the sliders said last, beside the run.
fn mirror(answers: Answers, report: &Report) -> String {
    let turns = report.run.turns();
    let led = turns.iter().filter(|turn| report.run.response(turn).stance == Stance::Leader).count();
    let (saw, played) = (answers.percent().to_string(), percent_of(led, turns.len()).to_string());
    fill(WORDS.mirror, &[("saw", &saw), ("played", &played)])
}

fn history(answers: &[(String, Answers)]) -> Html {
    let cell = |answer: u8| {
        html! {
            <td>
                <b>{answer}</b>
                <svg class="bar" viewBox="0 0 10 8" preserveAspectRatio="none" aria-hidden="true">
                    <rect width="10" height="8" />
                    <rect width={answer.to_string()} height="8" />
                </svg>
            </td>
        }
    };
    html! {
        <details key={answers.len()}>
            <summary>{WORDS.history}</summary>
            <table class="table">
                <thead>
                    <tr>
                        for head in WORDS.history_heads {
                            <th scope="col">{head}</th>
                        }
                    </tr>
                </thead>
                <tbody>
                    for (day, answers) in answers {
                        <tr><th scope="row">{day.clone()}</th>{answers.0.into_iter().map(cell).collect::<Html>()}</tr>
                    }
                </tbody>
            </table>
            <p class="soft">{WORDS.history_means}</p>
        </details>
    }
}
