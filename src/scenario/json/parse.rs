//! The reader of JSON: goes on after a fault, and ends on every input.

use super::super::code::Code;
use super::super::fault::{Fault, Related, Span};
use super::super::reader::Log;
use super::{Member, Node, Object, Value};
use std::borrow::Cow;
use std::collections::HashMap;

/// Reads a text as one JSON value. `offset` is added to nothing: spans count from the start of `text`, whose first
/// `offset` bytes are passed over (a byte order mark).
pub(in super::super) fn parse<'a>(text: &'a str, offset: usize, nesting: usize, log: &mut Log) -> Node<'a> {
    let mut parser = Parser { text, at: offset, nesting, depth: 0, lists: 0, ended: false, hurt: false, log };
    parser.blank();
    if parser.peek().is_none() {
        let help = "A scenario is a JSON object: start with `{` and end with `}`.";
        parser.report(Code::InvalidJson, Span::new(0, 0), "The file is empty.", help);
        return Node { span: Span::new(0, 0), value: Value::Faulty };
    }
    let node = parser.value();
    parser.blank();
    if parser.peek().is_some() {
        let span = Span::new(parser.at, parser.at + 1);
        let help = "A file holds one object. Look for a bracket that closes too early.";
        parser.report(Code::InvalidJson, span, "There is more after the end of the JSON value.", help);
    }
    node
}

/// Where the reader is in the text.
pub(super) struct Parser<'a, 'l> {
    pub(super) text: &'a str,
    /// The cursor, in bytes; it never goes back.
    pub(super) at: usize,
    nesting: usize,
    depth: usize,
    /// How many lists the cursor is in.
    lists: usize,
    /// Whether the end of the file inside something has been reported.
    ended: bool,
    /// Whether there was a fault since the innermost object was looked at.
    pub(super) hurt: bool,
    log: &'l mut Log,
}

