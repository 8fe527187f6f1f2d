//! Strings of a JSON file: quotes, escapes, and what can be wrong in them.

use super::super::error::Span;
use super::entry::{Entry, Kind};
use super::parse::Parser;

impl Parser<'_> {
    /// Reads a string that begins at the quote under the cursor.
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
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    let Some(mut text) = unescaped else {
                        return Entry::plain(Span::new(open, self.at), Kind::Plain);
                    };
                    text.push_str(self.rows.text().get(plain_from..self.at - 1).unwrap_or_default());
                    return self.rows.rewritten(Span::new(open, self.at), text.into());
                }
                Some(b'\\') => {
                    let plain = self.rows.text().get(plain_from..self.at).unwrap_or_default();
                    let mut so_far = unescaped.take().unwrap_or_default();
                    so_far.push_str(plain);
                    let Some((c, length)) = escaped(self.rows.text(), self.at) else { return self.fail() };
                    so_far.push(c);
                    unescaped = Some(so_far);
                    self.at += length;
                    plain_from = self.at;
                    self.pass_plain();
                }
                Some(0..=0x1F) | None => return self.fail(),
                Some(_) => self.at += 1,
            }
        }
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
}

/// The character of an escape that begins at a backslash, and how long the escape is; `None` where it is none.
pub(super) fn escaped(text: &str, from: usize) -> Option<(char, usize)> {
    let plain = match text.as_bytes().get(from + 1)? {
        b'"' => '"',
        b'\\' => '\\',
        b'/' => '/',
        b'n' => '\n',
        b't' => '\t',
        b'r' => '\r',
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'u' => return unicode_escape(text, from + 2),
        _ => return None,
    };
    Some((plain, 2))
}

/// The character of the four digits at a place, and of a second escape where they are half a pair.
fn unicode_escape(text: &str, from: usize) -> Option<(char, usize)> {
    let four_digits = |at: usize| {
        let digits = text.get(at..at + 4)?;
        let all = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        u32::from_str_radix(digits, 16).ok().filter(|_| all)
    };
    let first = four_digits(from)?;
    if !(0xD800..0xDC00).contains(&first) {
        return char::from_u32(first).map(|c| (c, 6));
    }
    if !text.as_bytes().get(from + 4..)?.starts_with(b"\\u") {
        return None;
    }
    let low = four_digits(from + 6)?.checked_sub(0xDC00).filter(|low| *low < 0x400)?;
    char::from_u32(0x10000 + ((first - 0xD800) << 10) + low).map(|c| (c, 12))
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
