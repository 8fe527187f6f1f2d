//! What the game in one file does before it is mounted, and for its page's script.

use crate::platform::{one_file, storage};
use delivery::Catalogue;
use library::adopted;
use scenario::{Limits, pack, read};
use wasm_bindgen::prelude::wasm_bindgen;

/// Takes over, where this is a course that is opened for the first time, what was played of its stories before courses
/// were kept apart.
pub fn begin() {
    if let Some(catalogue) = one_file::file("scenarios/index.bin").and_then(|index| Catalogue::unpack(&index)) {
        storage::begin(|plain| adopted(plain, &catalogue));
    }
}

/// The pack of a scenario that came with the page as its author's file.
#[wasm_bindgen]
pub fn packed(source: &[u8]) -> Vec<u8> {
    read(source, &Limits::default()).map(|scenario| pack::pack(&scenario)).unwrap_or_default()
}