impl<'a> Parser<'a, '_> {
    pub(super) fn bytes(&self) -> &'a [u8] {
        self.text.as_bytes()
    }

    /// The text from a place on. A place is always where a character begins, and nothing here depends on it.
    fn rest(&self, from: usize) -> &'a str {
        self.text.get(from..).unwrap_or_default()
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.bytes().get(self.at).copied()
    }

    pub(super) fn report(&mut self, code: Code, span: Span, message: &str, help: &str) {
        self.log.add(Fault { code, span, message: message.into(), help: help.into(), related: Vec::new() });
    }

    fn slip(&mut self, span: Span, message: &str, help: &str) {
        self.hurt = true;
        self.report(Code::InvalidJson, span, message, help);
    }

    /// Passes over white space, and over comments with a fault each.
    fn blank(&mut self) {
        loop {
            match self.peek() {
                Some(b' ' | b'\n' | b'\r' | b'\t') => self.at += 1,
                Some(b'/') => {
                    let from = self.at;
                    self.at += 1;
                    let block = self.peek() == Some(b'*');
                    while let Some(byte) = self.peek() {
                        if !block && byte == b'\n' {
                            break;
                        }
                        self.at += 1;
                        if block && byte == b'*' && self.peek() == Some(b'/') && self.at > from + 2 {
                            self.at += 1;
                            break;
                        }
                    }
                    let help = "Take it out; notes for a facilitator go into the step's `facilitator`.";
                    self.report(Code::InvalidJson, Span::new(from, self.at), "JSON has no comments.", help);
                }
                _ => return,
            }
        }
    }

    fn value(&mut self) -> Node<'a> {
        let from = self.at;
        let value = match self.peek() {
            Some(b'"') => Value::Text(self.string()),
            Some(open @ (b'{' | b'[')) => {
                if self.depth == self.nesting {
                    self.skip_nested();
                    Value::Faulty
                } else {
                    self.depth += 1;
                    let value = if open == b'{' { Value::Object(self.object()) } else { Value::List(self.list()) };
                    self.depth -= 1;
                    value
                }
            }
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b',' | b'}' | b']') | None => {
                if self.peek().is_some() || !self.ended {
                    self.slip(Span::new(from, from + 1), "A value is missing here.", "");
                    self.ended |= self.peek().is_none();
                }
                Value::Faulty
            }
            Some(_) => self.word(),
        };
        Node { span: Span::new(from, self.at.max(from)), value }
    }

    /// A word without quotes: `true`, `false` and `null` are values, anything else is a fault.
    fn word(&mut self) -> Value<'a> {
        let from = self.at;
        let word = self.take_word();
        match word {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            "null" => Value::Null,
            _ => {
                let help = match word {
                    "True" | "TRUE" => "Write `true`.",
                    "False" | "FALSE" => "Write `false`.",
                    "None" | "NULL" | "undefined" => "Leave the field out.",
                    _ => "A text stands between double quotes: `\"like this\"`.",
                };
                self.slip(Span::new(from, self.at), "This is not a JSON value.", help);
                Value::Faulty
            }
        }
    }

    /// Takes what stands here up to white space or a sign that JSON uses; a text in single quotes as a whole.
    fn take_word(&mut self) -> &'a str {
        let from = self.at;
        if self.peek() == Some(b'\'') {
            let rest = self.rest(from + 1);
            let end = rest.find(['\'', '\n']).unwrap_or(rest.len());
            self.at = from + 1 + end;
            self.at += usize::from(self.peek() == Some(b'\''));
        } else {
            let rest = self.rest(from);
            let ends = |c: char| c.is_ascii_whitespace() || matches!(c, ',' | ':' | '{' | '}' | '[' | ']' | '"');
            let length = rest.find(ends).unwrap_or(rest.len());
            let first = rest.chars().next().map_or(0, char::len_utf8);
            self.at = from + length.max(first);
        }
        self.text.get(from..self.at).unwrap_or_default()
    }

    fn number(&mut self) -> Value<'a> {
        let from = self.at;
        let word = self.take_word();
        let (negative, digits) = match word.strip_prefix('-') {
            Some(digits) => (true, digits),
            None => (false, word),
        };
        let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit());
        if all_digits(digits) && (digits == "0" || !digits.starts_with('0')) {
            let limit = if negative { i64::MIN } else { i64::MAX };
            return Value::Whole(word.parse().unwrap_or(limit));
        }
        let (base, exponent) = digits.split_once(['e', 'E']).unwrap_or((digits, "0"));
        let (whole, fraction) = base.split_once('.').unwrap_or((base, "0"));
        let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
        let leading_zero = whole.len() > 1 && whole.starts_with('0');
        if all_digits(whole) && all_digits(fraction) && all_digits(exponent) && !leading_zero {
            return Value::Fraction;
        }
        let help = "Write it like `12` or `-3`: no leading zeros, no plus sign, no units.";
        self.slip(Span::new(from, self.at), "This is not a number.", help);
        Value::Faulty
    }

    /// Passes over a value that is nested too deep, however long it is.
    fn skip_nested(&mut self) {
        let from = self.at;
        let message = format!("This is nested more than {} levels deep.", self.nesting);
        self.report(Code::OverLimit, Span::new(from, from + 1), &message, "A scenario needs no more than 10 levels.");
        self.hurt = true;
        let mut open = 0_usize;
        let mut in_text = false;
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'\\' if in_text => self.at = (self.at + 1).min(self.text.len()),
                b'"' => in_text = !in_text,
                b'{' | b'[' if !in_text => open += 1,
                b'}' | b']' if !in_text => open = open.saturating_sub(1),
                _ => {}
            }
            if open == 0 {
                break;
            }
        }
        while !self.text.is_char_boundary(self.at) {
            self.at += 1;
        }
    }

    /// The end of the file inside something that was opened: said once, for the innermost.
    fn end_inside(&mut self, open: usize) {
        self.hurt = true;
        if self.ended {
            return;
        }
        self.ended = true;
        let object = self.bytes().get(open) == Some(&b'{');
        let (what, close) = if object { ("an object", "`}`") } else { ("a list", "`]`") };
        let end = self.text.len();
        self.log.add(Fault {
            code: Code::InvalidJson,
            span: Span::new(end, end),
            message: format!("The file ends inside of {what}."),
            help: format!("Close it with {close}; or the end of the file has been cut off."),
            related: vec![Related { span: Span::new(open, open + 1), message: "It is opened here.".into() }],
        });
    }

    /// What stands between two members or items. True where the container goes on, false where it has ended.
    fn go_on(&mut self, open: usize, close: u8, after_value: bool) -> bool {
        let mut comma = None;
        loop {
            self.blank();
            let here = Span::new(self.at, self.at + 1);
            match self.peek() {
                None => {
                    self.end_inside(open);
                    return false;
                }
                Some(b',') => {
                    if comma.is_some() || !after_value {
                        self.slip(here, "This comma is one too many.", "Take it out.");
                        while self.peek() == Some(b',') {
                            self.at += 1;
                        }
                    } else {
                        self.at += 1;
                    }
                    comma = Some(here);
                }
                Some(byte) if byte == close => {
                    self.at += 1;
                    if let Some(comma) = comma.filter(|_| after_value) {
                        self.report(
                            Code::InvalidJson,
                            comma,
                            "JSON has no comma before a closing bracket.",
                            "Take it out.",
                        );
                    }
                    return false;
                }
                Some(b']') if self.lists > 0 => {
                    self.slip(here, "The object before this has no closing `}`.", "Put a `}` before the `]`.");
                    return false;
                }
                Some(b'}') if close == b']' => {
                    self.slip(here, "The list before this has no closing `]`.", "Put a `]` before the `}`.");
                    return false;
                }
                Some(b']' | b':') => {
                    self.slip(here, "This sign has no place here.", "Take it out.");
                    while matches!(self.peek(), Some(b']' | b':')) {
                        self.at += 1;
                    }
                }
                Some(_) => {
                    if after_value && comma.is_none() {
                        self.slip(
                            Span::new(self.at, self.at + 1),
                            "A comma is missing before this.",
                            "Put a `,` here.",
                        );
                    }
                    return true;
                }
            }
        }
    }

    fn list(&mut self) -> Vec<Node<'a>> {
        let open = self.at;
        self.at += 1;
        self.lists += 1;
        let mut items = Vec::new();
        while self.go_on(open, b']', !items.is_empty()) {
            items.push(self.value());
        }
        self.lists -= 1;
        items
    }

    fn object(&mut self) -> Object<'a> {
        let open = self.at;
        self.at += 1;
        let outer = std::mem::take(&mut self.hurt);
        // A `]` inside this object can only belong to a list outside of it if there is one.
        let mut members = Vec::new();
        while self.go_on(open, b'}', !members.is_empty()) {
            let from = self.at;
            let key = match self.peek() {
                Some(b'"') => self.string(),
                _ => {
                    let word = self.take_word();
                    self.slip(
                        Span::new(from, self.at),
                        "A key stands between double quotes.",
                        "Write it like `\"title\": …`.",
                    );
                    Cow::Borrowed(word.trim_matches('\''))
                }
            };
            let key_span = Span::new(from, self.at);
            self.blank();
            match self.peek() {
                Some(b':') => self.at += 1,
                _ if self.ended => {}
                _ => self.slip(key_span, "There is no `:` after this key.", "Write it like `\"title\": …`."),
            }
            self.blank();
            let value = self.value();
            members.push(Member { key, key_span, value });
        }
        self.drop_duplicates(&mut members);
        let damaged = std::mem::replace(&mut self.hurt, outer);
        self.hurt |= damaged;
        Object { members, damaged }
    }

    /// Reports each key that came before, and keeps the first of them.
    fn drop_duplicates(&mut self, members: &mut Vec<Member<'a>>) {
        // Few keys are compared with one another; a table pays for many.
        let mut table: HashMap<&str, u32> = HashMap::new();
        let mut again: Vec<(usize, Span)> = Vec::new();
        for (at, member) in members.iter().enumerate() {
            let first = if members.len() <= 16 {
                members.iter().position(|other| other.key == member.key).unwrap_or(at)
            } else {
                *table.entry(&member.key).or_insert(at as u32) as usize
            };
            if let Some(before) = members.get(first).filter(|_| first < at) {
                again.push((at, before.key_span));
            }
        }
        if again.is_empty() {
            return;
        }
        let mut again = again.into_iter().peekable();
        for (at, member) in std::mem::take(members).into_iter().enumerate() {
            let Some((_, first)) = again.next_if(|(place, _)| *place == at) else {
                members.push(member);
                continue;
            };
            self.log.add(Fault {
                code: Code::DuplicateKey,
                span: member.key_span,
                message: format!("The key `{}` stands twice in this object.", member.key),
                help: "Rename one of them, or take one out.".into(),
                related: vec![Related { span: first, message: "It stands here first.".into() }],
            });
        }
    }
}
