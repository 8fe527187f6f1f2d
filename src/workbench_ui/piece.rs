//! A piece of the workbench that is drawn anew only when what it shows has changed: a key changes little.

use super::Send;
use yew::virtual_dom::VChild;
use yew::{Component, Context, Html, Properties};

/// Draws a piece of what it shows.
pub(super) type Draw<S> = fn(&S, &Send) -> Html;

#[derive(Clone, Properties)]
pub(super) struct Shown<S: PartialEq + Clone + 'static> {
    seen: S,
    draw: Draw<S>,
    send: Send,
}

/// A piece's place has one way to draw, and one address.
impl<S: PartialEq + Clone> PartialEq for Shown<S> {
    fn eq(&self, other: &Self) -> bool {
        self.seen == other.seen
    }
}

pub(super) struct Piece<S>(std::marker::PhantomData<S>);

impl<S: PartialEq + Clone + 'static> Component for Piece<S> {
    type Message = ();
    type Properties = Shown<S>;

    fn create(_: &Context<Self>) -> Self {
        Piece(std::marker::PhantomData)
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let Shown { seen, draw, send } = context.props();
        draw(seen, send)
    }
}

/// The piece that shows this, drawn so.
pub(super) fn piece<S: PartialEq + Clone + 'static>(seen: S, draw: Draw<S>, send: &Send) -> Html {
    VChild::<Piece<S>>::new(Shown { seen, draw, send: send.clone() }, None).into()
}
