//! What was done to a document, to be undone and done again.

use crate::edit::EditError;
use crate::{Document, Edit, Patch, PatchError};
use serde::{Deserialize, Serialize};

/// One change, as it is undone: one edit, or several that belong together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// What it was, as whoever made it called it.
    pub label: String,
    /// What it changed.
    pub patch: Patch,
}

/// All changes of a document, without a limit. Kept beside its text it goes on after a reload.
///
/// ```
/// use document::{Document, Edit, History, Path};
///
/// let mut document = Document::new("{ \"title\": \"Crisis\", \"minutes\": 9 }\n");
/// let mut history = History::default();
/// let title: Path = "title".parse()?;
/// history.apply(&mut document, &Edit::set(title.clone(), "S"), "Title")?;
/// history.extend(&mut document, &Edit::set(title, "Slack"), "Title")?;
/// assert_eq!(document.text(), "{ \"title\": \"Slack\", \"minutes\": 9 }\n");
/// assert_eq!(history.undo(&mut document)?.map(|change| change.label), Some("Title".into()));
/// assert_eq!(document.text(), "{ \"title\": \"Crisis\", \"minutes\": 9 }\n");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct History {
    done: Vec<Change>,
    undone: Vec<Change>,
}

impl History {
    /// Makes an edit as a change of its own. What was undone before is forgotten, unless the edit changes nothing.
    ///
    /// # Errors
    /// [`EditError`] where the edit does not fit; nothing is changed then, and nothing forgotten.
    pub fn apply(&mut self, document: &mut Document, edit: &Edit, label: &str) -> Result<Patch, EditError> {
        let patch = document.apply(edit)?;
        if !patch.is_empty() {
            self.undone.clear();
            self.done.push(Change { label: label.into(), patch: patch.clone() });
        }
        Ok(patch)
    }

    /// Makes an edit as a part of the last change, as for each key of a word that is typed. Where there is none, or
    /// something has been undone since, it is a change of its own.
    ///
    /// # Errors
    /// As [`History::apply`].
    pub fn extend(&mut self, document: &mut Document, edit: &Edit, label: &str) -> Result<Patch, EditError> {
        if self.done.is_empty() || !self.undone.is_empty() {
            return self.apply(document, edit, label);
        }
        let patch = document.apply(edit)?;
        if let Some(last) = self.done.last_mut() {
            last.patch = last.patch.then(&patch);
            label.clone_into(&mut last.label);
        }
        // What comes to nothing is no change.
        self.done.pop_if(|last| last.patch.is_empty());
        Ok(patch)
    }

    /// Undoes the last change, and gives the change that this was; `None` where there is none.
    ///
    /// # Errors
    /// [`PatchError`] where the document has another text than this is the history of; nothing is changed then.
    pub fn undo(&mut self, document: &mut Document) -> Result<Option<Change>, PatchError> {
        let Some(last) = self.done.last() else { return Ok(None) };
        let back = Change { label: last.label.clone(), patch: last.patch.inverse() };
        document.patch(&back.patch)?;
        self.undone.extend(self.done.pop());
        Ok(Some(back))
    }

    /// Does again what was undone last, and gives that change; `None` where there is none.
    ///
    /// # Errors
    /// As [`History::undo`].
    pub fn redo(&mut self, document: &mut Document) -> Result<Option<Change>, PatchError> {
        let Some(last) = self.undone.last() else { return Ok(None) };
        document.patch(&last.patch)?;
        let change = last.clone();
        self.done.extend(self.undone.pop());
        Ok(Some(change))
    }

    /// What can be undone, the last change last.
    pub fn done(&self) -> &[Change] {
        &self.done
    }

    /// What can be done again, the next change last.
    pub fn undone(&self) -> &[Change] {
        &self.undone
    }
}
