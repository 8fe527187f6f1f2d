//! What each token does where it stands.

use super::super::super::error::Span;
use super::super::entry::{Entry, Kind};
use super::acts::Act;
use super::frame::{Frame, Place, What, fits, inner, lacking};
use super::slips::Group;
use super::texts::Of;
use super::{MISFIT, Reading, Token, name_of, token};

impl Reading<'_, '_> {
    /// Where a member's value, or that of the file, should stand.
    pub(super) fn at_value(&mut self, c: char) {
        match token(c) {
            Token::Quote => self.text(Of::Value),
            Token::Open(open) => self.open(open),
            Token::Bare => self.bare_value(),
            Token::Colon => self.sign_too_many(c),
            Token::Close(_) | Token::Comma if self.now.frames.is_empty() => self.pass_junk(),
            Token::Close(_) | Token::Comma => self.act(Act::NoValue),
        }
    }

    /// Where an item of a list should stand.
    pub(super) fn at_item(&mut self, c: char) {
        match token(c) {
            // A low quotation mark looks like a comma, and is one where nothing is quoted.
            Token::Quote => self.text(Of::Item),
            Token::Open(open) => self.open(open),
            Token::Bare => self.bare_value(),
            Token::Colon => self.sign_too_many(c),
            Token::Comma => self.sign_too_many(c),
            Token::Close(close) => self.close(close),
        }
    }

    /// Where a key should stand.
    pub(super) fn at_key(&mut self, c: char) {
        match token(c) {
            Token::Quote => self.text(Of::Key),
            Token::Bare => self.bare_key(),
            Token::Colon | Token::Comma => self.sign_too_many(c),
            Token::Close(close) => self.close(close),
            Token::Open(_) => {
                let empty = self.now.frames.last().is_some_and(|frame| frame.count == 0 && frame.comma.is_none());
                let mut acts = vec![Act::Skip];
                acts.extend(empty.then_some(Act::Flip));
                acts.extend((1..self.now.frames.len().min(4)).map(Act::Insert));
                self.decide(&acts);
            }
        }
    }

    /// Where the colon after a key should stand.
    pub(super) fn at_colon(&mut self, c: char) {
        match token(c) {
            Token::Colon => {
                let from = self.now.at;
                self.now.at += c.len_utf8();
                if c == '=' && self.peek() == Some('>') {
                    self.now.at += 1;
                }
                self.now.place = Place::Value;
                if c != ':' {
                    self.slip_of(Group::Colon, Span::new(from, self.now.at), || {
                        (format!("{}, where JSON has `:` after a key.", name_of(c)), "Write `:`.".into())
                    });
                }
            }
            Token::Comma | Token::Close(_) => {
                let empty = self.now.frames.last().is_some_and(|frame| frame.count == 0);
                let mut acts = vec![Act::NoValue];
                acts.extend(empty.then_some(Act::Flip));
                self.decide(&acts);
            }
            Token::Quote | Token::Open(_) | Token::Bare => {
                let key = self.now.frames.last().map(|frame| frame.key).unwrap_or_default();
                self.now.place = Place::Value;
                self.slip(key, || ("There is no `:` after this key.".into(), "Write it like `\"title\": …`.".into()));
            }
        }
    }

    /// After a member or an item.
    pub(super) fn at_after(&mut self, c: char) {
        let Some(frame) = self.now.frames.last().copied() else { return };
        let next = if frame.object { Place::Key } else { Place::Item };
        let low = matches!(c, '\u{201a}') && !self.is_key(self.now.at);
        match token(c) {
            Token::Comma => self.comma(c),
            Token::Quote if low => self.comma(c),
            Token::Close(close) => self.close(close),
            Token::Colon if frame.object && self.is_key(self.past_blank(self.now.at + c.len_utf8())) => self.comma(c),
            Token::Colon => {
                let mut acts = vec![Act::Skip];
                if !frame.object && frame.text {
                    acts.extend((frame.count == 1).then_some(Act::Flip));
                    let outer = self.now.frames.len().checked_sub(2).and_then(|at| self.now.frames.get(at));
                    acts.extend(outer.is_some_and(|outer| outer.object).then_some(Act::InsertBefore));
                }
                self.decide(&acts);
            }
            Token::Open(_) if frame.object => {
                let mut acts = vec![Act::Skip];
                acts.extend((1..self.now.frames.len().min(4)).map(Act::Insert));
                self.decide(&acts);
            }
            Token::Bare if self.is_point(c) => self.comma(c),
            Token::Bare if frame.object && !self.is_key(self.now.at) => self.pass_junk(),
            Token::Bare if !frame.object && !c.is_alphanumeric() => self.pass_junk(),
            Token::Quote | Token::Open(_) | Token::Bare => {
                let end = frame.ends[0];
                let start = (0..end).rev().find(|at| self.text.is_char_boundary(*at)).unwrap_or(end);
                self.now.place = next;
                self.slip(Span::new(start, end), || {
                    ("A comma is missing after this.".into(), "Put a `,` behind it.".into())
                });
            }
        }
    }

