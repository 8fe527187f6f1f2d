//! The debrief in a browser: the component that holds the model and performs its effects.

use super::model::{self, Effect, Error, Message, Model, Past, Request, RunText};
use super::view;
use super::{Fetched, Props};
use crate::lazy;
use crate::platform::background::{Background, Reply};
use crate::platform::fetch::{self, Failure};
use crate::platform::{address, page, pause, storage, time};
use library::{ANSWERS, COMMITMENT, Key, Packed, Source};
use std::cell::Cell;
use std::pin::Pin;
use std::rc::Rc;
use yew::html::Scope;
use yew::{Component, Context, Html};

/// A debrief.
pub struct Debrief {
    model: Model,
    /// What counts, as long as it does.
    counter: Option<Background>,
    /// What waits until the page shows what it should.
    later: Vec<Effect>,
    /// What was fetched of what lies in chunks of its own.
    fetched: Rc<Cell<Fetched>>,
}

impl Component for Debrief {
    type Message = Message;
    type Properties = Props;

    fn create(context: &Context<Self>) -> Self {
        let Props { source, version, run, alone } = context.props();
        let run = if *alone { RunText::Code(run.to_string()) } else { RunText::Record(run.to_string()) };
        let request =
            Request { source: Source::from_key(source), version: version.to_string(), run, base: address::base() };
        let (model, effects) = Model::new(request);
        let mut debrief = Debrief { model, counter: None, later: Vec::new(), fetched: Rc::default() };
        debrief.perform_all(effects, context.link());
        lazy::preload_exports();
        debrief
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        if matches!(message, Message::Counted(_) | Message::NoWorker) {
            self.counter = None;
        }
        let effects = self.model.update(message);
        self.perform_all(effects, context.link());
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        view::page(&self.model, self.fetched.get(), &context.link().callback(|message| message))
    }

    fn rendered(&mut self, context: &Context<Self>, _first: bool) {
        for effect in std::mem::take(&mut self.later) {
            match effect {
                Effect::Focus { selector, stays } => page::focus(selector, stays),
                Effect::FocusAny(selector) => page::focus_any(selector),
                Effect::Select(selector) => page::select(selector),
                Effect::LoadBelow => {
                    let place = Rc::clone(&self.fetched);
                    send(context.link(), async move {
                        let below = lazy::below().await.ok();
                        place.set(Fetched { below, ..place.get() });
                        Message::BelowCame(below.is_some())
                    });
                }
                Effect::PrintAll => {
                    page::open_all("#debrief details");
                    page::print();
                }
                _ => {}
            }
        }
    }
}

impl Debrief {
    fn perform_all(&mut self, effects: Vec<Effect>, link: &Scope<Self>) {
        for effect in effects {
            self.perform(effect, link);
        }
    }

    fn perform(&mut self, effect: Effect, link: &Scope<Self>) {
        match effect {
            Effect::Load(source, version) => {
                send(link, async move { Message::Loaded(pack(&source, &version).await, past()) });
            }
            Effect::Count(question) => {
                let told = link.clone();
                self.counter = Background::start("count", move |reply| {
                    told.send_message(match reply {
                        Reply::Part(answer) => Message::Counted(model::read_answer(&answer)),
                        Reply::Fallen => Message::Counted(None),
                        Reply::NotStarted => Message::NoWorker,
                    });
                });
                match &self.counter {
                    Some(counter) => counter.ask(&question.to_bytes()),
                    None => link.send_message(Message::NoWorker),
                }
            }
            Effect::CountHere(run) => send(link, async move {
                let counting = lazy::counting().await.ok();
                Message::Counted(counting.and_then(|counting| (counting.count)(&run)))
            }),
            Effect::StopCounting => self.counter = None,
            Effect::After(milliseconds, message) => {
                let link = link.clone();
                pause::after(milliseconds, move || link.send_message(message));
            }
            Effect::LoadList => send(link, async {
                let list = fetch::bytes("scenarios/album.txt").await.ok().and_then(|list| String::from_utf8(list).ok());
                Message::Listed(list.unwrap_or_default())
            }),
            Effect::LoadCurious => {
                let place = Rc::clone(&self.fetched);
                send(link, async move {
                    let curious = lazy::curious().await.ok();
                    place.set(Fetched { curious, ..place.get() });
                    Message::CuriousCame(curious.is_some())
                });
            }
            Effect::LoadBelow | Effect::Focus { .. } | Effect::FocusAny(_) | Effect::Select(_) | Effect::PrintAll => {
                self.later.push(effect)
            }
            Effect::Copy(what, report) => send(link, async move {
                let left = match lazy::exports().await {
                    Ok(exports) => (exports.copy)(what, report).await,
                    Err(_) => Some(String::new()),
                };
                Message::Copied(what, left)
            }),
            Effect::DrawQr(report) => send(link, async move {
                Message::QrDrawn(lazy::exports().await.ok().and_then(|exports| (exports.qr)(&report)))
            }),
            Effect::Save(kind, report, beside) => send(link, async move {
                let saved = match lazy::exports().await {
                    Ok(exports) => (exports.save)(kind, report, beside).await,
                    Err(_) => false,
                };
                Message::PictureSaved(kind, saved)
            }),
            Effect::KeepAnswers(answers) => {
                let kept = storage::note(ANSWERS, &answers);
                link.send_message(Message::AnswersKept(kept.then(past)));
            }
            Effect::KeepCommitment(commitment) => {
                link.send_message(Message::MineKept(storage::note(COMMITMENT, &commitment)));
            }
            Effect::SaveCalendar(appointment) => send(link, async move {
                let exports = lazy::exports().await;
                Message::CalendarSaved(exports.is_ok_and(|exports| (exports.calendar)(&appointment)))
            }),
            Effect::Print => page::print(),
            Effect::Reload => address::reload(),
        }
    }
}

/// Sends what a future comes to. Boxed, all futures share what waits for them.
fn send(link: &Scope<Debrief>, future: impl Future<Output = Message> + 'static) {
    let future: Pin<Box<dyn Future<Output = Message>>> = Box::pin(future);
    link.send_future(future);
}

/// A shipped scenario's pack, or that of a file that was opened here; empty where there is none.
async fn pack(source: &Source, version: &str) -> Result<Vec<u8>, Error> {
    match source {
        Source::Own(id) => {
            let key = Key::Scenario(id.clone()).to_text();
            let kept = storage::all().unwrap_or_default().into_iter().find(|(of, _)| *of == key);
            let (_, text) = kept.ok_or(Error::NotThere)?;
            text.parse::<Packed>().map(|Packed(bytes)| bytes).map_err(|_| Error::Failed)
        }
        Source::Shipped(id) => {
            let pack = fetch::bytes(&format!("scenarios/{id}.bin?{version}")).await;
            pack.map_err(|failure| match failure {
                Failure::NotThere => Error::NotThere,
                Failure::SignedOut | Failure::Failed => Error::Failed,
            })
        }
    }
}

/// What is kept of past runs and answers, or waits to be.
fn past() -> Past {
    Past::of(&storage::known().unwrap_or_default(), time::day)
}
