//! Files that a page gives to its reader.

use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Saves a text as a JSON file, the way the browser saves downloads. False where it cannot.
pub fn text(name: &str, text: &str) -> bool {
    link(name, "application/json", Blob::new_with_str_sequence_and_options, &text.into()).is_some()
}

/// Saves bytes as a file of a kind, as [`text`].
pub fn bytes(name: &str, kind: &str, bytes: &[u8]) -> bool {
    link(name, kind, Blob::new_with_u8_array_sequence_and_options, &Uint8Array::from(bytes).into()).is_some()
}

/// How a blob is made of its parts.
type Make = fn(&JsValue, &BlobPropertyBag) -> Result<Blob, JsValue>;

fn link(name: &str, kind: &str, make: Make, holds: &JsValue) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = make(&Array::of1(holds), &options).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let document = web_sys::window()?.document()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    // Whatever watches a frame, which may forbid files without a word, sees the click and finds what the file holds.
    Reflect::set(&link, &"blob".into(), &blob).ok()?;
    document.body()?.append_child(&link).ok()?;
    link.click();
    link.remove();
    // The download has begun, and keeps what it needs.
    Url::revoke_object_url(&address).ok()
}
