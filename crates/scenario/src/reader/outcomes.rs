//! Outcomes, what the author expects of the personas, and the warnings that are meant.

use super::super::json::{Member, Node, Value};
use super::super::schema::{ALLOW, EXPECT, OUTCOMES, VARIANT, VARIANTS, field};
use super::super::{Code, Condition, Outcome, Outcomes, Persona, Span, Variant, WARNINGS};
use super::Reader;
use super::conditions::Where;

impl<'n> Reader<'n, '_> {
    pub(super) fn outcomes(&mut self, node: Node<'n>, key: Span) -> Outcomes {
        let mut outcomes = Outcomes::default();
        let names = Outcome::NAMES;
        let Some(object) = self.object(node, OUTCOMES.called, OUTCOMES.example) else {
            return outcomes;
        };
        // Outcomes that are there under a name that is nearly theirs, which is reported.
        let mut meant = Vec::new();
        for member in object.members() {
            match Outcome::from_name(member.key) {
                Some(outcome) => outcomes.0[outcome as usize] = self.variants(member.value),
                None => {
                    self.unknown(Code::UnknownValue, member.key_span, "outcome", member.key, &names);
                    meant.extend(self.meant(member.key, &names));
                }
            }
        }
        for name in names {
            if object.get(name).is_none() && !meant.contains(&name) && !object.damaged {
                let message = format!("The outcome `{name}` is missing.");
                let help = "All four outcomes need at least one variant with a title, a story and a lesson.";
                self.report(Code::MissingOutcome, key, &message, help);
            }
        }
        outcomes
    }

    fn variants(&mut self, node: Node<'n>) -> Vec<Variant> {
        let items = self.list(node, &VARIANTS);
        if matches!(node.value(), Value::List(_)) {
            self.fallback(node, items, "variant");
        }
        let most = self.limits.variants;
        if let Some(first_over) = items.get(most) {
            let message = format!("The outcome has {} variants, and at most {most} fit.", items.len());
            self.report(Code::OverLimit, first_over.span(), &message, "Keep those that players will tell apart.");
        }
        let mut variants = Vec::with_capacity(items.len());
        variants.extend(items.iter().filter_map(|item| self.variant(item)));
        variants
    }

    fn variant(&mut self, node: Node<'n>) -> Option<Variant> {
        let fields = self.fields(node, node.span(), &VARIANT)?;
        let when = fields.get(field!(VARIANT, "when"));
        let when = when.map_or(Condition::ALWAYS, |node| self.condition(node, Where::Outcome));
        let title = self.text_of(&fields, field!(VARIANT, "title"));
        let story = self.value(&fields, field!(VARIANT, "story"), |it, node| it.lines(node, Where::Outcome));
        let lesson = self.text_of(&fields, field!(VARIANT, "lesson"));
        Some(Variant { when, title, story, lesson })
    }

    pub(super) fn expect(&mut self, node: Node<'n>) -> Vec<(Persona, Outcome)> {
        let Some(fields) = self.fields(node, node.span(), &EXPECT) else {
            return Vec::new();
        };
        let expected = |persona: &Persona| {
            let outcome = self.one_of(&fields, EXPECT.find(persona.name())?)?;
            Some((*persona, *Outcome::ALL.get(outcome)?))
        };
        Persona::ALL.iter().filter_map(expected).collect()
    }

    pub(super) fn allow(&mut self, node: Node<'n>) -> Vec<(Box<str>, Box<str>)> {
        let mut allowed = Vec::new();
        let Some(object) = self.map(node, &ALLOW) else {
            return allowed;
        };
        for member in object.members() {
            if !WARNINGS.contains(&member.key) {
                self.unknown_warning(member);
            }
            if let Some(reason) = self.text(member.value) {
                allowed.push((member.key.into(), reason.into()));
            }
        }
        allowed
    }

    fn unknown_warning(&mut self, member: Member<'n>) {
        if !Code::ALL.iter().any(|code| code.name() == member.key) {
            return self.unknown(Code::UnknownValue, member.key_span, "warning", member.key, &WARNINGS);
        }
        let message = format!("`{}` is an error, and only warnings can be allowed.", member.key);
        self.report(Code::UnknownValue, member.key_span, &message, "Mend what it says, and take this out.");
    }
}
