//! Steps.

use super::super::concept::Concept;
use super::super::json::{List, Member, Node, Object, Value};
use super::super::schema::{CONCEPTS, EFFECT, FACILITATOR, Field, PRESSURE, QUESTIONS, STEP, field};
use super::super::{Code, Condition, Dimension, Effect, Facilitator, Flags, Goal, Response, Stance, Step};
use super::Reader;
use super::conditions::Where;
use super::fields::{Fields, shortened};

/// What stands before the outcome of a way to an end that the story decides.
pub(in super::super) const END_WITH: &str = "end:";

/// Whether a step's responses are one without a stance: a passage.
pub(super) fn is_passage(responses: Node<'_>) -> bool {
    let Value::Object(responses) = responses.value() else { return false };
    let mut members = responses.members();
    let one = members.next().filter(|_| members.next().is_none()).map(|member| member.value.value());
    matches!(one, Some(Value::Object(response)) if response.get("stance").is_none())
}

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
        // What its conditions ask of its visits must be known before they are read.
        self.entries = self.entries(&fields);
        let title = self.text_of(&fields, field!(STEP, "title"));
        let moment = self.text_of(&fields, field!(STEP, "moment"));
        let scene = self.id_of(&fields, field!(STEP, "scene"));
        let image = self.value(&fields, field!(STEP, "image"), Self::image);
        let passage = fields.get(field!(STEP, "responses")).is_some_and(is_passage);
        self.in_decision(&fields, field!(STEP, "dimension"), passage);
        let dimension = self.one_of(&fields, field!(STEP, "dimension"));
        let situation = self.value(&fields, field!(STEP, "situation"), |it, node| it.lines(node, Where::Step));
        let concepts = self.value(&fields, field!(STEP, "concepts"), Self::concepts);
        let (pressure, why) = self.value(&fields, field!(STEP, "pressure"), Self::pressure);
        let facilitator = self.value(&fields, field!(STEP, "facilitator"), Self::facilitator);
        let allow = self.value(&fields, field!(STEP, "allow"), Self::allow);
        let responses = self.value(&fields, field!(STEP, "responses"), |it, node| it.responses(key, node));
        self.report_to_dos(key, "This step");
        let dimension = dimension.and_then(|at| Dimension::ALL.get(at)).copied();
        let entries = self.entries;
        Some(Step {
            id,
            title,
            moment,
            scene,
            image,
            dimension,
            concepts,
            situation,
            pressure,
            why,
            entries,
            responses,
            facilitator,
            allow,
        })
    }

    /// The flags that count the entries of a step, behind those that were given before.
    fn entries(&mut self, fields: &Fields<'n>) -> Flags {
        let field = field!(STEP, "visits");
        if fields.get(field).is_none() {
            return 0;
        }
        self.graph.limit();
        let visits = self.number(fields, field).map_or(1, i32::unsigned_abs);
        let first = self.counted;
        self.counted += visits;
        if self.counted > Flags::BITS {
            let most = Flags::BITS;
            let message = format!(
                "The flags and the `visits` of all steps up to here come to {}, and at most {most} fit.",
                self.counted
            );
            let help = "Let fewer steps have `visits`, or take flags out that nothing asks for.";
            self.report(Code::OverLimit, fields.key_span(field), &message, help);
            return 0;
        }
        ((1_u64 << visits) - 1) << first
    }

    /// A field that a decision needs, and a passage does not.
    pub(super) fn in_decision(&mut self, fields: &Fields<'n>, field: &Field, passage: bool) {
        if !passage && fields.get(field).is_none() {
            self.missing(fields, field);
        }
    }

    /// That each step can always be left by either hat, or by its passage, whichever steps are used up.
    pub(super) fn ways_out(&mut self, object: Object<'n>, steps: &[Step]) {
        // Where a step could not be read, that error is enough.
        if self.counted == self.flags.count() || steps.len() != object.len() {
            return;
        }
        for (step, member) in steps.iter().zip(object.members()) {
            let stances = if step.is_passage() { vec![None] } else { Stance::ALL.map(Some).to_vec() };
            for stance in stances {
                let always = |it: &&Response| it.stance == stance && it.when == Condition::ALWAYS;
                let mut offered = step.responses.iter().filter(always).peekable();
                let closes = |it: &Response| match it.next.last().map(|way| way.to) {
                    Some(Goal::Step(to)) => steps.get(to.0 as usize).is_some_and(|step| step.entries != 0),
                    _ => false,
                };
                if offered.peek().is_none() || !offered.all(closes) {
                    continue;
                }
                let (what, help) = match stance {
                    Some(stance) => (
                        format!("each {} response of this step that is always offered", stance.name()),
                        "the last way of one",
                    ),
                    None => ("this passage".to_owned(), "its last way"),
                };
                let message = format!("The last way on of {what} leads to a step with `visits`, which closes.");
                let help = format!("Let {help} lead to a step without `visits`, or to `end`, so that nobody is stuck.");
                self.report(Code::MissingStance, member.key_span, &message, &help);
            }
        }
    }

    /// What entering a step adds, and why.
    fn pressure(&mut self, node: Node<'n>) -> (Effect, Box<str>) {
        let Some(fields) = self.fields(node, node.span(), &PRESSURE) else {
            return Default::default();
        };
        let mut part = |field: &Field| self.number(&fields, field).unwrap_or(0);
        let effect = Effect {
            leadership: part(field!(PRESSURE, "leadership")),
            management: part(field!(PRESSURE, "management")),
        };
        (effect, self.text_of(&fields, field!(PRESSURE, "why")))
    }

    #[inline(never)]
    pub(super) fn effect(&mut self, node: Node<'n>) -> Effect {
        let Some(fields) = self.fields(node, node.span(), &EFFECT) else {
            return Effect::default();
        };
        let mut part = |field: &Field| self.number(&fields, field).unwrap_or(0);
        Effect { leadership: part(field!(EFFECT, "leadership")), management: part(field!(EFFECT, "management")) }
    }

    #[inline(never)]
    pub(super) fn concepts(&mut self, node: Node<'n>) -> Vec<Concept> {
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
