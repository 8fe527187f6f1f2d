//! The address: what stands after the `#`.

use gloo_events::EventListener;
use wasm_bindgen::JsValue;

/// What stands after the `#` now, `#` included.
pub fn hash() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Where others open this page, up to the `#`: not its query, which may hold a token, and nowhere where it is a file on a
/// disk.
pub fn base() -> String {
    let base = web_sys::window().map(|window| window.location()).and_then(|location| {
        let web = location.protocol().ok()?.starts_with("http");
        web.then(|| Some([location.origin().ok()?, location.pathname().ok()?].concat()))?
    });
    base.unwrap_or_default()
}

/// Goes to an address on this page.
pub fn go(hash: &str) {
    if let Some(window) = web_sys::window() {
        // Refused only where navigation is forbidden altogether; the page then stays as it is.
        let _ = window.location().set_hash(hash);
    }
}

/// Puts an address on this page in the place of the one that is shown, so that the way back does not lead there.
pub fn replace(hash: &str) {
    if let Some(window) = web_sys::window() {
        // As above.
        let _ = window.location().replace(hash);
    }
}

/// Loads the page again.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        // Refused only where navigation is forbidden altogether; the page then stays as it is.
        let _ = window.location().reload();
    }
}

/// The name under which the browser's history holds what was done before the page was loaded anew.
const SAID: &str = "said";

/// Loads the page again, which then finds what was done.
pub fn again(said: &str) {
    let state = js_sys::Object::new();
    // Fails for no object that is new.
    let _ = js_sys::Reflect::set(&state, &SAID.into(), &said.into());
    set_state(&state);
    reload();
}

/// What was done before the page was loaded anew; it is told once.
pub fn said() -> Option<String> {
    let state = web_sys::window()?.history().ok()?.state().ok()?;
    let said = js_sys::Reflect::get(&state, &SAID.into()).ok()?.as_string()?;
    set_state(&JsValue::NULL);
    Some(said)
}

fn set_state(state: &JsValue) {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        // Refused only where it is asked for many times a second.
        let _ = history.replace_state(state, "");
    }
}

/// Tells of each change of the address, until the listener is dropped.
pub fn on_change(changed: impl Fn(String) + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "hashchange", move |_| changed(hash())))
}
