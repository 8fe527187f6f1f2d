//! Files that hold what was kept, as the journal saves them.

use js_sys::{Array, JSON, Number, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, File, HtmlInputElement};

/// Far more bytes than a browser keeps for a page.
const LARGEST: f64 = 2e7;

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Exported {
    /// More than is read.
    TooLarge,
    /// Nothing that was saved here.
    Other,
    /// What cannot be read.
    Broken,
    /// What was saved here.
    Saved {
        /// The file's format.
        format: String,
        /// Keys and values; no value where it is no text.
        texts: Vec<(String, Option<String>)>,
    },
}

/// The file that was picked in a field, which is emptied so that the same file can be picked again.
pub fn picked(event: &Event) -> Option<File> {
    let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = field.files()?.get(0)?;
    field.set_value("");
    Some(file)
}

/// Reads a file.
pub async fn read(file: File) -> Exported {
    if file.size() > LARGEST {
        return Exported::TooLarge;
    }
    let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
    text.and_then(|text| parsed(&text)).unwrap_or(Exported::Broken)
}

fn parsed(text: &str) -> Option<Exported> {
    let whole = JSON::parse(text).ok().filter(|whole| !whole.is_null())?;
    let of = |name: &str| Reflect::get(&whole, &name.into()).unwrap_or(JsValue::UNDEFINED);
    if of("app").as_string().as_deref() != Some("two-hats") {
        return Some(Exported::Other);
    }
    let format = of("format").dyn_into::<Number>().ok()?.to_string_with_radix(10).ok()?.into();
    let saved = of("saved");
    if !saved.is_object() || Array::is_array(&saved) {
        return None;
    }
    let text = |entry: JsValue| {
        let entry = Array::from(&entry);
        (entry.get(0).as_string().unwrap_or_default(), entry.get(1).as_string())
    };
    Some(Exported::Saved { format, texts: Object::entries(saved.unchecked_ref()).iter().map(text).collect() })
}
