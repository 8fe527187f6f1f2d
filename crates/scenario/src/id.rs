//! Ids: of scenarios, steps, responses, flags and cast members.

use std::fmt;

/// An id: lower-case letters and digits in words joined by `-` or `_`, at most 64 characters.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Box<str>);

impl Id {
    /// The longest id, in characters.
    pub const LONGEST: usize = 64;

    /// The id that a text spells, or `None` when it spells none.
    pub fn new(text: &str) -> Option<Self> {
        let word = |word: &[u8]| !word.is_empty() && word.iter().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
        let words = || text.as_bytes().split(|c| *c == b'-' || *c == b'_');
        (text.len() <= Self::LONGEST && words().all(word)).then(|| Id(text.into()))
    }

    /// The id as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Stands in where an id was faulty; the error keeps the scenario that it is in from being seen.
    pub(super) fn faulty() -> Self {
        Id("".into())
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_words_of_small_letters_and_digits() {
        for good in ["a", "the-gap", "told_the_truth", "q3", "2-3_b"] {
            assert_eq!(Id::new(good).map(|id| id.to_string()).as_deref(), Some(good));
        }
        for bad in ["", "-", "a-", "_a", "a--b", "A", "é", "a b", "a.b", &"x".repeat(65)] {
            assert_eq!(Id::new(bad), None, "{bad}");
        }
        assert!(Id::new(&"x".repeat(64)).is_some());
    }
}
