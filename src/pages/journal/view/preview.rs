//! What a picked file would add.

use super::parts::button;
use crate::album_view::en;
use crate::album_view::preview::named;
use crate::pages::journal::WORDS;
use crate::pages::journal::model::{Message, Preview};
use crate::words::{fill, shown};
use library::Plan;
use yew::prelude::*;

/// Which file.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PreviewProps {
    pub preview: Preview,
    pub dispatch: Callback<Message>,
}

/// What the file would add, or why it is refused.
#[component]
pub(super) fn PreviewBox(PreviewProps { preview, dispatch }: &PreviewProps) -> Html {
    let heading = preview.heading();
    let adds = preview.plan.as_ref().is_ok_and(Plan::adds);
    let leave = if adds { WORDS.leave } else { WORDS.close };
    html! {
        <div key={heading.clone()} class="sure" role="region" aria-labelledby="import-title">
            <h3 id="import-title" tabindex="-1">{heading}</h3>
            {match &preview.plan {
                Err(refusal) => html! { <p>{WORDS.refused[*refusal as usize].1}</p> },
                Ok(plan) => planned(plan),
            }}
            <p class="actions">
                if adds && preview.fitted.is_none() {
                    {button("button main", "import-yes", WORDS.add, dispatch, Message::Add)}{" "}
                }
                {button("button", "import-no", leave, dispatch, Message::Leave)}
            </p>
        </div>
    }
}

fn planned(plan: &Plan) -> Html {
    let are = |words, count| fill(words, &[("things", &en::counted(count, en::ARE))]);
    let unread = en::counted(plan.unread.len(), en::THINGS_ALONE);
    html! {
        <ul>
            if !plan.sessions.is_empty() {
                <li>{WORDS.from_groups}<span class="keys" dir="auto">{shown(&named(&plan.sessions))}</span></li>
            }
            if plan.here > 0 {
                <li>{are(WORDS.here, plan.here)}</li>
            }
            if plan.stays > 0 {
                <li>{are(WORDS.stays, plan.stays)}</li>
            }
            if !plan.unread.is_empty() {
                <li>
                    {fill(WORDS.unread, &[("things", &unread)])}
                    <span class="keys" translate="no">{shown(&named(&plan.unread))}</span>
                </li>
            }
        </ul>
    }
}
