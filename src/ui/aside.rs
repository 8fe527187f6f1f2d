//! What a run has no need of: the other pages, the dialogs over a step, notices, and files.
//!
//! It lies in a lazy chunk that is fetched once a step is on the page, or at once where another page is asked for:
//! 6 KB of brotli less before a player's first decision. [`Aside`] lists what the rest of the app calls of it.

use super::element::Html;
use super::{Send, WORDS, dialogs, frame, home, notices, picture, quiet, reflect, settings, start};
#[cfg(target_arch = "wasm32")]
use crate::app::Done;
use crate::app::{Dialog, Model, Notice, Playing, Route, Source};
use scenario::{Image, Scenario};

/// What the chunk holds, as what can be called once it is there.
#[derive(Clone, Copy)]
pub struct Aside {
    /// The page that the model shows, and the bar above it.
    pub(super) page: fn(&Model, &Send) -> (Option<Html>, Html),
    /// A dialog over a step.
    pub(super) dialog: fn(Dialog, &Model, &Playing, &Send) -> Html,
    /// A picture in the place of a drawn one.
    pub(super) picture: fn(&Scenario, &Image) -> Html,
    /// What is asked before a decision.
    pub(super) reflect: fn(&Source, &Playing) -> Html,
    /// A notice.
    pub(super) notice: fn(&Notice, &Send) -> Html,
    /// Lets the player feel that an answer is taken, and moves what came of it into sight.
    #[cfg(target_arch = "wasm32")]
    pub(super) show: fn(&Model),
    /// Listens for files that are dropped on the page.
    #[cfg(target_arch = "wasm32")]
    pub(super) listen: fn(&Send) -> Vec<gloo_events::EventListener>,
    /// Reads an author's file.
    #[cfg(target_arch = "wasm32")]
    pub(super) read: fn(String, &[u8], &Send),
    /// Saves all that is kept as a file, and what could not be kept with it.
    #[cfg(target_arch = "wasm32")]
    pub(super) save: fn() -> bool,
}

impl Aside {
    /// All of it.
    pub(crate) const ALL: Aside = Aside {
        page,
        dialog: dialogs::dialog,
        picture: picture::draw,
        reflect: reflect::draw,
        notice: notices::toast,
        #[cfg(target_arch = "wasm32")]
        show,
        #[cfg(target_arch = "wasm32")]
        listen: super::drop::listen,
        #[cfg(target_arch = "wasm32")]
        read: super::drop::read,
        #[cfg(target_arch = "wasm32")]
        save,
    };
}

/// Whether a page is one of these, whatever else is known.
pub(super) fn holds(model: &Model) -> bool {
    match model.route {
        Route::Home | Route::Settings | Route::Unknown => true,
        Route::Start(ref source) | Route::Invited(ref source, _) => {
            model.run().is_some() && model.entry(source).is_some()
        }
        Route::Take(..) => model.taking,
        Route::Play(_) | Route::Guest(..) => false,
    }
}

fn page(model: &Model, send: &Send) -> (Option<Html>, Html) {
    match &model.route {
        Route::Home => (None, home::page(model, send)),
        Route::Settings => (Some(frame::bar(WORDS.settings, WORDS.tag, "")), settings::page(model, send)),
        Route::Take(source, _) => (None, quiet::take(model, source, send)),
        Route::Start(source) | Route::Invited(source, _) => match model.entry(source) {
            Some(entry) => {
                (Some(frame::bar(&entry.title, &entry.language, "")), start::page(model, source, entry, send))
            }
            None => (None, quiet::no_scenario()),
        },
        Route::Play(_) | Route::Guest(..) | Route::Unknown => (None, quiet::no_page()),
    }
}

/// Lets the player feel that an answer is taken, and moves what came of it into sight.
#[cfg(target_arch = "wasm32")]
fn show(model: &Model) {
    // A page that was opened anew was touched by nobody.
    if model.run().is_some_and(|playing| playing.done == Some(Done::Answered)) {
        super::reflect::touch();
        crate::platform::page::show_all(".came");
    }
}

/// Saves all that is kept as a file, and what could not be kept with it: the journal's page takes it up again. False where
/// the browser does not.
#[cfg(target_arch = "wasm32")]
fn save() -> bool {
    use crate::platform::{save, storage};
    save::text("two-hats-journal.json", &library::saved_text(&storage::to_save()))
}
