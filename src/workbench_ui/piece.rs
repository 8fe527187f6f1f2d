//! A piece of the workbench that is drawn anew only when what it shows has changed: a key changes little.

use super::Send;
use std::any::Any;
use std::rc::Rc;
use yew::virtual_dom::VChild;
use yew::{Component, Context, Html, Properties};

/// Draws a piece of what it shows.
pub(super) type Draw<S> = fn(&S, &Send) -> Html;

/// What a piece shows, and how. One component shows all kinds: each that Yew is made for is 2 KB.
trait Seen {
    fn is(&self, other: &dyn Any) -> bool;

    fn as_any(&self) -> &dyn Any;

    fn drawn(&self, send: &Send) -> Html;
}

struct Of<S> {
    seen: S,
    draw: Draw<S>,
}

impl<S: PartialEq + 'static> Seen for Of<S> {
    fn is(&self, other: &dyn Any) -> bool {
        other.downcast_ref::<Self>().is_some_and(|other| self.seen == other.seen)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn drawn(&self, send: &Send) -> Html {
        (self.draw)(&self.seen, send)
    }
}

#[derive(Clone, Properties)]
struct Shown {
    seen: Rc<dyn Seen>,
    send: Send,
}

/// A piece's place has one way to draw, and one address.
impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        self.seen.is(other.seen.as_any())
    }
}

struct Piece;

impl Component for Piece {
    type Message = ();
    type Properties = Shown;

    fn create(_: &Context<Self>) -> Self {
        Piece
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let Shown { seen, send } = context.props();
        seen.drawn(send)
    }
}

/// The piece that shows this, drawn so.
pub(super) fn piece<S: PartialEq + 'static>(seen: S, draw: Draw<S>, send: &Send) -> Html {
    VChild::<Piece>::new(Shown { seen: Rc::new(Of { seen, draw }), send: send.clone() }, None).into()
}
