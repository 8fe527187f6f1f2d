//! Objects with known fields, and the plain values in them.

use super::super::json::{List, Member, Node, Object, Value};
use super::super::nearest::all_nearest;
use super::super::schema::{Field, Kind, ListType, MapType, ObjectType};
use super::super::{Code, Id, Related, Span, TO_DO};
use super::names::{Names, like, meant_id, why};
use super::{Reader, cures};
use std::cell::Cell;

/// An object whose fields are known by name.
pub(super) struct Fields<'n> {
    object: Object<'n>,
    /// Where to point when a field is missing.
    at: Span,
    /// What it is.
    of: &'static ObjectType,
    /// Fields that are there under a name that is nearly theirs: the name, and the number of the member.
    meant: Vec<(&'static str, usize)>,
    /// Which member is asked for next, if the fields are asked for in the order of the file.
    next: Cell<usize>,
}

impl<'n> Fields<'n> {
    /// A field's value, where it is there.
    pub(super) fn get(&self, field: &Field) -> Option<Node<'n>> {
        let Some(at) = self.object.find(field.key, self.next.get()) else {
            return self.meant(field.key).map(|member| member.value);
        };
        self.next.set(at + 1);
        self.object.at(at).map(|member| member.value)
    }

    /// The member that was meant as a field, under another name.
    fn meant(&self, key: &str) -> Option<Member<'n>> {
        let (_, at) = self.meant.iter().find(|(name, _)| *name == key)?;
        self.object.at(*at)
    }

    /// Where the field's key stands, or the object where it has no such field.
    pub(super) fn key_span(&self, field: &Field) -> Span {
        self.object.get(field.key).or_else(|| self.meant(field.key)).map_or(self.at, |member| member.key_span)
    }
}

