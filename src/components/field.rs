//! What fields hold when they tell of a change; natively no field ever does.

use yew::events::{Event, InputEvent};

/// What is chosen in a list.
#[cfg(target_arch = "wasm32")]
pub(crate) fn chosen(event: &Event) -> Option<String> {
    use yew::TargetCast;
    event.target_dyn_into::<web_sys::HtmlSelectElement>().map(|list| list.value())
}

/// What is chosen in a list.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn chosen(_: &Event) -> Option<String> {
    None
}

/// What a field holds.
#[cfg(target_arch = "wasm32")]
pub(crate) fn value(event: &InputEvent) -> Option<String> {
    use yew::TargetCast;
    event.target_dyn_into::<web_sys::HtmlInputElement>().map(|field| field.value())
}

/// What a field holds.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn value(_: &InputEvent) -> Option<String> {
    None
}

/// What a field of one line or of several holds while it is written in.
#[cfg(target_arch = "wasm32")]
pub(crate) fn written(event: &InputEvent) -> Option<String> {
    use yew::TargetCast;
    let lines = || event.target_dyn_into::<web_sys::HtmlTextAreaElement>().map(|field| field.value());
    value(event).or_else(lines)
}

/// What a field of one line or of several holds while it is written in.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn written(_: &InputEvent) -> Option<String> {
    None
}

/// What a field holds once it was changed.
#[cfg(target_arch = "wasm32")]
pub(crate) fn changed(event: &Event) -> Option<String> {
    use yew::TargetCast;
    event.target_dyn_into::<web_sys::HtmlInputElement>().map(|field| field.value())
}

/// What a field holds once it was changed.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn changed(_: &Event) -> Option<String> {
    None
}