    /// A full stop at the end of a member or an item, where a comma should be.
    fn is_point(&self, c: char) -> bool {
        let after = self.now.at + c.len_utf8();
        matches!(c, '.' | '．' | '。' | '｡') && self.char_at(after).is_none_or(char::is_whitespace)
    }

    /// After the file's value.
    pub(super) fn at_end(&mut self, c: char) -> bool {
        let mut acts = vec![Act::Stop];
        if !matches!(token(c), Token::Bare | Token::Colon) && self.pays_to_reopen() {
            acts.push(Act::Reopen);
        }
        self.decide(&acts)
    }

    fn comma(&mut self, c: char) {
        let here = Span::new(self.now.at, self.now.at + c.len_utf8());
        self.now.at += c.len_utf8();
        if let Some(frame) = self.now.frames.last_mut() {
            frame.comma = Some(here.start as usize);
            self.now.place = if frame.object { Place::Key } else { Place::Item };
        }
        if c != ',' {
            self.slip_of(Group::Comma, here, || {
                (format!("{}, where JSON has a comma.", name_of(c)), "Write `,`.".into())
            });
        }
    }

    /// A comma or a colon where none may stand.
    fn sign_too_many(&mut self, c: char) {
        let from = self.now.at;
        while self.peek() == Some(c) {
            self.now.at += c.len_utf8();
        }
        self.slip(Span::new(from, self.now.at), || {
            let what = if matches!(token(c), Token::Comma) { "comma" } else { "sign" };
            (format!("This {what} is one too many."), "Take it out.".into())
        });
    }

    /// An opening bracket where a value may stand.
    fn open(&mut self, open: u8) {
        let wanted = self.now.wanted();
        let object = match open {
            b'(' if fits(wanted, What::Object) && !fits(wanted, What::List) => true,
            b'(' if fits(wanted, What::List) && !fits(wanted, What::Object) => false,
            b'(' => self.is_key(self.past_blank(self.now.at + 1)),
            open => open == b'{',
        };
        if fits(wanted, if object { What::Object } else { What::List }) {
            self.enter(object);
        } else {
            let acts = [Act::Enter(object), Act::Turned(object), Act::Skip];
            // The file's own value begins with a bracket.
            self.decide(if self.now.frames.is_empty() { &acts[..2] } else { &acts });
        }
    }

    /// Goes into a container whose bracket is under the cursor.
    pub(super) fn enter(&mut self, object: bool) {
        let from = self.now.at;
        let Some(c) = self.peek() else { return };
        let what = if object { What::Object } else { What::List };
        if !fits(self.now.wanted(), what) {
            self.now.cost += MISFIT;
        }
        if self.now.frames.len() >= self.nesting {
            return self.pass_nested();
        }
        self.now.at += c.len_utf8();
        self.push(object, from);
        if !matches!(c, '{' | '[') {
            self.odd_bracket(c, Span::new(from, self.now.at), if object { '{' } else { '[' });
        }
    }

    /// Goes into an object whose bracket is missing, at the beginning of the file.
    pub(super) fn enter_unopened(&mut self) {
        self.push(true, self.now.at);
        self.hurt();
    }

    fn push(&mut self, object: bool, open: usize) {
        let frame = Frame {
            object,
            open,
            first: self.made.as_ref().map_or(0, |made| made.rows.begin()),
            count: 0,
            comma: None,
            ends: [self.now.at; 2],
            text: false,
            kind: inner(self.now.wanted(), object),
            came: 0,
            key: Span::new(open, self.now.at),
            field: None,
            hurt: false,
        };
        self.now.frames.push(frame);
        self.now.closed = None;
        self.now.place = if object { Place::Key } else { Place::Item };
    }

    fn odd_bracket(&mut self, c: char, span: Span, meant: char) {
        self.slip_of(Group::Bracket, span, || {
            (format!("{}, where JSON has `{meant}`.", name_of(c)), format!("Write `{meant}`."))
        });
    }

