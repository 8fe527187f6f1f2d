//! Chapbook: a section of variables, modifiers on lines of their own, inserts in braces, links.

use super::reader::{FAR, Kind, Reader, end_of};
use super::reasons::{prints, reason};
use super::{Link, Target, link};
use crate::conditions::When;
use crate::expression::condition;
use crate::rows::Fate;

pub(super) fn read(reader: &mut Reader<'_, '_>) {
    variables(reader);
    reader.read("<[{!", &mut |reader, sign| match sign {
        '<' => reader.tag(),
        '[' if reader.rest().starts_with("[[") => reader.link(false),
        '[' => reader.modifier() || reader.web_link(),
        '!' => reader.web_picture(),
        _ => reader.insert(),
    });
}

/// The section of variables, which ends at a line with `--` alone.
fn variables(reader: &mut Reader<'_, '_>) {
    let mut from = 0;
    let mut end = None;
    for line in reader.text.split('\n') {
        if line.trim() == "--" {
            end = Some((from, from + line.len() + 1));
            break;
        }
        from += line.len() + 1;
    }
    let Some((end, after)) = end else { return };
    for line in reader.text.get(..end).unwrap_or_default().split('\n') {
        let (length, source) = (line.len() + 1, line.trim());
        let place = reader.place();
        let name = source.split(':').next().unwrap_or_default().trim();
        if source.is_empty() {
        } else if name.starts_with("config.") {
            reader.rows.left_out(place, source, "The looks and the workings are the game's own.");
        } else if name.contains('(') {
            reader.rows.left_out(place, source, "What is set under a condition has no place in a scenario.");
        } else {
            reader.sets(source, source);
        }
        reader.at += length;
    }
    reader.at = after.min(reader.text.len());
}

impl Reader<'_, '_> {
    /// Whether a line begins here.
    fn begins_line(&self) -> bool {
        self.text.get(..self.at).is_none_or(|before| before.is_empty() || before.ends_with('\n'))
    }

