//! Values put at a path.

use super::container::changed;
use super::style::{Style, indentation};
use super::{Draft, EditError, Splice};
use crate::{Document, Edit, Node, Path, Segment, Value};
use scenario::SyntaxKind;

impl Draft<'_> {
    /// Puts a value at a path.
    pub fn set(&mut self, path: &Path, value: &Value) -> Result<(), EditError> {
        match self.document.node(path).map(|node| node.number) {
            Some(number) => self.replace(path, number, value),
            None => self.add_with_parents(path, value),
        }
    }

    /// Adds what is not there, with the objects around it that are missing.
    fn add_with_parents(&mut self, path: &Path, value: &Value) -> Result<(), EditError> {
        let nearest = self.document.nearest(path);
        let missing = path.segments().get(depth(nearest)..).unwrap_or_default();
        let mut keys = Vec::with_capacity(missing.len());
        for segment in missing {
            match segment {
                Segment::Key(key) => keys.push(key.as_str()),
                Segment::At(at) if keys.is_empty() && missing.len() == 1 && *at == nearest.len() => {
                    let to = nearest.path();
                    return self.add(&to, None, None, value);
                }
                Segment::At(_) => return Err(EditError::Missing(path.clone())),
            }
        }
        let Some((first, inner)) = keys.split_first() else { return Err(EditError::Missing(path.clone())) };
        let value = inner.iter().rev().fold(value.clone(), |value, key| Value::object([(*key, value)]));
        let to = nearest.path();
        self.add(&to, Some(first), None, &value)
    }

    /// Puts a value in place of one that is there.
    fn replace(&mut self, path: &Path, number: u32, value: &Value) -> Result<(), EditError> {
        let node = Node { document: &*self.document, number };
        if value.is_at(node) {
            return Ok(());
        }
        match (node.kind(), value) {
            (SyntaxKind::Object, Value::Object(members)) if node.is_whole() && distinct(node, members) => {
                self.replace_members(path, members)
            }
            (SyntaxKind::List, Value::List(items)) if node.is_whole() && !node.is_empty() && !items.is_empty() => {
                self.replace_items(path, items)
            }
            _ => {
                let splice = replaced(node, value);
                self.splice([splice])
            }
        }
    }

    /// Makes an object have these members: others go, those that say something else are replaced, new ones come.
    fn replace_members(&mut self, path: &Path, members: &[(String, Value)]) -> Result<(), EditError> {
        let node = self.node(path)?;
        let gone = |key: &&str| members.iter().all(|(kept, _)| kept != key);
        let gone: Vec<Path> =
            node.children().filter_map(Node::key).filter(gone).map(|key| path.clone().key(key)).collect();
        // What is kept is changed first, so that what is new finds its neighbours.
        for (key, value) in members {
            self.set(&path.clone().key(key), value)?;
        }
        gone.into_iter().try_for_each(|path| self.edit(&Edit::Remove { path }))
    }

    /// Makes a list have these items: those that both begin and end with stay.
    fn replace_items(&mut self, path: &Path, items: &[Value]) -> Result<(), EditError> {
        let node = self.node(path)?;
        let old: Vec<Node<'_>> = node.children().collect();
        let same = |(item, node): &(&Value, &Node<'_>)| item.is_at(**node);
        let before = items.iter().zip(&old).take_while(same).count();
        let shorter = items.len().min(old.len()) - before;
        let after = items.iter().rev().zip(old.iter().rev()).take(shorter).take_while(same).count();
        let (gone, new) = (old.len() - before - after, items.len() - before - after);
        let middle = items.get(before..before + new).unwrap_or_default();
        let kept = gone.min(new);
        for (at, item) in middle.iter().enumerate().take(kept) {
            self.set(&path.clone().at(before + at), item)?;
        }
        for (at, item) in middle.iter().enumerate().skip(kept) {
            self.add(path, None, Some(before + at), item)?;
        }
        (kept..gone).try_for_each(|_| self.edit(&Edit::Remove { path: path.clone().at(before + kept) }))
    }
}

/// How many segments a node's path has.
fn depth(node: Node<'_>) -> usize {
    std::iter::successors(node.parent(), |node| node.parent()).count()
}

/// Whether no key stands twice, in an object or in what it is to be: then which is which is plain.
fn distinct(node: Node<'_>, members: &[(String, Value)]) -> bool {
    let twice = |at: usize, key: &str| members.iter().take(at).any(|(other, _)| other == key);
    node.children().all(|child| child.key().and_then(|key| node.get(key)) == Some(child))
        && !members.iter().enumerate().any(|(at, (key, _))| twice(at, key))
}

/// A value in place of one that is there, laid out where that stands.
fn replaced(node: Node<'_>, value: &Value) -> Splice {
    let document: &Document = node.document;
    let text = document.text();
    let style = Style::of(document);
    let kind = document.kind(&node.path());
    let range = node.range();
    let inline = node.parent().filter(|parent| !parent.source().contains('\n') && parent.is_whole());
    if let Some(parent) = inline {
        let flat = Splice::new(text, range, style.flat(value, kind));
        let (range, new) = style.settled(parent, changed(parent, &flat));
        return Splice::new(text, range, new);
    }
    let line = document.line(range.start);
    let before = text.get(line.start..range.start).map_or(0, |before| before.chars().count());
    let comma = usize::from(text.get(range.end..).is_some_and(|after| after.starts_with(',')));
    let indent = indentation(document, range.start);
    Splice::new(text, range, style.laid(value, kind, indent, before + comma))
}
