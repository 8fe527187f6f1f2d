//! The reader of JSON: goes on after a fault, and ends on every input.

use super::super::code::Code;
use super::super::fault::{Fault, Related, Span};
use super::super::reader::Log;
use super::entry::{Entry, Kind};
use super::tree::Tree;
use std::ops::Range;

/// Reads a text as one JSON value. `offset` is added to nothing: spans count from the start of `text`, whose first
/// `offset` bytes are passed over (a byte order mark).
pub(in super::super) fn parse<'a>(text: &'a str, offset: usize, nesting: usize, log: &mut Log) -> Tree<'a> {
    let root = Entry::plain(Span::new(0, 0), Kind::Faulty);
    let tree = Tree { text, entries: Vec::new(), rewritten: Vec::new(), root };
    let pending = Vec::new();
    let mut parser = Parser { tree, pending, at: offset, nesting, depth: 0, lists: 0, ended: false, hurt: false, log };
    parser.blank();
    if parser.peek().is_none() {
        let help = "A scenario is a JSON object: start with `{` and end with `}`.";
        parser.report(Code::InvalidJson, Span::new(0, 0), "The file is empty.", help);
        return parser.tree;
    }
    parser.tree.root = parser.value();
    parser.blank();
    if parser.peek().is_some() {
        let span = Span::new(parser.at, parser.at + 1);
        let help = "A file holds one object. Look for a bracket that closes too early.";
        parser.report(Code::InvalidJson, span, "There is more after the end of the JSON value.", help);
    }
    parser.tree
}

/// Where the reader is in the text.
pub(super) struct Parser<'a, 'l> {
    /// What has been read.
    pub(super) tree: Tree<'a>,
    /// What has been read of the containers that the cursor is in; those of the innermost are the last.
    pub(super) pending: Vec<Entry>,
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
    pub(super) log: &'l mut Log,
}

