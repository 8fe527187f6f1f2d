//! The guide in a browser: the component that holds the model and performs its effects.

use super::Props;
use super::model::{Effect, Message, Model};
use super::view;
use crate::pages::stories::{kept, stories};
use crate::platform::{address, page, storage};
use gloo_events::EventListener;
use library::Key;
use yew::{Component, Context, Html};

/// The field guide.
pub struct Guide {
    model: Model,
    /// The part that is shown once the page is as it should be.
    show: Option<String>,
    /// Kept so that it goes on listening.
    _erased: Option<EventListener>,
}

impl Component for Guide {
    type Message = Message;
    type Properties = Props;

    fn create(context: &Context<Self>) -> Self {
        context.link().send_future(async {
            // The guide needs only the stories that were played.
            let kept = kept().unwrap_or_default();
            let played = |id: &str| {
                kept.texts.iter().any(|(key, value)| match key.parse() {
                    Ok(Key::Run(source)) => source.key() == id,
                    Ok(Key::Journal(_)) => value.split_once(' ').is_some_and(|(key, _)| key == id),
                    _ => false,
                })
            };
            let (told, packs) = stories(played).await;
            Message::Loaded(Box::new(told), packs)
        });
        let model = Model::new(context.props().anchor.to_string());
        Guide { model, show: None, _erased: storage::on_erased(address::reload) }
    }

    fn changed(&mut self, context: &Context<Self>, _old: &Props) -> bool {
        let anchor = context.props().anchor.to_string();
        if anchor != self.model.anchor {
            let effect = self.model.update(Message::Named(anchor));
            self.perform(effect);
        }
        true
    }

    fn update(&mut self, _context: &Context<Self>, message: Message) -> bool {
        let effect = self.model.update(message);
        self.perform(effect);
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        view::page(&self.model, &context.link().callback(|message| message))
    }

    fn rendered(&mut self, _context: &Context<Self>, _first: bool) {
        if let Some(anchor) = self.show.take() {
            // The app has to do with the page's heading first.
            page::soon(move || page::show_part("#album", &anchor));
        }
    }
}

impl Guide {
    fn perform(&mut self, effect: Option<Effect>) {
        match effect {
            Some(Effect::Show(anchor)) => self.show = Some(anchor),
            // A link to where the address is already changes nothing that the app could see.
            Some(Effect::ShowNamed(anchor)) if address::hash() == format!("#/guide/{anchor}") => {
                self.show = Some(anchor.into());
            }
            Some(Effect::Print) => page::print(),
            Some(Effect::Reload) => address::reload(),
            Some(Effect::ShowNamed(_)) | None => {}
        }
    }
}
