//! What the parts of the page have in common.

use crate::pages::debrief::WORDS as DEBRIEF;
use crate::pages::journal::WORDS;
use crate::pages::journal::model::{Message, Notice, Shown};
use scenario::{Scenario, direction};
use yew::prelude::*;

/// The language of a story's texts, and the direction that they are written in; neither where it is not known.
#[derive(Clone, Default)]
pub(super) struct Language {
    pub lang: String,
    pub dir: &'static str,
}

impl Language {
    /// The language of a scenario.
    pub fn of(scenario: Option<&Scenario>) -> Self {
        let language = scenario.map(Scenario::language);
        Language { lang: language.unwrap_or_default().into(), dir: language.map(direction).unwrap_or_default() }
    }
}

/// Sends a message on a click.
pub(super) fn on_click(dispatch: &Callback<Message>, message: Message) -> Callback<MouseEvent> {
    dispatch.reform(move |_| message.clone())
}

/// A button that sends a message.
pub(super) fn button(
    class: &'static str,
    act: &'static str,
    words: &'static str,
    dispatch: &Callback<Message>,
    message: Message,
) -> Html {
    html! { <button {class} data-do={act} onclick={on_click(dispatch, message)}>{words}</button> }
}

/// Where the page says what came of an act: of keeping the answers, or of saving a file.
pub(super) fn notice(shown: &Shown, answers: bool) -> Html {
    let words = match shown.notice {
        Some(Notice::AnswersKept(done)) if answers => {
            Some(if done { DEBRIEF.answers_kept } else { DEBRIEF.answers_not_kept })
        }
        Some(Notice::Exported(done)) if !answers => Some(if done { WORDS.exported } else { WORDS.not_exported }),
        _ => None,
    };
    html! {
        <output>
            if let Some(words) = words {
                <span key={words}>{words}</span>
            }
        </output>
    }
}
