//! The sheet of all faces and places, from which their ids are copied.

use super::{Effect, Model};

/// What happens to the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// It is opened.
    Open,
    /// It is closed.
    Close,
    /// An id is to be copied.
    Copy(&'static str),
    /// It was copied, or the browser did not let it be.
    Copied(&'static str, bool),
}

/// The sheet, while it is open.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Open {
    /// The id that was copied last, and whether the browser let it be.
    pub copied: Option<(&'static str, bool)>,
}

impl Model {
    /// What each event does to the sheet.
    pub(super) fn sheet(&mut self, event: Sheet) -> Vec<Effect> {
        match event {
            Sheet::Open => {
                self.sheet = Some(Open::default());
                return vec![Effect::ShowDialog];
            }
            Sheet::Close => self.sheet = None,
            Sheet::Copy(id) => return vec![Effect::CopyId(id)],
            Sheet::Copied(id, done) => {
                if let Some(sheet) = &mut self.sheet {
                    sheet.copied = Some((id, done));
                }
            }
        }
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use super::super::Event;
    use super::*;

    #[test]
    fn the_sheet_opens_copies_an_id_and_closes() {
        let mut model = Model::default();
        let mut act = |event| (model.update(Event::Sheet(event)), model.sheet.clone());
        assert_eq!(act(Sheet::Copied("fern", true)), (Vec::new(), None), "it is not open");
        assert_eq!(act(Sheet::Open), (vec![Effect::ShowDialog], Some(Open::default())));
        assert_eq!(act(Sheet::Copy("fern")).0, [Effect::CopyId("fern")]);
        assert_eq!(act(Sheet::Copied("fern", false)).1, Some(Open { copied: Some(("fern", false)) }));
        assert_eq!(act(Sheet::Close), (Vec::new(), None));
        assert_eq!(act(Sheet::Open).1, Some(Open::default()), "what was copied before is not said again");
    }
}
