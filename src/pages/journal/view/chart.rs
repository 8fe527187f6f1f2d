//! The answers over time, as a chart.

use crate::album_view::en;
use crate::album_view::mirror::{Chart, percent, y};
use crate::pages::debrief::WORDS as DEBRIEF;
use crate::pages::journal::WORDS;
use crate::words::fill;
use library::{Look, Mirror};
use yew::prelude::*;

/// The chart of the answers, with what its signs mean.
pub(super) fn chart(mirror: &Mirror) -> Html {
    let chart = Chart(mirror);
    let told: Vec<String> = (0..3).map(|question| asked_twice(&chart, question)).collect();
    let means = told.iter().map(|told| format!("{told}. ")).collect::<String>() + WORDS.chart_means;
    html! {
        <>
            <svg viewBox="0 0 640 214" role="img" aria-labelledby="years-title years-text">
                <title id="years-title">{DEBRIEF.history}</title>
                <desc id="years-text">{means}</desc>
                <g class="grid"><path d="M44 16H632M44 96H632M44 176H632" /></g>
                <text x="38" y="20" text-anchor="end">{"10"}</text>
                <text x="38" y="100" text-anchor="end">{"5"}</text>
                <text x="38" y="180" text-anchor="end">{"0"}</text>
                for at in 0..chart.shown() {
                    {bar(&chart, at)}
                }
                for question in 0..3 {
                    <g class={format!("q{question}")}>
                        <polyline points={chart.points(question)} />
                        for at in 0..chart.shown() {
                            {dot(&chart, question, at)}
                        }
                    </g>
                }
                <text x="56" y="204">{WORDS.chart_first}</text>
                <text x="616" y="204" text-anchor="end">{WORDS.chart_now}</text>
            </svg>
            <figcaption>
                <ul>
                    for (question, told) in told.iter().enumerate() {
                        <li>
                            <svg class={classes!("key", format!("q{question}"))} viewBox="0 0 36 14" aria-hidden="true">
                                <polyline points="0,7 36,7" />
                                {sign(question, 18, 7)}
                            </svg>{" "}
                            <span>{told}</span>
                        </li>
                    }
                </ul>
                <p>{WORDS.chart_legend}</p>
            </figcaption>
        </>
    }
}

/// The first answer that the chart shows, and the last.
fn asked_twice(chart: &Chart<'_>, question: usize) -> String {
    let answer = |look: Option<&Look>| look.map(|look| look.answers.0[question].to_string()).unwrap_or_default();
    let (first, last) = (answer(chart.charted(0)), answer(chart.0.looks.first()));
    fill(WORDS.asked_twice, &[("question", en::QUESTIONS[question]), ("first", &first), ("last", &last)])
}

/// How the runs before an answer were played.
fn bar(chart: &Chart<'_>, at: usize) -> Html {
    let Some(look) = chart.charted(at).filter(|look| look.played.runs > 0) else { return Html::default() };
    let top = y(percent(look.played));
    let [x, y, height] = [chart.x(at) - 8, top, y(0) - top].map(|number| number.to_string());
    html! { <rect class="played" {x} {y} width="16" {height} /> }
}

/// An answer, as the sign of its question.
fn dot(chart: &Chart<'_>, question: usize, at: usize) -> Html {
    let Some(look) = chart.charted(at) else { return Html::default() };
    sign(question, chart.x(at), y(usize::from(look.answers.0[question]) * 10))
}

/// The sign of a question, around a place.
fn sign(question: usize, x: usize, y: usize) -> Html {
    match question {
        0 => html! { <circle cx={x.to_string()} cy={y.to_string()} r="5" /> },
        1 => html! { <rect x={(x - 5).to_string()} y={(y - 5).to_string()} width="10" height="10" /> },
        _ => html! { <path d={format!("M{x} {}l7 12h-14Z", y - 7)} /> },
    }
}
