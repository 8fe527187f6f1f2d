//! The document: a file's text and what stands where in it.

use crate::edit::EditError;
use crate::write::apply;
use crate::{Edit, Field, FromNode, Node, Patch, PatchError, Path, Range, Segment};
use scenario::schema::{Kind, SCENARIO};
use scenario::{Limits, Syntax};

/// A scenario's file: its text, whatever is wrong with it, and the values in it with their places.
#[derive(Clone, Debug)]
pub struct Document {
    text: String,
    pub(crate) syntax: Syntax,
}

impl PartialEq for Document {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

/// An empty file.
impl Default for Document {
    fn default() -> Self {
        Document::new("")
    }
}

impl Document {
    /// The document of a file's text: `scenario::opened` gives that of a file's bytes.
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        let syntax = Syntax::of(&text, &Limits::default());
        Document { text, syntax }
    }

    /// The file's text, to the byte.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether the file is JSON, without any slip of syntax.
    pub fn is_json(&self) -> bool {
        self.syntax.is_json()
    }

    /// The whole file's value.
    pub fn root(&self) -> Node<'_> {
        Node { document: self, number: 0 }
    }

    /// The value of a path.
    pub fn node(&self, path: &Path) -> Option<Node<'_>> {
        path.segments().iter().try_fold(self.root(), |node, segment| node.child(segment))
    }

    /// The value of a path; where there is none, the nearest one around it.
    pub fn nearest(&self, path: &Path) -> Node<'_> {
        let mut node = self.root();
        for segment in path.segments() {
            let Some(child) = node.child(segment) else { break };
            node = child;
        }
        node
    }

    /// The innermost value that a byte stands in, or in whose key it does.
    pub fn node_at(&self, byte: usize) -> Node<'_> {
        let mut node = self.root();
        while let Some(child) = node.children().find(|child| child.item_range().contains(&byte)) {
            node = child;
            if node.key_range().is_some_and(|key| key.contains(&byte)) {
                break;
            }
        }
        node
    }

    /// What a path should lead to by the table of the format; `None` where the format has nothing there.
    pub fn kind(&self, path: &Path) -> Option<&'static Kind> {
        static WHOLE: Kind = Kind::Object(&SCENARIO);
        let mut node = Some(self.root());
        let mut kind = &WHOLE;
        for segment in path.segments() {
            let child = node.and_then(|node| node.child(segment));
            let key = match segment {
                Segment::Key(key) => Some(key.as_str()),
                Segment::At(_) => child.and_then(Node::key),
            };
            kind = inside(kind, key)?;
            node = child;
        }
        Some(kind)
    }

    /// What stands at a path, as a form needs it.
    pub fn read<'d, T: FromNode<'d>>(&'d self, path: &Path) -> Field<T> {
        Field::of(self.node(path))
    }

    /// The ids that a map of the scenario declares (`steps`, `flags`, `cast`, or a step's `responses`), in the order of the
    /// file; none where there is no such map.
    pub fn ids(&self, map: &Path) -> Vec<&str> {
        self.node(map).into_iter().flat_map(Node::children).filter_map(Node::key).collect()
    }

    /// Makes an edit, and says which bytes it changed. [`Patch::inverse`] takes it back.
    ///
    /// # Errors
    /// [`EditError`] where the edit does not fit the document; nothing is changed then.
    pub fn apply(&mut self, edit: &Edit) -> Result<Patch, EditError> {
        apply(self, edit)
    }

    /// Changes bytes.
    ///
    /// # Errors
    /// [`PatchError`] where other bytes stand there than the patch takes out; nothing is changed then.
    pub fn patch(&mut self, patch: &Patch) -> Result<(), PatchError> {
        let [splice] = patch.splices() else {
            if !patch.is_empty() {
                *self = Document::new(patch.apply(&self.text)?);
            }
            return Ok(());
        };
        let range = splice.at..splice.at.saturating_add(splice.removed.len());
        if self.text.get(range.clone()) != Some(&*splice.removed) {
            return Err(PatchError { at: splice.at });
        }
        // A change inside of one text or number needs no new reading of the whole file.
        let node = self.node_at(splice.at);
        let (number, at) = (node.number, node.range());
        let inside = !node.is_container() && at.start <= range.start && range.end <= at.end;
        self.text.replace_range(range, &splice.inserted);
        let end = (at.end + splice.inserted.len()).saturating_sub(splice.removed.len());
        let source = self.text.get(at.start..end).filter(|_| inside);
        if !source.is_some_and(|source| self.syntax.replace(number, source)) {
            self.syntax = Syntax::of(&self.text, &Limits::default());
        }
        Ok(())
    }

    /// The line that a byte stands in, without its ending, as a range.
    pub(crate) fn line(&self, byte: usize) -> Range {
        let start = self.text.get(..byte).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
        let rest = self.text.get(byte..).unwrap_or_default();
        let end = byte + rest.find('\n').unwrap_or(rest.len());
        let end = end - usize::from(end > start && self.text.get(..end).is_some_and(|text| text.ends_with('\r')));
        start..end
    }
}

/// What a member of a key should be, or an item, of what a container should be.
pub(crate) fn inside(kind: &'static Kind, key: Option<&str>) -> Option<&'static Kind> {
    match (kind, key) {
        (Kind::Object(of), Some(key)) => of.find(key).map(|field| &field.kind),
        (Kind::Map(map), Some(_)) => Some(&map.value),
        (Kind::List(list), None) => Some(&list.item),
        (Kind::Either(kinds), key) => kinds.iter().find_map(|kind| inside(kind, key)),
        _ => None,
    }
}
