//! Ids from names: valid, and each once.

use scenario::Id;
use std::collections::{HashMap, HashSet};
use unicode_normalization::UnicodeNormalization;

/// Ids that are taken, so that no two are alike.
#[derive(Default)]
pub(crate) struct Ids {
    taken: HashSet<String>,
    next: HashMap<String, usize>,
}

impl Ids {
    /// Keeps an id for something else.
    pub fn keep(&mut self, id: &str) {
        self.taken.insert(id.to_owned());
    }

    /// An id that has the words of a name, or of `otherwise`, an id itself, where the name has no Latin letter or digit.
    pub fn of(&mut self, name: &str, otherwise: &str) -> String {
        let words = words(name);
        let words = if words.is_empty() { otherwise.to_owned() } else { words };
        let number = self.next.entry(words.clone()).or_insert(1);
        loop {
            let id = if *number == 1 { words.clone() } else { numbered(&words, *number) };
            *number += 1;
            if self.taken.insert(id.clone()) {
                return id;
            }
        }
    }
}

fn numbered(words: &str, number: usize) -> String {
    let number = format!("-{number}");
    format!("{}{number}", cut(words, Id::LONGEST - number.len()))
}

/// A name as the words of an id; empty where it has no Latin letter or digit.
fn words(name: &str) -> String {
    let mut out = String::new();
    let mut is_gap = false;
    let mut was_small = false;
    // Letters of ASCII have no accents to be taken away.
    let (ascii, accented) = if name.is_ascii() { (name, "") } else { ("", name) };
    for sign in ascii.chars().chain(accented.nfd()) {
        let plain = match sign {
            'ß' => "ss",
            'æ' | 'Æ' => "ae",
            'œ' | 'Œ' => "oe",
            'ø' | 'Ø' => "o",
            'ł' | 'Ł' => "l",
            'đ' | 'Đ' | 'ð' | 'Ð' => "d",
            'þ' | 'Þ' => "th",
            'ı' => "i",
            _ => "",
        };
        if sign.is_ascii_alphanumeric() || !plain.is_empty() {
            // Where a small letter is before a capital, a word begins: `toldTruth`.
            let begins = is_gap || was_small && sign.is_ascii_uppercase();
            if begins && !out.is_empty() {
                out.push('-');
            }
            match plain {
                "" => out.push(sign.to_ascii_lowercase()),
                plain => out.push_str(plain),
            }
            is_gap = false;
            was_small = sign.is_lowercase();
        } else if !unicode_normalization::char::is_combining_mark(sign) && !matches!(sign, '\'' | '’') {
            is_gap = true;
        }
        if out.len() > 2 * Id::LONGEST {
            break;
        }
    }
    cut(&out, Id::LONGEST).to_owned()
}

/// As many whole signs as fit, without a join at the end.
fn cut(words: &str, most: usize) -> &str {
    words.get(..words.len().min(most)).unwrap_or_default().trim_end_matches('-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_has_the_words_of_its_name_and_stands_once() {
        let mut ids = Ids::default();
        ids.keep("end");
        for (name, id) in [
            ("The Gap", "the-gap"),
            ("the gap!", "the-gap-2"),
            ("The  Gap", "the-gap-3"),
            ("toldTruth", "told-truth"),
            ("Élan & Größe", "elan-grosse"),
            ("Don't", "dont"),
            ("End", "end-2"),
            ("北京", "passage"),
            ("", "passage-2"),
            ("2b_or", "2b-or"),
        ] {
            assert_eq!(ids.of(name, "passage"), id, "{name}");
        }
        let long = "x".repeat(200);
        let (one, other) = (ids.of(&long, "passage"), ids.of(&long, "passage"));
        assert_ne!(one, other);
        for id in [one, other] {
            assert!(Id::new(&id).is_some(), "{id}");
        }
    }
}
