//! A page that is on its way.

use super::icon;
use crate::ui::icon::UNDO;
use crate::words::ENGLISH as WORDS;
use yew::prelude::*;

/// What a page that waits needs to know.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct LoadingProps {
    /// It is asked for again.
    pub on_retry: Callback<()>,
}

/// Says that a page is on its way, and what helps when it is late.
#[component]
pub(crate) fn Loading(LoadingProps { on_retry }: &LoadingProps) -> Html {
    html! {
        <>
            <p role="status">{WORDS.on_its_way}</p>
            <p class="late">
                <span>{WORDS.late}</span>{" "}
                <button class="button" onclick={on_retry.reform(|_: MouseEvent| ())}>
                    {icon(UNDO)}<span>{WORDS.retry}</span>
                </button>
            </p>
        </>
    }
}
