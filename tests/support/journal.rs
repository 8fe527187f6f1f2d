//! The journal's page as a reader has it before them.

use two_hats::pages::journal::model::{Message, Model, Told};
use two_hats::pages::journal::view::{Page, PageProps};
use yew::{Callback, LocalServerRenderer};

/// The page of what lines of fields tell, with packs beside them.
pub fn told(lines: &str, packs: &[u8]) -> Model {
    let mut model = Model::new(String::new(), None);
    let _ = model.update(Message::Loaded(Told::read(lines), packs.to_vec()));
    model
}

/// The page that says what a picked file would add.
pub fn picked(lines: &str) -> Model {
    let mut model = told(lines, &[]);
    let _ = model.update(Message::Picked(Told::read(lines)));
    model
}

/// The page, written out.
pub fn page(model: &Model) -> String {
    let props = PageProps { model: model.clone(), dispatch: Callback::noop(), picked: Callback::noop() };
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    runtime.block_on(LocalServerRenderer::<Page>::with_props(props).hydratable(false).render())
}
