//! Which keys a page may act on. That a held key acts once is seen to in `once.js`, for all pages.

use super::page;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// Marks the whole page where the person has turned single keys off; the keys of every page look for it.
pub const OFF: &str = "data-no-keys";

/// Fields, and what is opened over the page: while one of them has the focus, keys are its own.
pub const FIELDS: &str = "input:not([name=sure]), textarea, select, dialog";

/// Whether a key is pressed without another that makes a command of it.
pub fn is_alone(event: &KeyboardEvent) -> bool {
    !event.ctrl_key() && !event.alt_key() && !event.meta_key()
}

/// Whether the focus is within an element of a selector.
pub fn within(event: &KeyboardEvent, selector: &str) -> bool {
    let focused = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    focused.is_some_and(|element| element.closest(selector).is_ok_and(|found| found.is_some()))
}

/// Whether a key is a letter, a digit or a sign, and the person has turned those off.
pub fn is_off(event: &KeyboardEvent) -> bool {
    let key = event.key();
    let mut signs = key.chars();
    signs.next().is_some() && signs.next().is_none() && page::find(":root[data-no-keys]").is_some()
}
