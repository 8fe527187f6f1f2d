//! Backdrops: the drawn place that a scenario names, or hills.

use super::element::{Html, el};
use scenario::{ANYWHERE, SCENES};

/// The backdrop of a scenario. The picture takes its colours from the page, so that it is light or dark as the page is.
pub(crate) fn draw(name: Option<&str>) -> Html {
    let name = name.filter(|name| SCENES.contains(name)).unwrap_or(ANYWHERE);
    el!("svg", "class" = "scene", "aria-hidden" = "true").with(&mut el!("use", "href" = address(name))).build()
}

/// Where a scene is: in a file of its own, or on the page of the game in one file.
fn address(name: &str) -> String {
    if cfg!(feature = "one-file") { format!("#{name}-scene") } else { format!("scenes/{name}.svg#scene") }
}
