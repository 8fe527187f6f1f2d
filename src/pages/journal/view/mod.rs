//! The journal's view: a component for each of its parts. Words that change stand in elements that are made anew with
//! them, by their keys, as in the debrief's.

mod chart;
mod endings;
mod keep;
mod parts;
mod preview;
mod runs;
mod self_check;

use super::WORDS;
use super::model::{Message, Model, Shown, Stage};
use crate::components::Loading;
use crate::words::fill;
use endings::Endings;
use keep::Keep;
use parts::on_click;
use runs::Runs;
use self_check::SelfCheck;
use std::rc::Rc;
use yew::prelude::*;

/// What the page shows.
#[derive(Clone, PartialEq, Properties)]
pub struct PageProps {
    /// What the page knows.
    pub model: Model,
    /// Where its messages go.
    pub dispatch: Callback<Message>,
    /// Where the files go that are picked.
    #[prop_or_default]
    pub picked: Callback<Event>,
}

/// The journal's place, and what stands in it.
#[component]
pub fn Page(props: &PageProps) -> Html {
    let PageProps { model, dispatch, picked } = props;
    let busy = matches!(model.stage, Stage::Loading);
    let banner = model.banner.clone();
    html! {
        <div id="album" data-page="journal" aria-busy={busy.then_some("true")}>
            {match &model.stage {
                Stage::Loading => html! { <Loading on_retry={dispatch.reform(|_| Message::Reload)} /> },
                Stage::Shown(shown) => html! { <Telling {banner} shown={Rc::clone(shown)} {dispatch} {picked} /> },
            }}
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct TellingProps {
    banner: Option<String>,
    shown: Rc<Shown>,
    dispatch: Callback<Message>,
    picked: Callback<Event>,
}

/// The whole journal.
#[component]
fn Telling(props: &TellingProps) -> Html {
    let TellingProps { banner, shown, dispatch, picked } = props;
    let report = &shown.report;
    let lead = match report.runs.is_empty() {
        true => WORDS.nothing_played.into(),
        false => fill(WORDS.lead, &[("counted", &report.counted())]),
    };
    html! {
        <>
            if let Some(banner) = banner {
                <p class="flag" tabindex="-1" role="status">{banner}</p>
            }
            <p class="lead">{lead}</p>
            if report.kept.is_none() {
                <p class="flag" role="status">{WORDS.not_kept}</p>
            }
            if !report.shelf.came {
                <p class="flag" role="status">{WORDS.no_list}</p>
            }
            <nav class="jumps" aria-label={WORDS.on_this_page}>
                for (at, (anchor, name)) in WORDS.jumps.into_iter().enumerate() {
                    if at > 0 {
                        {" "}
                    }
                    <a href={format!("#/journal/{anchor}")} onclick={on_click(dispatch, Message::Followed(anchor))}>
                        {name}
                    </a>
                }
            </nav>
            <Runs {report} />
            <Endings {report} />
            <SelfCheck {shown} {dispatch} />
            <Keep {shown} {dispatch} {picked} />
        </>
    }
}
