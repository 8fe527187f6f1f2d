//! The field guide's page as a reader has it before them.

use two_hats::pages::guide::model::{Message, Model, Told};
use two_hats::pages::guide::view;
use two_hats::ui::written;
use yew::Callback;

/// The page of what lines of fields tell, with packs beside them.
pub fn told(lines: &str, packs: &[u8]) -> Model {
    let mut model = Model::new(String::new());
    let _ = model.update(Message::Loaded(Box::new(Told::read(lines)), packs.to_vec()));
    model
}

/// The page, written out.
pub fn page(model: &Model) -> String {
    written(view::page(model, &Callback::noop()))
}
