//! Files that hold what was kept, as the journal saves them.

use js_sys::JSON;
use library::FileError;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, File, HtmlInputElement};

/// Far more bytes than a browser keeps for a page.
const LARGEST: f64 = 2e7;

/// The file that was picked in a field, which is emptied so that the same file can be picked again.
pub fn picked(event: &Event) -> Option<File> {
    let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = field.files()?.get(0)?;
    field.set_value("");
    Some(file)
}

/// The text of a file.
///
/// # Errors
/// Says that it is too large, or cannot be read.
pub async fn read(file: File) -> Result<String, FileError> {
    if file.size() > LARGEST {
        return Err(FileError::TooLarge);
    }
    JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string()).ok_or(FileError::Broken)
}

/// A JSON text in lines, for who looks into it.
pub fn in_lines(json: &str) -> String {
    let lines = JSON::parse(json)
        .and_then(|whole| JSON::stringify_with_replacer_and_space(&whole, &JsValue::NULL, &1.into()).map(String::from));
    lines.unwrap_or_else(|_| json.to_owned())
}
