//! The field guide's page as a reader has it before them.

use two_hats::pages::guide::model::{Message, Model, Told};
use two_hats::pages::guide::view::{Page, PageProps};
use yew::{Callback, LocalServerRenderer};

/// The page of what lines of fields tell, with packs beside them.
pub fn told(lines: &str, packs: &[u8]) -> Model {
    let mut model = Model::new(String::new());
    let _ = model.update(Message::Loaded(Told::read(lines), packs.to_vec()));
    model
}

/// The page, written out.
pub fn page(model: &Model) -> String {
    let props = PageProps { model: model.clone(), dispatch: Callback::noop() };
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    runtime.block_on(LocalServerRenderer::<Page>::with_props(props).hydratable(false).render())
}
