//! Reads a file that is not JSON as its author most likely meant it, and names each slip once, at its place.
//!
//! Signs that look like others, comments and the like are told as they come. Where a slip can be read in several ways
//! (a quotation mark inside a text may end it; a bracket may be wrong, missing or one too many) each way is tried on the
//! next few lines, and the one that makes the fewest slips of them is taken. What a scenario's fields may hold helps to
//! count. All work is paid from a budget that grows with the file, so that reading stays linear whatever it holds.

mod acts;
mod bare;
mod between;
mod blank;
mod ends;
mod frame;
mod numbers;
mod slips;
mod texts;

use super::super::error::Span;
use super::super::foreign::{self, Foreign};
use super::super::reader::Log;
use super::super::signs::{self, Meant, Sign};
use super::entry::{Entry, Kind};
use super::row::Rows;
use super::tree::Tree;
use frame::{Frame, Place};
use slips::{Group, Slips};
use std::cell::Cell;

/// What a slip costs where ways to read a file are compared.
const SLIP: u32 = 10;
/// What a sign costs that is wrong in the same way as one before it.
const AGAIN: u32 = 1;
/// What a field costs that has no place where it stands, or a value of a kind that the field does not take.
const MISFIT: u32 = 8;
/// How far behind the ways that are compared each is followed, in bytes.
const AHEAD: usize = 320;

/// Reads a text as one JSON value into rows that are still empty, and reports every slip.
pub(super) fn recover<'a>(rows: Rows<'a>, offset: usize, nesting: usize, log: &mut Log) -> Tree<'a> {
    let text = rows.text();
    let budget = Cell::new(400_000 + 8 * text.len());
    let mut made = Made { rows, slips: Slips::default() };
    let root = Reading { text, nesting, now: Now::new(offset), made: Some(&mut made), budget: &budget }.run();
    let Made { rows, slips } = made;
    slips.report(log);
    rows.into_tree(root, log)
}

/// What a reading makes.
struct Made<'a> {
    rows: Rows<'a>,
    slips: Slips,
}

/// A reading: the one that counts, or one that only tries how a file reads on.
struct Reading<'a, 'm> {
    text: &'a str,
    nesting: usize,
    now: Now,
    /// What it makes, where it is the one that counts.
    made: Option<&'m mut Made<'a>>,
    /// How many bytes may still be looked at to compare ways.
    budget: &'m Cell<usize>,
}

/// Where a reading is.
#[derive(Clone)]
struct Now {
    /// The cursor, in bytes; it never goes back.
    at: usize,
    place: Place,
    frames: Vec<Frame>,
    /// What has been read of the whole file.
    root: Entry,
    /// The container that was closed last, and where its bracket stands, as long as nothing came after it but a comma.
    closed: Option<(Frame, usize)>,
    /// From where to where the text that was read last goes, without its quotes.
    said: (usize, usize),
    /// Groups of signs of which there was one.
    seen: u32,
    /// Whether a comment without an end was met: none of those that follow has one.
    endless: bool,
    /// Whether the end of the file inside something has been reported.
    ended: bool,
    cost: u32,
}

impl Now {
    fn new(at: usize) -> Self {
        let root = Entry::plain(Span::default(), Kind::Faulty);
        let (frames, closed) = (Vec::new(), None);
        let (place, said) = (Place::Value, (at, at));
        Now { at, place, frames, root, closed, said, seen: 0, endless: false, ended: false, cost: 0 }
    }
}

/// A sign as the notation knows it; where it only looks like one of those, what it is.
#[derive(Clone, Copy)]
enum Token {
    Quote,
    Open(u8),
    Close(u8),
    Comma,
    Colon,
    /// Anything else: a letter, a digit, a sign without a place in JSON.
    Bare,
}

