//! The cast of a draft, as pages show it.

use super::lines::shown;
use document::{Document, Node, Path, ReferenceKind, references};
use scenario::{FACES, Id, Member, face_of};

/// Somebody of the cast.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Their id.
    pub id: String,
    /// Their name; their id where they have none.
    pub name: String,
    /// Their role.
    pub role: String,
    /// The name of their face.
    pub face: &'static str,
    /// How many lines they speak.
    pub lines: usize,
}

/// The cast of a draft, in the order of the file.
pub fn people(document: &Document) -> Vec<Person> {
    let spoken = references(document);
    let members = document.node(&Path::root().key("cast")).into_iter().flat_map(Node::children);
    members
        .filter_map(|member| {
            let id = member.key()?;
            let text = |key: &str| member.get(key).and_then(Node::text).map(shown).unwrap_or_default().to_owned();
            let named = FACES.into_iter().find(|face| *face == text("face"));
            let lines = spoken.iter().filter(|it| it.kind == ReferenceKind::Cast && it.name == id).count();
            let name = Some(text("name")).filter(|name| !name.is_empty()).unwrap_or_else(|| id.to_owned());
            Some(Person {
                id: id.to_owned(),
                name,
                role: text("role"),
                face: named.unwrap_or_else(|| by_id(id)),
                lines,
            })
        })
        .collect()
}

/// The face of whoever has an id and names none.
fn by_id(id: &str) -> &'static str {
    let member = |id| Member { id, name: Box::default(), role: Box::default(), face: None };
    Id::new(id).map_or(FACES[0], |id| face_of(&member(id)))
}
