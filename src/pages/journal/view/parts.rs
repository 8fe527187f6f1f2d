//! What the parts of the page have in common.

use crate::components::{Html, el};
use crate::pages::debrief::WORDS as DEBRIEF;
use crate::pages::journal::WORDS;
use crate::pages::journal::model::{Notice, Shown};
use scenario::{Scenario, direction};

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

/// Where the page says what came of an act: of keeping the answers, or of saving a file.
pub(super) fn notice(shown: &Shown, answers: bool) -> Html {
    let words = match shown.notice {
        Some(Notice::Noted(_)) => None,
        Some(Notice::AnswersKept(done)) if answers => {
            Some(if done { DEBRIEF.answers_kept } else { DEBRIEF.answers_not_kept })
        }
        Some(Notice::Exported(done)) if !answers => Some(if done { WORDS.exported } else { WORDS.not_exported }),
        _ => None,
    };
    el!("output").maybe(words.map(|words| el!("span").key(words.into()).text(words).build())).build()
}
