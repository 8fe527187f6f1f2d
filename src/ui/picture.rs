//! Pictures of an author's own, each in the place of a drawn one.

use super::element::{Html, el};
use scenario::{Image, Picture, PictureKind, Scenario, direction};

/// A picture of a scenario: what came along with it, or what lies beside the app.
pub(crate) fn draw(scenario: &Scenario, image: &Image) -> Html {
    let kind = PictureKind::of_name(&image.file).map_or("", PictureKind::media_type);
    let address = match scenario.picture(&image.file) {
        Some(picture) => own(picture, kind),
        None => beside(&delivery::picture_address(scenario.id(), &image.file), kind),
    };
    el!(
        "img",
        "class" = "scene picture",
        "src" = address,
        "alt" = image.alt.to_string(),
        "lang" = scenario.language().to_owned(),
        "dir" = direction(scenario.language()),
        "decoding" = "async"
    )
    .build()
}

/// The address of bytes that are here.
#[cfg(target_arch = "wasm32")]
fn own(Picture { bytes, .. }: &Picture, kind: &str) -> Option<String> {
    crate::platform::picture::address(bytes, kind)
}

/// Where pages are written out as text there are no addresses of bytes.
#[cfg(not(target_arch = "wasm32"))]
fn own(picture: &Picture, _kind: &str) -> Option<String> {
    Some(["blob:", &picture.file].concat())
}

/// The address of a file beside the app: in the game in one file, of what stands in its page.
#[cfg(all(feature = "one-file", target_arch = "wasm32"))]
fn beside(address: &str, kind: &str) -> Option<String> {
    crate::platform::picture::given(address, kind)
}

#[cfg(not(all(feature = "one-file", target_arch = "wasm32")))]
fn beside(address: &str, _kind: &str) -> Option<String> {
    Some(address.to_owned())
}
