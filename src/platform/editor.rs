//! A field for a long text: the browser holds the text, so that no key waits for the program.

use super::page;
use js_sys::{JsString, Reflect};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDocument, HtmlTextAreaElement, MouseEvent};

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

/// Where a field's cursor is, in units of UTF-16 from the start, and as much of the text on both its sides.
pub fn cursor(selector: &str, before: u32, behind: u32) -> Option<(u32, String, String)> {
    let field = field(selector)?;
    let at = field.selection_start().ok().flatten()?;
    // The text as the browser holds it: a piece of it costs no copy of the whole.
    let text: JsString = Reflect::get(&field, &"value".into()).ok()?.dyn_into().ok()?;
    let piece = |from: u32, to: u32| String::from(text.slice(from, to));
    Some((at, piece(at.saturating_sub(before), at), piece(at, at.saturating_add(behind))))
}

/// Puts a text in place of a piece of a field's, in units of UTF-16, and moves the focus there. The browser takes it for
/// written by hand where it can, so that it can be undone.
pub fn write(selector: &str, (from, to): (u32, u32), text: &str) {
    let Some(field) = field(selector) else { return };
    let _ = field.focus();
    let _ = field.set_selection_range(from, to);
    let by_hand = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.dyn_into::<HtmlDocument>().ok())
        .and_then(|document| document.exec_command_with_show_ui_and_value("insertText", false, text).ok());
    if by_hand != Some(true) {
        let _ = field.set_range_text_with_start_and_end(text, from, to);
        let _ = field.set_selection_range(from + text.len() as u32, from + text.len() as u32);
        // What a script writes tells nobody.
        if let Ok(event) = Event::new("input") {
            let _ = field.dispatch_event(&event);
        }
    }
}

/// The line and the column under the mouse, from 0, in a field whose lines do not wrap.
pub fn under(selector: &str, event: &MouseEvent) -> Option<(usize, usize)> {
    let field = field(selector)?;
    let style = web_sys::window()?.get_computed_style(&field).ok().flatten()?;
    // The browser reads the number: what does it here would be 18 KB of every editor.
    let length =
        |name: &str| Some(js_sys::parse_float(&style.get_property_value(name).ok()?)).filter(|length| !length.is_nan());
    let high = length("line-height").filter(|high| *high > 0.0)?;
    let down = f64::from(event.offset_y() + field.scroll_top()) - length("padding-top")?;
    let across = f64::from(event.offset_x() + field.scroll_left()) - length("padding-left")?;
    // Letters are of one width, which is four tenths of a line's height.
    (down >= 0.0 && across >= 0.0).then(|| ((down / high) as usize, (across / (high * 0.4)) as usize))
}

/// What the browser shows while the mouse rests on a field; nothing for an empty text.
pub fn hint(selector: &str, text: &str) {
    if let Some(field) = field(selector).filter(|field| field.title() != text) {
        field.set_title(text);
    }
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

/// Scrolls an element until what it holds, the first of the selectors that finds something, is seen in it.
pub fn reveal(selector: &str, inside: &[&str]) {
    let inside = inside.iter().find_map(|inside| page::find(inside));
    if let (Some(element), Some(inside)) = (page::find(selector), inside) {
        let [around, what] = [&element, &inside].map(Element::get_bounding_client_rect);
        let is_seen = what.left() >= around.left()
            && what.right() <= around.right()
            && what.top() >= around.top()
            && what.bottom() <= around.bottom();
        if !is_seen {
            let across = what.left() + what.width() / 2.0 - around.left() - around.width() / 2.0;
            let down = what.top() + what.height() / 2.0 - around.top() - around.height() / 2.0;
            element.set_scroll_left(element.scroll_left() + across.round() as i32);
            element.set_scroll_top(element.scroll_top() + down.round() as i32);
        }
    }
}
