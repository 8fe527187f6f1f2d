//! "Did you mean": the known word that is nearest to the one that was written.

/// The candidate that takes the fewest single-letter changes, when they are few enough to be a slip of the keys; of
/// two that are as near, the first in the alphabet.
pub fn nearest<'a>(written: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    // A word of 64 letters is the longest id; anything longer was not meant as one.
    if written.len() > 64 {
        return None;
    }
    let most = 1 + written.len() / 4;
    candidates
        .map(|candidate| (changes(written.as_bytes(), candidate.as_bytes()), candidate))
        .filter(|(changes, _)| *changes <= most)
        .min()
        .map(|(_, candidate)| candidate)
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
        assert_eq!(near("quarterly"), None);
        assert_eq!(near(""), None);
    }

    #[test]
    fn counts_changes() {
        assert_eq!(changes(b"kitten", b"sitten"), 1);
        assert_eq!(changes(b"abc", b"abc"), 0);
        assert_eq!(changes(b"situation", b"situaton"), 1);
        assert_eq!(changes(b"flaw", b"lawn"), 2);
    }
}
