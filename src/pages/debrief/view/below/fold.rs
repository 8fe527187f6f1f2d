//! The fold *For the curious*, whose content is fetched when it is opened.

use crate::components::{Html, button, el, loading, on_click};
use crate::pages::debrief::Curious;
use crate::pages::debrief::model::{Fold, Message, Told};
use crate::pages::debrief::view::parts::Dispatch;
use crate::pages::debrief::{BELOW, WORDS};

/// The heading that opens it, and what is there of what stands under it.
pub(super) fn fold(told: &Told, curious: Option<Curious>, dispatch: &Dispatch) -> Html {
    let open = if told.fold == Fold::Folded { "false" } else { "true" };
    let mut opener =
        el!("button", "class" = "fold", "data-do" = "curious", "aria-expanded" = open, "aria-controls" = "curious");
    opener.text(BELOW.curious).on_click(on_click(dispatch, || Message::ToggleCurious));
    let mut place = el!("div", "id" = "curious");
    match (told.fold, curious) {
        (Fold::Folded, _) => {}
        (Fold::Open, Some(curious)) => {
            place.put((curious.draw)(&told.report, told.beside));
        }
        (Fold::OnItsWay | Fold::Open, _) => {
            place.put(loading(on_click(dispatch, || Message::FetchCurious)));
        }
        (Fold::Failed, _) => {
            let again = on_click(dispatch, || Message::FetchCurious);
            place
                .with(el!("p", "role" = "alert").text(WORDS.part_failed))
                .with(el!("p", "class" = "actions").put(button("button", "curious-again", WORDS.fetch_again, again)));
        }
    }
    el!("section", "class" = "curious", "aria-labelledby" = "for-curious")
        .with(el!("h2", "id" = "for-curious").with(&mut opener))
        .with(el!("p", "class" = "soft").text(BELOW.curious_means))
        .with(&mut place)
        .build()
}
