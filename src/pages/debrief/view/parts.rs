//! What the parts of the page have in common.

use crate::components::icon;
use crate::pages::debrief::WORDS;
use crate::pages::debrief::model::{AllOdds, Message, Report, shown};
use crate::shapes::hat;
use scenario::{Outcome, Stance, direction};
use yew::prelude::*;

/// The language of a story's texts, and the direction that they are written in.
#[derive(Clone, PartialEq)]
pub(super) struct Language {
    pub lang: AttrValue,
    pub dir: &'static str,
}

impl Language {
    /// The language of a report's story.
    pub fn of(report: &Report) -> Self {
        let language = report.run.scenario().language();
        Language { lang: AttrValue::from(language.to_owned()), dir: direction(language) }
    }

    /// Words of the story.
    pub fn span(&self, class: Option<&'static str>, words: &str) -> Html {
        html! { <span {class} lang={self.lang.clone()} dir={self.dir}>{shown(words)}</span> }
    }
}

/// Sends a message on a click.
pub(super) fn on_click(dispatch: &Callback<Message>, message: Message) -> Callback<MouseEvent> {
    dispatch.reform(move |_| message.clone())
}

/// The hat of a stance, with its name.
pub(super) fn hat_tag(stance: Stance) -> Html {
    html! { <span class={classes!("tag", stance.name())}>{icon(hat(stance))}{WORDS.hats[stance as usize]}</span> }
}

/// The cells of a table that tell how often chance comes to each outcome.
pub(super) fn odds_cells(odds: &AllOdds) -> Html {
    let cell = |outcome: Outcome| {
        let odds = odds[outcome as usize];
        html! {
            <td role="cell" class="share" data-label={WORDS.outcomes[outcome as usize]}>
                {odds.percent()}
                <svg class={classes!("bar", outcome.name())} viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true">
                    <rect width="1000" height="8" />
                    <rect width={odds.thousandths.to_string()} height="8" />
                </svg>
            </td>
        }
    };
    Outcome::ALL.into_iter().map(cell).collect()
}

/// The head of a table whose columns are the outcomes.
pub(super) fn outcomes_head(first: &'static str) -> Html {
    html! {
        <thead role="rowgroup">
            <tr role="row">
                <th scope="col" role="columnheader">{first}</th>
                for outcome in WORDS.outcomes {
                    <th scope="col" role="columnheader">{outcome}</th>
                }
            </tr>
        </thead>
    }
}