impl<'n> Reader<'n, '_> {
    /// The fields of an object; those it should not have are reported.
    #[inline(never)]
    pub(super) fn fields(&mut self, node: Node<'n>, at: Span, of: &'static ObjectType) -> Option<Fields<'n>> {
        let object = self.object(node, of.called, of.example)?;
        let meant = if object.has_only(of.fields) { Vec::new() } else { self.unknown_fields(object, of) };
        Some(Fields { object, at, of, meant, next: Cell::new(0) })
    }

    /// Reports the fields that an object should not have. Those that were meant as one that it lacks are told, with their
    /// numbers: that field is not missing.
    fn unknown_fields(&mut self, object: Object<'_>, of: &ObjectType) -> Vec<(&'static str, usize)> {
        let known = &of.keys();
        let mut taken: Vec<(&'static str, usize)> = Vec::new();
        for (at, member) in object.members().enumerate().filter(|(_, member)| !known.contains(&member.key)) {
            let name = self.meant(member.key, known).filter(|name| object.get(name).is_none());
            taken.extend(name.map(|name| (name, at)));
            let message = format!("{} has no field `{}`", capital(of.called), shortened(member.key));
            if let Some((message, help)) = self.looks_like(&message, member.key, known) {
                self.report(Code::UnknownField, member.key_span, &message, &help);
                continue;
            }
            let meant = if self.log.is_long() { Some(String::new()) } else { meant(member.key, known) };
            let help = match meant {
                Some(meant) => meant,
                None if member.key == "broke" => "Only a `when` in `outcomes` can ask for it.".into(),
                None => format!("Its fields are {}.", listed(known)),
            };
            self.report(Code::UnknownField, member.key_span, &(message + "."), &help);
        }
        taken
    }

    /// The message and the help for a name that only looks like a known one.
    pub(super) fn looks_like(&self, message: &str, name: &str, known: &[&str]) -> Option<(String, String)> {
        let (meant, why) = if self.log.is_long() { None } else { like(name, known) }?;
        Some((format!("{message}: {why}."), format!("Write `{meant}`, with plain letters alone.")))
    }

    /// The known name that another was most likely meant as.
    pub(super) fn meant(&self, name: &str, known: &[&'static str]) -> Option<&'static str> {
        if self.log.is_long() {
            return None;
        }
        let meant = like(name, known).map(|(meant, _)| meant);
        let meant = meant.or_else(|| otherwise(name, known)).or_else(|| {
            match all_nearest(name, known.iter().copied()).as_slice() {
                [one] => Some(*one),
                _ => None,
            }
        });
        known.iter().copied().find(|known| Some(*known) == meant)
    }

    /// An object; what it is called, and one as it is written, are for a message.
    pub(super) fn object(&mut self, node: Node<'n>, called: &str, example: &str) -> Option<Object<'n>> {
        match node.value() {
            Value::Object(object) => Some(object),
            _ => {
                self.wrong_type(node, &format!("an object ({called})"), cures::object(example));
                None
            }
        }
    }

    /// An object whose keys are chosen from many.
    pub(super) fn map(&mut self, node: Node<'n>, of: &MapType) -> Option<Object<'n>> {
        self.object(node, of.called, of.example)
    }

    /// A field; where it must be there and is not, that is reported.
    #[inline(never)]
    pub(super) fn field(&mut self, fields: &Fields<'n>, field: &Field) -> Option<Node<'n>> {
        let found = fields.get(field);
        if found.is_none() && field.required {
            self.missing(fields, field);
        }
        found
    }

    /// What is read from a field; the default where there is none.
    pub(super) fn value<T: Default>(
        &mut self,
        fields: &Fields<'n>,
        field: &Field,
        read: impl FnOnce(&mut Self, Node<'n>) -> T,
    ) -> T {
        self.field(fields, field).map(|node| read(self, node)).unwrap_or_default()
    }

    /// Reports that a field is not there.
    pub(super) fn missing(&mut self, fields: &Fields<'n>, field: &Field) {
        // Where a slip of syntax may have swallowed it, its absence is not the author's error.
        if !fields.object.damaged {
            let message = format!("{} needs the field `{}`.", capital(fields.of.called), field.key);
            self.report(Code::MissingField, fields.at, &message, &format!("Add `\"{}\": …`.", field.key));
        }
    }

    #[inline(never)]
    pub(super) fn wrong_type(&mut self, node: Node<'_>, wanted: &str, help: String) {
        let value = node.value();
        if !matches!(value, Value::Faulty) {
            let message = format!("This should be {wanted}, and it is {}.", value.kind());
            self.report(Code::WrongType, node.span(), &message, &help);
        }
    }

    /// A text with something in it.
    #[inline(never)]
    pub(super) fn text(&mut self, node: Node<'n>) -> Option<&'n str> {
        let Some(text) = node.text() else {
            self.wrong_type(node, "a text", cures::text(&node.value()));
            return None;
        };
        if text.chars().all(char::is_whitespace) {
            self.report(
                Code::EmptyText,
                node.span(),
                "This text is empty.",
                "Write it. Only what is optional can be left out.",
            );
        }
        Some(text)
    }

    /// The text of a field; empty where it has none.
    #[inline(never)]
    pub(super) fn text_of(&mut self, fields: &Fields<'n>, field: &Field) -> Box<str> {
        let text = self.field(fields, field).and_then(|node| self.text(node));
        text.unwrap_or_default().into()
    }

    /// A list.
    #[inline(never)]
    pub(super) fn list(&mut self, node: Node<'n>, of: &ListType) -> List<'n> {
        match node.value() {
            Value::List(items) => items,
            _ => {
                self.wrong_type(node, &format!("a list of {}", of.of), cures::list(node));
                node.no_items()
            }
        }
    }

    /// The whole number of a field, within the field's range.
    #[inline(never)]
    pub(super) fn number(&mut self, fields: &Fields<'n>, field: &Field) -> Option<i32> {
        let node = self.field(fields, field)?;
        let Value::Whole(number) = node.value() else {
            self.wrong_type(node, "a whole number", cures::number(node));
            return None;
        };
        let Kind::Whole(low, high) = field.kind else { return None };
        let fits = (low..=high).contains(&number).then_some(number);
        if fits.is_none() {
            let message = format!("This number must be from {low} to {high}.");
            self.report(Code::InvalidNumber, node.span(), &message, "");
        }
        fits
    }

    /// A key or a text as an id.
    #[inline(never)]
    pub(super) fn id(&mut self, text: &str, span: Span) -> Id {
        Id::new(text).unwrap_or_else(|| {
            if let Some(meant) = meant_id(text) {
                let message = format!("`{}` is not an id: {}.", shortened(text), why(&meant));
                let help = format!("Write `{}`, with plain letters alone.", meant.name);
                self.report(Code::InvalidId, span, &message, &help);
                return Id::faulty();
            }
            let help = "An id is small letters and digits in words joined by `-` or `_`, at most 64 characters in all.";
            self.report(Code::InvalidId, span, &format!("`{}` is not an id.", shortened(text)), help);
            Id::faulty()
        })
    }

    /// Which of a field's names it has: the name's place among them.
    pub(super) fn one_of(&mut self, fields: &Fields<'n>, field: &Field) -> Option<usize> {
        let node = self.field(fields, field)?;
        let Kind::OneOf(names) = field.kind else { return None };
        let text = self.text(node)?;
        if text == TO_DO {
            let message = format!("Its `{}`: {}.", field.key, listed(names.all));
            self.to_dos.push(Related { span: node.span(), message });
            return None;
        }
        let found = names.all.iter().position(|name| *name == text);
        if found.is_none() && !text.trim().is_empty() {
            self.unknown(Code::UnknownValue, node.span(), names.called, text, names.all);
            // What only looks like one of the names was meant as it, and is reported.
            return like(text, names.all).and_then(|(meant, _)| names.all.iter().position(|name| *name == meant));
        }
        found
    }

    /// The names that one which nothing has may have been meant as.
    pub(super) fn candidates(&self, names: &Names<'n>) -> Vec<&'n str> {
        if self.log.is_long() { Vec::new() } else { names.all().collect() }
    }

    /// A name that nothing has.
    #[inline(never)]
    pub(super) fn unknown(&mut self, code: Code, span: Span, what: &str, name: &str, known: &[&str]) {
        let message = format!("There is no {what} `{}`", shortened(name));
        if let Some((message, help)) = self.looks_like(&message, name, known) {
            return self.report(code, span, &message, &help);
        }
        let meant = if self.log.is_long() { Some(String::new()) } else { meant(name, known) };
        let help = match meant {
            Some(meant) => meant,
            None => match code {
                // The codes of warnings are too many for a sentence.
                Code::UnknownValue if known.len() > 6 => "`two-hats explain` tells what a code means.".into(),
                Code::UnknownValue => format!("There is {}.", listed(known)),
                Code::UnknownStep => "Write the id of a step in `steps`, or `end`.".into(),
                Code::UnknownFlag => "List it in `flags`, with a sentence that tells the player what it means.".into(),
                Code::UnknownSpeaker => "Add them to `cast`, with a name and a role.".into(),
                _ => String::new(),
            },
        };
        self.report(code, span, &(message + "."), &help);
    }
}

/// Names that say what another one of the game's own says.
const OTHERWISE: [(&str, &str); 12] = [
    ("over_led", "under_managed"),
    ("over_managed", "under_led"),
    ("has_not", "lacks"),
    ("hasnt", "lacks"),
    ("not", "lacks"),
    ("without", "lacks"),
    ("at_minimum", "at_least"),
    ("min", "at_least"),
    ("minimum", "at_least"),
    ("at_maximum", "at_most"),
    ("max", "at_most"),
    ("maximum", "at_most"),
];

/// The known name that says what another one says.
fn otherwise(name: &str, known: &[&str]) -> Option<&'static str> {
    let plain = name.to_ascii_lowercase().replace(['-', ' '], "_");
    let found = OTHERWISE.iter().find(|(said, meant)| *said == plain && known.contains(meant));
    found.map(|(_, meant)| *meant)
}

/// What may have been meant by a name that nothing has, in a sentence.
fn meant(name: &str, known: &[&str]) -> Option<String> {
    if let Some(meant) = otherwise(name, known) {
        return Some(format!("Here that is called `{meant}`."));
    }
    match all_nearest(name, known.iter().copied()).as_slice() {
        [one] => Some(format!("Did you mean `{one}`?")),
        [one, other] => Some(format!("Did you mean `{one}` or `{other}`?")),
        [one, other, third] => Some(format!("Did you mean `{one}`, `{other}` or `{third}`?")),
        // As near to many is near to none.
        _ => None,
    }
}

/// The names of a list, in a sentence.
fn listed(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}

/// A name as it fits into a message.
pub(in super::super) fn shortened(name: &str) -> &str {
    name.char_indices().nth(Id::LONGEST).and_then(|(at, _)| name.get(..at)).unwrap_or(name)
}

/// With a capital letter first; `what` is always one of the game's own phrases.
fn capital(what: &str) -> String {
    let mut sentence = what.to_owned();
    if let Some(first) = sentence.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    sentence
}
