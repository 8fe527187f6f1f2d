//! Steps and responses.

use super::super::concept::Concept;
use super::super::json::{List, Member, Node, Object, Value};
use super::super::schema::{BRANCH, CONCEPTS, EFFECT, FACILITATOR, Field, QUESTIONS, RESPONSE, RESPONSES, STEP, field};
use super::super::{
    Branch, Code, Condition, Dimension, Effect, Facilitator, Goal, Response, Span, Stance, Step, StepIndex,
};
use super::conditions::Where;
use super::fields::shortened;
use super::{Reader, cures};

impl<'n> Reader<'n, '_> {
    /// All steps; their names must be known.
    pub(super) fn steps(&mut self, object: Object<'n>) -> Vec<Step> {
        if let Some(first_over) = object.at(self.limits.steps) {
            let message = format!("The scenario has {} steps, and at most {} fit.", object.len(), self.limits.steps);
            self.report(Code::OverLimit, first_over.key_span, &message, "Split it into two scenarios.");
        }
        let mut steps = Vec::with_capacity(object.len());
        for member in object.members() {
            self.graph.begin();
            steps.extend(self.step(member));
        }
        steps
    }

    fn step(&mut self, member: Member<'n>) -> Option<Step> {
        let Member { key: name, key_span: key, value: node } = member;
        let id = self.id(name, key);
        if name == "end" {
            self.report(Code::InvalidId, key, "`end` is the way out of a scenario, not a step.", "Rename the step.");
        }
        let fields = self.fields(node, key, &STEP)?;
        let title = self.text_of(&fields, field!(STEP, "title"));
        let dimension = self.one_of(&fields, field!(STEP, "dimension"));
        let situation = self.value(&fields, field!(STEP, "situation"), |it, node| it.lines(node, Where::Step));
        let concepts = self.value(&fields, field!(STEP, "concepts"), Self::concepts);
        let pressure = self.value(&fields, field!(STEP, "pressure"), Self::effect);
        let facilitator = self.value(&fields, field!(STEP, "facilitator"), Self::facilitator);
        let allow = self.value(&fields, field!(STEP, "allow"), Self::allow);
        let responses = self.value(&fields, field!(STEP, "responses"), |it, node| it.responses(key, node));
        self.report_to_dos(key, "This step");
        let dimension = dimension.and_then(|at| Dimension::ALL.get(at)).copied().unwrap_or(Dimension::Agenda);
        Some(Step { id, title, dimension, concepts, situation, pressure, responses, facilitator, allow })
    }

    fn responses(&mut self, key: Span, node: Node<'n>) -> Vec<Response> {
        let Some(object) = self.map(node, &RESPONSES) else {
            return Vec::new();
        };
        if let Some(first_over) = object.at(self.limits.responses) {
            let message =
                format!("The step has {} responses, and at most {} fit.", object.len(), self.limits.responses);
            self.report(Code::OverLimit, first_over.key_span, &message, "Keep the ones that make a dilemma.");
        }
        let mut always = [false; 2];
        let mut conditional: [Option<&str>; 2] = [None; 2];
        let mut unsure = object.damaged;
        let mut responses = Vec::with_capacity(object.len());
        for member in object.members() {
            let response = self.response(member);
            match &response {
                Some((Some(stance), true, _)) => conditional[*stance as usize] = Some(member.key),
                Some((Some(stance), false, _)) => always[*stance as usize] = true,
                _ => unsure = true,
            }
            responses.extend(response.map(|(_, _, response)| response));
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
    fn response(&mut self, member: Member<'n>) -> Option<(Option<Stance>, bool, Response)> {
        let Member { key: name, key_span: key, value: node } = member;
        let id = self.id(name, key);
        let fields = self.fields(node, key, &RESPONSE)?;
        let stance = self.one_of(&fields, field!(RESPONSE, "stance"));
        let stance = stance.and_then(|at| Stance::ALL.get(at)).copied();
        let text = self.text_of(&fields, field!(RESPONSE, "text"));
        let when = self.field(&fields, field!(RESPONSE, "when")).map(|node| self.condition(node, Where::Step));
        let effect = self.value(&fields, field!(RESPONSE, "effect"), Self::effect);
        let sets = self.value(&fields, field!(RESPONSE, "sets"), Self::flag_set);
        let consequence = self.value(&fields, field!(RESPONSE, "consequence"), |it, node| it.lines(node, Where::Step));
        let concepts = self.value(&fields, field!(RESPONSE, "concepts"), Self::concepts);
        let next = self.value(&fields, field!(RESPONSE, "next"), Self::next);
        let response = Response {
            id,
            stance: stance.unwrap_or(Stance::Leader),
            text,
            when: when.unwrap_or(Condition::ALWAYS),
            effect,
            sets,
            consequence,
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

    #[inline(never)]
    fn effect(&mut self, node: Node<'n>) -> Effect {
        let Some(fields) = self.fields(node, node.span(), &EFFECT) else {
            return Effect::default();
        };
        let mut part = |field: &Field| self.number(&fields, field).unwrap_or(0);
        Effect { leadership: part(field!(EFFECT, "leadership")), management: part(field!(EFFECT, "management")) }
    }

    #[inline(never)]
    fn concepts(&mut self, node: Node<'n>) -> Vec<Concept> {
        let mut concepts = Vec::new();
        for item in self.list(node, &CONCEPTS).iter() {
            let Some(name) = self.text(item) else { continue };
            match Concept::new(name) {
                Some(concept) => concepts.push(concept),
                None => {
                    let known: Vec<&str> = Concept::all().map(Concept::id).collect();
                    let message = format!("There is no concept `{}`", shortened(name));
                    let like = self.looks_like(&message, name, &known);
                    let (message, help) = like.unwrap_or_else(|| (message + ".", Concept::near(name)));
                    self.report(Code::UnknownConcept, item.span(), &message, &help);
                }
            }
        }
        concepts
    }

    fn facilitator(&mut self, node: Node<'n>) -> Facilitator {
        let Some(fields) = self.fields(node, node.span(), &FACILITATOR) else {
            return Facilitator::default();
        };
        let questions = self.field(&fields, field!(FACILITATOR, "discuss"));
        let questions = questions.map(|node| self.list(node, &QUESTIONS)).into_iter().flat_map(List::iter);
        Facilitator {
            discuss: questions.filter_map(|item| self.text(item)).map(Into::into).collect(),
            notes: self.text_of(&fields, field!(FACILITATOR, "notes")),
            minutes: self.number(&fields, field!(FACILITATOR, "minutes")).map(i32::unsigned_abs),
        }
    }
}
