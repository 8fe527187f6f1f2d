//! The page around the app: its title, its look, where the focus is.

use std::cell::Cell;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    Document, Element, Event, FocusOptions, HtmlDialogElement, HtmlElement, HtmlInputElement, HtmlTextAreaElement,
    ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition,
};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The first element of a selector.
pub fn find(selector: &str) -> Option<Element> {
    document()?.query_selector(selector).ok()?
}

/// The page's title, as a tab shows it.
pub fn title(title: &str) {
    if let Some(document) = document().filter(|document| document.title() != title) {
        document.set_title(title);
    }
}

/// Sets an attribute of the whole page, or takes it away.
pub fn mark(attribute: &str, value: Option<&str>) {
    let Some(root) = document().and_then(|document| document.document_element()) else { return };
    // Fails for names that are no attribute's name; all names here are.
    let _ = match value {
        Some(value) => root.set_attribute(attribute, value),
        None => root.remove_attribute(attribute),
    };
}

/// What an attribute of the whole page says, where it has it.
pub fn marked(attribute: &str) -> Option<String> {
    document()?.document_element()?.get_attribute(attribute)
}

/// Moves the focus to the first element of a selector. `stays`: the page is not scrolled to it.
pub fn focus(selector: &str, stays: bool) {
    if let Some(element) = find(selector).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let options = FocusOptions::new();
        // Looking for the place of what has the focus would lay the page out once more.
        options.set_prevent_scroll(stays);
        // Fails only for elements that cannot have it.
        let _ = element.focus_with_options(&options);
        if find(":focus").is_none() {
            // For WebKit, what was behind a dialog is out of reach until the page is laid out anew.
            element.get_bounding_client_rect();
            let _ = element.focus_with_options(&options);
        }
    }
}

/// Moves the focus to the first element of a selector, which may be one that cannot have it otherwise, such as a heading, or
/// a drawing.
pub fn focus_any(selector: &str) {
    let Some(element) = find(selector) else { return };
    // Fails for no name that is written here.
    let _ = element.set_attribute("tabindex", "-1");
    let focus = js_sys::Reflect::get(&element, &"focus".into()).and_then(|focus| focus.dyn_into::<js_sys::Function>());
    if let Ok(focus) = focus {
        let _ = focus.call0(&element);
    }
}

/// Shows the element of an id within another, and moves the focus there.
pub fn show_part(within: &str, id: &str) {
    let part = document().and_then(|document| document.get_element_by_id(id));
    let Some(part) = part.filter(|part| part.closest(within).is_ok_and(|found| found.is_some())) else { return };
    part.scroll_into_view();
    if let Ok(part) = part.dyn_into::<HtmlElement>() {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // Fails only for elements that cannot have it.
        let _ = part.focus_with_options(&options);
    }
}

/// Selects all that the first field of a selector holds, and focuses it.
pub fn select(selector: &str) {
    let Some(field) = find(selector) else { return };
    if let Some(field) = field.dyn_ref::<HtmlTextAreaElement>() {
        // Fails only for elements that cannot have it.
        let _ = field.focus();
        field.select();
    } else if let Some(field) = field.dyn_ref::<HtmlInputElement>() {
        field.select();
    }
}

/// Opens all details of a selector.
pub fn open_all(selector: &str) {
    let Some(all) = document().and_then(|document| document.query_selector_all(selector).ok()) else { return };
    for at in 0..all.length() {
        if let Some(details) = all.get(at).and_then(|node| node.dyn_into::<Element>().ok()) {
            // Fails for no name that is written here.
            let _ = details.set_attribute("open", "");
        }
    }
}

/// How far down the page is shown from.
pub fn top() -> f64 {
    web_sys::window().and_then(|window| window.scroll_y().ok()).unwrap_or_default()
}

thread_local! {
    /// How far down the window the response stood that was just taken.
    static HELD: Cell<Option<f64>> = const { Cell::new(None) };
}

/// What is to stand where an element stands now, once [`put_back`] finds it.
pub fn hold(selector: &str) {
    HELD.set(find(selector).map(|element| element.get_bounding_client_rect().top()));
}

