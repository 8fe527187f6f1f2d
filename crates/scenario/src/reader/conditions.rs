//! Conditions: every `when`.

use super::super::json::{Node, Value};
use super::super::{Bounds, Code, Condition, Flags};
use super::{Reader, cures};

/// Where a condition stands: `broke` can be asked in outcomes only.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Where {
    Step,
    Outcome,
}

impl<'n> Reader<'n, '_> {
    #[inline(never)]
    pub(super) fn condition(&mut self, node: Node<'n>, place: Where) -> Condition {
        let known: &[&str] = match place {
            Where::Step => &["has", "lacks", "leadership", "management"],
            Where::Outcome => &["has", "lacks", "leadership", "management", "broke"],
        };
        let mut condition = Condition::ALWAYS;
        let Some(fields) = self.fields(node, node.span(), "a condition", known) else {
            return condition;
        };
        if let Some(flags) = fields.get("has") {
            condition.has = self.flag_set(flags);
        }
        if let Some(flags) = fields.get("lacks") {
            condition.lacks = self.flag_set(flags);
        }
        if let Some(bounds) = fields.get("leadership") {
            condition.leadership = self.bounds(bounds);
        }
        if let Some(bounds) = fields.get("management") {
            condition.management = self.bounds(bounds);
        }
        if let Some(broke) = fields.get("broke").filter(|_| place == Where::Outcome) {
            match broke.value() {
                Value::Bool(broke) => condition.broke = Some(broke),
                _ => self.wrong_type(broke, "true or false", cures::truth(broke)),
            }
        }
        condition
    }

    #[inline(never)]
    fn bounds(&mut self, node: Node<'n>) -> Bounds {
        let mut bounds = Bounds::ANY;
        if let Some(fields) = self.fields(node, node.span(), "a meter's condition", &["at_least", "at_most"]) {
            if let Some(number) = fields.get("at_least").and_then(|node| self.number(node, -1000..=1000)) {
                bounds.at_least = number;
            }
            if let Some(number) = fields.get("at_most").and_then(|node| self.number(node, -1000..=1000)) {
                bounds.at_most = number;
            }
        }
        bounds
    }

    /// A list of flags' ids.
    #[inline(never)]
    pub(super) fn flag_set(&mut self, node: Node<'n>) -> Flags {
        let mut flags = 0;
        for item in self.list(node, "flags").iter() {
            let Some(name) = self.text(item) else { continue };
            match self.flags.get(name) {
                // A flag past the 64th is over the limit, and reported where it is declared.
                Some(at) => flags |= 1_u64.checked_shl(at).unwrap_or(0),
                None => {
                    let known = self.candidates(&self.flags);
                    self.unknown(Code::UnknownFlag, item.span(), "flag", name, &known);
                }
            }
        }
        flags
    }
}
