//! Words and numbers: what stands in a JSON file without quotes.

use super::super::fault::Span;
use super::entry::{Entry, Kind};
use super::parse::Parser;

impl<'a> Parser<'a, '_> {
    /// A word without quotes: `true`, `false` and `null` are values, anything else is a fault.
    pub(super) fn word(&mut self) -> Kind {
        let from = self.at;
        let word = self.take_word();
        match word {
            "true" => Kind::True,
            "false" => Kind::False,
            "null" => Kind::Null,
            _ => {
                let help = match word {
                    "True" | "TRUE" => "Write `true`.",
                    "False" | "FALSE" => "Write `false`.",
                    "None" | "NULL" | "undefined" => "Leave the field out.",
                    _ => "A text stands between double quotes: `\"like this\"`.",
                };
                self.slip(Span::new(from, self.at), "This is not a JSON value.", help);
                Kind::Faulty
            }
        }
    }

    /// Takes what stands here up to white space or a sign that JSON uses; a text in single quotes as a whole.
    pub(super) fn take_word(&mut self) -> &'a str {
        let from = self.at;
        if self.peek() == Some(b'\'') {
            let rest = self.rest(from + 1);
            let end = rest.find(['\'', '\n']).unwrap_or(rest.len());
            self.at = from + 1 + end;
            self.at += usize::from(self.peek() == Some(b'\''));
        } else {
            let rest = self.rest(from);
            let ends = |byte: &u8| byte.is_ascii_whitespace() || b",:{}[]\"".contains(byte);
            // The signs are ASCII, so a word ends where a character does.
            let length = rest.as_bytes().iter().position(ends).unwrap_or(rest.len());
            let first = rest.chars().next().map_or(0, char::len_utf8);
            self.at = from + length.max(first);
        }
        self.tree.text.get(from..self.at).unwrap_or_default()
    }

    pub(super) fn number(&mut self) -> Entry {
        let from = self.at;
        if let Some(number) = self.small_number() {
            return Entry::with_number(Span::new(from, self.at), Kind::Whole, number);
        }
        let word = self.take_word();
        let span = Span::new(from, self.at);
        let (negative, digits) = match word.strip_prefix('-') {
            Some(digits) => (true, digits),
            None => (false, word),
        };
        let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit());
        if all_digits(digits) && (digits == "0" || !digits.starts_with('0')) {
            let limit = if negative { i32::MIN } else { i32::MAX };
            return Entry::with_number(span, Kind::Whole, word.parse().unwrap_or(limit));
        }
        let (base, exponent) = digits.split_once(['e', 'E']).unwrap_or((digits, "0"));
        let (whole, fraction) = base.split_once('.').unwrap_or((base, "0"));
        let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
        let leading_zero = whole.len() > 1 && whole.starts_with('0');
        if all_digits(whole) && all_digits(fraction) && all_digits(exponent) && !leading_zero {
            return Entry::plain(span, Kind::Fraction);
        }
        let help = "Write it like `12` or `-3`: no leading zeros, no plus sign, no units.";
        self.slip(span, "This is not a number.", help);
        Entry::plain(span, Kind::Faulty)
    }

    /// Takes a whole number of up to four digits, as nearly all are; stays where it is before anything else.
    fn small_number(&mut self) -> Option<i32> {
        let rest = self.bytes().get(self.at..)?;
        let negative = rest.first() == Some(&b'-');
        let digits = rest.get(usize::from(negative)..)?;
        let length = digits.iter().take(5).take_while(|digit| digit.is_ascii_digit()).count();
        let ended = matches!(digits.get(length), Some(b',' | b'}' | b']' | b'\n' | b'\r' | b' '));
        let (first, digits) = (digits.first()?, digits.get(..length)?);
        if !ended || length == 0 || length > 4 || *first == b'0' && length > 1 {
            return None;
        }
        self.at += length + usize::from(negative);
        let number = digits.iter().fold(0, |number, digit| number * 10 + i32::from(digit - b'0'));
        Some(if negative { -number } else { number })
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::reader::Log;
    use super::super::{Value, parse};

    #[test]
    fn whole_numbers_of_every_length_are_read_and_what_is_none_is_told() {
        for (written, read) in [
            ("0", Some(0)),
            ("-0", Some(0)),
            ("7", Some(7)),
            ("-12", Some(-12)),
            ("1000", Some(1000)),
            ("-9999", Some(-9999)),
            ("12345", Some(12345)),
            ("-2147483648", Some(i32::MIN)),
            ("99999999999999999999", Some(i32::MAX)),
            ("-99999999999", Some(i32::MIN)),
            ("1.5", None),
            ("1e3", None),
        ] {
            for (before, after) in [("", ""), ("[", "]"), ("[", ",1]"), ("[ ", "\n]"), ("[", "\t]")] {
                let text = format!("{before}{written}{after}");
                let mut log = Log::default();
                let tree = parse(&text, 0, 9, &mut log);
                let first = match tree.root().value() {
                    Value::List(items) => items.get(0).map(|item| item.value()),
                    value => Some(value),
                };
                assert!(log.is_empty(), "{text}");
                match read {
                    Some(read) => assert!(matches!(first, Some(Value::Whole(number)) if number == read), "{text}"),
                    None => assert!(matches!(first, Some(Value::Fraction)), "{text}"),
                }
            }
        }
        for wrong in ["007", "-", "1.", "1.e3", "--1", "1a", "-01"] {
            let mut log = Log::default();
            let tree = parse(wrong, 0, 9, &mut log);
            assert!(matches!(tree.root().value(), Value::Faulty) && !log.is_empty(), "{wrong}");
        }
    }
}
