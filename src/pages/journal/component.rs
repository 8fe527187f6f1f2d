//! The journal in a browser: the component that holds the model and performs its effects.

use super::Props;
use super::model::{Effect, Message, Model, Reading, Told};
use super::view;
use crate::pages::stories::{kept, stories};
use crate::platform::exported;
use crate::platform::{address, page, pause, save, storage};
use gloo_events::EventListener;
use library::{ANSWERS, FileError, SavedFile, saved_text};
use yew::html::Scope;
use yew::{Callback, Component, Context, Event, Html};

/// The name of the file that holds all that is kept.
const FILE: &str = "two-hats-journal.json";

/// The journal.
pub struct Journal {
    model: Model,
    /// What waits until the page shows what it should.
    later: Vec<Effect>,
    /// Kept so that it goes on listening.
    _erased: Option<EventListener>,
}

impl Component for Journal {
    type Message = Message;
    type Properties = Props;

    fn create(context: &Context<Self>) -> Self {
        let model = Model::new(context.props().anchor.to_string(), address::said());
        load(context.link());
        Journal { model, later: Vec::new(), _erased: storage::on_erased(address::reload) }
    }

    fn changed(&mut self, context: &Context<Self>, _old: &Props) -> bool {
        let anchor = context.props().anchor.to_string();
        let effects = if anchor == self.model.anchor { Vec::new() } else { self.model.update(Message::Named(anchor)) };
        effects.into_iter().for_each(|effect| self.perform(effect, context.link()));
        true
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        let effects = self.model.update(message);
        effects.into_iter().for_each(|effect| self.perform(effect, context.link()));
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let link = context.link();
        let picking = link.clone();
        let picked = move |event: Event| {
            if let Some(file) = exported::picked(&event) {
                picking.send_future(async move { Message::Picked(held(exported::read(file).await)) });
            }
        };
        view::page(&self.model, &link.callback(|message| message), Callback::from(picked))
    }

    fn rendered(&mut self, _context: &Context<Self>, _first: bool) {
        for effect in std::mem::take(&mut self.later) {
            match effect {
                Effect::Focus(selector) => page::focus(selector, false),
                // The app has to do with the page's heading first.
                Effect::Show(anchor) => page::soon(move || page::show_part("#album", &anchor)),
                _ => {}
            }
        }
    }
}

impl Journal {
    fn perform(&mut self, effect: Effect, link: &Scope<Self>) {
        match effect {
            Effect::After(milliseconds, message) => {
                let link = link.clone();
                pause::after(milliseconds, move || link.send_message(message));
            }
            Effect::Show(_) | Effect::Focus(_) => self.later.push(effect),
            // A link to where the address is already changes nothing that the app could see.
            Effect::ShowNamed(anchor) => {
                if address::hash() == format!("#/journal/{anchor}") {
                    self.later.push(Effect::Show(anchor.into()));
                }
            }
            Effect::KeepAnswers(answers) => {
                let done = storage::note(ANSWERS, &answers);
                link.send_message(Message::AnswersKept(if done { kept() } else { None }));
            }
            Effect::Note(key, text) => {
                let done = storage::store(&key, &text);
                link.send_message(Message::Noted(if done { kept() } else { None }));
            }
            Effect::Read(Reading::ToSave) => link.send_message(Message::ToSave(kept())),
            Effect::Read(Reading::ToAdd) => link.send_message(Message::ToAdd(kept(), storage::now())),
            Effect::Save(texts) => {
                link.send_message(Message::Exported(save::text(FILE, &exported::in_lines(&saved_text(&texts)))));
            }
            Effect::ReadBeside(folder) => {
                let other = storage::beside().into_iter().find(|other| other.folder == folder);
                let file = SavedFile::new(other.map(|other| other.texts).unwrap_or_default()).checked();
                link.send_message(Message::Picked(told(file)));
            }
            Effect::Put(texts) => link.send_message(Message::Added(storage::put_all(&texts))),
            Effect::Erase => link.send_message(Message::Erased(storage::forget(""))),
            // What the page alone keeps would be lost with it.
            Effect::Again(said) if !storage::lasts() => {
                self.model = Model::new(self.model.anchor.clone(), Some(said));
                load(link);
            }
            Effect::Again(said) => address::again(&said),
            Effect::Reload => address::reload(),
        }
    }
}

/// Has the stories loaded, and what is kept with them.
fn load(link: &Scope<Journal>) {
    link.send_future(async {
        let (told, packs) = stories(|_| true).await;
        Message::Loaded(told, packs)
    });
}

/// What a picked file holds, beside what is kept.
fn held(text: Result<String, FileError>) -> Told {
    told(text.and_then(|text| SavedFile::read(&text)))
}

/// A file, beside what is kept.
fn told(file: Result<SavedFile, FileError>) -> Told {
    Told { file: Some(file), kept: kept(), now: storage::now(), ..Told::default() }
}
