//! Words and numbers: what stands in a JSON file without quotes.

use super::super::error::Span;
use super::entry::{Entry, Kind};
use super::parse::Parser;

impl Parser<'_> {
    /// A word without quotes: `true`, `false` and `null` are values, anything else is a slip.
    pub(super) fn word(&mut self) -> Entry {
        let from = self.at;
        let (word, kind) = match self.peek() {
            Some(b't') => ("true", Kind::True),
            Some(b'f') => ("false", Kind::False),
            _ => ("null", Kind::Null),
        };
        let rest = self.bytes().get(from..).unwrap_or_default();
        if !rest.starts_with(word.as_bytes()) || rest.get(word.len()).is_some_and(|next| !ends_word(*next)) {
            return self.fail();
        }
        self.at += word.len();
        Entry::plain(Span::new(from, self.at), kind)
    }

    pub(super) fn number(&mut self) -> Entry {
        let from = self.at;
        if let Some(number) = self.small_number() {
            return Entry::with_number(Span::new(from, self.at), Kind::Whole, number);
        }
        let rest = self.bytes().get(from..).unwrap_or_default();
        let length = rest.iter().position(|byte| ends_word(*byte)).unwrap_or(rest.len());
        let word = rest.get(..length).and_then(|word| std::str::from_utf8(word).ok()).unwrap_or_default();
        let Some(number) = number_of(word) else { return self.fail() };
        self.at += length;
        let span = Span::new(from, self.at);
        match number {
            Number::Whole(number) => Entry::with_number(span, Kind::Whole, number),
            Number::Fraction => Entry::plain(span, Kind::Fraction),
        }
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

/// Whether a byte cannot stand in a word or a number.
fn ends_word(byte: u8) -> bool {
    byte.is_ascii_whitespace() || b",:{}[]\"".contains(&byte)
}

/// A number as JSON writes it.
pub(super) enum Number {
    /// A whole number; one beyond 32 bits stands as the nearest that fits.
    Whole(i32),
    /// One with a fraction or an exponent.
    Fraction,
}

/// The number that a word is; `None` where JSON writes none so.
pub(super) fn number_of(word: &str) -> Option<Number> {
    let (negative, digits) = match word.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, word),
    };
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit());
    if all_digits(digits) && (digits == "0" || !digits.starts_with('0')) {
        let limit = if negative { i32::MIN } else { i32::MAX };
        return Some(Number::Whole(word.parse().unwrap_or(limit)));
    }
    let (base, exponent) = digits.split_once(['e', 'E']).unwrap_or((digits, "0"));
    let (whole, fraction) = base.split_once('.').unwrap_or((base, "0"));
    let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    let leading_zero = whole.len() > 1 && whole.starts_with('0');
    let written = all_digits(whole) && all_digits(fraction) && all_digits(exponent) && !leading_zero;
    written.then_some(Number::Fraction)
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
