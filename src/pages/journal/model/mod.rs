//! The journal's model: messages in, state and effects out. It knows no browser and no clock.

mod report;
mod state;
mod update;

pub use crate::album_view::ask::{Kept, Told};
pub use report::{Asked, Report};
pub(crate) use report::{link, take};
pub use state::{Asking, Model, Notice, Preview, Shown, Stage};
pub use update::{Effect, Message, Reading};
