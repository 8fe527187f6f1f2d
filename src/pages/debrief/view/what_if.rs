//! What else a decision could have led to.

use super::parts::{Language, hat_tag, odds_cells, outcomes_head};
use crate::pages::debrief::WORDS;
use crate::pages::debrief::model::{Kept, WhatIfRow};
use crate::words::fill;
use yew::prelude::*;

/// The responses of a decision, each with what chance comes to after it.
pub(super) fn table(rows: &[WhatIfRow<'_>], language: &Language) -> Html {
    html! {
        <table class="table shares" role="table">
            {outcomes_head(WORDS.comes_to)}
            <tbody role="rowgroup">
                for row in rows {
                    <tr role="row">
                        <th scope="row" role="rowheader">
                            {hat_tag(row.stance)}{" "}{language.span(Some("said"), row.response)}{" "}
                            if row.taken {
                                <em>{WORDS.you_did_this}</em>
                            } else {
                                <span>{leads_to(row)}</span>{" "}
                                <a class="button" href={row.play_on.clone()}>{WORDS.play_on}</a>
                            }
                        </th>
                        {odds_cells(&row.odds)}
                    </tr>
                }
            </tbody>
        </table>
    }
}

/// The best that a response can lead to, and what comes of it with the later choices kept.
fn leads_to(row: &WhatIfRow<'_>) -> String {
    let mut words = fill(WORDS.at_best, &[("outcome", WORDS.outcomes_within[row.best as usize])]);
    match row.kept {
        Kept::Ends(end) => {
            let ends = if end.broke { WORDS.breaks_so } else { WORDS.ends_so };
            words.push_str(&fill(ends, &[("outcome", WORDS.outcomes_within[end.outcome as usize])]));
        }
        Kept::Stops(decision) => words.push_str(&fill(WORDS.stops_so, &[("n", &(decision + 1).to_string())])),
        Kept::GoesOn => {}
    }
    words
}