/// Scrolls so that the response that was taken stands where its button stood. What draws it may let a frame pass before it
/// says that it has drawn, so each frame that is waited for puts it back as well.
pub fn put_back() {
    if let Some(element) = find(".chosen")
        && let Some(held) = HELD.take()
    {
        show_from(top() + element.get_bounding_client_rect().top() - held);
    }
}

/// Whether nothing on the page is to move: the settings say so, or the system.
fn still() -> bool {
    let asked = web_sys::window().and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok()?);
    marked("data-motion").is_some() || asked.is_some_and(|asked| asked.matches())
}

/// Shows the beginning of an element.
pub fn show_start(selector: &str) {
    if let Some(element) = find(selector) {
        element.scroll_into_view();
    }
}

/// Shows all of an element, or its beginning where it is too long, by moving as little as can be.
pub fn show_all(selector: &str) {
    if let Some(element) = find(selector) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        options.set_behavior(if still() { ScrollBehavior::Instant } else { ScrollBehavior::Smooth });
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Shows the page from so far down.
pub fn show_from(top: f64) {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, top);
    }
}

/// Takes the focus from what the app has drawn; what stands there before the app hands it over by itself.
pub fn let_go() {
    if let Some(element) = find("#app :focus").and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // Fails for nothing that can have the focus.
        let _ = element.blur();
    }
}

/// Whether nobody sees the page, as in a tab that was opened behind another.
pub fn hidden() -> bool {
    document().is_some_and(|document| document.hidden())
}

/// Calls back once the page, as it is then, has been painted.
pub fn after_paint(callback: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    // Before the paint a frame's own callbacks are called; what they put off comes after it.
    let put_off = Closure::once_into_js(move || {
        put_back();
        soon(callback);
    });
    let _ = window.request_animation_frame(put_off.unchecked_ref());
}

/// Calls back once the browser has done what waits for it, such as the answer to a click.
pub fn soon(callback: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let callback = Closure::once_into_js(callback);
    // Fails only for more arguments than there can be.
    let _ = window.set_timeout_with_callback(callback.unchecked_ref());
}

/// Opens the page's dialog over it, if there is one and it is not open.
pub fn show_dialog() {
    let dialog = find("dialog:not([open])").and_then(|element| element.dyn_into::<HtmlDialogElement>().ok());
    if let Some(dialog) = dialog {
        // Fails only for a dialog that is open, or is not on the page.
        let _ = dialog.show_modal();
    }
}

/// Has a phone that can do so vibrate for some milliseconds.
pub fn vibrate(milliseconds: u32) {
    let Some(window) = web_sys::window() else { return };
    let navigator = window.navigator();
    let vibrate = js_sys::Reflect::get(&navigator, &"vibrate".into()).and_then(|it| it.dyn_into::<js_sys::Function>());
    if let Ok(vibrate) = vibrate {
        // Refused where nobody has touched the page yet.
        let _ = vibrate.call1(&navigator, &milliseconds.into());
    }
}

/// Presses the first element of a selector.
pub fn click(selector: &str) {
    if let Some(element) = find(selector).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.click();
    }
}

/// Shows the whole page on the whole screen, or no longer.
pub fn full_screen() {
    let Some(document) = document() else { return };
    if document.fullscreen_element().is_some() {
        document.exit_fullscreen();
    } else if let Some(root) = document.document_element() {
        // Refused where nobody has pressed anything in this window; the keyboard's own key is left then.
        let _ = root.request_fullscreen();
    }
}

/// Prints the page. Where a frame forbids it no error says so: whatever watches the frame hears that it was asked.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // Fails only where printing is forbidden.
        let _ = window.print();
        if let Ok(asked) = Event::new("askedtoprint") {
            // Fails for no event that is new.
            let _ = window.dispatch_event(&asked);
        }
    }
}

/// Opens an address in a window of a name. False where the browser, or what the page is framed by, does not allow it.
pub fn open(address: &str, name: &str) -> bool {
    let opened = web_sys::window().and_then(|window| window.open_with_url_and_target(address, name).ok());
    opened.flatten().is_some()
}

/// Whether the top of an element is within the window.
pub fn in_view(selector: &str) -> bool {
    let height = web_sys::window().and_then(|window| window.inner_height().ok()).and_then(|height| height.as_f64());
    match (find(selector), height) {
        (Some(element), Some(height)) => element.get_bounding_client_rect().top() < height - 40.0,
        _ => false,
    }
}
