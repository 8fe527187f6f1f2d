//! All bundles as one binary, for the game in one file: what they share is there once. The page's script starts from it
//! what the bundles' own scripts would.

use delivery::Catalogue;
use library::adopted;
use two_hats::app::{opened_file, read_file};
use two_hats::platform::{checker, storage};
use wasm_bindgen::prelude::wasm_bindgen;

/// A heap whose keeper is a third as large as the standard one.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static HEAP: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Takes over, where this is a course that is opened for the first time, what was played of its stories before courses
/// were kept apart.
#[wasm_bindgen]
pub fn begin(index: &[u8]) {
    if let Some(catalogue) = Catalogue::unpack(index) {
        storage::begin(|plain| adopted(plain, &catalogue));
    }
}

/// Mounts the app.
#[wasm_bindgen]
pub fn app() {
    two_hats::ui::mount();
}

/// The pack of a scenario that came with the page as its author's file.
#[wasm_bindgen]
pub fn packed(source: &[u8]) -> Vec<u8> {
    read_file(String::new(), source).unwrap_or_default()
}

/// Answers what the debrief's page asks about a run of a packed scenario.
#[wasm_bindgen]
pub fn debrief(pack: &[u8], ask: &str) -> String {
    two_hats::debrief_view::answer(pack, ask)
}

/// Answers what the journal's and the field guide's page asks.
#[wasm_bindgen]
pub fn album(packs: &[u8], ask: &str) -> String {
    two_hats::album_view::answer(packs, ask)
}

/// In a worker: reads authors' files beside the page.
#[wasm_bindgen]
pub fn reader() {
    checker::serve(|file, tell| tell(opened_file::to_answer(file)));
}

/// On the page: mounts the authors' workbench. In a worker: checks beside it.
#[wasm_bindgen]
pub fn workbench() {
    two_hats::workbench_ui::start();
}

/// Mounts the facilitator's room.
#[wasm_bindgen]
pub fn room() {
    two_hats::room_ui::start();
}

fn main() {}
