//! What hung on each decision, and what else it could have led to.

use super::odds::{odds_cells, outcomes_head};
use crate::components::{Html, el};
use crate::pages::debrief::CURIOUS;
use crate::pages::debrief::WORDS;
use crate::pages::debrief::model::{Kept, Report, WhatIfRow, Worth, shown};
use crate::pages::debrief::view::parts::{Language, hat_tag};
use crate::words::fill;

/// Each decision of the run; `None` where nothing is counted.
pub(super) fn all(report: &Report, language: &Language) -> Option<Html> {
    report.figures.as_ref()?;
    let mut decisions = el!("ol");
    for (number, row) in report.decisions().iter().enumerate() {
        let Some(worth) = report.worth(row.at) else { continue };
        let mut step = el!("b", "lang" = language.lang.clone(), "dir" = language.dir);
        let mut summary = el!("summary");
        summary.beside(format!("{}. ", number + 1)).with(step.text(shown(row.step)));
        decisions.with(
            el!("li")
                .with(el!("p", "class" = "worth").text(worth_of(&worth)))
                .with(el!("details").with(&mut summary).put(table(&worth.what_if, language))),
        );
    }
    Some(
        el!("section", "class" = "what-if", "aria-labelledby" = "what-if")
            .with(el!("h3", "id" = "what-if").text(CURIOUS.what_if))
            .with(&mut decisions)
            .build(),
    )
}

/// What a decision was worth, in words.
fn worth_of(worth: &Worth<'_>) -> String {
    let mut words = match worth.words {
        Some(words) => fill(CURIOUS.worth, &[("worth", words), ("n", &worth.weight)]),
        None => CURIOUS.weightless.into(),
    };
    let odds = if worth.before == worth.after { CURIOUS.odds_stayed } else { CURIOUS.odds_moved };
    words.push_str(&fill(odds, &[("before", &worth.before), ("after", &worth.after)]));
    words
}

/// The responses of a decision, each with what chance comes to after it.
fn table(rows: &[WhatIfRow<'_>], language: &Language) -> Html {
    let mut body = el!("tbody", "role" = "rowgroup");
    for row in rows {
        let mut response = el!("th", "scope" = "row", "role" = "rowheader");
        response.put(hat_tag(row.stance)).text(" ").put(language.span(Some("said"), row.response)).text(" ");
        if row.taken {
            response.with(el!("em").text(CURIOUS.you_did_this));
        } else {
            let mut play_on = el!("a", "class" = "button", "href" = row.play_on.clone());
            response.with(el!("span").text(leads_to(row))).text(" ").with(play_on.text(CURIOUS.play_on));
        }
        body.with(el!("tr", "role" = "row").with(&mut response).put(odds_cells(&row.odds)));
    }
    el!("table", "class" = "table shares", "role" = "table")
        .put(outcomes_head(CURIOUS.comes_to))
        .with(&mut body)
        .build()
}

/// The best that a response can lead to, and what comes of it with the later choices kept.
fn leads_to(row: &WhatIfRow<'_>) -> String {
    let mut words = fill(CURIOUS.at_best, &[("outcome", WORDS.outcomes_within[row.best as usize])]);
    match row.kept {
        Kept::Ends(end) => {
            let ends = if end.broke { CURIOUS.breaks_so } else { CURIOUS.ends_so };
            words.push_str(&fill(ends, &[("outcome", WORDS.outcomes_within[end.outcome as usize])]));
        }
        Kept::Stops(decision) => words.push_str(&fill(CURIOUS.stops_so, &[("n", &(decision + 1).to_string())])),
        Kept::GoesOn => {}
    }
    words
}
