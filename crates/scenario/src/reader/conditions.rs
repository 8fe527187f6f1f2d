//! Conditions: every `when`.

use super::super::json::{Node, Value};
use super::super::schema::{BOUNDS, CONDITION, END_CONDITION, FLAGS, VISIT, field};
use super::super::{Bounds, Code, Condition, Flags, Span};
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
        let of = match place {
            Where::Step => &CONDITION,
            Where::Outcome => &END_CONDITION,
        };
        let mut condition = Condition::ALWAYS;
        let Some(fields) = self.fields(node, node.span(), of) else {
            return condition;
        };
        let Condition { has, lacks, leadership, management, broke } = &mut condition;
        if let Some(flags) = fields.get(field!(END_CONDITION, "has")) {
            *has = self.flag_set(flags);
        }
        if let Some(flags) = fields.get(field!(END_CONDITION, "lacks")) {
            *lacks = self.flag_set(flags);
        }
        if let Some(node) = fields.get(field!(END_CONDITION, "leadership")) {
            *leadership = self.bounds(node);
        }
        if let Some(node) = fields.get(field!(END_CONDITION, "management")) {
            *management = self.bounds(node);
        }
        if let Some(node) = fields.get(field!(CONDITION, "visit")).filter(|_| place == Where::Step) {
            let (at_least, at_most) = self.visit(node, fields.key_span(field!(CONDITION, "visit")));
            *has |= at_least;
            *lacks |= at_most;
        }
        if let Some(node) = fields.get(field!(END_CONDITION, "broke")).filter(|_| place == Where::Outcome) {
            match node.value() {
                Value::Bool(wanted) => *broke = Some(wanted),
                _ => self.wrong_type(node, "true or false", cures::truth(node)),
            }
        }
        condition
    }

    #[inline(never)]
    fn bounds(&mut self, node: Node<'n>) -> Bounds {
        let Some(fields) = self.fields(node, node.span(), &BOUNDS) else {
            return Bounds::ANY;
        };
        let at_least = self.number(&fields, field!(BOUNDS, "at_least"));
        let at_most = self.number(&fields, field!(BOUNDS, "at_most"));
        Bounds { at_least: at_least.unwrap_or(Bounds::ANY.at_least), at_most: at_most.unwrap_or(Bounds::ANY.at_most) }
    }

    /// Which entry of the step is asked for: the entries that must be there, and those that must not.
    fn visit(&mut self, node: Node<'n>, key: Span) -> (Flags, Flags) {
        let Some(fields) = self.fields(node, node.span(), &VISIT) else { return (0, 0) };
        let at_least = self.number(&fields, field!(VISIT, "at_least"));
        let at_most = self.number(&fields, field!(VISIT, "at_most"));
        let (entries, first) = (self.entries, self.entries & self.entries.wrapping_neg());
        if entries == 0 {
            let help = "Give the step `\"visits\": 2`, or take `visit` out.";
            self.report(Code::UnknownField, key, "Only a step with `visits` counts how often a run comes to it.", help);
        }
        // The flag of an entry, the first being 0; none past the last.
        let entry = |number: i32| first.checked_shl(number.unsigned_abs()).unwrap_or(0) & entries;
        let has = at_least.map_or(0, |least| entry(least - 1));
        let lacks = at_most.map_or(0, entry);
        // An entry that never is: it would come without the first.
        let never = if at_least.is_some() && has == 0 { first } else { 0 };
        (has, lacks | never)
    }

    /// A list of flags' ids.
    #[inline(never)]
    pub(super) fn flag_set(&mut self, node: Node<'n>) -> Flags {
        let mut flags = 0;
        for item in self.list(node, &FLAGS).iter() {
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
