//! What the parts of the page have in common.

use crate::components::element::{Callback, Html, classes, el, list};
use crate::components::{bar, icon};
use crate::pages::debrief::WORDS;
use crate::pages::debrief::model::{AllOdds, Message, Report, shown};
use crate::shapes::hat;
use scenario::{Outcome, Stance, direction};

/// Where messages go.
pub(super) type Dispatch = Callback<Message>;

/// The language of a story's texts, and the direction that they are written in.
pub(super) struct Language {
    pub lang: String,
    pub dir: &'static str,
}

impl Language {
    /// The language of a report's story.
    pub fn of(report: &Report) -> Self {
        let language = report.run.scenario().language();
        Language { lang: language.to_owned(), dir: direction(language) }
    }

    /// Words of the story.
    pub fn span(&self, class: Option<&'static str>, words: &str) -> Html {
        el!("span", "class" = class, "lang" = self.lang.clone(), "dir" = self.dir).text(shown(words)).build()
    }
}

/// The hat of a stance, with its name.
pub(super) fn hat_tag(stance: Stance) -> Html {
    el!("span", "class" = classes("tag", Some(stance.name())))
        .put(icon(hat(stance)))
        .beside(WORDS.hats[stance as usize])
        .build()
}

/// The cells of a table that tell how often chance comes to each outcome.
pub(super) fn odds_cells(odds: &AllOdds) -> Html {
    let mut cells = Vec::new();
    for outcome in Outcome::ALL {
        let odds = odds[outcome as usize];
        let class = classes("bar", Some(outcome.name()));
        let cell = el!("td", "role" = "cell", "class" = "share", "data-label" = WORDS.outcomes[outcome as usize])
            .beside(odds.percent())
            .put(bar(class, "1000", "8", &[(None, 1000), (None, odds.thousandths as usize)]))
            .build();
        cells.push(cell);
    }
    list(cells)
}

/// The head of a table whose columns are the outcomes.
pub(super) fn outcomes_head(first: &'static str) -> Html {
    let [one, two, three, four] = WORDS.outcomes;
    crate::components::table_head(&[first, one, two, three, four], true)
}
