//! How edits become bytes.

mod container;
mod rename;
mod set;
mod steps;
mod style;

use crate::edit::EditError;
use crate::{Document, Edit, Node, Patch, Path, Splice};

/// Makes an edit, or leaves the document as it is.
pub(crate) fn apply(document: &mut Document, edit: &Edit) -> Result<Patch, EditError> {
    let mut draft = Draft { document, patch: Patch::default() };
    match draft.edit(edit) {
        Ok(()) => Ok(draft.patch),
        Err(error) => {
            let back = draft.patch.inverse();
            document.patch(&back)?;
            Err(error)
        }
    }
}

/// A document that is being changed, and what has been changed of it.
struct Draft<'d> {
    document: &'d mut Document,
    patch: Patch,
}

impl Draft<'_> {
    fn edit(&mut self, edit: &Edit) -> Result<(), EditError> {
        match edit {
            Edit::Set { path, value } => self.set(path, value),
            Edit::Add { to, key, at, value } => self.add(to, key.as_deref(), *at, value),
            Edit::Remove { path } => {
                let splices = container::remove(self.node(path)?)?;
                self.splice([splices])
            }
            Edit::Unset { path } => match self.document.node(path) {
                Some(node) => {
                    let splice = container::remove(container::emptied(node))?;
                    self.splice([splice])
                }
                None => Ok(()),
            },
            Edit::Move { path, to } => {
                let splice = container::moved(self.node(path)?, *to)?;
                self.splice(splice)
            }
            Edit::Rename { name, to } => self.rename(name, to),
            Edit::InsertStep { on, id, step } => self.insert_step(on, id, step),
            Edit::RemoveStep { id, ways } => self.remove_step(id, ways.as_ref()),
            Edit::All(edits) => edits.iter().try_for_each(|edit| self.edit(edit)),
            Edit::Patch(patch) => self.then(patch),
        }
    }

    fn node(&self, path: &Path) -> Result<Node<'_>, EditError> {
        self.document.node(path).ok_or_else(|| EditError::Missing(path.clone()))
    }

    /// Changes places of the text as it is now.
    fn splice(&mut self, splices: impl IntoIterator<Item = Splice>) -> Result<(), EditError> {
        self.then(&Patch::of(splices))
    }

    fn then(&mut self, patch: &Patch) -> Result<(), EditError> {
        self.document.patch(patch)?;
        self.patch = if self.patch.is_empty() { patch.clone() } else { self.patch.then(patch) };
        Ok(())
    }
}
