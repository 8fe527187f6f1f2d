//! Puts nodes into the document, and changes no more of it than has changed: what has the focus keeps it.

use crate::node::{Element, Node};
use web_sys::Document;

/// Makes the children of an element what `new` says, where they are what `old` says.
pub(super) fn patch(document: &Document, parent: &web_sys::Element, old: &[Node], new: &[Node]) {
    let nodes = parent.child_nodes();
    for (at, node) in new.iter().enumerate() {
        let there = nodes.get(at as u32);
        match (old.get(at), node, there) {
            (Some(before), after, Some(_)) if before == after => {}
            (Some(Node::Text(_)), Node::Text(text), Some(there)) => there.set_text_content(Some(text)),
            (Some(Node::Element(before)), Node::Element(after), Some(there)) if is_same(before, after) => {
                if let Some(there) = parent.children_at(at) {
                    patch_element(document, &there, before, after);
                } else if let Some(made) = make(document, node) {
                    let _ = parent.replace_child(&made, &there);
                }
            }
            (_, _, Some(there)) => {
                if let Some(made) = make(document, node) {
                    let _ = parent.replace_child(&made, &there);
                }
            }
            (_, _, None) => {
                if let Some(made) = make(document, node) {
                    let _ = parent.append_child(&made);
                }
            }
        }
    }
    for at in (new.len()..old.len()).rev() {
        if let Some(there) = nodes.get(at as u32) {
            let _ = parent.remove_child(&there);
        }
    }
}

/// Whether an element may become another: what somebody types or presses next must not be taken for something else.
fn is_same(before: &Element, after: &Element) -> bool {
    let same = |name| before.attribute(name) == after.attribute(name);
    before.tag == after.tag && same("id") && same("data-press")
}

trait Children {
    fn children_at(&self, at: usize) -> Option<web_sys::Element>;
}

impl Children for web_sys::Element {
    fn children_at(&self, at: usize) -> Option<web_sys::Element> {
        use wasm_bindgen::JsCast;
        self.child_nodes().get(at as u32)?.dyn_into().ok()
    }
}

fn patch_element(document: &Document, there: &web_sys::Element, before: &Element, after: &Element) {
    for (name, _) in &before.attributes {
        if after.attribute(name).is_none() {
            let _ = there.remove_attribute(name);
        }
    }
    for (name, value) in &after.attributes {
        if before.attribute(name) != Some(value) {
            let _ = there.set_attribute(name, value);
        }
    }
    patch(document, there, &before.children, &after.children);
}

fn make(document: &Document, node: &Node) -> Option<web_sys::Node> {
    match node {
        Node::Text(text) => Some(document.create_text_node(text).into()),
        Node::Element(element) => {
            let made = document.create_element(element.tag).ok()?;
            for (name, value) in &element.attributes {
                let _ = made.set_attribute(name, value);
            }
            for child in &element.children {
                made.append_child(&make(document, child)?).ok()?;
            }
            Some(made.into())
        }
    }
}
