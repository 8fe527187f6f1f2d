//! What stands there until the debrief is told, or in its place.

use super::parts::on_click;
use crate::components::icon;
use crate::pages::debrief::WORDS;
use crate::pages::debrief::model::{Error, Message};
use crate::ui::icon::UNDO;
use crate::words::ENGLISH as APP;
use yew::prelude::*;

/// What a page that waits needs to know.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct WaitingProps {
    pub dispatch: Callback<Message>,
}

/// The debrief is on its way.
#[component]
pub(super) fn Loading(WaitingProps { dispatch }: &WaitingProps) -> Html {
    html! {
        <>
            <p role="status">{APP.on_its_way}</p>
            <p class="late">
                <span>{APP.late}</span>{" "}
                <button class="button" onclick={on_click(dispatch, Message::Reload)}>
                    {icon(UNDO)}<span>{APP.retry}</span>
                </button>
            </p>
        </>
    }
}

/// Counting takes long.
#[component]
pub(super) fn Counting(WaitingProps { dispatch }: &WaitingProps) -> Html {
    html! {
        <>
            <div role="status"><p class="soft">{WORDS.counting}</p></div>
            <p class="actions">
                <button type="button" class="button" data-do="give-up" onclick={on_click(dispatch, Message::GaveUp)}>
                    {WORDS.give_up}
                </button>
            </p>
        </>
    }
}

/// Why there is no debrief.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct FailedProps {
    pub error: Error,
}

/// There is no debrief.
#[component]
pub(super) fn Failed(FailedProps { error }: &FailedProps) -> Html {
    let (title, text) = WORDS.errors[*error as usize];
    html! {
        <>
            <div role="alert"><h1 tabindex="-1">{title}</h1><p>{text}</p></div>
            <p class="actions"><a class="button main" href="#/">{WORDS.home}</a></p>
        </>
    }
}
