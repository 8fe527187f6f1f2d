//! What else a decision could have led to.

use super::parts::{Language, hat_tag, odds_cells, outcomes_head};
use crate::components::{Html, el};
use crate::pages::debrief::WORDS;
use crate::pages::debrief::model::{Kept, WhatIfRow};
use crate::words::fill;

/// The responses of a decision, each with what chance comes to after it.
pub(super) fn table(rows: &[WhatIfRow<'_>], language: &Language) -> Html {
    let mut body = el!("tbody", "role" = "rowgroup");
    for row in rows {
        let mut response = el!("th", "scope" = "row", "role" = "rowheader");
        response.put(hat_tag(row.stance)).text(" ").put(language.span(Some("said"), row.response)).text(" ");
        if row.taken {
            response.with(el!("em").text(WORDS.you_did_this));
        } else {
            let mut play_on = el!("a", "class" = "button", "href" = row.play_on.clone());
            response.with(el!("span").text(leads_to(row))).text(" ").with(play_on.text(WORDS.play_on));
        }
        body.with(el!("tr", "role" = "row").with(&mut response).put(odds_cells(&row.odds)));
    }
    el!("table", "class" = "table shares", "role" = "table").put(outcomes_head(WORDS.comes_to)).with(&mut body).build()
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
