//! Strings of a JSON file: quotes, escapes, and what can be wrong in them.

use super::super::code::Code;
use super::super::fault::Span;
use super::entry::{Entry, Kind};
use super::parse::Parser;

impl Parser<'_, '_> {
    /// Reads a string that begins at the quote under the cursor. Faults are reported; what could be read is returned.
    #[inline]
    pub(super) fn string(&mut self) -> Entry {
        let open = self.at;
        self.at += 1;
        self.pass_plain();
        if self.peek() == Some(b'"') {
            self.at += 1;
            return Entry::plain(Span::new(open, self.at), Kind::Plain);
        }
        self.rest_of_string(open)
    }

    /// Reads a string on from the first place where something else may stand than plain text and the quote at its end.
    #[inline(never)]
    fn rest_of_string(&mut self, open: usize) -> Entry {
        let mut plain_from = open + 1;
        let mut unescaped: Option<String> = None;
        loop {
            let Some(byte) = self.peek() else {
                self.unclosed_text(open);
                break;
            };
            match byte {
                b'"' => {
                    self.at += 1;
                    let Some(mut text) = unescaped else {
                        return Entry::plain(Span::new(open, self.at), Kind::Plain);
                    };
                    text.push_str(self.tree.text.get(plain_from..self.at - 1).unwrap_or_default());
                    return self.rewritten(open, text.into());
                }
                b'\n' | b'\r' => {
                    // What was read stays; the cursor is at the line's end, so the next line is read as it stands.
                    self.unclosed_text(open);
                    break;
                }
                b'\\' => {
                    let plain = self.tree.text.get(plain_from..self.at).unwrap_or_default();
                    let mut so_far = unescaped.take().unwrap_or_default();
                    so_far.push_str(plain);
                    self.escape(&mut so_far);
                    unescaped = Some(so_far);
                    plain_from = self.at;
                    self.pass_plain();
                }
                0..=0x1F => {
                    let span = Span::new(self.at, self.at + 1);
                    let help = if byte == b'\t' { "Write `\\t`, or a space." } else { "Take the character out." };
                    self.report(Code::InvalidJson, span, "A text may not hold a control character as it is.", help);
                    self.at += 1;
                }
                _ => self.at += 1,
            }
        }
        let mut text = unescaped.unwrap_or_default();
        text.push_str(self.tree.text.get(plain_from..self.at).unwrap_or_default());
        self.rewritten(open, text.into())
    }

    /// Passes over what a text holds as it is, eight bytes at a time, up to the eight in which something else stands.
    #[inline]
    fn pass_plain(&mut self) {
        const ONES: u64 = u64::from_ne_bytes([1; 8]);
        let rest = self.bytes().get(self.at..).unwrap_or_default();
        for eight in rest.as_chunks().0 {
            let word = u64::from_le_bytes(*eight);
            // In each, the highest bit of a byte is set where the byte is below a bound. A borrow can only set one that
            // stands after the first, and the first is all that is asked for.
            let below = |word: u64, bound: u64| word.wrapping_sub(ONES * bound) & !word;
            let quote = below(word ^ (ONES * u64::from(b'"')), 1);
            let backslash = below(word ^ (ONES * u64::from(b'\\')), 1);
            let found = (quote | backslash | below(word, 0x20)) & (ONES * 0x80);
            if found != 0 {
                self.at += (found.trailing_zeros() / 8) as usize;
                return;
            }
            self.at += 8;
        }
    }

    fn unclosed_text(&mut self, open: usize) {
        let help = "Close it with `\"` on the same line; a quotation mark inside a text is written `\\\"`.";
        self.report(Code::InvalidJson, Span::new(open, self.at), "This text is not closed.", help);
        self.hurt = true;
    }

    /// Reads an escape that begins at the backslash under the cursor.
    fn escape(&mut self, out: &mut String) {
        let from = self.at;
        let letter = self.bytes().get(from + 1).copied();
        self.at = (from + 2).min(self.tree.text.len());
        match letter {
            Some(plain @ (b'"' | b'\\' | b'/')) => out.push(char::from(plain)),
            Some(b'n') => out.push('\n'),
            Some(b't') => out.push('\t'),
            Some(b'r') => out.push('\r'),
            Some(b'b') => out.push('\u{8}'),
            Some(b'f') => out.push('\u{c}'),
            Some(b'u') => match self.unicode_escape() {
                Some(c) => out.push(c),
                None => {
                    let message = "This `\\u` escape names no character.";
                    let help = "Write `\\u` and four hexadecimal digits, or the character itself.";
                    self.report(Code::InvalidJson, Span::new(from, self.at), message, help);
                    // Something was meant to stand here: nobody is to call the text empty.
                    out.push(char::REPLACEMENT_CHARACTER);
                }
            },
            _ => {
                // The character after the backslash may be longer than a byte: it is read on as plain text.
                self.at = from + 1;
                let help = "A backslash is written `\\\\`.";
                self.report(Code::InvalidJson, Span::new(from, from + 1), "JSON has no such escape.", help);
            }
        }
    }

    /// The character of the four digits under the cursor, and of a second escape where they are half a pair.
    fn unicode_escape(&mut self) -> Option<char> {
        let first = self.four_digits()?;
        if !(0xD800..0xDC00).contains(&first) {
            return char::from_u32(first);
        }
        if !self.bytes().get(self.at..)?.starts_with(b"\\u") {
            return None;
        }
        self.at += 2;
        let second = self.four_digits()?;
        let low = second.checked_sub(0xDC00).filter(|low| *low < 0x400)?;
        char::from_u32(0x10000 + ((first - 0xD800) << 10) + low)
    }

    fn four_digits(&mut self) -> Option<u32> {
        let digits = self.tree.text.get(self.at..self.at + 4)?;
        if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        self.at += 4;
        u32::from_str_radix(digits, 16).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::reader::Log;
    use super::super::{Value, parse};

    /// The texts of a list, and whether anything was wrong with it.
    fn texts(list: &str) -> (Vec<String>, bool) {
        let mut log = Log::default();
        let tree = parse(list, 0, 9, &mut log);
        let Value::List(items) = tree.root().value() else { panic!("{list} is no list") };
        (items.iter().map(|item| item.text().unwrap_or_default().into()).collect(), !log.is_empty())
    }

    #[test]
    fn a_text_is_read_wherever_in_it_something_else_than_a_letter_stands() {
        for length in 0..20 {
            for at in 0..=length {
                let (before, after) = ("å".repeat(at), "b".repeat(length - at));
                let with = |sign: &str| texts(&format!("[\"{before}{sign}{after}\",\"{after}\"]"));
                let read = |text: &str| vec![format!("{before}{text}{after}"), after.clone()];
                assert_eq!(with(""), (read(""), false));
                assert_eq!(with("\\\""), (read("\""), false));
                assert_eq!(with("\\\\"), (read("\\"), false));
                assert_eq!(with("\\u00e9"), (read("é"), false));
                assert_eq!(with("\u{7f}\u{80}!#[]"), (read("\u{7f}\u{80}!#[]"), false));
                assert_eq!(with("\t"), (read("\t"), true));
                assert_eq!(with("\u{1f}"), (read("\u{1f}"), true));
            }
        }
    }
}
