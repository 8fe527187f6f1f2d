//! Strings of a JSON file: quotes, escapes, and what can be wrong in them.

use super::super::code::Code;
use super::super::fault::Span;
use super::parse::Parser;
use std::borrow::Cow;

impl<'a> Parser<'a, '_> {
    /// Reads a string that begins at the quote under the cursor. Faults are reported; what could be read is returned.
    pub(super) fn string(&mut self) -> Cow<'a, str> {
        let open = self.at;
        self.at += 1;
        let mut plain_from = self.at;
        let mut unescaped: Option<String> = None;
        loop {
            let Some(byte) = self.peek() else {
                self.unclosed_text(open);
                break;
            };
            match byte {
                b'"' => break,
                b'\n' | b'\r' => {
                    self.unclosed_text(open);
                    // What was read stays; the cursor is at the line's end, so the next line is read as it stands.
                    let text = self.text.get(plain_from..self.at).unwrap_or_default();
                    return join(unescaped, text);
                }
                b'\\' => {
                    let plain = self.text.get(plain_from..self.at).unwrap_or_default();
                    let mut so_far = unescaped.take().unwrap_or_default();
                    so_far.push_str(plain);
                    self.escape(&mut so_far);
                    unescaped = Some(so_far);
                    plain_from = self.at;
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
        let text = self.text.get(plain_from..self.at).unwrap_or_default();
        self.at = (self.at + 1).min(self.text.len());
        join(unescaped, text)
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
        self.at = (from + 2).min(self.text.len());
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
        let digits = self.text.get(self.at..self.at + 4)?;
        if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        self.at += 4;
        u32::from_str_radix(digits, 16).ok()
    }
}

fn join<'a>(unescaped: Option<String>, rest: &'a str) -> Cow<'a, str> {
    match unescaped {
        None => Cow::Borrowed(rest),
        Some(mut text) => {
            text.push_str(rest);
            Cow::Owned(text)
        }
    }
}
