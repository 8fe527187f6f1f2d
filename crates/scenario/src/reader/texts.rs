//! Texts: arrays of lines, narration or speech.

use super::super::json::{Node, Value};
use super::super::{Code, Condition, Line};
use super::conditions::Where;
use super::{Reader, cures};

impl<'n> Reader<'n, '_> {
    /// A text: at least one line.
    #[inline(never)]
    pub(super) fn lines(&mut self, node: Node<'n>, place: Where) -> Vec<Line> {
        let items = self.list(node, "lines");
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
            return Some(Line { who: None, text, when: Condition::ALWAYS });
        }
        if !matches!(node.value(), Value::Object(_)) {
            let wanted = "a line: a text, or an object with `who` and `says`, or with `when` and `text`";
            self.wrong_type(node, wanted, cures::line(&node.value()));
            return None;
        }
        let fields = self.fields(node, node.span(), "a line", &["who", "says", "text", "when"])?;
        let when = fields.get("when").map_or(Condition::ALWAYS, |when| self.condition(when, place));
        let speech = fields.get("who").is_some() || fields.get("says").is_some();
        if !speech {
            let text = self.required_text(&fields, "text");
            return Some(Line { who: None, text, when });
        }
        if fields.get("text").is_some() {
            let help = "Take `text` out, or take `who` and `says` out.";
            let message = "A line is narration (`text`) or speech (`who` and `says`), not both.";
            self.report(Code::UnknownField, fields.key_span("text"), message, help);
        }
        let text = self.required_text(&fields, "says");
        let who = self.required(&fields, "who").and_then(|who| self.speaker(who));
        Some(Line { who, text, when })
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
