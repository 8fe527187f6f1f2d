//! A page that is on its way.

use super::element::{Callback, Html, MouseEvent, el, keyed};
use super::icon;
use crate::ui::icon::UNDO;
use crate::words::ENGLISH as WORDS;

/// Says that a page is on its way, and what helps when it is late.
pub(crate) fn loading(on_retry: Callback<MouseEvent>) -> Html {
    let mut retry = el!("button", "class" = "button");
    retry.put(icon(UNDO)).with(el!("span").text(WORDS.retry)).on_click(on_retry);
    let mut late = el!("p", "class" = "late");
    late.with(el!("span").text(WORDS.late)).text(" ").with(&mut retry);
    keyed("loading", vec![el!("p", "role" = "status").text(WORDS.on_its_way).build(), late.build()])
}
