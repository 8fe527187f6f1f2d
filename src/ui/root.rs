//! The root: the model, the listeners, and the page that the model shows.

use super::guest::{self, Fetched, Lazy};
use super::page::{Parts, whole};
use super::{Aside, WORDS, aside, effects, frame, keys};
use crate::app::{Effect, Event, Focus, Model, Route, view};
use crate::lazy::{self, NotLoaded};
use crate::platform::{address, page, storage};
use gloo_events::EventListener;
use library::{ERASED, Write, is_newer};
use yew::{Component, Context, Html};

/// The whole app.
pub struct App {
    model: Model,
    /// Whether the app has begun, and has a page to show.
    begun: bool,
    /// What gets the focus once the page shows what it should.
    focus: Option<Focus>,
    /// How far down the home page was left, where whoever comes back to it goes on.
    home: f64,
    /// Whether the player, or a file of theirs, has done anything on this page yet.
    acted: bool,
    /// What a run has no need of; whether it was asked for.
    aside: (Fetched<Aside>, bool),
    /// The lazy page that the model shows.
    lazy: Fetched<Html>,
    /// Which page that is.
    wanted: Option<Lazy>,
    /// Kept so that they go on listening.
    listeners: Vec<EventListener>,
}

/// What reaches the app.
pub enum Message {
    /// Something that happened.
    Event(Event),
    /// What a run has no need of was fetched, or did not arrive.
    Aside(Result<Aside, NotLoaded>),
    /// A lazy page was fetched, or did not arrive.
    Page(Lazy, Result<Html, NotLoaded>),
}

impl From<Event> for Message {
    fn from(event: Event) -> Self {
        Message::Event(event)
    }
}

impl Component for App {
    type Message = Message;
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        let send = context.link();
        let moved = send.callback(Event::Moved);
        let mut listeners: Vec<EventListener> = address::on_change(move |hash| moved.emit(hash)).into_iter().collect();
        listeners.extend(keys::listen(send));
        let stored = send.clone();
        listeners.extend(storage::on_stored(move |key, value| {
            if key == ERASED {
                stored.send_message(Event::Erased);
            } else if let Some(value) = value {
                stored.send_message(Event::Stored(key, value));
            }
        }));
        let begins = send.clone();
        page::soon(move || {
            begins.send_message(Event::Started { hash: address::hash(), stored: storage::all() });
            if !storage::lasts() {
                begins.send_message(Event::Unkept(true));
            }
        });
        App {
            model: Model::default(),
            begun: false,
            focus: None,
            home: 0.0,
            acted: false,
            aside: (Fetched::Waiting, false),
            lazy: Fetched::Waiting,
            wanted: None,
            listeners,
        }
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        let event = match message {
            Message::Event(event) => event,
            Message::Aside(aside) => {
                if let Ok(aside) = aside {
                    self.listeners.extend((aside.listen)(context.link()));
                }
                self.aside.0 = aside.map_or(Fetched::Failed, Fetched::There);
                return true;
            }
            Message::Page(of, page) => {
                let shown = self.wanted.as_ref() == Some(&of);
                if shown {
                    self.lazy = page.map_or(Fetched::Failed, Fetched::There);
                }
                return shown;
            }
        };
        if matches!(event, Event::Hovering(hovering) if hovering == self.model.hovering) {
            return false;
        }
        let unseen = matches!(event, Event::Focused(_));
        let chosen = self.model.run().is_some_and(|playing| !playing.run.turns().is_empty());
        if chosen && matches!(event, Event::Painted) {
            // Whoever has seen what a choice did may come to the debrief.
            lazy::preload_debrief();
            match self.aside.0.there() {
                Some(aside) => (aside.show)(&self.model),
                None => page::show_start(".came"),
            }
        }
        self.begun |= matches!(event, Event::Started { .. });
        self.acted |= !matches!(
            event,
            Event::Started { .. }
                | Event::IndexCame(_)
                | Event::ScenarioCame(..)
                | Event::Stored(..)
                | Event::Unkept(_)
                | Event::Painted
        );
        let again = matches!(event, Event::Retry | Event::Open(Some(_)) | Event::Moved(_) | Event::SaveFile);
        let left = matches!((&event, &self.model.route), (Event::Moved(_), Route::Home)).then(page::top);
        self.take_up(context.link(), event);
        if let Some(top) = left.filter(|_| self.model.route != Route::Home) {
            self.home = top;
        }
        self.fetch(context.link(), again);
        !unseen
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let parts = Parts { aside: &self.aside.0, lazy: &self.lazy };
        if self.begun { whole(&self.model, parts, context.link()) } else { Html::default() }
    }

    fn rendered(&mut self, _context: &Context<Self>, _first: bool) {
        page::show_dialog();
        page::put_back();
        // What a choice changed is painted first: to look for what can have the focus would lay the page out.
        if self.model.run().is_some_and(|playing| !playing.painted) {
            return;
        }
        page::title(&self.title());
        match self.focus.take() {
            None => {}
            Some(Focus::Heading) => {
                self.show_top();
                page::focus("main h1", true);
                if self.model.route == Route::Home && self.home > 0.0 {
                    page::show_from(std::mem::take(&mut self.home));
                }
            }
            Some(Focus::Came(_)) => page::focus("main h1", true),
            Some(Focus::Response(at)) => page::focus(&response(at), false),
            Some(Focus::Faults) => {
                self.show_top();
                page::focus(".faults h2", true);
            }
            Some(Focus::Question) => page::focus(".sure button:last-child", false),
        }
    }
}

