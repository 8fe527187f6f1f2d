//! What stands there until the debrief is told, or in its place.

use super::parts::Dispatch;
use crate::components::element::{Html, el, keyed};
use crate::components::on_click;
use crate::pages::debrief::WORDS;
use crate::pages::debrief::model::{Error, Message};

/// Counting takes long.
pub(super) fn counting(dispatch: &Dispatch) -> Html {
    let mut give_up = el!("button", "type" = "button", "class" = "button", "data-do" = "give-up");
    give_up.text(WORDS.give_up).on_click(on_click(dispatch, || Message::GaveUp));
    keyed(
        "counting",
        vec![
            el!("div", "role" = "status").with(el!("p", "class" = "soft").text(WORDS.counting)).build(),
            el!("p", "class" = "actions").with(&mut give_up).build(),
        ],
    )
}

/// There is no debrief.
pub(super) fn failed(error: Error) -> Html {
    let (title, text) = WORDS.errors[error as usize];
    let mut alert = el!("div", "role" = "alert");
    alert.with(el!("h1", "tabindex" = "-1").text(title)).with(el!("p").text(text));
    let mut home = el!("a", "class" = "button main", "href" = "#/");
    let home = el!("p", "class" = "actions").with(home.text(WORDS.home)).build();
    keyed("failed", vec![alert.build(), home])
}