    /// `[if trust > 3; align center]` on a line of its own: for all that comes up to the next one.
    fn modifier(&mut self) -> bool {
        if !self.begins_line() {
            return false;
        }
        let window = self.window(FAR);
        let line = window.split('\n').next().unwrap_or_default();
        let Some(inside) = line.trim_end().strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) else {
            return false;
        };
        if inside.contains(']') || inside.trim().is_empty() {
            return false;
        }
        self.close_to(0);
        self.base = When::ALWAYS;
        let mut rest = None;
        for part in inside.split(';').map(str::trim) {
            let (name, arguments) = part.split_once(char::is_whitespace).unwrap_or((part, ""));
            let source = format!("[{part}]");
            let place = self.place();
            match name.to_lowercase().as_str() {
                "if" | "unless" | "ifalways" | "ifnever" => {
                    let expr = match name.to_lowercase().as_str() {
                        "ifalways" => condition("true"),
                        "ifnever" => condition("false"),
                        _ => condition(arguments),
                    };
                    let (holds, not) = self.asks(self.base, expr, &source);
                    let is_unless = name.eq_ignore_ascii_case("unless");
                    (self.base, rest) = if is_unless { (not, Some(holds)) } else { (holds, Some(not)) };
                }
                "else" => match self.last_rest().take() {
                    Some(when) => {
                        self.rows.carried(place, &source, "It is told where what was asked before does not hold.");
                        self.base = when;
                    }
                    None => self.rows.left_out(place, &source, "It belongs to no `[if …]`."),
                },
                "continue" | "continued" | "cont" | "cont'd" | "append" => {
                    self.rows.carried(place, &source, "What comes after it is told always.");
                }
                "javascript" | "css" => {
                    self.rows.left_out(place, &source, "Scripts and style sheets are not carried.");
                    self.open(Kind::Hidden(name.to_lowercase()), self.base);
                }
                "note" | "note to myself" | "n.b." | "fixme" | "todo" => {
                    self.rows.left_out(place, &source, "Comments are not carried: players never saw them.");
                    self.open(Kind::Hidden(name.to_lowercase()), self.base);
                }
                other => {
                    let (fate, why) = reason(other);
                    self.rows.add(fate, place, &source, why);
                }
            }
        }
        if rest.is_some() {
            *self.last_rest() = rest;
        }
        self.at += line.len();
        true
    }

    /// `[words](address)`: the words stay.
    fn web_link(&mut self) -> bool {
        let window = self.window(FAR);
        let Some((words, rest)) = window.get(1..).and_then(|inside| inside.split_once("](")) else {
            return self.in_vain(window.len());
        };
        let Some(length) = rest.find(')').filter(|_| !words.contains(['\n', ']', '['])) else {
            return self.in_vain(window.len());
        };
        let source = window.get(..1 + words.len() + 2 + length + 1).unwrap_or_default();
        let place = self.place();
        self.rows.left_out(place, source, "It leads out of the story, to a page; its words stay in the text.");
        self.say(words);
        self.at += source.len();
        true
    }

    /// `![words](picture)`.
    fn web_picture(&mut self) -> bool {
        let window = self.window(FAR);
        let Some((words, rest)) = window.strip_prefix("![").and_then(|inside| inside.split_once("](")) else {
            return false;
        };
        let Some(length) = rest.find(')').filter(|_| !words.contains(['\n', ']'])) else {
            return self.in_vain(window.len());
        };
        let source = window.get(..2 + words.len() + 2 + length + 1).unwrap_or_default();
        let place = self.place();
        self.rows.left_out(place, source, format!("Pictures and sounds are not carried. It shows: {words}"));
        self.at += source.len();
        true
    }

    /// `{name}`, `{name: value, key: 'value'}`.
    fn insert(&mut self) -> bool {
        let window = self.window(FAR);
        let inside = window.get(1..).unwrap_or_default();
        if !inside.starts_with(|c: char| c.is_alphabetic() || c == '_') {
            return false;
        }
        let Some(end) = end_of(inside, "}", Some(('{', '}'))) else { return self.in_vain(window.len()) };
        let source = window.get(..1 + end).unwrap_or_default();
        let inside = inside.get(..end - 1).unwrap_or_default();
        let parts = parts(inside);
        let (name, first) = parts.first().copied().unwrap_or_default();
        let value = |key: &str| {
            let found = parts.iter().find(|(own, _)| *own == key).map(|(_, value)| *value);
            found.map(|value| value.trim_matches(['\'', '"']).to_owned())
        };
        let first = first.trim_matches(['\'', '"']).to_owned();
        let place = self.place();
        match name.to_lowercase().as_str() {
            "link to" => match link::is_address(&first) {
                true => {
                    self.rows.left_out(
                        place,
                        source,
                        "It leads out of the story, to a page; its words stay in the text.",
                    );
                    self.say(&value("label").unwrap_or(first));
                }
                false => {
                    let label = value("label").unwrap_or_else(|| first.clone());
                    self.leads(&label, Target::Passage(first), Vec::new(), source);
                }
            },
            "back link" => {
                let label = value("label").unwrap_or_else(|| "Back".to_owned());
                self.leads(&label, Target::Back, Vec::new(), source);
            }
            "reveal link" => {
                let label = if first.is_empty() { value("label").unwrap_or_default() } else { first };
                match value("text") {
                    Some(text) => {
                        let link = Link { label, source: source.to_owned(), ..Link::default() };
                        self.open(Kind::Link { name: "reveal link".into(), link, line: place.line }, self.when());
                        self.say(" ");
                        self.say(&text);
                        self.close(|kind| matches!(kind, Kind::Link { .. }));
                    }
                    None => {
                        self.rows.left_out(place, source, "What it reveals is in another passage: write it here.");
                        self.say(&label);
                    }
                }
            }
            name => {
                let plain = !inside.contains(' ') && !inside.contains(':');
                let (fate, why) = match plain {
                    true => reason("print"),
                    false => reason(name),
                };
                self.rows.add(fate, place, source, why);
                if plain && fate == Fate::LeftOut || prints(name) {
                    self.unknown_words();
                }
            }
        }
        self.at += source.len();
        true
    }
}

/// The parts of an insert: its name and value, then its properties.
fn parts(inside: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let mut rest = inside;
    while !rest.trim().is_empty() {
        let end = end_of(rest, ",", None);
        let part = rest.get(..end.map_or(rest.len(), |end| end - 1)).unwrap_or_default();
        let (key, value) = part.split_once(':').unwrap_or((part, ""));
        found.push((key.trim(), value.trim()));
        rest = end.and_then(|end| rest.get(end..)).unwrap_or_default();
    }
    found
}
