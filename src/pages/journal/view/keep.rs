//! How all that is kept is saved, brought back and erased.

use super::parts::{button, notice};
use super::preview::PreviewBox;
use crate::album_view::en;
use crate::pages::journal::WORDS;
use crate::pages::journal::model::{Asking, Message, Shown};
use crate::words::fill;
use std::rc::Rc;
use yew::prelude::*;

/// What is kept.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct KeepProps {
    pub shown: Rc<Shown>,
    pub dispatch: Callback<Message>,
    pub picked: Callback<Event>,
}

/// The buttons that save, add and erase, and their questions.
#[component]
pub(super) fn Keep(props: &KeepProps) -> Html {
    let KeepProps { shown, dispatch, picked } = props;
    let report = &shown.report;
    let mut means = WORDS.keep_means.to_owned();
    if report.unread > 0 {
        let sessions = en::counted(report.unread, en::SESSIONS);
        means.push_str(&fill(WORDS.left_out, &[("sessions", &sessions)]));
    }
    html! {
        <section id="keep" tabindex="-1" aria-labelledby="keep-title">
            <h2 id="keep-title">{WORDS.keep}</h2>
            if let Some(things) = &report.kept {
                <p key={means.clone()}>{means}</p>
                <p class="actions">
                    {button("button", "export", WORDS.export, dispatch, Message::Export)}{" "}
                    <label class="button pick">
                        {WORDS.import}
                        <input id="import" type="file" accept=".json,application/json" onchange={picked.clone()} />
                    </label>{" "}
                    {button("button danger", "erase", WORDS.erase, dispatch, Message::Erase)}{" "}
                    {notice(shown, false)}
                </p>
                <div id="import-said" aria-live="polite">
                    if let Some(preview) = &shown.preview {
                        <PreviewBox preview={preview.clone()} {dispatch} />
                    }
                </div>
                {sure(things, shown.asking, dispatch)}
                {surer(shown.asking, dispatch)}
            } else {
                <p>{WORDS.nothing_kept}</p>
            }
        </section>
    }
}

fn sure(things: &str, asking: Asking, dispatch: &Callback<Message>) -> Html {
    html! {
        <div id="erase-1" class="sure" hidden={asking != Asking::Sure}>
            <h3 key={things.to_owned()} tabindex="-1">{fill(WORDS.erase_sure, &[("things", things)])}</h3>
            <p>{WORDS.erase_means}</p>
            <p class="actions">
                {button("button danger", "erase-on", WORDS.erase_on, dispatch, Message::EraseOn)}{" "}
                {button("button main", "erase-no", WORDS.keep_all, dispatch, Message::EraseNo)}
            </p>
        </div>
    }
}

fn surer(asking: Asking, dispatch: &Callback<Message>) -> Html {
    let left = asking == Asking::Surer { left: true };
    let heading = if left { WORDS.not_erased } else { WORDS.erase_surer };
    html! {
        <div id="erase-2" class="sure" hidden={!matches!(asking, Asking::Surer { .. })}>
            <h3 key={heading} tabindex="-1">{heading}</h3>
            <p>{WORDS.erase_final}</p>
            <p class="actions">
                if !left {
                    {button("button danger", "erase-yes", WORDS.erase_yes, dispatch, Message::EraseYes)}{" "}
                }
                {button("button main", "erase-no", WORDS.keep_all, dispatch, Message::EraseNo)}
            </p>
        </div>
    }
}
