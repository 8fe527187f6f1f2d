//! Another run beside this one.

use super::parts::{Language, hat_tag};
use crate::components::field;
use crate::pages::debrief::WORDS;
use crate::pages::debrief::model::{Message, Report, Side, shown, verdict};
use crate::words::fill;
use play::Run;
use std::rc::Rc;
use yew::prelude::*;

/// Which run stands beside which.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct BesideProps {
    pub report: Rc<Report>,
    pub beside: Option<usize>,
    /// Whether it is told where the two part.
    pub compared: bool,
    pub dispatch: Callback<Message>,
}

/// The choice of another run, and the two side by side.
#[component]
pub(super) fn Beside(props: &BesideProps) -> Html {
    let BesideProps { report, beside, compared, dispatch } = props;
    let other = report.other(*beside).map(|run| (run, beside.unwrap_or_default()));
    html! {
        <section class="beside" aria-labelledby="beside">
            <h2 id="beside">{WORDS.beside}</h2>
            if report.others.is_empty() {
                <p>{WORDS.no_others}</p>
            } else {
                <p>
                    <label for="other">{WORDS.choose_other}</label>{" "}
                    <select id="other" onchange={chosen(dispatch)}>
                        <option value="">{"…"}</option>
                        for (at, other) in report.others.iter().enumerate() {
                            <option value={at.to_string()} selected={*beside == Some(at)}>{shown(&other.name)}</option>
                        }
                    </select>
                </p>
            }
            if let Some((run, at)) = other {
                <p role="status">
                    if *compared {
                        <span key={at}>{parted(report, run)}</span>
                    }
                </p>
                {pairs(report, run, at)}
            }
        </section>
    }
}

fn chosen(dispatch: &Callback<Message>) -> Callback<Event> {
    dispatch.reform(|event| Message::OtherChosen(field::chosen(&event).and_then(|value| value.parse().ok())))
}

/// Where the two part, in words.
fn parted(report: &Report, other: &Run) -> String {
    match report.parted(other) {
        Some(at) => fill(WORDS.parted, &[("n", &at.to_string())]),
        None => WORDS.not_parted.into(),
    }
}

fn pairs(report: &Report, other: &Run, at: usize) -> Html {
    let language = Language::of(report);
    html! {
        <table key={at} class="table two">
            <thead>
                <tr>
                    <th scope="col">{WORDS.decision}</th>
                    <th scope="col">{WORDS.this_run}</th>
                    <th scope="col">{WORDS.other_run}</th>
                </tr>
            </thead>
            <tbody>
                for row in report.pairs(other) {
                    <tr>
                        <th scope="row">{row.number}</th>
                        for side in &row.sides {
                            <td>{side.as_ref().map(|side| decision(side, &language)).unwrap_or_default()}</td>
                        }
                    </tr>
                }
                <tr><th scope="row">{WORDS.the_end}</th>{end(&report.run)}{end(other)}</tr>
            </tbody>
        </table>
    }
}

fn decision(side: &Side<'_>, language: &Language) -> Html {
    let Language { lang, dir } = language.clone();
    html! {
        <>
            {hat_tag(side.stance)}{" "}<b {lang} {dir}>{shown(side.step)}</b>{" "}{language.span(None, side.response)}
        </>
    }
}

fn end(run: &Run) -> Html {
    let [leadership, management] = [run.now().leadership, run.now().management].map(|meter| meter.to_string());
    let meters = fill(WORDS.meters, &[("leadership", &leadership), ("management", &management)]);
    html! { <td><b>{verdict(run)}</b>{" "}<span>{meters}</span></td> }
}