    /// A closing bracket.
    fn close(&mut self, close: u8) {
        let Some(frame) = self.now.frames.last().copied() else { return self.pass_junk() };
        let fits = |frame: &Frame| close == b')' || (close == b'}') == frame.object;
        if fits(&frame) {
            return self.close_as(None);
        }
        let distance = self.now.frames.iter().rev().position(fits);
        let mut acts = vec![Act::Replace];
        acts.extend(distance.map(Act::Insert));
        acts.push(Act::Skip);
        self.decide(&acts);
    }

    /// Closes the innermost container with the bracket under the cursor, which should be another where that is told.
    pub(super) fn close_as(&mut self, meant: Option<char>) {
        let from = self.now.at;
        let (Some(c), Some(frame)) = (self.peek(), self.now.frames.last().copied()) else { return };
        let here = Span::new(from, from + c.len_utf8());
        if let Some(meant) = meant {
            let what = if frame.object { "object" } else { "list" };
            let beside = (Span::new(frame.open, frame.open + 1), "It opens here.");
            self.slip_beside(here, Some(beside), || {
                let message = format!("This bracket is wrong: the {what} that it closes ends with `{meant}`.");
                (message, format!("Write `{meant}`, not `{c}`."))
            });
        } else if let Some(comma) = frame.comma.filter(|_| frame.count > 0) {
            self.slip_of(Group::Trailing, Span::new(comma, comma + 1), || {
                ("JSON has no comma before a closing bracket.".into(), "Take it out.".into())
            });
        }
        if !matches!(c, '}' | ']') {
            self.odd_bracket(c, here, frame.close());
        }
        self.now.at += c.len_utf8();
        self.pop(self.now.at);
        self.now.closed = Some((frame, from));
    }

    /// Completes the innermost container, which ends before a place.
    pub(super) fn pop(&mut self, end: usize) {
        let Some(frame) = self.now.frames.pop() else { return };
        if !frame.hurt {
            self.now.cost += lacking(&frame);
        }
        self.now.closed = None;
        let span = Span::new(frame.open, end);
        let kind = match (frame.object, frame.hurt) {
            (false, _) => Kind::List,
            (true, false) => Kind::Object,
            (true, true) => Kind::Damaged,
        };
        let entry = match &mut self.made {
            Some(made) => made.rows.complete(frame.first, span, kind),
            None => Entry::plain(span, kind),
        };
        self.put(entry, if frame.object { What::Object } else { What::List }, end);
        if frame.hurt {
            self.hurt();
        }
    }

    /// Puts a value where it belongs.
    pub(super) fn put(&mut self, entry: Entry, what: What, end: usize) {
        if let Some(frame) = self.now.frames.last_mut() {
            frame.count += 1;
            frame.comma = None;
            frame.ends = [end, frame.ends[0]];
            frame.text = what == What::Text;
            if let Some(made) = &mut self.made {
                made.rows.put(entry);
            }
        } else {
            self.now.root = entry;
        }
        self.now.place = self.now.after();
    }

    /// Puts something in the place of a value that cannot be read.
    pub(super) fn place_faulty(&mut self, span: Span) {
        self.put(Entry::plain(span, Kind::Faulty), What::Other, span.end as usize);
        self.hurt();
    }

    /// Passes over a value that is nested too deep, however long it is.
    fn pass_nested(&mut self) {
        let from = self.now.at;
        let nesting = self.nesting;
        if let Some(made) = &mut self.made {
            let message = format!("This is nested more than {nesting} levels deep.");
            let help = "A scenario needs no more than 10 levels.";
            made.slips.add_over_limit(Span::new(from, from + 1), message, help);
        }
        let mut open = 0_usize;
        let mut in_text = false;
        let bytes = self.text.as_bytes();
        while let Some(byte) = bytes.get(self.now.at) {
            self.now.at += 1;
            match byte {
                b'\\' if in_text => self.now.at = (self.now.at + 1).min(bytes.len()),
                b'"' => in_text = !in_text,
                b'{' | b'[' if !in_text => open += 1,
                b'}' | b']' if !in_text => open = open.saturating_sub(1),
                _ => {}
            }
            if open == 0 {
                break;
            }
        }
        while !self.text.is_char_boundary(self.now.at) {
            self.now.at += 1;
        }
        self.place_faulty(Span::new(from, self.now.at));
    }
}
