//! Texts: keys and values between quotation marks, of whatever kind they are.

use super::super::super::error::Span;
use super::super::super::signs;
use super::super::entry::{Entry, Kind};
use super::super::text::escaped;
use super::ends::End;
use super::frame::{What, fits, is_name};
use super::slips::Group;
use super::{AHEAD, MISFIT, Reading, name_of, quote};
use std::borrow::Cow;

/// What a text is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Of {
    /// The key of a member.
    Key,
    /// The value of a member, or of the file.
    Value,
    /// An item of a list.
    Item,
}

/// How far a text that may not end is looked through once nothing can be paid any more, in bytes.
const REGULAR: usize = 65_536;

impl Reading<'_, '_> {
    /// Reads a text whose opening mark is under the cursor.
    pub(super) fn text(&mut self, of: Of) {
        let open = self.now.at;
        let Some(mark) = self.peek() else { return };
        let from = open + mark.len_utf8();
        let regular = self.regular(from, mark).filter(|end| self.follows(end.after, of));
        let end = regular.or_else(|| self.best_end(open, Some(mark), of));
        match end {
            Some(end) => self.take(open, Some(mark), end, of),
            None => self.pass_junk(),
        }
    }

    /// The end of a text as JSON says it: the next quotation mark on its line; after another mark the next of its kind.
    fn regular(&self, from: usize, mark: char) -> Option<End> {
        let mut escaped = false;
        // Once nothing can be paid any more a text that does not end is looked through no further than this.
        let most = if self.pay(0) { usize::MAX } else { REGULAR };
        for (at, c) in self.slice(from, self.text.len()).char_indices() {
            if at > most {
                return None;
            }
            let closes =
                if mark == '"' { c == '"' } else { quote(c).is_some_and(|double| quote(mark) == Some(double)) };
            match c {
                _ if std::mem::take(&mut escaped) => {}
                '\n' => {
                    // A text that ends is read on; one that does not may be looked through again and again.
                    self.pay(at);
                    return None;
                }
                '\\' => escaped = true,
                c if closes => {
                    return Some(End { closer: Some(c), after: from + at + c.len_utf8(), ..End::unclosed(from + at) });
                }
                _ => {}
            }
        }
        self.pay(self.text.len().saturating_sub(from));
        None
    }

    /// The end after which the fewest slips follow.
    pub(super) fn best_end(&self, open: usize, mark: Option<char>, of: Of) -> Option<End> {
        let from = open + mark.map_or(0, char::len_utf8);
        if !self.pay(256) {
            let Some(mark) = mark else { return Some(End::unclosed(from + self.word().len())) };
            let rest = self.slice(from, self.text.len());
            let line = || End::unclosed(from + rest.find('\n').unwrap_or(rest.len()));
            return Some(self.regular(from, mark).unwrap_or_else(line));
        }
        let ends = self.ends(from, mark, of);
        let cheapest = ends.iter().min_by_key(|end| self.cost_of(end, mark)).copied();
        if self.tries() || ends.len() < 2 {
            return cheapest;
        }
        let to = ends.iter().map(|end| end.after).max().unwrap_or(from) + AHEAD;
        let mut best = (u32::MAX, cheapest);
        for end in &ends {
            let mut trial = self.trial();
            trial.take(open, mark, *end, of);
            let cost = self.follow(&mut trial, to, best.0);
            if cost < best.0 {
                best = (cost, Some(*end));
            }
        }
        best.1
    }

    /// Takes a text up to an end.
    pub(super) fn take(&mut self, open: usize, mark: Option<char>, end: End, of: Of) {
        let from = open + mark.map_or(0, char::len_utf8);
        let span = Span::new(open, end.after.max(open));
        self.now.at = end.after;
        if self.tries() {
            self.now.cost += self.cost_of(&End { follows: true, ..end }, mark);
            self.hurt();
        } else {
            self.tell(open, mark, &end);
        }
        self.now.said = (from, end.to);
        let wanted = if of == Of::Key { None } else { self.now.wanted() };
        let name = of == Of::Key || is_name(wanted);
        if of == Of::Key {
            let entry = self.entry(span, mark, &end, name);
            return self.take_key(entry, span);
        }
        if !fits(wanted, What::Text) || name && self.slice(from, end.to).contains(' ') {
            self.now.cost += MISFIT;
        }
        let entry = self.entry(span, mark, &end, name).unwrap_or(Entry::plain(span, Kind::Plain));
        self.put(entry, What::Text, end.after);
        self.now.closed = None;
    }

