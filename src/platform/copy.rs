//! Copying.

use super::page;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlDocument, HtmlElement, HtmlTextAreaElement};

/// Copies a text; `beside` is the selector of what the older way puts a field into. False where the browser does not let a
/// page copy.
pub async fn text(text: &str, beside: &str) -> bool {
    clipboard(text).await.is_some() || selected(text, beside).unwrap_or_default()
}

/// Hands a text on to what the device shares with; whoever changes their mind there has still been asked. False where the
/// browser has no such sheet.
pub async fn handed_on(text: &str) -> bool {
    sheet(text).await.is_some()
}

async fn sheet(text: &str) -> Option<()> {
    let navigator = web_sys::window()?.navigator();
    let share: Function = Reflect::get(&navigator, &"share".into()).ok()?.dyn_into().ok()?;
    let what = Object::new();
    Reflect::set(&what, &"text".into(), &text.into()).ok()?;
    let shared: Promise = share.call1(&navigator, &what).ok()?.dyn_into().ok()?;
    match JsFuture::from(shared).await {
        Ok(_) => Some(()),
        Err(fault) => Reflect::get(&fault, &"name".into()).ok().filter(|name| *name == "AbortError").map(|_| ()),
    }
}

/// Over plain http there is no clipboard, and elsewhere permission may be refused.
async fn clipboard(text: &str) -> Option<()> {
    let navigator = web_sys::window()?.navigator();
    let clipboard = Reflect::get(&navigator, &"clipboard".into()).ok()?;
    if clipboard.is_undefined() {
        return None;
    }
    JsFuture::from(navigator.clipboard().write_text(text)).await.ok().map(|_| ())
}

/// The older way: it copies what is selected.
fn selected(text: &str, beside: &str) -> Option<bool> {
    let document: HtmlDocument = web_sys::window()?.document()?.dyn_into().ok()?;
    let focused = document.active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    let field: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    field.set_class_name("link");
    field.set_read_only(true);
    field.set_value(text);
    page::find(beside)?.append_child(&field).ok()?;
    // Fails only for elements that cannot have it.
    let _ = field.focus();
    field.select();
    let done = document.exec_command("copy").unwrap_or_default();
    field.remove();
    if let Some(focused) = focused {
        let _ = focused.focus();
    }
    Some(done)
}
