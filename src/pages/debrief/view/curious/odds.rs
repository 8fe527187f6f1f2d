//! How often chance comes to each outcome.

use crate::components::element::{Html, classes, el, list};
use crate::components::{bar, table_head};
use crate::pages::debrief::model::{AllOdds, Report};
use crate::pages::debrief::{CURIOUS, WORDS};
use scenario::Outcome;

/// What chance comes to from the start.
pub(super) fn by_chance(report: &Report) -> Option<Html> {
    let figures = report.figures.as_ref()?;
    let mut row = el!("tr", "role" = "row");
    row.with(el!("th", "scope" = "row", "role" = "rowheader").text(CURIOUS.by_chance)).put(odds_cells(&figures.odds));
    let mut table = el!("table", "class" = "table shares", "role" = "table");
    table.put(outcomes_head(CURIOUS.who)).with(el!("tbody", "role" = "rowgroup").with(&mut row));
    Some(
        el!("section", "aria-labelledby" = "chance")
            .with(el!("h3", "id" = "chance").text(CURIOUS.chance))
            .with(el!("p", "class" = "soft").text(CURIOUS.decisions_mean))
            .with(&mut table)
            .build(),
    )
}

/// The cells of a table that tell how often chance comes to each outcome.
pub(super) fn odds_cells(odds: &AllOdds) -> Html {
    let mut cells = Vec::new();
    for outcome in Outcome::ALL {
        let odds = odds[outcome as usize];
        let class = classes("bar", Some(outcome.name()));
        let cell = el!("td", "role" = "cell", "class" = "share", "data-label" = WORDS.outcomes[outcome as usize])
            .beside(odds.of_hundred())
            .put(bar(class, "1000", "8", &[(None, 1000), (None, odds.thousandths as usize)]))
            .build();
        cells.push(cell);
    }
    list(cells)
}

/// The head of a table whose columns are the outcomes.
pub(super) fn outcomes_head(first: &'static str) -> Html {
    let [one, two, three, four] = WORDS.outcomes;
    table_head(&[first, one, two, three, four], true)
}
