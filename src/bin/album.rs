//! The journal's and the field guide's binary: bytes and texts in, texts out. `album.js` puts them into the page.

use wasm_bindgen::prelude::wasm_bindgen;

/// A heap whose keeper is a third as large as the standard one.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static HEAP: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Answers what the page asks; `packs` are the scenarios' packs, one behind the other.
#[wasm_bindgen]
pub fn answer(packs: &[u8], ask: &str) -> String {
    two_hats::album_view::answer(packs, ask)
}

fn main() {}
