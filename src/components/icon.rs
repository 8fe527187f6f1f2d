//! Icons.

use super::{Html, el};

/// An icon. It says nothing to a screen reader: words stand beside it.
#[inline(never)]
pub(crate) fn icon(path: &'static str) -> Html {
    el!("svg", "class" = "icon", "viewBox" = "0 0 24 24", "aria-hidden" = "true")
        .with(&mut el!("path", "d" = path))
        .build()
}
