//! What stands in the page of the game in one file: the files beside the app, and its workers.

pub mod channel;

use js_sys::{Function, Reflect, Uint8Array, global};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Worker;

/// What the page's script gives of a name.
fn given(kind: &str, name: &str) -> Option<JsValue> {
    let page = Reflect::get(&global(), &"twoHats".into()).ok()?;
    let give: Function = Reflect::get(&page, &kind.into()).ok()?.dyn_into().ok()?;
    give.call1(&page, &name.into()).ok()
}

/// The bytes of a file, by the address that it would have beside the app.
pub fn file(address: &str) -> Option<Vec<u8>> {
    let bytes: Uint8Array = given("file", address)?.dyn_into().ok()?;
    Some(bytes.to_vec())
}

/// A worker of a name.
pub fn worker(name: &str) -> Option<Worker> {
    given("worker", name)?.dyn_into().ok()
}
