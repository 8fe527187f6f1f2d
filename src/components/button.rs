//! Buttons that send messages.

use super::element::{Callback, Html, MouseEvent, el};

/// Sends a message on a click.
pub(crate) fn on_click<M: 'static>(dispatch: &Callback<M>, message: fn() -> M) -> Callback<MouseEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |_| dispatch.emit(message()))
}

/// A button that says what it does, to a reader and by the name of its act.
pub(crate) fn button(
    class: &'static str,
    act: &'static str,
    words: &'static str,
    on_click: Callback<MouseEvent>,
) -> Html {
    el!("button", "class" = class, "data-do" = act).text(words).on_click(on_click).build()
}
