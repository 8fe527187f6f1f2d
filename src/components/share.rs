//! Bars that show parts of a whole.

use super::{Html, el};

/// A bar of a width and a height: what is drawn on it, each from its start, with its class and its width.
pub(crate) fn bar(
    class: String,
    whole: &'static str,
    high: &'static str,
    parts: &[(Option<&'static str>, usize)],
) -> Html {
    let view = format!("0 0 {whole} {high}");
    let mut bar = el!("svg", "class" = class, "viewBox" = view, "preserveAspectRatio" = "none", "aria-hidden" = "true");
    for (class, part) in parts {
        bar.with(&mut el!("rect", "class" = *class, "width" = part.to_string(), "height" = high));
    }
    bar.build()
}

/// A thousand, and so many thousandths of it.
pub(crate) fn share(thousandths: usize) -> Html {
    bar("share".into(), "1000", "10", &[(None, 1000), (Some("fill"), thousandths)])
}
