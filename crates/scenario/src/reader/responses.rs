//! Responses, and where they lead.

use super::super::json::{List, Member, Node, Value};
use super::super::schema::{BRANCH, RESPONSE, RESPONSES, field};
use super::super::{Branch, Code, Condition, Goal, Outcome, Response, Span, Stance, StepIndex};
use super::conditions::Where;
use super::fields::shortened;
use super::steps::{END_WITH, is_passage};
use super::{Reader, cures};

impl<'n> Reader<'n, '_> {
    pub(super) fn responses(&mut self, key: Span, node: Node<'n>) -> Vec<Response> {
        let Some(object) = self.map(node, &RESPONSES) else {
            return Vec::new();
        };
        if let Some(first_over) = object.at(self.limits.responses) {
            let message =
                format!("The step has {} responses, and at most {} fit.", object.len(), self.limits.responses);
            self.report(Code::OverLimit, first_over.key_span, &message, "Keep the ones that make a dilemma.");
        }
        let passage = is_passage(node);
        let mut sometimes = false;
        let mut always = [false; 2];
        let mut conditional: [Option<&str>; 2] = [None; 2];
        let mut unsure = object.damaged;
        let mut responses = Vec::with_capacity(object.len());
        for member in object.members() {
            let response = self.response(member, passage);
            sometimes |= matches!(response, Some((_, true, _)));
            match &response {
                Some((Some(stance), true, _)) => conditional[*stance as usize] = Some(member.key),
                Some((Some(stance), false, _)) => always[*stance as usize] = true,
                _ => unsure = true,
            }
            responses.extend(response.map(|(_, _, response)| response));
        }
        if passage {
            if sometimes {
                let help = "Take its `when` away: a passage is the one way on, so it must always be there.";
                self.report(Code::MissingStance, key, "The one response of this step is not always offered.", help);
            }
            return responses;
        }
        for stance in Stance::ALL {
            // A stance that could not be read may be the missing one: that error is enough.
            if !always[stance as usize] && !unsure {
                let message = format!("This step has no {} response that is always offered.", stance.name());
                let help = match conditional[stance as usize] {
                    Some(one) => format!("Take the `when` of `{}` away, or add one without.", shortened(one)),
                    None => format!("Add one with `\"stance\": \"{}\"` and without a `when`.", stance.name()),
                };
                self.report(Code::MissingStance, key, &message, &help);
            }
        }
        responses
    }

    /// A response; with it its stance where that could be read, and whether it has a `when`.
    fn response(&mut self, member: Member<'n>, passage: bool) -> Option<(Option<Stance>, bool, Response)> {
        let Member { key: name, key_span: key, value: node } = member;
        let id = self.id(name, key);
        let fields = self.fields(node, key, &RESPONSE)?;
        for field in [field!(RESPONSE, "stance"), field!(RESPONSE, "text"), field!(RESPONSE, "consequence")] {
            self.in_decision(&fields, field, passage);
        }
        let stance = self.one_of(&fields, field!(RESPONSE, "stance"));
        let stance = stance.and_then(|at| Stance::ALL.get(at)).copied();
        let text = self.text_of(&fields, field!(RESPONSE, "text"));
        let when = self.field(&fields, field!(RESPONSE, "when")).map(|node| self.condition(node, Where::Step));
        let effect = self.value(&fields, field!(RESPONSE, "effect"), Self::effect);
        let sets = self.value(&fields, field!(RESPONSE, "sets"), Self::flag_set);
        let consequence = self.value(&fields, field!(RESPONSE, "consequence"), |it, node| it.lines(node, Where::Step));
        let note = self.value(&fields, field!(RESPONSE, "note"), |it, node| it.lines(node, Where::Step));
        let concepts = self.value(&fields, field!(RESPONSE, "concepts"), Self::concepts);
        let next = self.value(&fields, field!(RESPONSE, "next"), Self::next);
        let response = Response {
            id,
            stance,
            text,
            when: when.unwrap_or(Condition::ALWAYS),
            effect,
            sets,
            consequence,
            note,
            concepts,
            next,
        };
        Some((stance, when.is_some(), response))
    }

    /// Where a response leads: a step, `end`, or a list of branches of which the last has no `when`.
    fn next(&mut self, node: Node<'n>) -> Vec<Branch> {
        let items = match node.value() {
            Value::List(items) => items,
            Value::Text => return self.branch(node, Condition::ALWAYS).into_iter().collect(),
            _ => {
                self.wrong_type(node, "a step's id, `end`, or a list of branches", cures::next(&node.value()));
                return Vec::new();
            }
        };
        let most = self.limits.branches;
        if let Some(first_over) = items.get(most) {
            let message = format!("The response has {} branches, and at most {most} fit.", items.len());
            let help = "Ask for fewer cases, or lead on to steps that part again.";
            self.report(Code::OverLimit, first_over.span(), &message, help);
        }
        self.fallback(node, items, "branch");
        let mut branches = Vec::with_capacity(items.len());
        for item in items.iter() {
            let Some(fields) = self.fields(item, item.span(), &BRANCH) else { continue };
            let when = self
                .field(&fields, field!(BRANCH, "when"))
                .map_or(Condition::ALWAYS, |node| self.condition(node, Where::Step));
            if let Some(to) = self.field(&fields, field!(BRANCH, "to")) {
                branches.extend(self.branch(to, when));
            }
        }
        branches
    }

    fn branch(&mut self, to: Node<'n>, when: Condition) -> Option<Branch> {
        let name = self.text(to)?;
        if name == "end" {
            return Some(Branch { when, to: Goal::End });
        }
        if let Some(name) = name.strip_prefix(END_WITH) {
            let outcome = Outcome::from_name(name);
            if outcome.is_none() {
                self.unknown(Code::UnknownValue, to.span(), "outcome", name, &Outcome::NAMES);
            }
            return outcome.map(|outcome| Branch { when, to: Goal::Outcome(outcome) });
        }
        let target = self.known_step(name, to.span())?;
        self.graph.add(target.0, to.span());
        Some(Branch { when, to: Goal::Step(target) })
    }

    /// The step of a name.
    pub(super) fn known_step(&mut self, name: &str, span: Span) -> Option<StepIndex> {
        // Most edges lead to the step that comes next in the file.
        let next = self.graph.steps();
        let is_next = self.names.and_then(|names| names.at(next as usize)).is_some_and(|member| member.key == name);
        let found = if is_next { Some(next) } else { self.steps.get(name) };
        if found.is_none() {
            let mut known = self.candidates(&self.steps);
            known.push("end");
            self.unknown(Code::UnknownStep, span, "step", name, &known);
        }
        found.map(StepIndex)
    }

    /// The last of a list of branches or variants is the one that is taken when no other is.
    pub(super) fn fallback(&mut self, node: Node<'n>, items: List<'n>, what: &str) {
        let conditional = match items.iter().next_back().map(Node::value) {
            Some(Value::Object(last)) => last.get("when").is_some(),
            _ => false,
        };
        let Some(last) = items.iter().next_back() else {
            let help = format!("Write at least one {what}; the last has no `when`.");
            return self.report(Code::MissingFallback, node.span(), "This list is empty.", &help);
        };
        if conditional {
            let message = format!("The last {what} of this list must have no `when`.");
            let help = format!("Take its `when` away, or add a {what} without one for all other cases.");
            self.report(Code::MissingFallback, last.span(), &message, &help);
        }
    }
}
