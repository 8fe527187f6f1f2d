//! The concepts at the cursor: what the id there means, and the ids that may stand there.

use super::{Send, WORDS, on};
use crate::ui::element::el;
use crate::workbench::{Event, Site, named, told};
use scenario::Concept;
use yew::Html;

/// What is shown while the cursor is in a list of concepts. It stands behind the field, so that Tab leads from the text to
/// the ids, and choosing one leads back.
pub(super) fn draw(site: &Option<Site>, send: &Send) -> Html {
    let concept = site.as_ref().and_then(Site::concept);
    let offers = site.as_ref().map(Site::offers).unwrap_or_default();
    let offer = |concept: Concept| {
        el!("li")
            .with(
                el!("button", "class" = "button plain", "type" = "button")
                    .text(named(concept))
                    .on_click(on(send, Event::PutConcept(concept))),
            )
            .build()
    };
    el!("div", "class" = "concepts")
        .with(el!("p", "role" = "status").text(concept.map(told).unwrap_or_default()))
        .maybe(
            site.as_ref().map(|_| el!("ul", "aria-label" = WORDS.concepts).each(offers.into_iter().map(offer)).build()),
        )
        .build()
}
