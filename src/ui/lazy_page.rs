//! A page whose chunk is fetched when it is first shown.

use super::element::el;
use super::guest::Lazy;
use super::{WORDS, frame};
use crate::lazy::{self, NotLoaded};
use yew::{Component, Context, Html, Properties};

/// Which page it is.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// The page, and what it is of.
    pub page: Lazy,
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

    fn changed(&mut self, context: &Context<Self>, old: &Props) -> bool {
        if context.props() != old {
            load(context);
        }
        true
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Loaded(page) => self.page = page.ok(),
            Message::Retried => load(context),
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let lazy = &context.props().page;
        let guest = lazy.guest();
        match (&self.page, lazy) {
            // These make their places themselves, and say when they are no longer busy.
            (Some(page), Lazy::Debrief(_) | Lazy::Journal(_) | Lazy::Guide(_)) => page.clone(),
            (Some(page), _) => el!("div", "id" = guest.place(), "data-page" = guest.name()).put(page.clone()).build(),
            (None, _) => el!("div", "id" = guest.place(), "data-page" = guest.name(), "aria-busy" = "true")
                .with(el!("p", "role" = "status").text(WORDS.on_its_way))
                .put(frame::late(context.link().callback(|_| Message::Retried)))
                .build(),
        }
    }
}

/// Fetches the chunk, and its style with it.
fn load(context: &Context<LazyPage>) {
    let page = context.props().page.clone();
    context.link().send_future(async move {
        Message::Loaded(match page {
            Lazy::Workbench => lazy::workbench().await,
            Lazy::Room => lazy::room().await,
            Lazy::Debrief(of) => lazy::debrief(of).await,
            Lazy::Journal(of) => lazy::journal(of).await,
            Lazy::Guide(of) => lazy::guide(of).await,
        })
    });
}
