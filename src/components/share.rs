//! A part of a whole, as a bar.

use yew::prelude::*;

/// A bar of a width and a height, and so much of it in a class of its own.
pub(crate) fn share(whole: u32, high: &'static str, class: &'static str, part: usize) -> Html {
    let view = format!("0 0 {whole} {high}");
    html! {
        <svg class="share" viewBox={view} preserveAspectRatio="none" aria-hidden="true">
            <rect width={whole.to_string()} height={high} />
            <rect {class} width={part.to_string()} height={high} />
        </svg>
    }
}
