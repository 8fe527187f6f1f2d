//! The debrief's binary: texts in, texts out. `debrief.js` puts them into the page.

use wasm_bindgen::prelude::wasm_bindgen;

/// A heap whose keeper is a third as large as the standard one.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static HEAP: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Answers what the page asks about a run of a packed scenario.
#[wasm_bindgen]
pub fn answer(pack: &[u8], ask: &str) -> String {
    two_hats::debrief_view::answer(pack, ask)
}

fn main() {}
