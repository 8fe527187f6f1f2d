//! Files of the player's own, dropped or picked.

use super::page;
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, FileList};

/// A file's name, and what it holds; `None` where it cannot be read.
pub type Read = (String, Option<Vec<u8>>);

/// The largest file that is read whole, in bytes, more than any scenario or archive of one has; of a larger one the first
/// bytes are enough to say that it is too large.
pub const MOST: f64 = 7.0 * 1024.0 * 1024.0;

/// The property of an element at which files are left.
const LEFT: &str = "left";

/// Reads the first file of a list, no more than so many bytes of it, and tells of it. Tells nothing where the list is
/// empty.
pub fn read_first(files: Option<FileList>, most: f64, tell: impl FnOnce(Read) + 'static) {
    let Some(file) = files.and_then(|files| files.get(0)) else { return };
    let name = file.name();
    wasm_bindgen_futures::spawn_local(async move {
        let part = if file.size() > most { file.slice_with_f64_and_f64(0.0, most).ok() } else { None };
        let bytes = bytes(part.as_ref().unwrap_or(&file)).await;
        tell((name, bytes));
    });
}

/// Leaves files at the element of a selector, for a lazy page that comes to it later; false where there is none.
pub fn leave(selector: &str, files: Option<&FileList>) -> bool {
    // Setting what is no property of an element's own cannot fail.
    let (Some(place), Some(files)) = (page::find(selector), files) else { return false };
    Reflect::set(&place, &LEFT.into(), files).is_ok()
}

/// The files that were left at the element of a selector.
pub fn left(selector: &str) -> Option<FileList> {
    let place = page::find(selector)?;
    Reflect::get(&place, &LEFT.into()).ok()?.dyn_into().ok()
}

async fn bytes(blob: &Blob) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(blob.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}
