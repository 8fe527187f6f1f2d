//! Icons.

use yew::prelude::*;

/// An icon. It says nothing to a screen reader: words stand beside it.
pub(crate) fn icon(path: &'static str) -> Html {
    html! { <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d={path} /></svg> }
}
