//! Items and members: put in, taken out, moved.

use super::style::{Style, lead};
use super::{Draft, EditError, Splice};
use crate::document::inside;
use crate::value::{rank, type_of};
use crate::{Document, Node, Path, Range, Value};
use scenario::SyntaxKind;
use scenario::schema::Kind;

impl Draft<'_> {
    /// Puts an item or a member in.
    pub fn add(&mut self, to: &Path, key: Option<&str>, at: Option<usize>, value: &Value) -> Result<(), EditError> {
        let splice = insert(self.node(to)?, key, at, value)?;
        self.splice([splice])
    }
}

/// A container that something can be put into, or taken out of.
fn container(node: Node<'_>) -> Result<(), EditError> {
    match node.is_container() {
        false => Err(EditError::NotAContainer { path: node.path(), called: node.called() }),
        true if !node.is_whole() => Err(EditError::Unreadable(node.path())),
        true => Ok(()),
    }
}

fn insert(node: Node<'_>, key: Option<&str>, at: Option<usize>, value: &Value) -> Result<Splice, EditError> {
    container(node)?;
    if key.is_some() != (node.kind() == SyntaxKind::Object) {
        return Err(EditError::Key(node.path()));
    }
    let path = node.path();
    if let Some(key) = key.filter(|key| node.get(key).is_some()) {
        return Err(EditError::Taken(path.key(key)));
    }
    let at = at.unwrap_or_else(|| belongs(node, key));
    if at > node.len() {
        return Err(EditError::Place { path, len: node.len() });
    }
    let document = node.document;
    let style = Style::of(document);
    let kind = document.kind(&path).and_then(|kind| inside(kind, key));
    let key = key.map(|key| style.key(key)).unwrap_or_default();
    let text = document.text();
    let previous = at.checked_sub(1).and_then(|before| node.at(before));
    let next = node.at(at);
    let Some(neighbour) = previous.or(next) else {
        let between = text.get(node.range().start + 1..node.range().end - 1).unwrap_or_default();
        if !is_blank(between) {
            return Err(EditError::Unreadable(path));
        }
        let filled = match node.kind() {
            SyntaxKind::Object => Value::object([(node_key(&key), value.clone())]),
            _ => Value::List(vec![value.clone()]),
        };
        let flat = style.flat(&filled, document.kind(&path));
        let (range, new) = style.settled(node, flat);
        return Ok(Splice::new(text, range, new));
    };
    let leads = lead(neighbour);
    if let Some((_, indent)) = leads.rsplit_once('\n') {
        let before = indent.chars().count() + key.chars().count() + usize::from(next.is_some());
        let item = key + &style.laid(value, kind, indent, before);
        let line = format!("{}{indent}", style.newline());
        return Ok(match previous {
            Some(previous) => put(text, previous.range().end, format!(",{line}{item}")),
            None => put(text, neighbour.item_range().start, format!("{item},{line}")),
        });
    }
    let item = key + &style.flat(value, kind);
    // Between those that are there, or as the file has it.
    let between =
        node.at(0).zip(node.at(1)).and_then(|(one, other)| text.get(one.range().end..other.item_range().start));
    let between = between.filter(|between| is_comma(between) && !between.contains('\n')).unwrap_or(style.comma());
    let splice = match previous {
        Some(previous) => put(text, previous.range().end, format!("{between}{item}")),
        None => put(text, neighbour.item_range().start, format!("{item}{between}")),
    };
    // Some of what is in it stands on lines of its own: nothing else moves.
    if node.source().contains('\n') {
        return Ok(splice);
    }
    let (range, new) = style.settled(node, changed(node, &splice));
    Ok(Splice::new(text, range, new))
}

/// A key that is written out already, as it is read.
fn node_key(written: &str) -> String {
    let end = written.rfind('"').map_or(0, |quote| quote + 1);
    let quoted = written.get(..end).unwrap_or_default();
    Document::new(quoted).root().text().unwrap_or_default().to_owned()
}

fn put(text: &str, at: usize, inserted: String) -> Splice {
    Splice::new(text, at..at, inserted)
}

/// A container's text with a place inside of it changed.
pub(super) fn changed(node: Node<'_>, splice: &Splice) -> String {
    let range = node.range();
    let text = node.document.text();
    let before = text.get(range.start..splice.at).unwrap_or_default();
    let after = text.get(splice.at + splice.removed.len()..range.end).unwrap_or_default();
    format!("{before}{}{after}", splice.inserted)
}