/// The button of a response, by its place among those offered.
fn response(at: usize) -> String {
    format!(".responses li:nth-child({}) button", at + 1)
}

impl App {
    /// Fetches what the page needs and does not have; and again, where it did not arrive.
    fn fetch(&mut self, send: &super::Send, again: bool) {
        let wanted = guest::wanted(&self.model);
        if wanted != self.wanted || again && matches!(self.lazy, Fetched::Failed) {
            (self.lazy, self.wanted) = (Fetched::Waiting, wanted.clone());
            if let Some(page) = wanted {
                send.send_future(async move {
                    let drawn = match page.clone() {
                        Lazy::Workbench => lazy::workbench().await,
                        Lazy::Room => lazy::room().await,
                        Lazy::Debrief(of) => lazy::debrief(of).await,
                        Lazy::Journal(of) => lazy::journal(of).await,
                        Lazy::Guide(of) => lazy::guide(of).await,
                    };
                    Message::Page(page, drawn)
                });
            }
        }
        // A step that is on the page can do without it for a while, and what was fetched for it comes first.
        let due = aside::holds(&self.model) || self.model.run().is_some() || self.wanted.is_some();
        let (aside, asked) = &mut self.aside;
        if due && (!*asked || again && matches!(aside, Fetched::Failed)) {
            (*aside, *asked) = (Fetched::Waiting, true);
            send.send_future(async { Message::Aside(lazy::aside().await) });
        }
    }

    /// Shows the page from its top, but for a reader who has read on in what stood there before the app, and done nothing
    /// yet.
    fn show_top(&self) {
        if self.acted {
            page::show_from(0.0);
        }
    }

    fn take_up(&mut self, send: &super::Send, event: Event) {
        match &event {
            Event::Erased => storage::drop_waiting(""),
            Event::Stored(key, value) if !is_newer(value) => {
                let unkept = !storage::hear(key);
                self.tell_unkept(unkept);
            }
            _ => {}
        }
        for effect in self.model.update(event) {
            match effect {
                Effect::Store(key, value) => self.keep(Write::Value(key, value)),
                Effect::Note(line) => self.keep(Write::Line(line)),
                Effect::SaveFile => {
                    if !self.aside.0.there().is_some_and(|aside| (aside.save)()) {
                        send.send_message(Event::FileNotSaved);
                    }
                }
                other => {
                    if let Effect::Focus(Focus::Came(at)) = other {
                        page::hold(&response(at));
                    }
                    self.focus = effects::perform(other, self.aside.0.there(), send).or(self.focus.take());
                }
            }
        }
    }

    /// Keeps a value or a line of the journal, after what waits; the page says while something waits.
    fn keep(&mut self, write: Write) {
        let unkept = !storage::keep(write);
        self.tell_unkept(unkept);
    }

    fn tell_unkept(&mut self, unkept: bool) {
        if unkept != self.model.unkept {
            self.model.update(Event::Unkept(unkept));
        }
    }

    /// What the tab shows.
    fn title(&self) -> String {
        let page = match (&self.model.route, self.model.run()) {
            (Route::Play(_) | Route::Take(..), Some(playing)) => {
                match (view::play(&self.model, playing), playing.run.variant()) {
                    (Some(view), _) => format!("{} · {}", view.heading, view.title),
                    (None, Some(variant)) => format!("{} · {}", variant.title, playing.run.scenario().title()),
                    (None, None) => String::new(),
                }
            }
            (Route::Start(source) | Route::Invited(source, _), _) => {
                self.model.entry(source).map(|entry| entry.title.clone()).unwrap_or_default()
            }
            (Route::Settings, _) => WORDS.settings.into(),
            (Route::Guest(guest, _), _) => frame::name(*guest).into(),
            _ => String::new(),
        };
        let name = view::course(&self.model).unwrap_or(WORDS.name);
        if page.is_empty() { name.into() } else { format!("{page} · {name}") }
    }
}
