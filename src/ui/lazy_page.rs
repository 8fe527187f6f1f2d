//! A page whose chunk is fetched when it is first shown.

use super::element::el;
use super::{WORDS, frame};
use crate::app::Guest;
use crate::lazy::{self, NotLoaded};
use crate::platform::page;
use yew::{Component, Context, Html, Properties};

/// Which page it is.
#[derive(Clone, Copy, PartialEq, Eq, Properties)]
pub(super) struct Props {
    /// The workbench or the room.
    pub guest: Guest,
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
        let mut place = el!("div", "id" = guest.script(), "data-page" = guest.name());
        match &self.page {
            Some(page) => place.put(page.clone()),
            None => place
                .with(el!("p", "role" = "status", "aria-busy" = "true").text(WORDS.on_its_way))
                .put(frame::late(context.link().callback(|_| Message::Retried))),
        };
        place.build()
    }
}

/// Fetches the chunk and its style.
fn load(context: &Context<LazyPage>) {
    let guest = context.props().guest;
    context.link().send_future(async move {
        page::load_style(guest.script()).await;
        Message::Loaded(if guest == Guest::Room { lazy::room().await } else { lazy::workbench().await })
    });
}
