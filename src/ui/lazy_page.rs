//! A page whose chunk is fetched when it is first shown.

use super::element::el;
use super::{WORDS, frame};
use crate::app::Guest;
use crate::lazy::{self, NotLoaded};
use crate::pages::debrief;
use crate::platform::page;
use yew::{Component, Context, Html, Properties};

/// Which page it is.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// The workbench, the room or a debrief.
    pub guest: Guest,
    /// What the debrief is of.
    #[prop_or_default]
    pub debrief: Option<debrief::Props>,
}

/// The place of a page, and the page once it is there.
pub(super) struct LazyPage {
    page: Option<Html>,
}

/// What happens to it.
pub(super) enum Message {
    /// Its chunk is there, or did not arrive.
    Loaded(Result<Html, NotLoaded>),
    /// It is asked for again.
    Retried,
}

impl Component for LazyPage {
    type Message = Message;
    type Properties = Props;

    fn create(context: &Context<Self>) -> Self {
        load(context);
        LazyPage { page: None }
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Loaded(page) => self.page = page.ok(),
            Message::Retried => load(context),
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let guest = context.props().guest;
        match &self.page {
            // The debrief makes its place itself, and says when it is no longer busy.
            Some(page) if guest == Guest::Linked => page.clone(),
            Some(page) => el!("div", "id" = guest.script(), "data-page" = guest.name()).put(page.clone()).build(),
            None => el!("div", "id" = guest.script(), "data-page" = guest.name(), "aria-busy" = "true")
                .with(el!("p", "role" = "status").text(WORDS.on_its_way))
                .put(frame::late(context.link().callback(|_| Message::Retried)))
                .build(),
        }
    }
}

/// Fetches the chunk and its style.
fn load(context: &Context<LazyPage>) {
    let Props { guest, debrief } = context.props().clone();
    context.link().send_future(async move {
        page::load_style(guest.script()).await;
        Message::Loaded(match (guest, debrief) {
            (_, Some(debrief)) => lazy::debrief(debrief).await,
            (Guest::Room, None) => lazy::room().await,
            (_, None) => lazy::workbench().await,
        })
    });
}
