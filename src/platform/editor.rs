//! A field for a long text: the browser holds the text, so that no key waits for the program.

use super::page;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlTextAreaElement};

fn field(selector: &str) -> Option<HtmlTextAreaElement> {
    page::find(selector)?.dyn_into().ok()
}

/// The text of a field; `None` where there is no such field.
pub fn text(selector: &str) -> Option<String> {
    field(selector).map(|field| field.value())
}

/// Puts a text into a field, and shows its beginning.
pub fn put(selector: &str, text: &str) {
    if let Some(field) = field(selector) {
        field.set_value(text);
        // A field without a selection cannot fail to be given one.
        let _ = field.set_selection_range(0, 0);
        field.set_scroll_top(0);
        field.set_scroll_left(0);
    }
}

/// Moves the focus to a place of a field's text, selects it, and shows it. Start and end are in units of UTF-16, line
/// and column count from 1.
pub fn select(selector: &str, (start, end): (u32, u32), (line, column): (u32, u32), lines: u32) {
    let Some(field) = field(selector) else { return };
    let _ = field.focus();
    let _ = field.set_selection_range(start, end.max(start));
    // Lines are of one height, and letters of one width, which is four tenths of it.
    let high = field.scroll_height() / lines.max(1) as i32;
    field.set_scroll_top(high * (line as i32 - 1) - field.client_height() / 3);
    let across = high * 2 / 5 * column as i32;
    let wide = field.client_width();
    field.set_scroll_left(if across > wide * 3 / 4 { across - wide / 2 } else { 0 });
}

/// Scrolls the numbers beside a field along with it.
pub fn follow(field: &Element, numbers: &str) {
    if let Some(numbers) = page::find(numbers) {
        numbers.set_scroll_top(field.scroll_top());
    }
}

/// Scrolls an element sideways until what it holds, the first of `inside`, stands in its middle.
pub fn centre(selector: &str, inside: &str) {
    if let (Some(element), Some(inside)) = (page::find(selector), page::find(inside)) {
        let [around, what] = [&element, &inside].map(Element::get_bounding_client_rect);
        let off = what.left() + what.width() / 2.0 - around.left() - around.width() / 2.0;
        element.set_scroll_left(element.scroll_left() + off.round() as i32);
    }
}