/// The place where a member belongs: behind the last that comes before it in the documented order; anything else at the
/// end.
fn belongs(node: Node<'_>, key: Option<&str>) -> usize {
    let of = node.document.kind(&node.path()).and_then(type_of);
    let Some((of, key)) = of.zip(key) else { return node.len() };
    let own = rank(of, key);
    let before = |child: &Node<'_>| child.key().is_some_and(|key| rank(of, key) <= own);
    node.children().rposition(|child| before(&child)).map_or(0, |at| at + 1)
}

/// Takes an item or a member out.
pub(super) fn remove(node: Node<'_>) -> Result<Splice, EditError> {
    let Some(parent) = node.parent() else {
        return Err(EditError::NotAContainer { path: node.path(), called: "the whole file" });
    };
    container(parent)?;
    let text = node.document.text();
    let own = node.item_range();
    let place = node.place();
    let gap = |range: Range| text.get(range).is_some_and(is_comma);
    let next = parent.at(place + 1).map(|next| own.end..next.item_range().start);
    let previous = place.checked_sub(1).and_then(|at| parent.at(at)).map(|previous| previous.range().end..own.start);
    let (open, close) = (parent.range().start + 1, parent.range().end - 1);
    let range = match (previous, next) {
        (_, Some(next)) if gap(next.clone()) => own.start..next.end,
        (Some(previous), None) if gap(previous.clone()) => previous.start..own.end,
        (None, None) if blank_at(text, open..own.start) && blank_at(text, own.end..close) => open..close,
        _ => return Err(EditError::Unreadable(node.path())),
    };
    Ok(Splice::new(text, range, String::new()))
}

/// What goes with a value that is taken out: the outermost optional object in which there is nothing else.
pub(super) fn emptied(node: Node<'_>) -> Node<'_> {
    let optional = |parent: &Node<'_>| {
        let of = parent.parent().and_then(|around| node.document.kind(&around.path())).and_then(type_of);
        let field = of.zip(parent.key()).and_then(|(of, key)| of.find(key));
        parent.len() == 1
            && field
                .is_some_and(|field| !field.required && !field.in_decisions && matches!(field.kind, Kind::Object(_)))
    };
    std::iter::successors(Some(node), |node| node.parent().filter(optional)).last().unwrap_or(node)
}

/// Puts an item or a member at another place: those between change places, and what stands between them stays.
pub(super) fn moved(node: Node<'_>, to: usize) -> Result<Vec<Splice>, EditError> {
    let Some(parent) = node.parent() else {
        return Err(EditError::NotAContainer { path: node.path(), called: "the whole file" });
    };
    container(parent)?;
    let text = node.document.text();
    let from = node.place();
    let to = to.min(parent.len().saturating_sub(1));
    let (low, high) = (from.min(to), from.max(to));
    let slots: Vec<Node<'_>> = parent.children().skip(low).take(high + 1 - low).collect();
    let mut items: Vec<&str> = slots.iter().map(|slot| text.get(slot.item_range()).unwrap_or_default()).collect();
    if from < to {
        items.rotate_left(1)
    } else {
        items.rotate_right(1)
    }
    let gaps = slots.windows(2).map(|pair| pair[0].range().end..pair[1].item_range().start);
    let mut gaps: Vec<&str> = gaps.map(|gap| text.get(gap).unwrap_or_default()).collect();
    if !gaps.iter().all(|gap| is_comma(gap)) {
        return Err(EditError::Unreadable(node.path()));
    }
    gaps.push("");
    let new: String = items.iter().zip(gaps).flat_map(|(item, gap)| [*item, gap]).collect();
    let ends = slots.first().zip(slots.last());
    Ok(ends
        .map(|(first, last)| Splice::new(text, first.item_range().start..last.range().end, new))
        .into_iter()
        .collect())
}

/// Whether a text is nothing but spaces and line breaks.
fn is_blank(text: &str) -> bool {
    text.chars().all(|c| matches!(c, ' ' | '\t' | '\r' | '\n'))
}

fn blank_at(text: &str, range: Range) -> bool {
    text.get(range).is_some_and(is_blank)
}

/// Whether a text is a comma among spaces and line breaks.
fn is_comma(text: &str) -> bool {
    text.split_once(',').is_some_and(|(before, after)| is_blank(before) && is_blank(after))
}
