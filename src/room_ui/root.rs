//! The root: the model, the listeners, and the page that the model shows.

use super::fit::Fit;
use super::wired::{Browser, heard, now};
use super::{WORDS, console, home, keys, notices, opening, paper, sheet, stage};
use crate::platform::channel::Channel;
use crate::platform::socket::{self, Heard, Socket};
use crate::platform::time::{self, Seconds};
use crate::platform::{address, fetch, page, save, storage};
use crate::room::phones::Ask;
use crate::room::{Effect, Event, Model, Opened, Page};
use crate::ui::element::{el, list};
use gloo_events::EventListener;
use wire::Wire;
use yew::{Component, Context, Html};

/// How often the phones' connection is looked at, in milliseconds.
const TICK: i32 = 250;

/// What reaches the root.
pub enum Message {
    /// Something of the room.
    Room(Event),
    /// Something of the connection to the phones.
    Phones(Heard),
}

impl From<Event> for Message {
    fn from(event: Event) -> Self {
        Message::Room(event)
    }
}

/// The whole room.
pub struct Room {
    model: Model,
    /// What gets the focus once the page shows what it should.
    focus: Option<&'static str>,
    fit: Fit,
    channel: Option<Channel>,
    socket: Option<Socket>,
    /// The browser would not even try to open the socket.
    failed: bool,
    /// Kept so that they go on calling.
    _listeners: Vec<EventListener>,
    _seconds: [Seconds; 2],
}

impl Component for Room {
    type Message = Message;
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
                take_token(&hash, |ask| moved.send_message(Event::Phones(ask)));
            }
        }));
        listeners.extend(keys::listen(send));
        let back = send.clone();
        listeners.extend(socket::on_back(move || back.send_message(Message::Phones(Heard::Back))));
        let wired = send.clone();
        let wired = Seconds::every(TICK, move || wired.send_message(Message::Phones(Heard::Tick)));
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
            socket: None,
            failed: false,
            _listeners: listeners,
            _seconds: [Seconds::new(move || ticked.send_message(Event::Tick(time::now()))), wired],
        };
        room.take_up(send, Event::Started(opened));
        room.take_up(send, Event::Phones(Ask::Base(address::base())));
        take_token(&address::hash(), |ask| room.take_up(send, Event::Phones(ask)));
        room.wired(send, &Heard::Tick);
        if !storage::lasts() {
            room.take_up(send, Event::Kept(String::new(), false));
        }
        room
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        let send = context.link();
        let event = match message {
            Message::Room(event) => event,
            Message::Phones(Heard::Tick | Heard::Back) if self.model.phones().is_idle() => return false,
            Message::Phones(heard) => {
                let before = self.model.phones().changes();
                self.wired(send, &heard);
                return self.model.phones().changes() != before;
            }
        };
        if matches!(event, Event::Tick(_)) {
            self.take_up(send, event);
            // Only where a clock is shown does time change anything.
            return self.model.session().is_some() && matches!(self.model.page(), Page::Console | Page::Stage);
        }
        // What is done now is done at this second, not at the last one that was counted.
        self.model.update(Event::Tick(time::now()));
        self.take_up(send, event);
        self.wired(send, &Heard::Tick);
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

    /// Something happened to the connection to the phones, or may have to be done there.
    fn wired(&mut self, send: &super::Send, what: &Heard) {
        // The game in one file has no page for phones to open.
        if cfg!(feature = "one-file") {
            return;
        }
        let failed = std::mem::take(&mut self.failed);
        let what = if failed { &Heard::Closed } else { what };
        for effect in self.model.hear_phones(heard(what), now(), &mut Browser) {
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
            Effect::Wire(Wire::Open) => {
                let heard = send.clone();
                let address = self.model.phones().socket().map_or_else(socket::beside, str::to_owned);
                // One that is still there is closed first.
                self.socket = None;
                self.socket = Socket::open(&address, move |what| heard.send_message(Message::Phones(what)));
                self.failed = self.socket.is_none();
            }
            Effect::Wire(Wire::Send(bytes)) => self.socket.iter().for_each(|socket| socket.send(&bytes)),
            Effect::Wire(Wire::Close) => self.socket = None,
            Effect::AskHost { token, method, link } => {
                send.send_future(async move { Event::Phones(Ask::Served(socket::ask(method, token, link).await)) });
            }
            Effect::Focus(selector) => self.focus = Some(selector),
        }
    }
}

/// Takes the token out of an address, and the address out of sight where the token is kept.
fn take_token(hash: &str, told: impl FnOnce(Ask)) {
    if let Some(token) = Page::token(hash) {
        told(Ask::Token(token.to_owned()));
        if storage::lasts() {
            address::replace(&Page::Console.address());
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