    /// The text as the tree holds it.
    fn entry(&mut self, span: Span, mark: Option<char>, end: &End, name: bool) -> Option<Entry> {
        self.made.as_ref()?;
        let (from, to) = self.now.said;
        let text = self.slice(from, to);
        let as_it_stands = mark == Some('"') && end.closer == Some('"') && end.stray + end.breaks == 0;
        let text: Cow<'_, str> = match self.unescaped(from, to) {
            Some(text) => text.into(),
            None if as_it_stands => return Some(Entry::plain(span, Kind::Plain)),
            None => text.into(),
        };
        let text = match name {
            true => plain_name(&text),
            false if end.breaks > 0 => text.lines().map(str::trim).collect::<Vec<_>>().join(" "),
            false => text.into_owned(),
        };
        let made = self.made.as_mut()?;
        Some(made.rows.rewritten(span, text.into()))
    }

    /// Says what is wrong with the marks of a text.
    fn tell(&mut self, open: usize, mark: Option<char>, end: &End) {
        let odd = |mark: &char| *mark != '"';
        let (opener, closer) = (mark.filter(odd), end.closer.filter(odd));
        for (mark, at) in [(opener, open), (closer, end.to)] {
            let Some(mark) = mark.filter(|_| end.closer.is_some() || at == open) else { continue };
            let group = if quote(mark) == Some(true) { Group::Quote } else { Group::Single };
            self.slip_of(group, Span::new(at, at + mark.len_utf8()), || {
                let help = "Write `\"` at both ends; inside of a text such marks may stand.";
                let what = if mark.is_ascii() { format!("`{mark}` stands here") } else { name_of(mark) };
                (format!("{what}, where JSON has `\"`."), help.into())
            });
        }
        if end.breaks > 0 {
            let text = self.slice(open, end.after);
            let line_end = open + text.find(['\n', '\r']).unwrap_or(text.len());
            self.slip(Span::new(open, line_end), || {
                let help = "Join the lines, or write `\\n` where a new line is meant.";
                ("This text goes on in the next line, and a text stands on one line.".into(), help.into())
            });
        }
        if end.stray > 0 && mark.is_none_or(|mark| mark == '"') {
            self.slip(Span::new(end.first, end.first + 1), || {
                let (these, help) = if end.stray > 1 {
                    (
                        "These `\"` stand inside of a text, and the first of them would end it.",
                        "Write `\\\"` for each, or curly ones: “ and ”.",
                    )
                } else {
                    (
                        "This `\"` stands inside of a text, and would end it.",
                        "Write `\\\"`, or a curly one: “ or ”; or take it out.",
                    )
                };
                (these.into(), help.into())
            });
        }
        match (mark, end.closer) {
            (Some(_), None) => self.slip(Span::new(open, end.to.max(open + 1)), || {
                ("This text is not closed.".into(), "Put a `\"` behind its last word.".into())
            }),
            (None, Some(_)) => self.slip(Span::new(open, end.after), || {
                ("This text has no `\"` at its beginning.".into(), "Put a `\"` before its first word.".into())
            }),
            (None, None) => self.slip(Span::new(open, end.to), || {
                ("This text stands without quotes.".into(), "Put it between `\"`: `\"like this\"`.".into())
            }),
            (Some(_), Some(_)) => {}
        }
    }

    /// A text with its escapes read; `None` where it has none. What is no escape is reported.
    fn unescaped(&mut self, from: usize, to: usize) -> Option<String> {
        let text = self.slice(from, to);
        let special = |byte: u8| byte == b'\\' || byte < b' ' && byte != b'\n' && byte != b'\r';
        if !text.bytes().any(special) {
            return None;
        }
        let mut out = String::with_capacity(text.len());
        let mut at = from;
        while let Some(c) = self.char_at(at).filter(|_| at < to) {
            if c == '\\' {
                if let Some((c, length)) = escaped(self.text, at) {
                    out.push(c);
                    at += length;
                    continue;
                }
                at += self.no_escape(at, &mut out);
                continue;
            } else if special(c as u32 as u8) && c.is_ascii() {
                self.slip_of(Group::Control, Span::new(at, at + 1), || {
                    let help = if c == '\t' { "Write `\\t`, or a space." } else { "Take the character out." };
                    let what =
                        if c == '\t' { "A tab".into() } else { format!("A control character ({})", signs::number(c)) };
                    (format!("{what} stands in a text, which may not hold one as it is."), help.into())
                });
                out.push(c);
            } else {
                out.push(c);
            }
            at += c.len_utf8();
        }
        Some(out)
    }

    /// A backslash that begins no escape, and how long what it begins is.
    fn no_escape(&mut self, at: usize, out: &mut String) -> usize {
        if self.char_at(at + 1) == Some('u') {
            // Something was meant to stand here: nobody is to call the text empty.
            out.push(char::REPLACEMENT_CHARACTER);
            self.slip(Span::new(at, at + 2), || {
                let help = "Write `\\u` and four hexadecimal digits, or the character itself.";
                ("This `\\u` escape names no character.".into(), help.into())
            });
            let digits = |from: usize| {
                let digits = self.slice(from, self.text.len()).bytes().take(4);
                digits.take_while(u8::is_ascii_hexdigit).count()
            };
            let first = 2 + digits(at + 2);
            // The other half of a pair that is none belongs to it.
            let second = if self.slice(at + first, at + first + 2) == "\\u" { 2 + digits(at + first + 2) } else { 0 };
            first + second
        } else {
            self.slip_of(Group::Backslash, Span::new(at, at + 1), || {
                ("JSON has no such escape.".into(), "A backslash is written `\\\\`.".into())
            });
            1
        }
    }
}

/// A name as it was meant: without marks and line breaks inside of it.
pub(super) fn plain_name(name: &str) -> String {
    name.chars().filter(|c| quote(*c).is_none() && !c.is_control()).collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::Now;
    use super::*;
    use std::cell::Cell;

    /// Whether the end of a text of so many letters is found with so much to pay with, and how much is left of that.
    fn looked_for(letters: usize, end: &str, budget: usize) -> (bool, usize) {
        let text = format!("\"{}{end}", "x".repeat(letters));
        let budget = Cell::new(budget);
        let reading = Reading { text: &text, nesting: 9, now: Now::new(0), made: None, budget: &budget };
        (reading.regular(1, '"').is_some(), budget.get())
    }

    #[test]
    fn a_text_that_may_not_end_is_looked_through_as_far_as_can_be_paid() {
        let far = 2 * REGULAR;
        assert_eq!(looked_for(far, "\"", 10), (true, 10), "what is found is read on from, so it costs nothing");
        assert_eq!(looked_for(far, "\n", far + 10), (false, 10));
        assert_eq!(looked_for(far, "", far + 10), (false, 10));
        assert_eq!(looked_for(far, "\"", 0), (false, 0), "with nothing left it is not looked for so far");
        assert_eq!(looked_for(REGULAR - 1, "\"", 0), (true, 0));
    }
}
