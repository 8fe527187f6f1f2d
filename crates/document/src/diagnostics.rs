//! What is wrong with a document, by its places.

use crate::{Document, Path};
use lint::{Checked, Diagnostic, Options};

/// A diagnostic at its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The innermost value that it is about; of a field that is missing, the object that should have it.
    pub path: Path,
    /// What is wrong there.
    pub diagnostic: Diagnostic,
}

/// All that is wrong with a document, in the order of the file.
#[derive(Clone, Debug)]
pub struct Diagnostics {
    placed: Vec<Placed>,
    /// All that came of the check: the scenario where the file is one, and what is proved about it.
    pub checked: Checked,
}

impl Diagnostics {
    /// Checks a document. With `states` 0 nothing is proved and it is quick; otherwise it belongs into a worker.
    pub fn of(document: &Document, options: &Options<'_>) -> Self {
        let checked = lint::check(document.text().as_bytes(), options);
        let placed = checked.diagnostics.iter().map(|diagnostic| Placed {
            path: document.node_at(diagnostic.span.start as usize).path(),
            diagnostic: diagnostic.clone(),
        });
        Diagnostics { placed: placed.collect(), checked }
    }

    /// All of them.
    pub fn all(&self) -> &[Placed] {
        &self.placed
    }

    /// Those at a path.
    pub fn at(&self, path: &Path) -> impl Iterator<Item = &Placed> {
        self.placed.iter().filter(move |placed| placed.path == *path)
    }

    /// Those at a path and inside of it: a step's rim on the map.
    pub fn within(&self, path: &Path) -> impl Iterator<Item = &Placed> {
        self.placed.iter().filter(move |placed| placed.path.is_within(path))
    }
}
