//! What the parts of the page have in common.

use crate::components::element::{Callback, Html, classes, el};
use crate::components::icon;
use crate::pages::debrief::WORDS;
use crate::pages::debrief::model::{Message, Report, shown};
use crate::shapes::hat;
use scenario::{Stance, direction};

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
