//! Texts: arrays of lines, narration or speech.

use super::super::json::{Node, Value};
use super::super::schema::{END_LINE, Field, LINE, LINES, field};
use super::super::{Code, Condition, Line, Mood};
use super::conditions::Where;
use super::fields::Fields;
use super::{Reader, cures};

impl<'n> Reader<'n, '_> {
    /// A text: at least one line.
    #[inline(never)]
    pub(super) fn lines(&mut self, node: Node<'n>, place: Where) -> Vec<Line> {
        let items = self.list(node, &LINES);
        if items.len() == 0 && matches!(node.value(), Value::List(_)) {
            self.report(Code::EmptyText, node.span(), "This text has no line.", "Write one, as `[\"…\"]`.");
        }
        let most = self.limits.lines;
        if let Some(first_over) = items.get(most) {
            let message = format!("This text has {} lines, and at most {most} fit.", items.len());
            let help = "Put sentences that belong together into one line, or split the step.";
            self.report(Code::OverLimit, first_over.span(), &message, help);
        }
        let mut lines = Vec::with_capacity(items.len());
        lines.extend(items.iter().filter_map(|item| self.line(item, place)));
        lines
    }

    fn line(&mut self, node: Node<'n>, place: Where) -> Option<Line> {
        if node.text().is_some() {
            let text = self.text(node)?.into();
            return Some(Line { who: None, mood: Mood::Calm, text, when: Condition::ALWAYS });
        }
        if !matches!(node.value(), Value::Object(_)) {
            let wanted = "a line: a text, or an object with `who` and `says`, or with `when` and `text`";
            self.wrong_type(node, wanted, cures::line(&node.value()));
            return None;
        }
        let of = match place {
            Where::Step => &LINE,
            Where::Outcome => &END_LINE,
        };
        let fields = self.fields(node, node.span(), of)?;
        let when = fields.get(field!(LINE, "when"));
        let when = when.map_or(Condition::ALWAYS, |when| self.condition(when, place));
        // Which of the others must be there depends on which of them are.
        let [who, says, text] = [field!(LINE, "who"), field!(LINE, "says"), field!(LINE, "text")];
        let mood_of = field!(LINE, "mood");
        let mood = self.one_of(&fields, mood_of).and_then(|at| Mood::ALL.get(at)).copied().unwrap_or_default();
        let speech = fields.get(who).is_some() || fields.get(says).is_some();
        if !speech {
            if fields.get(mood_of).is_some() {
                let help = "Take `mood` out, or say who speaks: `who` and `says`.";
                self.report(
                    Code::UnknownField,
                    fields.key_span(mood_of),
                    "Narration has no `mood`: nobody is seen.",
                    help,
                );
            }
            return Some(Line { who: None, mood, text: self.needed_text(&fields, text), when });
        }
        if fields.get(text).is_some() {
            let help = "Take `text` out, or take `who` and `says` out.";
            let message = "A line is narration (`text`) or speech (`who` and `says`), not both.";
            self.report(Code::UnknownField, fields.key_span(text), message, help);
        }
        let text = self.needed_text(&fields, says);
        let who = self.needed(&fields, who).and_then(|who| self.speaker(who));
        Some(Line { who, mood, text, when })
    }

    fn needed(&mut self, fields: &Fields<'n>, field: &Field) -> Option<Node<'n>> {
        let found = fields.get(field);
        if found.is_none() {
            self.missing(fields, field);
        }
        found
    }

    fn needed_text(&mut self, fields: &Fields<'n>, field: &Field) -> Box<str> {
        self.needed(fields, field).and_then(|node| self.text(node)).unwrap_or_default().into()
    }

    fn speaker(&mut self, node: Node<'n>) -> Option<u32> {
        let name = self.text(node)?;
        let found = self.cast.get(name);
        if found.is_none() {
            let known = self.candidates(&self.cast);
            self.unknown(Code::UnknownSpeaker, node.span(), "cast member", name, &known);
        }
        found
    }
}
