//! The self-check, and its answers over time.

use super::chart;
use super::parts::{button, notice};
use crate::album_view::en;
use crate::album_view::mirror::percent;
use crate::components::{Sliders, share};
use crate::pages::debrief::WORDS as DEBRIEF;
use crate::pages::journal::WORDS;
use crate::pages::journal::model::{Message, Report, Shown};
use library::{Between, Look};
use std::rc::Rc;
use yew::prelude::*;

/// Where the sliders stand.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct SelfCheckProps {
    pub shown: Rc<Shown>,
    pub dispatch: Callback<Message>,
}

/// The sliders, and what they said before.
#[component]
pub(super) fn SelfCheck(SelfCheckProps { shown, dispatch }: &SelfCheckProps) -> Html {
    let on_move = dispatch.reform(|(which, answer)| Message::SliderMoved(which, answer));
    html! {
        <section id="self-check" tabindex="-1" aria-labelledby="self">
            <h2 id="self">{DEBRIEF.self_check}</h2>
            <p>{DEBRIEF.self_check_means}</p>
            <Sliders answers={shown.sliders} {on_move} />
            <p class="actions">
                {button("button", "answers", DEBRIEF.keep_answers, dispatch, Message::KeepAnswers)}{" "}
                {notice(shown, true)}
            </p>
            <Answers report={Rc::clone(&shown.report)} />
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct AnswersProps {
    report: Rc<Report>,
}

/// The answers over time; what is kept anew is shown anew.
#[component]
fn Answers(AnswersProps { report }: &AnswersProps) -> Html {
    let looks = &report.mirror.looks;
    if looks.is_empty() {
        return Html::default();
    }
    let key = looks.len();
    html! {
        <>
            <h3>{DEBRIEF.history}</h3>
            if looks.len() > 1 {
                <figure {key} class="years">{chart::chart(&report.mirror)}</figure>
            }
            {table(report, key)}
            if looks.len() < 2 {
                <p class="soft">{WORDS.answer_again}</p>
            }
        </>
    }
}

fn table(report: &Report, key: usize) -> Html {
    let since = report.mirror.since;
    html! {
        <table {key} class="table answers" role="table">
            <caption class="hidden">{WORDS.answers}</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader">{WORDS.when}</th>
                    for question in en::QUESTIONS {
                        <th scope="col" role="columnheader">{question}</th>
                    }
                    <th scope="col" role="columnheader">{WORDS.played_before}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">
                if since.runs > 0 {
                    <tr role="row">
                        <th scope="row" role="rowheader">{WORDS.since}</th>
                        for _ in en::QUESTIONS {
                            <td role="cell" class="none">{"–"}</td>
                        }
                        <td role="cell" data-label={WORDS.played}>{played(since)}</td>
                    </tr>
                }
                for look in &report.mirror.looks {
                    {row(report, look)}
                }
            </tbody>
        </table>
    }
}

fn row(report: &Report, look: &Look) -> Html {
    html! {
        <tr role="row">
            <th scope="row" role="rowheader">{report.answered(look)}</th>
            for (question, answer) in en::QUESTIONS.into_iter().zip(look.answers.0) {
                <td role="cell" data-label={question}>
                    <b>{answer}</b>{" "}{share(10, "1", "fill", usize::from(answer))}
                </td>
            }
            <td role="cell" data-label={WORDS.played}>{played(look.played)}</td>
        </tr>
    }
}

fn played(between: Between) -> String {
    en::played(between.runs, percent(between))
}
