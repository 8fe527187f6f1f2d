//! What stands without quotes: numbers, words, and texts and keys whose quotes are missing.

use super::super::super::error::Span;
use super::super::entry::{Entry, Kind};
use super::super::plain::{Number, number_of};
use super::ends::End;
use super::frame::{Place, What, fits};
use super::numbers::number_meant;
use super::slips::Group;
use super::texts::Of;
use super::{MISFIT, Reading, Token, quote, token};

impl<'a> Reading<'a, '_> {
    /// What stands from the cursor to the next white space or sign of JSON.
    pub(super) fn word(&self) -> &'a str {
        let from = self.now.at;
        let ends = |c: char| c.is_whitespace() || !matches!(token(c), Token::Bare);
        let rest = self.slice(from, self.text.len());
        let length = rest.find(ends).unwrap_or(rest.len());
        self.slice(from, from + length)
    }

    /// A value that does not begin with a quotation mark or a bracket.
    pub(super) fn bare_value(&mut self) {
        let from = self.now.at;
        let word = self.word();
        let span = Span::new(from, from + word.len());
        let kind = match word {
            "true" => Some((Kind::True, What::Truth)),
            "false" => Some((Kind::False, What::Truth)),
            "null" => Some((Kind::Null, What::Other)),
            _ => None,
        };
        if let Some((kind, what)) = kind {
            return self.put_bare(Entry::plain(span, kind), what, span);
        }
        match number_of(word) {
            Some(Number::Whole(number)) if !self.goes_on(from + word.len()) => {
                let entry = Entry::with_number(span, Kind::Whole, number);
                return self.put_bare(entry, What::Number, span);
            }
            Some(Number::Fraction) => return self.put_bare(Entry::plain(span, Kind::Fraction), What::Number, span),
            _ => {}
        }
        if self.number_slip() || self.word_slip(word, span) {
            return;
        }
        let wanted = self.now.wanted();
        if wanted.is_some() && fits(wanted, What::Number) && !fits(wanted, What::Text) {
            return self.no_number();
        }
        let of = if self.now.frames.last().is_some_and(|frame| !frame.object) { Of::Item } else { Of::Value };
        if self.follows(from + word.len(), of) && !word.is_empty() {
            return self.take(from, None, End::unclosed(from + word.len()), of);
        }
        match self.best_end(from, None, of).filter(|end| end.after > from) {
            Some(end) => self.take(from, None, end, of),
            None => self.pass_junk(),
        }
    }

    fn put_bare(&mut self, entry: Entry, what: What, span: Span) {
        if !fits(self.now.wanted(), what) {
            self.now.cost += MISFIT;
        }
        self.now.at = span.end as usize;
        self.put(entry, what, span.end as usize);
        self.now.closed = None;
    }

    /// Whether a number goes on behind a place: with a unit, more digits after a space, or a decimal comma.
    fn goes_on(&self, at: usize) -> bool {
        let in_object = self.now.frames.last().is_some_and(|frame| frame.object);
        let decimal = in_object && matches!(self.char_at(at), Some(',' | '،' | '，'));
        if decimal {
            let after = at + self.char_at(at).map_or(0, char::len_utf8);
            return self.char_at(after).is_some_and(|c| c.is_ascii_digit());
        }
        let mut rest = self.slice(at, self.text.len()).chars();
        matches!(rest.next(), Some(' ' | '\u{a0}' | '\u{202f}')) && rest.next().is_some_and(char::is_alphanumeric)
    }

    /// A number that is not written as JSON writes it; false where what stands here is none.
    fn number_slip(&mut self) -> bool {
        let from = self.now.at;
        let wanted = self.now.wanted();
        if !fits(wanted, What::Number) {
            return false;
        }
        let line = self.slice(from, self.text.len());
        let in_object = self.now.frames.last().is_some_and(|frame| frame.object);
        let mut end = 0;
        for (at, c) in line.char_indices().take(200) {
            let comma = matches!(token(c), Token::Comma);
            let digit =
                line.get(at + c.len_utf8()..).and_then(|rest| rest.chars().next()).is_some_and(char::is_numeric);
            let inside = c != '\n' && c != '\r' && matches!(token(c), Token::Bare)
                || c == '\'' && digit
                || comma && in_object && digit && end > 0;
            if !inside {
                break;
            }
            end = at + c.len_utf8();
        }
        let written = line.get(..end).unwrap_or_default().trim_end();
        let meant = if number_of(written).is_some() { None } else { number_meant(written) };
        let Some(meant) = meant else { return false };
        let span = Span::new(from, from + written.len());
        match meant.group {
            Some(group) => self.slip_of(group, span, || (meant.message, meant.help)),
            None => self.slip(span, || (meant.message, meant.help)),
        }
        self.now.at = from + written.len();
        self.place_faulty(span);
        self.now.closed = None;
        true
    }

    /// Something that stands in the place of a number.
    fn no_number(&mut self) {
        let from = self.now.at;
        let rest = self.slice(from, self.text.len());
        let ends = |c: char| matches!(c, '\n' | '\r') || !matches!(token(c), Token::Bare | Token::Quote);
        let written = rest.get(..rest.find(ends).unwrap_or(rest.len())).unwrap_or_default().trim_end();
        let span = Span::new(from, from + written.len());
        self.slip(span, || ("This is not a number.".into(), NUMBER.into()));
        self.now.at = from + written.len();
        self.place_faulty(span);
        self.now.closed = None;
    }

    /// A word of another language that stands for a value.
    fn word_slip(&mut self, word: &str, span: Span) -> bool {
        let plain = super::signs::folded(word).map(|folded| folded.name);
        let plain = plain.as_deref().unwrap_or(word);
        let (help, what) = match plain.to_ascii_lowercase().as_str() {
            "true" | "yes" | "on" => ("Write `true`.", What::Truth),
            "false" | "no" | "off" => ("Write `false`.", What::Truth),
            "none" | "nil" | "null" | "undefined" | "nan" | "infinity" | "inf" => ("Leave the field out.", What::Other),
            _ => return false,
        };
        let text_wanted = fits(self.now.wanted(), What::Text) && !fits(self.now.wanted(), What::Truth);
        if text_wanted && what == What::Truth || !self.follows(span.end as usize, Of::Value) {
            return false;
        }
        let number = self.now.wanted().is_some() && fits(self.now.wanted(), What::Number);
        let help = if number { NUMBER } else { help };
        self.slip_of(Group::Word, span, || (format!("JSON has no `{word}`."), help.into()));
        self.now.at = span.end as usize;
        self.place_faulty(span);
        self.now.closed = None;
        true
    }

    /// A key that does not begin with a quotation mark.
    pub(super) fn bare_key(&mut self) {
        let from = self.now.at;
        let word = self.word();
        let end = from + word.len();
        if self.follows(end, Of::Key) && !word.is_empty() {
            let span = Span::new(from, end);
            self.now.at = end;
            self.slip_of(Group::Key, span, || {
                ("A key stands between double quotes.".into(), format!("Write it like `\"{}\": …`.", shown(word)))
            });
            self.now.said = (from, end);
            let text = super::texts::plain_name(word);
            let entry = self.made.as_mut().map(|made| made.rows.rewritten(span, text.into()));
            return self.take_key(entry, span);
        }
        let may_be_key = self.is_key(from) || quote(self.char_at(end).unwrap_or(' ')).is_some();
        let found = if may_be_key { self.best_end(from, None, Of::Key) } else { None };
        if let Some(found) = found.filter(|found| found.after > from) {
            return self.take(from, None, found, Of::Key);
        }
        self.pass_junk();
        self.now.place = Place::Key;
    }
}

/// What to do where a number should stand.
const NUMBER: &str = "Write a whole number, such as `2` or `-1`.";

/// A word as it fits into a message.
fn shown(word: &str) -> &str {
    super::super::super::reader::shortened(word)
}
