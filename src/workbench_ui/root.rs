//! The root: the model, the listeners, and the workbench's parts.

use super::piece::piece;
use super::{
    HOST, MOST_READ, WORDS, balance, bar, drafts, effects, graph, import, listen, on, outcomes, problems, sheet, step,
    studio, text,
};
use crate::platform::background::Background;
use crate::platform::pause::Pause;
use crate::platform::{editor, file, storage, time};
use crate::ui::element::{el, list};
use crate::workbench::{Effect, Event, Model, Studio, Tab, View};
use gloo_events::EventListener;
use library::Key;
use yew::{Component, Context, Html};

/// The whole workbench.
pub struct Workbench {
    pub(super) model: Model,
    /// What waits until the page shows what it should.
    waiting: Vec<Effect>,
    pub(super) checker: Option<Background>,
    /// The helpers' workers, while they are at work.
    pub(super) helpers: [Option<Background>; 2],
    /// Until the text is kept.
    pub(super) pause: Pause,
    /// Until a newer text has waited for long.
    pub(super) wait: Pause,
    /// Kept so that they go on listening.
    listeners: Vec<EventListener>,
}

impl Component for Workbench {
    type Message = Event;
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        let send = context.link();
        let (keep, waited) = (send.clone(), send.clone());
        let mut workbench = Workbench {
            model: Model::default(),
            waiting: Vec::new(),
            checker: Some(effects::checker(send)),
            helpers: Default::default(),
            pause: Pause::new(move || keep.send_message(Event::Keep)),
            wait: Pause::new(move || waited.send_message(Event::Waited)),
            listeners: listen::to_page(send),
        };
        let (kept, open) = (storage::all(), storage::remembered(&Key::OpenDraft.to_text()));
        workbench.take_up(send, Event::Started { kept, open, window: time::lot() });
        // What was dropped before there was a workbench.
        let came = send.clone();
        file::read_first(file::left(HOST), MOST_READ, move |(name, bytes)| {
            came.send_message(Event::FileCame(name, bytes))
        });
        workbench
    }

    fn update(&mut self, context: &Context<Self>, event: Event) -> bool {
        let seen = |model: &Model| (model.lines(), model.is_blank());
        let before = match &event {
            Event::Waited => return self.take_up(context.link(), event),
            // Most keys are none of a concept's.
            Event::Cursor(..) => {
                let before = self.model.site.clone();
                self.take_up(context.link(), event);
                return before != self.model.site;
            }
            Event::Hovering(hovering) if *hovering == self.model.hovering => return false,
            // Keys are painted by the browser; what they lead to is drawn when it is known.
            Event::Took(_) => Some(seen(&self.model)),
            // So are those in a form, unless they make lines of one, or are refused.
            Event::Studio(Studio::Type(..)) => {
                let (turn, first) = (self.model.editing.refusals, self.model.editing.history.done().len());
                self.take_up(context.link(), event);
                let editing = &self.model.editing;
                return editing.refusals != turn || editing.history.done().len() != first || !editing.is_typing();
            }
            Event::Studio(Studio::Over(_)) => {
                let before = self.model.editing.drag.clone();
                self.take_up(context.link(), event);
                return before != self.model.editing.drag;
            }
            // Its paint comes first.
            Event::Told(Some(_)) if self.model.is_planned() => return self.take_up(context.link(), event),
            _ => None,
        };
        self.take_up(context.link(), event);
        before.is_none_or(|before| before != seen(&self.model))
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let (model, send) = (&self.model, context.link());
        let is_beside = model.editing.beside && model.editing.view == View::Map;
        let bench = if is_beside { "bench beside" } else { "bench" };
        list(vec![
            bar::draw(model, send),
            piece(drafts::state(model), drafts::draw_state, send),
            piece(model.notice.clone(), bar::notice, send),
            piece(model.twine.clone(), import::draw, send),
            piece(drafts::seen(model), drafts::draw, send),
            piece(model.sheet.clone(), sheet::draw, send),
            studio::bar(model, send),
            studio::draw(model, Some(piece(step::seen(model), step::draw_from, send)), send),
            piece((model.tab, model.editing.view), tabs, send),
            el!("div", "class" = bench, "data-tab" = model.tab.name(), "data-view" = model.editing.view.name())
                .put(text::draw(model, send))
                .with(
                    el!("div", "class" = "results")
                        .put(piece(problems::seen(model), problems::draw, send))
                        .put(piece(outcomes::seen(model), outcomes::draw, send))
                        .with(
                            el!("section", "class" = "part steps", "aria-labelledby" = "steps")
                                .with(el!("h2", "id" = "steps").text(WORDS.steps))
                                .put(piece(graph::seen(model), graph::draw, send))
                                .maybe(
                                    (model.editing.view == View::Text)
                                        .then(|| piece(step::seen(model), step::draw, send)),
                                ),
                        )
                        .put(piece(balance::seen(model), balance::draw, send)),
                )
                .build(),
        ])
    }

    fn rendered(&mut self, context: &Context<Self>, first: bool) {
        self.waiting.drain(..).for_each(effects::land);
        if first {
            self.listeners.extend(listen::to_field(context.link()));
            // On a slow machine an author may have written before it was listened to.
            if let Some(text) = editor::text(text::FIELD) {
                context.link().send_message(Event::Took(text));
            }
        }
    }

    fn destroy(&mut self, context: &Context<Self>) {
        self.take_up(context.link(), Event::Leave);
    }
}

impl Workbench {
    /// Takes up an event and performs what it asks for. Always false, for callers that draw nothing new.
    pub(super) fn take_up(&mut self, send: &super::Send, event: Event) -> bool {
        self.model.now = time::now();
        for effect in self.model.update(event) {
            if let Some(waiting) = effects::perform(self, effect, send) {
                self.waiting.push(waiting);
            }
        }
        false
    }
}

/// The parts to choose from, where one alone has room.
fn tabs((shown, view): &(Tab, View), send: &super::Send) -> Html {
    let names = [WORDS.text, WORDS.problems, WORDS.outcomes, WORDS.steps, WORDS.balance];
    let tab = |(tab, name): (Tab, &'static str)| {
        let current = if tab == *shown { "true" } else { "false" };
        el!("button", "class" = "button plain", "aria-current" = current)
            .text(name)
            .on_click(on(send, Event::Show(tab)))
            .build()
    };
    let class = if *view == View::Text { "tabs" } else { "tabs off" };
    el!("nav", "class" = class, "aria-label" = WORDS.parts).each(Tab::ALL.into_iter().zip(names).map(tab)).build()
}