impl<'a> Reading<'a, '_> {
    /// Reads the file to its end.
    fn run(mut self) -> Entry {
        if let Some(what) = foreign::of_text(self.text) {
            self.slip(Span::new(0, 0), || (what.message.into(), what.help.into()));
            return self.now.root;
        }
        self.blank();
        if self.peek().is_none() {
            let help = "A scenario is a JSON object, from `{` to `}`: is it the right file, and was it saved?";
            self.slip(Span::new(0, 0), || ("The file is empty.".into(), help.into()));
            return self.now.root;
        }
        if let Some(what) = self.foreign() {
            // What it seems to hold says nothing more.
            if let Some(made) = &mut self.made {
                made.slips = Slips::default();
            }
            self.slip(Span::new(0, 0), || (what.message.into(), what.help.into()));
            return self.now.root;
        }
        while self.step() {}
        self.now.root
    }

    /// What the file is, where it is nothing that a scenario with slips could be.
    fn foreign(&mut self) -> Option<Foreign> {
        let open = self.now.at;
        if matches!(self.peek().map(token), Some(Token::Open(_))) {
            return None;
        }
        if !self.is_key(open) {
            return Some(foreign::PROSE);
        }
        self.slip(Span::new(open, open + 1), || {
            ("The file begins without its `{`.".into(), "Put a `{` before this.".into())
        });
        self.enter_unopened();
        None
    }

    /// Reads one token, or decides how to go on. False at the end.
    fn step(&mut self) -> bool {
        self.blank();
        let before = (self.now.at, self.now.place, self.now.frames.len());
        let Some(c) = self.peek() else {
            self.end();
            return false;
        };
        match self.now.place {
            Place::Value => self.at_value(c),
            Place::Item => self.at_item(c),
            Place::Key => self.at_key(c),
            Place::Colon => self.at_colon(c),
            Place::After => self.at_after(c),
            Place::Done => return self.at_end(c),
        }
        if before == (self.now.at, self.now.place, self.now.frames.len()) {
            self.pass_junk();
        }
        true
    }

    fn peek(&self) -> Option<char> {
        self.char_at(self.now.at)
    }

    fn char_at(&self, at: usize) -> Option<char> {
        let byte = *self.text.as_bytes().get(at)?;
        if byte < 0x80 { Some(char::from(byte)) } else { self.text.get(at..)?.chars().next() }
    }

    fn slice(&self, from: usize, to: usize) -> &'a str {
        self.text.get(from..to).unwrap_or_default()
    }

    /// Pays for bytes that are looked at more than once; false where nothing is left to pay with.
    fn pay(&self, bytes: usize) -> bool {
        let left = self.budget.get();
        self.budget.set(left.saturating_sub(bytes));
        left > bytes
    }

    /// Whether this reading only tries.
    fn tries(&self) -> bool {
        self.made.is_none()
    }

    /// Something that is wrong, in a message and a help.
    fn slip(&mut self, span: Span, told: impl FnOnce() -> (String, String)) {
        self.slip_beside(span, None, told);
    }

    /// Something that is wrong, with another place that belongs to it.
    fn slip_beside(&mut self, span: Span, beside: Option<(Span, &str)>, told: impl FnOnce() -> (String, String)) {
        self.now.cost += SLIP;
        self.hurt();
        if let Some(made) = &mut self.made {
            made.slips.add(span, beside, told);
        }
    }

    /// A sign that is wrong in a way that others of the file may be, too.
    fn slip_of(&mut self, group: Group, span: Span, told: impl FnOnce() -> (String, String)) {
        self.now.cost += if self.has_seen(group) { AGAIN } else { SLIP };
        self.now.seen |= 1 << group as u32;
        self.hurt();
        if let Some(made) = &mut self.made {
            made.slips.add_to(group, self.text, span, told);
        }
    }

    fn has_seen(&self, group: Group) -> bool {
        self.now.seen & 1 << group as u32 != 0
    }

    /// A slip may have swallowed a part of what it stands in.
    fn hurt(&mut self) {
        if let Some(frame) = self.now.frames.last_mut() {
            frame.hurt = true;
        }
    }

    /// What stands here has no place: it is passed over up to the next sign that could have one.
    fn pass_junk(&mut self) {
        let from = self.now.at;
        let mut signs = self.slice(from, self.text.len()).char_indices();
        signs.next();
        let goes_on = |c: char| !c.is_whitespace() && matches!(token(c), Token::Bare);
        let length = signs.find(|(_, c)| !goes_on(*c)).map_or(self.text.len() - from, |(at, _)| at);
        self.now.at = from + length.max(1);
        let junk = self.slice(from, self.now.at);
        self.slip(Span::new(from, self.now.at), || {
            let what = if junk.chars().nth(1).is_some() { "This has" } else { "This sign has" };
            (format!("{what} no place here."), "Take it out.".into())
        });
    }

    /// The end of the file: said once where something is still open.
    fn end(&mut self) {
        while let Some(frame) = self.now.frames.last().copied() {
            let end = self.text.len();
            if !self.now.ended {
                let (what, close) = if frame.object { ("an object", '}') } else { ("a list", ']') };
                let beside = (Span::new(frame.open, frame.open + 1), "It is opened here.");
                self.slip_beside(Span::new(end, end), Some(beside), || {
                    let help = format!("Close it with `{close}`; or the end of the file has been cut off.");
                    (format!("The file ends inside of {what}."), help)
                });
                self.now.ended = true;
            } else {
                self.now.cost += SLIP;
            }
            if matches!(self.now.place, Place::Colon | Place::Value) {
                self.place_faulty(Span::new(end, end));
            }
            self.hurt();
            self.pop(end);
        }
    }
}

/// What a character is to the notation.
fn token(c: char) -> Token {
    match c {
        '"' | '\'' | '`' => Token::Quote,
        '{' | '[' | '(' => Token::Open(c as u8),
        '}' | ']' | ')' => Token::Close(c as u8),
        ',' | ';' => Token::Comma,
        ':' | '=' => Token::Colon,
        c if c.is_ascii() => Token::Bare,
        c => match signs::sign(c).map(|sign| sign.meant) {
            Some(Meant::Quote | Meant::Single) => Token::Quote,
            Some(Meant::Comma) => Token::Comma,
            Some(Meant::Colon) => Token::Colon,
            Some(Meant::Open(open)) => Token::Open(open),
            Some(Meant::Close(close)) => Token::Close(close),
            _ => Token::Bare,
        },
    }
}

/// Whether a character is a quotation mark of any kind, and whether it is one of the pairs, as `"` is.
fn quote(c: char) -> Option<bool> {
    match c {
        '"' => Some(true),
        '\'' | '`' => Some(false),
        c if c.is_ascii() => None,
        c => match signs::sign(c)?.meant {
            Meant::Quote => Some(true),
            Meant::Single => Some(false),
            _ => None,
        },
    }
}

/// A sign with its name, where it only looks like one of JSON's; ASCII signs are named by their own look.
fn name_of(c: char) -> String {
    match signs::sign(c) {
        Some(Sign { name, .. }) => signs::named(c, name),
        None => format!("`{c}` stands here"),
    }
}
