//! What stands there until the debrief is told, or in its place.

use super::parts::on_click;
use crate::pages::debrief::WORDS;
use crate::pages::debrief::model::{Error, Message};
use yew::prelude::*;

/// What a page that waits needs to know.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct WaitingProps {
    pub dispatch: Callback<Message>,
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
