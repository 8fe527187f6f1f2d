//! Fits what the stage shows to its window: as large as all of it fits, and on several pages where even the least size is
//! too large.

use super::page::find;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// How much larger than the least size a text may be, the largest first.
const SIZES: [&str; 6] = ["1.6", "1.45", "1.3", "1.2", "1.1", "1"];

/// What marks a stage whose slide takes several pages.
const PAGED: &str = "data-paged";

/// What a slide's fit depends on: its words, and the room that it has.
pub fn key() -> Option<String> {
    let (stage, slide) = (find(".stage")?, find(".stage .slide")?);
    let text = slide.text_content().unwrap_or_default();
    Some(format!("{} {} {} {text}", slide.class_name(), stage.client_width(), stage.client_height()))
}

/// Makes the slide as large as it fits, and shows its first page; how many pages it takes.
pub fn fit() -> u32 {
    let (Some(stage), Some(slide)) = (find(".stage"), find(".stage .slide")) else { return 1 };
    // Fails for no name that is written here.
    let _ = stage.remove_attribute(PAGED);
    for size in SIZES {
        if let Some(style) = stage.dyn_ref::<HtmlElement>().map(HtmlElement::style) {
            let _ = style.set_property("--grow", size);
        }
        if stage.scroll_height() <= stage.client_height() && slide.scroll_width() <= slide.client_width() {
            return 1;
        }
    }
    let _ = stage.set_attribute(PAGED, "");
    slide.set_scroll_left(0);
    pages(&slide).1
}

/// Shows the next page, or the one before; which one is shown then, from 1, and of how many.
pub fn turn(on: bool) -> (u32, u32) {
    let Some(slide) = find(".stage[data-paged] .slide") else { return (1, 1) };
    // On a page that is read from right to left, what comes next is to the left.
    let leftwards = find("[dir=rtl] .stage .slide").is_some();
    let by = if on == leftwards { -slide.client_width() } else { slide.client_width() };
    slide.set_scroll_left(slide.scroll_left() + by);
    pages(&slide)
}

fn pages(slide: &Element) -> (u32, u32) {
    let width = slide.client_width().max(1);
    // A page that is all but full is one.
    let count = |pixels: i32| ((pixels.abs() + width / 2) / width) as u32;
    (count(slide.scroll_left()) + 1, count(slide.scroll_width()).max(1))
}

/// Shows the whole page on the whole screen, or no longer.
pub fn full_screen() {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    if document.fullscreen_element().is_some() {
        document.exit_fullscreen();
    } else if let Some(root) = document.document_element() {
        // Refused where nobody has pressed anything in this window; the keyboard's own key is left then.
        let _ = root.request_fullscreen();
    }
}
