//! What players learn from a story, which its author counts in the notes for facilitators. It lies beside the index, and is
//! fetched where it is shown or asked for.

use super::WORDS;
use super::element::{Html, el};
use super::island::{self, Act, Link, Part};
use crate::words::ASIDE;
use delivery::{Entry, objectives_of};
use scenario::direction;

/// Where they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Folded on a card: fetched once it is opened.
    Card,
    /// On a start sheet: fetched with it.
    Sheet,
}

/// Whose they are, and where they are shown.
#[derive(Clone, PartialEq)]
pub(super) struct Of {
    id: String,
    language: String,
    place: Place,
    /// Whether the story may have none, as one of somebody else's may: then nothing is shown until that is known.
    unsure: bool,
}

/// A story's objectives on the page.
pub(super) fn draw(entry: &Entry, place: Place, unsure: bool) -> Html {
    let (id, language) = (entry.id.to_string(), entry.language.clone());
    island::draw(island::Of::Objectives(Of { id, language, place, unsure }))
}

/// A list of a few lines, once it has arrived.
pub(super) struct Objectives {
    of: Of,
    /// Whether they were asked for.
    asked: bool,
    /// The story's own; `None` until they arrive.
    found: Option<Vec<String>>,
}

impl Objectives {
    pub(super) fn new(of: &Of, link: &Link) -> Self {
        let mut new = Objectives { of: of.clone(), asked: false, found: None };
        if of.unsure || of.place == Place::Sheet {
            new.ask(link);
        }
        new
    }

    fn ask(&mut self, link: &Link) {
        if !self.asked {
            self.asked = true;
            island::fetch("scenarios/objectives.txt", link);
        }
    }
}

impl Part for Objectives {
    fn update(&mut self, act: Act, link: &Link) -> bool {
        let Act::Came(list) = act else {
            self.ask(link);
            return false;
        };
        // What did not arrive is asked for again when it is opened again.
        self.asked = list.is_some();
        self.found = list.map(|list| objectives_of(&list, &self.of.id));
        if self.of.place == Place::Sheet {
            // A heading over nothing says nothing.
            self.found.get_or_insert_default();
        }
        true
    }

    fn view(&self, link: &Link) -> Html {
        let Of { language, place, unsure, .. } = &self.of;
        let found = self.found.as_deref().unwrap_or_default();
        if found.is_empty() && (*unsure || self.found.is_some()) {
            return Html::default();
        }
        let line = |words: &String| el!("li").text(words.clone()).build();
        let mut list = el!("ul", "lang" = language.clone(), "dir" = direction(language));
        list.each(found.iter().map(line));
        match place {
            Place::Card => el!("details", "class" = "objectives", "lang" = WORDS.tag, "dir" = direction(WORDS.tag))
                .with(el!("summary").text(ASIDE.objectives).on_click(link.callback(|_| Act::Chosen(0))))
                .with(&mut list)
                .build(),
            Place::Sheet => el!("section", "class" = "objectives", "aria-labelledby" = "objectives")
                .with(el!("h2", "id" = "objectives").text(ASIDE.objectives))
                .with(&mut list)
                .build(),
        }
    }
}
