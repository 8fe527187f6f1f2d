//! "Did you mean": the known words that are nearest to the one that was written.

use crate::sorted::sort_by;
/// The candidate that takes the fewest single-letter changes, when they are few enough to be a slip of the keys; of
/// two that are as near, the first in the alphabet.
pub fn nearest<'a>(written: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    all_nearest(written, candidates).first().copied()
}

/// The candidates that take the fewest single-letter changes, in the order of the alphabet; none where those are too
/// many for a slip of the keys. Capitals are no change, and a word is never taken for its opposite.
pub fn all_nearest<'a>(written: &str, candidates: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    // A word of 64 letters is the longest id; anything longer was not meant as one.
    if written.len() > 64 {
        return Vec::new();
    }
    let written = written.to_ascii_lowercase();
    let mut least = 1 + written.len() / 4;
    let mut found = Vec::new();
    for candidate in candidates {
        let lower = candidate.to_ascii_lowercase();
        let changes = changes(written.as_bytes(), lower.as_bytes());
        if changes > least || is_opposite(&written, &lower) {
            continue;
        }
        if changes < least {
            found.clear();
            least = changes;
        }
        found.push(candidate);
    }
    sort_by(&mut found, Ord::cmp);
    found.dedup();
    found
}

/// Whether one word says the opposite of the other though few letters differ: `over_led` and `under_led`, `unhappy` and
/// `happy`.
fn is_opposite(one: &str, other: &str) -> bool {
    let turned = |a: &str, b: &str| {
        a.strip_prefix("over").zip(b.strip_prefix("under")).is_some_and(|(a, b)| a == b)
            || ["un", "in", "dis", "non", "not", "no"]
                .iter()
                .any(|not| a.strip_prefix(not).is_some_and(|rest| rest.trim_start_matches(['-', '_']) == b))
    };
    turned(one, other) || turned(other, one)
}

/// How many letters must be put in, taken out or changed to make one word the other (Levenshtein's distance).
fn changes(a: &[u8], b: &[u8]) -> usize {
    if a.len().abs_diff(b.len()) > 1 + a.len() / 4 {
        return usize::MAX;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, y) in b.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = (diagonal + usize::from(x != y)).min(row[j] + 1).min(above + 1);
            diagonal = above;
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_a_slip_of_the_keys_and_nothing_far_fetched() {
        let words = ["the-gap", "first-plan", "end"];
        let near = |written| nearest(written, words.into_iter());
        assert_eq!(near("frist-plan"), Some("first-plan"));
        assert_eq!(near("the-gab"), Some("the-gap"));
        assert_eq!(near("THE-GAP"), Some("the-gap"));
        assert_eq!(near("quarterly"), None);
        assert_eq!(near(""), None);
    }

    #[test]
    fn takes_no_word_for_its_opposite() {
        for (written, known) in
            [("over_led", "under_led"), ("unbalanced", "balanced"), ("has", "has"), ("nothas", "has")]
        {
            assert_eq!(nearest(written, [known].into_iter()).is_some(), written == known, "{written}");
        }
        assert_eq!(nearest("underled", ["under_led"].into_iter()), Some("under_led"));
    }

    #[test]
    fn names_all_that_are_as_near() {
        let steps = ["day-3", "day-1", "day-2", "night-1"];
        assert_eq!(all_nearest("day-4", steps.into_iter()), ["day-1", "day-2", "day-3"]);
        assert_eq!(all_nearest("day-22", steps.into_iter()), ["day-2"]);
    }

    #[test]
    fn counts_changes() {
        assert_eq!(changes(b"kitten", b"sitten"), 1);
        assert_eq!(changes(b"abc", b"abc"), 0);
        assert_eq!(changes(b"situation", b"situaton"), 1);
        assert_eq!(changes(b"flaw", b"lawn"), 2);
    }
}
