//! What the browser keeps for the game.

use journeys::Page;
use serde_json::{Value, json};

const SET: &str = "localStorage.setItem('two-hats:' + arguments[0], arguments[1])";
const GET: &str = "return localStorage.getItem('two-hats:' + arguments[0])";

/// What the game keeps in any folder; which of them has the plain name is nobody's.
const KEPT: &str = "return Object.keys(localStorage).filter(key => /^two-hats[:@]/.test(key))";

/// Keeps a text under one of the game's keys.
pub async fn set(page: &Page, key: &str, text: &str) {
    page.script(SET, vec![json!(key), json!(text)]).await;
}

/// What is kept under one of the game's keys.
pub async fn get(page: &Page, key: &str) -> Option<String> {
    let kept = page.script(GET, vec![json!(key)]).await;
    kept.as_str().map(str::to_owned)
}

/// Nothing at all is kept.
pub async fn nothing(page: &Page) {
    page.finds("nothing is kept", KEPT, &Value::Array(vec![])).await;
}
