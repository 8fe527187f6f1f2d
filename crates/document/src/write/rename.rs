//! Ids given anew.

use super::{Draft, EditError, Splice};
use crate::edit::Name;
use crate::references::{ReferenceKind, references};
use crate::{Node, Path};
use scenario::Id;
use scenario::layout::quoted;

impl Draft<'_> {
    /// Gives something another id. A name that nothing declares, but something refers to, may become one that is declared:
    /// so a wrong name is mended everywhere.
    pub fn rename(&mut self, name: &Name, to: &str) -> Result<(), EditError> {
        if Id::new(to).is_none() || matches!(name, Name::Step(_)) && to == "end" {
            return Err(EditError::InvalidId(to.into()));
        }
        let (map, from, kind) = match name {
            Name::Step(id) => (Path::root().key("steps"), id, Some(ReferenceKind::Step)),
            Name::Flag(id) => (Path::root().key("flags"), id, Some(ReferenceKind::Flag)),
            Name::Cast(id) => (Path::root().key("cast"), id, Some(ReferenceKind::Cast)),
            Name::Outcome(id) => (Path::root().key("outcomes"), id, Some(ReferenceKind::Outcome)),
            Name::Response(step, id) => (Path::step(step).key("responses"), id, None),
        };
        if from == to {
            return Ok(());
        }
        let text = self.document.text();
        let declared = self.document.node(&map.clone().key(from)).and_then(Node::key_range);
        if declared.is_some() && self.document.node(&map.clone().key(to)).is_some() {
            return Err(EditError::Taken(map.key(to)));
        }
        let referred = references(self.document).into_iter().filter(|it| Some(it.kind) == kind && it.name == *from);
        let mut splices: Vec<Splice> = referred
            .map(|it| {
                let before = if it.is_end { "end:" } else { "" };
                Splice::new(text, it.node.range(), quoted(&format!("{before}{to}")))
            })
            .collect();
        splices.extend(declared.map(|range| Splice::new(text, range, quoted(to))));
        if splices.is_empty() {
            return Err(EditError::Unknown(from.clone()));
        }
        self.splice(splices)
    }
}
