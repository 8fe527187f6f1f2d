//! Where a document refers to what it declares elsewhere.

use crate::document::inside;
use crate::{Document, Node, Target};
use scenario::SyntaxKind;
use scenario::schema::{Kind, SCENARIO};

/// What is referred to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReferenceKind {
    /// A step: by `start`, a `next`, the `to` of a branch.
    Step,
    /// A flag: by `sets`, `has`, `lacks`.
    Flag,
    /// A member of the cast: by `who`.
    Cast,
    /// An outcome: by `expect`, or a way to an end of it.
    Outcome,
}

/// A place that refers to something.
#[derive(Clone, Copy, PartialEq)]
pub struct Reference<'d> {
    /// To what.
    pub kind: ReferenceKind,
    /// Its id.
    pub name: &'d str,
    /// The text that names it.
    pub node: Node<'d>,
    /// Whether it is a way to an end, which names the outcome behind `end:`.
    pub is_end: bool,
}

/// All places of a document that refer to a step, a flag, a member of the cast or an outcome, in the order of the file.
pub fn references(document: &Document) -> Vec<Reference<'_>> {
    static WHOLE: Kind = Kind::Object(&SCENARIO);
    let mut found = Vec::new();
    collect(document.root(), &WHOLE, &mut found);
    found
}

fn collect<'d>(node: Node<'d>, kind: &'static Kind, found: &mut Vec<Reference<'d>>) {
    if node.kind() != SyntaxKind::Text {
        for child in node.children() {
            if let Some(kind) = inside(kind, child.key()) {
                collect(child, kind, found);
            }
        }
        return;
    }
    let Some((kind, name, is_end)) = node.text().and_then(|text| referred(node, kind, text)) else { return };
    found.push(Reference { kind, name, node, is_end });
}

/// What a text of a kind refers to.
fn referred<'d>(node: Node<'d>, kind: &'static Kind, text: &'d str) -> Option<(ReferenceKind, &'d str, bool)> {
    match kind {
        Kind::StepOrEnd => match Target::of(text) {
            Target::Step(_) => Some((ReferenceKind::Step, text, false)),
            Target::Outcome(_) => Some((ReferenceKind::Outcome, text.strip_prefix("end:")?, true)),
            Target::End => None,
        },
        Kind::Name => match node.key() {
            Some("start") => Some((ReferenceKind::Step, text, false)),
            Some("who") => Some((ReferenceKind::Cast, text, false)),
            // The lists of names are lists of flags.
            _ => Some((ReferenceKind::Flag, text, false)),
        },
        Kind::OneOf(_) => {
            let expected = node.parent().and_then(Node::key) == Some("expect");
            expected.then_some((ReferenceKind::Outcome, text, false))
        }
        Kind::Either(kinds) => kinds.iter().find_map(|kind| referred(node, kind, text)),
        _ => None,
    }
}
