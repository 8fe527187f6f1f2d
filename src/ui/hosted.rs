//! How the app of another bundle stands within the player's page.
//!
//! The player's app shows an empty element at an address and starts a bundle, which mounts itself there and, when the
//! person leaves and comes back, mounts itself anew.

use crate::platform::{address, page};
use std::cell::RefCell;
use std::rc::Rc;
use yew::html::BaseComponent;
use yew::prelude::*;

/// Mounts an app in the element `host` now and whenever that comes again; `inside` is what stands there while the app
/// does.
///
/// Yew writes a number on the element that an app is mounted in, by which it knows whose an event is, and counts from 1
/// in each bundle: `others` is how many apps of other bundles may have stood on the page before.
pub(crate) fn start<C: BaseComponent<Properties = ()>>(host: &'static str, inside: &'static str, others: usize) {
    for _ in 0..others {
        leave_a_number_out();
    }
    let shown = Rc::new(RefCell::new(None));
    mount::<C>(&shown, host, inside);
    let moved = address::on_change(move |_| {
        let shown = Rc::clone(&shown);
        // The player's app has drawn the page of an address once that is painted.
        page::after_paint(move || mount::<C>(&shown, host, inside));
    });
    if let Some(moved) = moved {
        // It listens as long as the page stands: the person may come back.
        moved.forget();
    }
}

/// Mounts nothing, once, where nobody sees it.
fn leave_a_number_out() {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(aside) = document.and_then(|document| document.create_element("div").ok()) {
        yew::Renderer::<Nothing>::with_root(aside).render().destroy();
    }
}

/// Takes a number, and is nothing else.
struct Nothing;

impl Component for Nothing {
    type Message = ();
    type Properties = ();

    fn create(_: &Context<Self>) -> Self {
        Nothing
    }

    fn view(&self, _: &Context<Self>) -> Html {
        Html::default()
    }
}

/// Mounts the app where there is a place for it, and takes away one that has lost its place.
fn mount<C: BaseComponent<Properties = ()>>(shown: &RefCell<Option<AppHandle<C>>>, host: &str, inside: &str) {
    let place = page::find(host);
    if place.is_some() && page::find(inside).is_some() {
        return;
    }
    if let Some(handle) = shown.take() {
        handle.destroy();
    }
    *shown.borrow_mut() = place.map(|place| yew::Renderer::<C>::with_root(place).render());
}
