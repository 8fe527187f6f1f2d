//! The root: the model, the listeners, and the page that the model shows.

use super::fit::Fit;
use super::{WORDS, console, home, keys, notices, opening, paper, sheet, stage};
use crate::platform::channel::Channel;
use crate::platform::time::{self, Seconds};
use crate::platform::{address, fetch, page, save, storage};
use crate::room::{Effect, Event, Model, Opened, Page};
use crate::ui::element::{el, list};
use gloo_events::EventListener;
use yew::{Component, Context, Html};

/// The whole room.
pub struct Room {
    model: Model,
    /// What gets the focus once the page shows what it should.
    focus: Option<&'static str>,
    fit: Fit,
    channel: Option<Channel>,
    /// Kept so that they go on calling.
    _listeners: Vec<EventListener>,
    _seconds: Seconds,
}

impl Component for Room {
    type Message = Event;
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        let send = context.link();
        let (heard, stored, ticked, moved) = (send.clone(), send.clone(), send.clone(), send.clone());
        let channel = Channel::open(move |words| heard.send_message(Event::Heard(words)));
        let mut listeners: Vec<EventListener> = Vec::new();
        listeners.extend(storage::on_stored(move |key, value| {
            stored.send_message(if key == library::ERASED { Event::Erased } else { Event::Stored(key, value) });
        }));
        listeners.extend(address::on_change(move |hash| {
            // Whoever goes elsewhere in the app leaves the room, and is no console on the way.
            if hash.starts_with("#/room") {
                moved.send_message(Event::Moved(Page::of(&hash)));
            }
        }));
        listeners.extend(keys::listen(send));
        let opened = Opened {
            page: Page::of(&address::hash()),
            stored: storage::all(),
            now: time::now(),
            window: time::lot(),
            linked: channel.is_some(),
        };
        let mut room = Room {
            model: Model::default(),
            focus: None,
            fit: Fit::default(),
            channel,
            _listeners: listeners,
            _seconds: Seconds::new(move || ticked.send_message(Event::Tick(time::now()))),
        };
        room.take_up(send, Event::Started(opened));
        if !storage::lasts() {
            room.take_up(send, Event::Kept(String::new(), false));
        }
        room
    }

    fn update(&mut self, context: &Context<Self>, event: Event) -> bool {
        let send = context.link();
        if matches!(event, Event::Tick(_)) {
            self.take_up(send, event);
            // Only where a clock is shown does time change anything.
            return self.model.session().is_some() && matches!(self.model.page(), Page::Console | Page::Stage);
        }
        // What is done now is done at this second, not at the last one that was counted.
        self.model.update(Event::Tick(time::now()));
        self.take_up(send, event);
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let (model, send) = (&self.model, context.link());
        let inside = match (model.page(), model.state()) {
            (Page::Stage, _) => stage::page(model, send),
            (Page::Handout(id) | Page::Guide(id) | Page::Opening(id), _) => match model.scenario(id) {
                Some(scenario) if matches!(model.page(), Page::Opening(_)) => opening::page(scenario),
                Some(scenario) if matches!(model.page(), Page::Guide(_)) => paper::guide(scenario),
                Some(scenario) => paper::handout(scenario),
                None if model.is_nowhere(id) => list(vec![notices::nowhere()]),
                None => waiting(model, send),
            },
            (Page::Sheet, Some(state)) => sheet::page(model, state),
            (Page::Console, Some(state)) => console::page(model, state, send),
            (Page::Console, None) if !model.is_waiting() => home::page(model, send),
            (Page::Console | Page::Sheet, None) => waiting(model, send),
        };
        el!("div", "class" = "inside").put(inside).build()
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        if let Some(pages) = self.fit.renew().filter(|pages| *pages != self.model.pages()) {
            context.link().send_message(Event::Paged(pages.0, pages.1));
        }
        if let Some(selector) = self.focus.take() {
            page::focus(selector, false);
        }
    }
}

impl Room {
    fn take_up(&mut self, send: &super::Send, event: Event) {
        for effect in self.model.update(event) {
            self.perform(effect, send);
        }
    }

    fn perform(&mut self, effect: Effect, send: &super::Send) {
        match effect {
            Effect::FetchIndex => fetch("scenarios/index.bin".into(), send, Event::IndexCame),
            Effect::FetchSource(id) => {
                fetch(format!("scenarios/{id}.json"), send, move |bytes| Event::SourceCame(id, bytes));
            }
            Effect::Store(key, value) => {
                let kept = storage::store(&key, &value) && storage::lasts();
                self.model.update(Event::Kept(key, kept));
            }
            Effect::Forget(key) => {
                if !storage::forget(&key) {
                    send.send_message(Event::NotErased);
                }
            }
            Effect::Say(words) => {
                let told = self.channel.as_ref().is_none_or(|channel| channel.say(&words));
                self.model.update(Event::Told(told));
            }
            Effect::SaveFile(name, kind, bytes) => {
                if !save::bytes(&name, kind, &bytes) {
                    send.send_message(Event::FileNotSaved);
                }
            }
            Effect::Scroll(down) => {
                let (at, of) = self.fit.turn(down);
                send.send_message(Event::Paged(at, of));
            }
            Effect::FullScreen => page::full_screen(),
            Effect::Focus(selector) => self.focus = Some(selector),
        }
    }
}

fn fetch(address: String, send: &super::Send, event: impl FnOnce(Option<Vec<u8>>) -> Event + 'static) {
    send.send_future(async move { event(fetch::bytes(&address).await.ok()) });
}

/// Something is on its way, or did not come.
pub(super) fn waiting(model: &Model, send: &super::Send) -> Html {
    if model.has_failed() {
        return list(vec![notices::failed(send)]);
    }
    el!("p", "role" = "status", "class" = "waits").text(WORDS.loading).build()
}
