//! What all forms of the studio draw from: the document, and what is said of its places.

use super::WORDS;
use crate::ui::element::{Html, el};
use crate::workbench::{Answer, Facts, Model, Person, Problem, Refusal, people};
use document::{Document, Path};
use lint::Severity;
use std::rc::Rc;

/// What a form shows.
#[derive(Clone, PartialEq)]
pub(super) struct Seen {
    pub document: Rc<Document>,
    pub answer: Option<Rc<Answer>>,
    pub facts: Rc<Facts>,
    pub refused: Option<Refusal>,
    /// How often something was refused: a list of choices shows what the file has again then.
    pub turn: u32,
}

impl Seen {
    pub fn of(model: &Model) -> Self {
        let editing = &model.editing;
        Seen {
            document: Rc::clone(&editing.document),
            answer: model.answer.clone(),
            facts: Rc::clone(&editing.facts),
            refused: editing.refused.clone(),
            turn: editing.refusals,
        }
    }
}

/// The same while it is drawn.
pub(super) struct Desk<'s> {
    pub seen: &'s Seen,
    pub document: &'s Document,
    pub people: Vec<Person>,
    /// The flags: their ids and what they say.
    pub flags: Vec<(String, String)>,
    /// The steps: their ids and titles, in the order of the file.
    pub steps: Vec<(String, String)>,
    /// The language of the story's texts.
    pub language: String,
    pub send: &'s super::Send,
}

impl<'s> Desk<'s> {
    pub fn new(seen: &'s Seen, send: &'s super::Send) -> Self {
        let document = &*seen.document;
        let named = |map: &str, of: fn(document::Node<'_>) -> Option<String>| {
            let members = document.node(&Path::root().key(map)).into_iter().flat_map(document::Node::children);
            members.filter_map(|it| Some((it.key()?.to_owned(), of(it)?))).collect::<Vec<_>>()
        };
        let language = document.read::<String>(&Path::root().key("language")).value();
        Desk {
            seen,
            document,
            people: people(document),
            flags: named("flags", |it| Some(it.text().unwrap_or_default().to_owned())),
            steps: named("steps", |it| {
                let title = it.get("title").and_then(document::Node::text).map(crate::workbench::shown);
                Some(title.filter(|title| !title.trim().is_empty()).or(it.key())?.to_owned())
            }),
            language: language.filter(|tag| !tag.is_empty()).unwrap_or_else(|| "en".into()),
            send,
        }
    }

    pub fn problems(&self) -> &'s [Problem] {
        self.seen.answer.as_deref().map(|answer| &*answer.problems).unwrap_or_default()
    }

    /// Whether the story is in English, whose grade can be told.
    pub fn is_english(&self) -> bool {
        self.language == "en" || self.language.starts_with("en-")
    }

    /// A text at a path, as its field shows it.
    pub fn text(&self, path: &Path) -> String {
        let text = self.document.read::<&str>(path).value().unwrap_or_default();
        crate::workbench::shown(text).to_owned()
    }

    /// What is wrong at a path and inside of it, and why what was to be done there was refused.
    pub fn faults(&self, path: &Path) -> Option<Html> {
        self.listed(path, |problem| problem.path.is_within(path))
    }

    /// What is wrong at a path itself, or at a field of it that no form shows.
    pub fn own_faults(&self, path: &Path, shown: &[&str]) -> Option<Html> {
        let depth = path.segments().len();
        self.listed(path, |problem| {
            problem.path.is_within(path)
                && problem
                    .path
                    .segments()
                    .get(depth)
                    .is_none_or(|next| !matches!(next, document::Segment::Key(key) if shown.contains(&key.as_str())))
        })
    }

    /// What is wrong with a list as a whole, and not with one of its items.
    pub fn own_faults_of_list(&self, path: &Path) -> Option<Html> {
        self.listed(path, |problem| problem.path == *path)
    }

    /// What is wrong at a path and inside of it, but for one of its fields.
    pub fn faults_but(&self, path: &Path, field: &str) -> Option<Html> {
        let but = path.clone().key(field);
        self.listed(path, |problem| problem.path.is_within(path) && !problem.path.is_within(&but))
    }

    fn listed(&self, path: &Path, is: impl Fn(&&Problem) -> bool) -> Option<Html> {
        let refused = self.seen.refused.as_ref().filter(|refused| refused.at.as_ref() == Some(path));
        let refused = refused.map(|refused| el!("li", "class" = "error").text(refused.why.clone()).build());
        let problems = self.problems().iter().filter(is).map(|problem| {
            let help = Some(&problem.help).filter(|help| !help.is_empty()).map(|help| format!(" {help}"));
            el!("li", "class" = problem.severity.name())
                .text(problem.message.clone())
                .text(help.unwrap_or_default())
                .build()
        });
        let all: Vec<Html> = refused.into_iter().chain(problems).collect();
        (!all.is_empty())
            .then(|| el!("ul", "class" = "faults", "aria-label" = WORDS.faults).each(all.into_iter()).build())
    }

    /// Whether there is an error at a path or inside of it.
    pub fn has_error(&self, path: &Path) -> bool {
        self.problems().iter().any(|it| it.severity == Severity::Error && it.path.is_within(path))
            || self.seen.refused.as_ref().is_some_and(|refused| refused.at.as_ref() == Some(path))
    }

    /// What is said of the last thing that was refused, where no field is its place.
    pub fn refusal(&self) -> Html {
        let why = self.seen.refused.as_ref().filter(|refused| refused.at.is_none()).map(|refused| refused.why.clone());
        el!("div", "role" = "alert").maybe(why.map(|why| el!("p", "class" = "aside").text(why).build())).build()
    }
}
