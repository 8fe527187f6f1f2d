//! What a hand on the page does beyond an event of the app's; on a page that only stands, nothing.

#[cfg(target_arch = "wasm32")]
pub(super) use drawn::{ask_for_file, on, picked, to_the_heading};
#[cfg(not(target_arch = "wasm32"))]
pub(super) use still::{ask_for_file, on, picked, to_the_heading};

#[cfg(target_arch = "wasm32")]
mod drawn {
    use crate::app::Event;
    use crate::platform::{file, page};
    use crate::ui::{Send, drop};
    use web_sys::HtmlInputElement;
    use yew::{Callback, MouseEvent, TargetCast};

    /// A callback that sends one event, whatever the browser's own event was.
    #[inline(never)]
    pub(in crate::ui) fn on<E: 'static>(send: &Send, event: Event) -> Callback<E> {
        send.callback(move |_: E| event.clone())
    }

    /// Goes to the page's heading without touching the address, which says which page it is.
    pub(in crate::ui) fn to_the_heading() -> Callback<MouseEvent> {
        Callback::from(|event: MouseEvent| {
            event.prevent_default();
            page::focus("main h1", false);
        })
    }

    /// Opens the browser's own dialog for a file.
    pub(in crate::ui) fn ask_for_file<E>() -> Callback<E> {
        Callback::from(|_| page::click("#file"))
    }

    /// A file was picked: it is read, and the field emptied so that the same file can be picked again.
    pub(in crate::ui) fn picked(send: &Send) -> Callback<web_sys::Event> {
        let send = send.clone();
        Callback::from(move |event: web_sys::Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let send = send.clone();
            file::read_first(input.files(), file::MOST, move |read| send.send_message(drop::came(read)));
            input.set_value("");
        })
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod still {
    use crate::app::Event;
    use crate::ui::Send;
    use crate::ui::element::{Callback, Event as Changed, MouseEvent};

    pub(in crate::ui) fn on<E>(_: &Send, _: Event) -> Callback<E> {
        Callback::noop()
    }

    pub(in crate::ui) fn to_the_heading() -> Callback<MouseEvent> {
        Callback::noop()
    }

    pub(in crate::ui) fn ask_for_file<E>() -> Callback<E> {
        Callback::noop()
    }

    pub(in crate::ui) fn picked(_: &Send) -> Callback<Changed> {
        Callback::noop()
    }
}
