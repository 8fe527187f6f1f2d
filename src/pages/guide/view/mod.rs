//! The guide's view.

mod handout;
mod idea;
mod part;

use super::WORDS;
use super::model::{Message, Model, PARTS, Report, Stage};
use crate::components::{Loading, share};
use crate::words::fill;
use crate::words::guide::GUIDE;
use handout::Handout;
use part::PartSection;
use std::rc::Rc;
use yew::prelude::*;

/// What the page shows.
#[derive(Clone, PartialEq, Properties)]
pub struct PageProps {
    /// What the page knows.
    pub model: Model,
    /// Where its messages go.
    pub dispatch: Callback<Message>,
}

/// The guide's place, and what stands in it.
#[component]
pub fn Page(PageProps { model, dispatch }: &PageProps) -> Html {
    let busy = matches!(model.stage, Stage::Loading);
    html! {
        <div id="album" data-page="guide" aria-busy={busy.then_some("true")}>
            {match &model.stage {
                Stage::Loading => html! { <Loading on_retry={dispatch.reform(|_| Message::Reload)} /> },
                Stage::Shown(report) => html! { <Telling report={Rc::clone(report)} {dispatch} /> },
            }}
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct TellingProps {
    report: Rc<Report>,
    dispatch: Callback<Message>,
}

/// The whole guide.
#[component]
fn Telling(TellingProps { report, dispatch }: &TellingProps) -> Html {
    html! {
        <>
            <p class="lead">{GUIDE.page.line}</p>
            if !report.came() {
                <p class="flag" role="status">{WORDS.no_list}</p>
            }
            if let Some((met, all)) = report.counted() {
                <p class="found">
                    <b>{fill(GUIDE.labels.met_of, &[("n", &met.to_string()), ("of", &all.to_string())])}</b>{" "}
                    {share(1000, "10", "fill", met * 1000 / all.max(1))}
                </p>
            }
            <p class="actions">
                <button class="button" data-do="print" onclick={dispatch.reform(|_| Message::Print)}>
                    {GUIDE.labels.print}
                </button>
            </p>
            <nav class="jumps" aria-label={WORDS.on_this_page}>
                for part in &PARTS {
                    <a href={format!("#/guide/{}", part.id())} onclick={follow(dispatch, part.id())}>
                        {part.heading.title}
                    </a>{" "}
                }
            </nav>
            for part in &PARTS {
                <PartSection {report} part={*part} />
            }
            <Handout />
        </>
    }
}

fn follow(dispatch: &Callback<Message>, anchor: &'static str) -> Callback<MouseEvent> {
    dispatch.reform(move |_| Message::Followed(anchor))
}
