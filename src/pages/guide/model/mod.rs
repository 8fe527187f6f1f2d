//! The guide's model: messages in, state and effects out. It knows no browser and no clock.

mod parts;
mod report;

pub use crate::album_view::{Kept, Told};
pub(super) use parts::OUTCOMES;
pub use parts::{Idea, Kind, PARTS, Part};
pub use report::{Practised, Report};

use std::rc::Rc;

/// The page.
#[derive(Clone, PartialEq)]
pub struct Model {
    /// Which part of the page the address names; empty where it names none.
    pub anchor: String,
    /// How far it is.
    pub stage: Stage,
}

/// How far the page is.
#[derive(Clone, PartialEq)]
pub enum Stage {
    /// The stories are on their way.
    Loading,
    /// The guide is told.
    Shown(Rc<Report>),
}

/// What happens to the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// The stories arrived, as far as they did, with what is kept.
    Loaded(Box<Told>, Vec<u8>),
    /// The address names a part of the page.
    Named(String),
    /// A link to a part of the page was followed.
    Followed(&'static str),
    /// The page is to be printed.
    Print,
    /// The page is to be loaded anew.
    Reload,
}

/// What the page does.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Shows a part of the page, and focuses it.
    Show(String),
    /// Shows a part of the page where the address names it already.
    ShowNamed(&'static str),
    /// Prints the page.
    Print,
    /// Loads the page anew.
    Reload,
}

impl Model {
    /// A page of which the address names a part.
    pub fn new(anchor: String) -> Self {
        Model { anchor, stage: Stage::Loading }
    }

    /// Takes up what happens, and says what is to be done.
    pub fn update(&mut self, message: Message) -> Option<Effect> {
        match message {
            Message::Loaded(told, packs) => {
                self.stage = Stage::Shown(Rc::new(Report::of(&told, &packs)));
                self.show()
            }
            Message::Named(anchor) => {
                self.anchor = anchor;
                self.show()
            }
            Message::Followed(anchor) => Some(Effect::ShowNamed(anchor)),
            Message::Print => Some(Effect::Print),
            Message::Reload => Some(Effect::Reload),
        }
    }

    fn show(&self) -> Option<Effect> {
        let shown = matches!(self.stage, Stage::Shown(_)) && !self.anchor.is_empty();
        shown.then(|| Effect::Show(self.anchor.clone()))
    }
}
