//! Parts of a page with a state of their own, which the app's model need not know.
//!
//! They share one component: a component for each of the three was 1 KB more in the game in one file.

use super::element::Html;
use super::{objectives, reflect};
use yew::html::Scope;
use yew::{Component, Context, Properties, html};

/// Where a part's acts go.
pub(super) type Link = Scope<Island>;

/// What happens to a part.
pub(super) enum Act {
    /// It is opened, or one of its choices is taken, by its place.
    Chosen(usize),
    /// Something is typed in it.
    Wrote(String),
    /// The file that it asked for arrived, or did not.
    Came(Option<String>),
}

/// A part with its state.
pub(super) trait Part {
    /// Takes up what happens; whether anything looks otherwise then.
    fn update(&mut self, act: Act, link: &Link) -> bool;

    /// The part on the page.
    fn view(&self, link: &Link) -> Html;
}

/// Which part it is, and of what.
#[derive(Clone, PartialEq)]
pub(super) enum Of {
    /// What players learn from a story.
    Objectives(objectives::Of),
    /// What a player thinks before a decision.
    Reflect(reflect::Of),
    /// Whether they want to be asked.
    Wanted,
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    of: Of,
}

/// A part on the page.
pub(super) fn draw(of: Of) -> Html {
    html! { <Island {of} /> }
}

/// The component of all of them.
pub(super) struct Island(Box<dyn Part>);

impl Component for Island {
    type Message = Act;
    type Properties = Props;

    fn create(context: &Context<Self>) -> Self {
        Island(match &context.props().of {
            Of::Objectives(of) => Box::new(objectives::Objectives::new(of, context.link())),
            Of::Reflect(of) => Box::new(reflect::Reflect::new(of, context.link())),
            Of::Wanted => Box::new(reflect::Wanted::new()),
        })
    }

    fn changed(&mut self, context: &Context<Self>, old: &Props) -> bool {
        let other = context.props() != old;
        if other {
            *self = Self::create(context);
        }
        other
    }

    fn update(&mut self, context: &Context<Self>, act: Act) -> bool {
        self.0.update(act, context.link())
    }

    fn view(&self, context: &Context<Self>) -> Html {
        self.0.view(context.link())
    }
}

/// Fetches a file beside the app for a part.
#[cfg(target_arch = "wasm32")]
pub(super) fn fetch(address: &'static str, link: &Link) {
    link.send_future(async move {
        let file = crate::platform::fetch::bytes(address).await.ok();
        Act::Came(file.and_then(|file| String::from_utf8(file).ok()))
    });
}

/// A page that only stands has what the app fetches where the app puts it, and not yet.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn fetch(_: &'static str, _: &Link) {}
