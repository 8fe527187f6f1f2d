//! The debrief's view: a component for each of its parts.
//!
//! A browser that translates a page puts elements of its own in the place of its text nodes, so words that change stand
//! in an element that is made anew with them, by its key.

mod beside;
mod hats;
mod keep;
mod map;
mod parts;
mod self_check;
mod stages;
mod timeline;
mod told;
mod verdict;
mod what_if;

use super::model::{Message, Model, Stage};
use crate::components::Loading;
use stages::{Counting, Failed};
use told::TellingAll;
use yew::prelude::*;

/// What the page shows.
#[derive(Clone, PartialEq, Properties)]
pub struct PageProps {
    /// What the page knows.
    pub model: Model,
    /// Where its messages go.
    pub dispatch: Callback<Message>,
}

/// The debrief's place, and what stands in it.
#[component]
pub fn Page(props: &PageProps) -> Html {
    let PageProps { model, dispatch } = props;
    let busy = matches!(model.stage, Stage::Loading | Stage::Counting { slow: false, .. });
    html! {
        <div id="debrief" data-page="run" aria-busy={busy.then_some("true")}>
            {match &model.stage {
                Stage::Loading | Stage::Counting { slow: false, .. } => html! { <Loading on_retry={dispatch.reform(|_| Message::Reload)} /> },
                Stage::Counting { .. } => html! { <Counting {dispatch} /> },
                Stage::Failed(error) => html! { <Failed error={*error} /> },
                Stage::Told(told) => html! { <TellingAll told={told.clone()} {dispatch} /> },
            }}
        </div>
    }
}
