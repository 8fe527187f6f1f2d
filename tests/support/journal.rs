//! The journal's page as a reader has it before them.

use two_hats::pages::journal::model::{Message, Model, Told};
use two_hats::pages::journal::view;
use two_hats::ui::written;
use yew::Callback;

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
    written(view::page(model, &Callback::noop(), Callback::noop()))
}
