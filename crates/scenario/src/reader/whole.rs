//! The scenario as a whole: its head, its names, and what holds between its steps.

use super::super::json::{Node, Object, Value};
use super::super::schema::{CAST, FLAG_TEXTS, Field, MEMBER, METER, METERS, SCENARIO, STEPS, field};
use super::super::{
    Code, Feedback, Fingerprint, Flag, Flags, Goal, Id, Member, Meter, Meters, Scenario, Span, Step, StepIndex, json,
};
use super::fields::{Fields, shortened};
use super::names::Names;
use super::{Reader, cures};

impl<'n> Reader<'n, '_> {
    /// The scenario of a file's JSON value; `None` where that is no object.
    pub(super) fn scenario(&mut self, node: Node<'n>) -> Option<Scenario> {
        let opening = node.span().start as usize;
        let opening = Span::new(opening, opening + 1);
        let fields = self.fields(node, opening, &SCENARIO)?;
        self.format(&fields);
        if let Some(schema) = fields.get(field!(SCENARIO, "$schema")) {
            self.text(schema);
        }
        let id = self.id_of(&fields, field!(SCENARIO, "id"));
        let title = self.text_of(&fields, field!(SCENARIO, "title"));
        let summary = self.text_of(&fields, field!(SCENARIO, "summary"));
        let role = self.text_of(&fields, field!(SCENARIO, "role"));
        let language = self.text_of(&fields, field!(SCENARIO, "language"));
        let minutes = self.number(&fields, field!(SCENARIO, "minutes")).unwrap_or(1);
        let scene = self.id_of(&fields, field!(SCENARIO, "scene"));
        let image = self.value(&fields, field!(SCENARIO, "image"), Self::image);
        let feedback = self.one_of(&fields, field!(SCENARIO, "feedback"));
        let meters = self.value(&fields, field!(SCENARIO, "meters"), Self::meters);
        let cast = self.value(&fields, field!(SCENARIO, "cast"), Self::cast);
        let flags = self.value(&fields, field!(SCENARIO, "flags"), Self::flags);
        let steps = self.field(&fields, field!(SCENARIO, "steps")).and_then(|node| self.map(node, &STEPS));
        if let Some(object) = steps {
            self.names = Some(object);
            self.steps = Names::of(object.members().map(|member| member.key));
        }
        let start =
            self.field(&fields, field!(SCENARIO, "start")).and_then(|node| Some((self.text(node)?, node.span())));
        // A start that an error in `steps` may have swallowed is not reported.
        let start = start.filter(|_| steps.is_some()).and_then(|(name, span)| self.known_step(name, span));
        self.counted = self.flags.count();
        let mut read = steps.map(|object| self.steps(object)).unwrap_or_default();
        if let Some(object) = steps {
            self.loops(object);
            self.ways_out(object, &read);
        }
        let outcomes = self.field(&fields, field!(SCENARIO, "outcomes"));
        let outcomes = outcomes.map(|node| self.outcomes(node, fields.key_span(field!(SCENARIO, "outcomes"))));
        let expect = self.value(&fields, field!(SCENARIO, "expect"), Self::expect);
        let allow = self.value(&fields, field!(SCENARIO, "allow"), Self::allow);
        self.report_to_dos(opening, "The scenario");
        let pictures = self.pictures();
        if !self.log.is_empty() {
            return None;
        }
        close_used_up(&mut read);
        let mut scenario = Scenario {
            id: id.unwrap_or_else(Id::faulty),
            title,
            summary,
            role,
            language,
            minutes: minutes.unsigned_abs(),
            scene,
            image,
            feedback: feedback.and_then(|at| Feedback::ALL.get(at)).copied().unwrap_or_default(),
            meters,
            cast,
            flags,
            start: start.unwrap_or(StepIndex(0)),
            steps: read,
            outcomes: outcomes.unwrap_or_default(),
            expect,
            allow,
            fingerprint: Fingerprint::default(),
            pictures,
        };
        scenario.fingerprint = Fingerprint::of(&scenario);
        Some(scenario)
    }

    fn format(&mut self, fields: &Fields<'n>) {
        let Some(node) = self.field(fields, field!(SCENARIO, "format")) else { return };
        match node.value() {
            Value::Whole(1) => {}
            Value::Whole(_) => {
                let help = "This version of the game reads format 1.";
                self.report(Code::UnsupportedFormat, node.span(), "This format is not known here.", help);
            }
            _ => self.wrong_type(node, "the number 1", cures::format()),
        }
    }

    fn meters(&mut self, node: Node<'n>) -> Meters {
        let Some(fields) = self.fields(node, node.span(), &METERS) else {
            return Meters::default();
        };
        let mut meter = |field: &Field| self.value(&fields, field, Self::meter);
        Meters { leadership: meter(field!(METERS, "leadership")), management: meter(field!(METERS, "management")) }
    }

    fn meter(&mut self, node: Node<'n>) -> Meter {
        let Some(fields) = self.fields(node, node.span(), &METER) else {
            return Meter::default();
        };
        let mut number = |field: &Field| self.number(&fields, field).unwrap_or(1);
        Meter { start: number(field!(METER, "start")), enough: number(field!(METER, "enough")) }
    }

    /// The id that a field gives.
    pub(super) fn id_of(&mut self, fields: &Fields<'n>, field: &Field) -> Option<Id> {
        let node = self.field(fields, field)?;
        let text = self.text(node)?;
        Some(self.id(text, node.span()))
    }

    fn cast(&mut self, node: Node<'n>) -> Vec<Member> {
        let Some(object) = self.map(node, &CAST) else {
            return Vec::new();
        };
        let mut cast = Vec::with_capacity(object.len());
        for (at, member) in object.members().enumerate() {
            self.cast.insert(member.key, at as u32);
            let id = self.id(member.key, member.key_span);
            if let Some(fields) = self.fields(member.value, member.key_span, &MEMBER) {
                let name = self.text_of(&fields, field!(MEMBER, "name"));
                let role = self.text_of(&fields, field!(MEMBER, "role"));
                let face = self.id_of(&fields, field!(MEMBER, "face"));
                cast.push(Member { id, name, role, face });
            }
        }
        cast
    }

    fn flags(&mut self, node: Node<'n>) -> Vec<Flag> {
        let Some(object) = self.map(node, &FLAG_TEXTS) else {
            return Vec::new();
        };
        self.flag_limit(object);
        let mut flags = Vec::with_capacity(object.len());
        for (at, member) in object.members().enumerate() {
            self.flags.insert(member.key, at as u32);
            let id = self.id(member.key, member.key_span);
            let text = self.text(member.value).unwrap_or_default().into();
            flags.push(Flag { id, text });
        }
        flags
    }

    fn flag_limit(&mut self, object: Object<'n>) {
        let most = self.limits.flags.min(64);
        if let Some(first_over) = object.at(most) {
            let message = format!("The scenario has {} flags, and at most {most} fit.", object.len());
            self.report(
                Code::OverLimit,
                first_over.key_span,
                &message,
                "Take some out: first those that nothing asks for.",
            );
        }
    }

    /// Steps that lead back to themselves.
    fn loops(&mut self, object: Object<'n>) {
        for found in self.graph.loops() {
            let members: Vec<json::Member<'_>> =
                found.steps.iter().filter_map(|step| object.at(*step as usize)).collect();
            let names: Vec<&str> = members.iter().map(|member| shortened(member.key)).collect();
            let message = match names.as_slice() {
                [one] => format!("The step `{one}` leads to itself."),
                _ if found.more > 0 => {
                    let names = names.join(" -> ");
                    format!("These steps and {} more lead back to themselves: {names} -> ….", found.more)
                }
                _ => format!("These steps lead back to themselves: {}.", names.join(" -> ")),
            };
            // Among hundreds of errors the step where the loop is entered has to do.
            let marked = if self.log.is_long() { 1 } else { members.len() };
            let related = members.iter().take(marked).map(|member| super::Related {
                span: member.key_span,
                message: "This step is part of the loop.".into(),
            });
            let help = "A run must come to an end: lead on to a step that does not come back here, or to `end`; or give one \
                        of them `visits`.";
            self.report_related(Code::Cycle, found.span, &message, help, related.collect());
        }
    }
}

/// A way to a step that is used up is closed: it holds only before the step's last entry.
fn close_used_up(steps: &mut [Step]) {
    let last: Vec<Flags> = steps.iter().map(Step::last_entry).collect();
    for branch in steps.iter_mut().flat_map(|step| &mut step.responses).flat_map(|response| &mut response.next) {
        if let Goal::Step(to) = branch.to {
            branch.when.lacks |= last.get(to.0 as usize).copied().unwrap_or(0);
        }
    }
}