impl<'a> Parser<'a, '_> {
    pub(super) fn bytes(&self) -> &'a [u8] {
        self.tree.text.as_bytes()
    }

    /// The text from a place on. A place is always where a character begins, and nothing here depends on it.
    pub(super) fn rest(&self, from: usize) -> &'a str {
        self.tree.text.get(from..).unwrap_or_default()
    }

    #[inline]
    pub(super) fn peek(&self) -> Option<u8> {
        self.bytes().get(self.at).copied()
    }

    pub(super) fn report(&mut self, code: Code, span: Span, message: &str, help: &str) {
        self.log.add(Fault { code, span, message: message.into(), help: help.into(), related: Vec::new() });
    }

    pub(super) fn slip(&mut self, span: Span, message: &str, help: &str) {
        self.hurt = true;
        self.report(Code::InvalidJson, span, message, help);
    }

    /// Passes over white space, and over comments with a fault each.
    #[inline]
    fn blank(&mut self) {
        if self.peek().is_some_and(|byte| byte <= b' ' || byte == b'/') {
            self.pass_blank();
        }
    }

    #[inline(never)]
    fn pass_blank(&mut self) {
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

    fn value(&mut self) -> Entry {
        let from = self.at;
        let kind = match self.peek() {
            Some(b'"') => return self.string(),
            Some(open @ (b'{' | b'[')) => {
                if self.depth == self.nesting {
                    self.skip_nested();
                    Kind::Faulty
                } else {
                    self.depth += 1;
                    let container = if open == b'{' { self.object() } else { self.list() };
                    self.depth -= 1;
                    return container;
                }
            }
            Some(b'-' | b'0'..=b'9') => return self.number(),
            Some(b',' | b'}' | b']') | None => {
                if self.peek().is_some() || !self.ended {
                    self.slip(Span::new(from, from + 1), "A value is missing here.", "");
                    self.ended |= self.peek().is_none();
                }
                Kind::Faulty
            }
            Some(_) => self.word(),
        };
        Entry::plain(Span::new(from, self.at), kind)
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
                b'\\' if in_text => self.at = (self.at + 1).min(self.tree.text.len()),
                b'"' => in_text = !in_text,
                b'{' | b'[' if !in_text => open += 1,
                b'}' | b']' if !in_text => open = open.saturating_sub(1),
                _ => {}
            }
            if open == 0 {
                break;
            }
        }
        while !self.tree.text.is_char_boundary(self.at) {
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
        let end = self.tree.text.len();
        self.log.add(Fault {
            code: Code::InvalidJson,
            span: Span::new(end, end),
            message: format!("The file ends inside of {what}."),
            help: format!("Close it with {close}; or the end of the file has been cut off."),
            related: vec![Related { span: Span::new(open, open + 1), message: "It is opened here.".into() }],
        });
    }

    /// What stands between two members or items. True where the container goes on, false where it has ended.
    #[inline(always)]
    fn go_on(&mut self, open: usize, close: u8, after_value: bool) -> bool {
        self.blank();
        // Nearly always there is a comma and then a text or a container, or the end.
        let mut comma = None;
        if after_value && self.peek() == Some(b',') {
            comma = Some(Span::new(self.at, self.at + 1));
            self.at += 1;
            self.blank();
        }
        match self.peek() {
            Some(b'"' | b'{') if comma.is_some() || !after_value => true,
            Some(byte) if byte == close && comma.is_none() => {
                self.at += 1;
                false
            }
            _ => self.look_between(open, close, after_value, comma),
        }
    }

    /// What else can stand between two members or items, behind a comma that may have been passed.
    #[inline(never)]
    fn look_between(&mut self, open: usize, close: u8, after_value: bool, mut comma: Option<Span>) -> bool {
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

    fn list(&mut self) -> Entry {
        let open = self.at;
        self.at += 1;
        self.lists += 1;
        let from = self.pending.len();
        while self.go_on(open, b']', self.pending.len() > from) {
            let item = self.value();
            self.pending.push(item);
        }
        self.lists -= 1;
        let row = self.complete(from);
        Entry::container(Span::new(open, self.at), Kind::List, row)
    }

    fn object(&mut self) -> Entry {
        let open = self.at;
        self.at += 1;
        let outer = std::mem::take(&mut self.hurt);
        let from = self.pending.len();
        while self.go_on(open, b'}', self.pending.len() > from) {
            let key = self.key();
            self.blank();
            match self.peek() {
                Some(b':') => self.at += 1,
                _ if self.ended => {}
                _ => self.slip(key.span(), "There is no `:` after this key.", "Write it like `\"title\": …`."),
            }
            self.blank();
            self.pending.push(key);
            let value = self.value();
            self.pending.push(value);
        }
        self.drop_duplicates(from);
        let damaged = std::mem::replace(&mut self.hurt, outer);
        self.hurt |= damaged;
        let row = self.complete(from);
        let kind = if damaged { Kind::Damaged } else { Kind::Object };
        Entry::container(Span::new(open, self.at), kind, row)
    }

    fn key(&mut self) -> Entry {
        let from = self.at;
        if self.peek() == Some(b'"') {
            return self.string();
        }
        let word = self.take_word();
        let help = "Write it like `\"title\": …`.";
        self.slip(Span::new(from, self.at), "A key stands between double quotes.", help);
        self.rewritten(from, word.trim_matches('\'').into())
    }

    /// A text from a place to the cursor that does not stand there as it is read.
    pub(super) fn rewritten(&mut self, from: usize, text: Box<str>) -> Entry {
        let number = self.tree.rewritten.len() as i32;
        self.tree.rewritten.push(text);
        Entry::with_number(Span::new(from, self.at), Kind::Rewritten, number)
    }

    /// Puts away what has been read of a container, from its first on: it is complete.
    fn complete(&mut self, from: usize) -> Range<usize> {
        let first = self.tree.entries.len();
        self.tree.entries.extend_from_slice(self.pending.get(from..).unwrap_or_default());
        self.pending.truncate(from);
        first..self.tree.entries.len()
    }
}
