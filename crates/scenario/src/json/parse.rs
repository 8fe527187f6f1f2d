//! The reader of JSON that has no slip. At the first one it gives up, and [`super::recover`] reads the file.

use super::super::reader::Log;
use super::entry::{Entry, Kind};
use super::recover::recover;
use super::row::Rows;
use super::tree::Tree;
use crate::Span;

/// Reads a text as one JSON value. `offset` is added to nothing: spans count from the start of `text`, whose first
/// `offset` bytes are passed over (a byte order mark).
pub(in super::super) fn parse<'a>(text: &'a str, offset: usize, nesting: usize, log: &mut Log) -> Tree<'a> {
    parse_into(Rows::new(text), offset, nesting, log)
}

/// The same into rows that are made already.
pub(super) fn parse_into<'a>(rows: Rows<'a>, offset: usize, nesting: usize, log: &mut Log) -> Tree<'a> {
    let again = rows.anew();
    let mut parser = Parser { rows, at: offset, nesting, depth: 0, failed: false };
    parser.blank();
    let root = parser.value();
    parser.blank();
    if parser.failed || parser.peek().is_some() {
        return recover(again, offset, nesting, log);
    }
    parser.rows.into_tree(root, log)
}

/// Where the reader is in the text.
pub(super) struct Parser<'a> {
    /// What has been read.
    pub(super) rows: Rows<'a>,
    /// The cursor, in bytes; it never goes back.
    pub(super) at: usize,
    nesting: usize,
    depth: usize,
    /// Whether there was a slip.
    failed: bool,
}

impl<'a> Parser<'a> {
    pub(super) fn bytes(&self) -> &'a [u8] {
        self.rows.text().as_bytes()
    }

    #[inline]
    pub(super) fn peek(&self) -> Option<u8> {
        self.bytes().get(self.at).copied()
    }

    /// Gives up: nothing is left to be read.
    #[inline(never)]
    pub(super) fn fail(&mut self) -> Entry {
        self.failed = true;
        self.at = self.bytes().len();
        Entry::plain(Span::default(), Kind::Faulty)
    }

    #[inline]
    fn blank(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    fn value(&mut self) -> Entry {
        match self.peek() {
            Some(b'"') => self.string(),
            Some(b'{' | b'[') if self.depth == self.nesting => self.fail(),
            Some(open @ (b'{' | b'[')) => {
                self.depth += 1;
                let container = if open == b'{' { self.object() } else { self.list() };
                self.depth -= 1;
                container
            }
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(_) => self.word(),
            None => self.fail(),
        }
    }

    /// What stands between two members or items. True where the container goes on, false where it has ended.
    #[inline(always)]
    fn go_on(&mut self, close: u8, after_value: bool) -> bool {
        self.blank();
        match self.peek() {
            Some(b',') if after_value => {
                self.at += 1;
                self.blank();
                true
            }
            Some(byte) if byte == close => {
                self.at += 1;
                false
            }
            Some(_) if !after_value => true,
            _ => {
                self.fail();
                false
            }
        }
    }

    fn list(&mut self) -> Entry {
        let open = self.at;
        self.at += 1;
        let from = self.rows.begin();
        while self.go_on(b']', self.rows.begin() > from) {
            let item = self.value();
            self.rows.put(item);
        }
        self.rows.complete(from, Span::new(open, self.at), Kind::List)
    }

    fn object(&mut self) -> Entry {
        let open = self.at;
        self.at += 1;
        let from = self.rows.begin();
        while self.go_on(b'}', self.rows.begin() > from) {
            let key = if self.peek() == Some(b'"') { self.string() } else { self.fail() };
            self.blank();
            if self.peek() == Some(b':') {
                self.at += 1;
            } else {
                self.fail();
            }
            self.blank();
            self.rows.put(key);
            let value = self.value();
            self.rows.put(value);
        }
        self.rows.complete(from, Span::new(open, self.at), Kind::Object)
    }
}
