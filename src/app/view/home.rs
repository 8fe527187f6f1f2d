//! The home page.

use super::super::{Loading, Model, Route, Source};
use delivery::Entry;
use library::Saved;
use scenario::Outcome;

/// The run that can be continued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Continue {
    /// Which scenario.
    pub source: Source,
    /// Its title.
    pub title: String,
    /// The language of its texts.
    pub language: String,
    /// The title of the step that waits; the scenario's where that is not known.
    pub step: String,
    /// Which decision it is, from 1; `None` where the scenario is another version than the run's, in which that step
    /// may not stand.
    pub decision: Option<usize>,
}

/// A scenario to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Which scenario.
    pub source: Source,
    /// What is said of it.
    pub entry: Entry,
    /// The best outcome so far.
    pub best: Option<Outcome>,
    /// Whether it was never opened.
    pub new: bool,
    /// Whether a newcomer does best to begin with it.
    pub start: bool,
    /// Where it leads: to its start sheet or, once it has begun or where the player wants none, to its run.
    pub route: Route,
}

/// The home page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HomeView {
    /// What the course is called; `None` for the game itself.
    pub course: Option<String>,
    /// The run that can be continued.
    pub resume: Option<Continue>,
    /// Whether no story was finished here yet.
    pub newcomer: bool,
    /// The scenarios: the shipped ones, then those that the player opened.
    pub cards: Vec<Card>,
}

/// The home page of a model.
pub fn home(model: &Model) -> HomeView {
    let shipped = match &model.catalogue {
        Loading::Ready(catalogue) => &catalogue.entries[..],
        _ => &[],
    };
    let shipped = shipped.iter().map(|entry| (Source::Shipped(entry.id.clone()), entry));
    let newcomer = newcomer(model);
    // The gentlest story, and of those the shortest.
    let first = match &model.catalogue {
        Loading::Ready(catalogue) => catalogue.entries.iter().min_by_key(|entry| (entry.difficulty, entry.minutes)),
        _ => None,
    };
    let first = first.map(|entry| Source::Shipped(entry.id.clone()));
    let own = model.shelf.iter().map(|opened| (Source::Own(opened.entry.id.clone()), &opened.entry));
    let card = |(source, entry): (Source, &Entry)| {
        let saved = model.saved_of(&source);
        let begun = saved.and_then(|saved| saved.record.as_ref()).is_some_and(|record| !record.responses.is_empty());
        let straight = begun || model.settings.at_once;
        let route = if straight { Route::Play } else { Route::Start }(source.clone());
        let start = newcomer && first.as_ref() == Some(&source);
        Card { best: saved.and_then(best), new: saved.is_none(), start, route, source, entry: entry.clone() }
    };
    HomeView {
        newcomer,
        course: course(model).map(str::to_owned),
        resume: resume(model),
        cards: shipped.chain(own).map(card).collect(),
    }
}

/// Whether no story was finished on this device yet.
pub fn newcomer(model: &Model) -> bool {
    model.saved.iter().all(|saved| saved.reached.0.is_empty())
}

/// What the course is called that the scenarios belong to; `None` for the game itself, and until that is known.
pub fn course(model: &Model) -> Option<&str> {
    match &model.catalogue {
        Loading::Ready(catalogue) => Some(&*catalogue.title).filter(|title| !title.is_empty()),
        _ => None,
    }
}

/// The best outcome reached: balance, then one hat short, then both.
fn best(saved: &Saved) -> Option<Outcome> {
    saved.reached.0.iter().copied().min()
}

fn resume(model: &Model) -> Option<Continue> {
    let source = model.last.clone()?;
    let saved = model.open_run(&source)?;
    let record = saved.record.as_ref()?;
    let entry = model.entry(&source)?;
    let (title, language) = (entry.title.clone(), entry.language.clone());
    let known = record.fingerprint.to_string() == entry.version;
    let step = if known { saved.waiting.title.clone() } else { title.clone() };
    Some(Continue { source, title, language, step, decision: known.then(|| record.responses.len() + 1) })
}
