//! How many years of school an English text asks for, by the formula of Flesch and Kincaid.

/// The fewest words of a text that is judged.
const FEWEST_WORDS: u32 = 20;

/// How many years of school an English text asks for, by the formula of Flesch and Kincaid; it comes in lines. `None`
/// where it is too short for the formula to mean anything.
pub fn grade<'t>(lines: impl Iterator<Item = &'t str> + Clone) -> Option<f64> {
    // Most texts are short: a look at their white space is quicker than their words.
    let most_words: usize = lines.clone().map(|line| 1 + line.bytes().filter(|byte| gap(*byte)).count()).sum();
    if most_words < FEWEST_WORDS as usize {
        return None;
    }
    let mut count = Count::default();
    for line in lines {
        count.line(line);
    }
    let (words, sentences) = (f64::from(count.words), f64::from(count.sentences));
    let grade = || 0.39 * words / sentences + 11.8 * f64::from(count.syllables) / words - 15.59;
    (count.words >= FEWEST_WORDS).then(grade)
}

/// Whether a byte can be a part of what stands between two words: white space, or a sign that is not ASCII.
fn gap(byte: u8) -> bool {
    byte <= b' ' || byte >= 0x80
}

#[derive(Default)]
struct Count {
    words: u32,
    sentences: u32,
    syllables: u32,
    /// Whether there are words since the last end of a sentence.
    open: bool,
}

impl Count {
    fn line(&mut self, line: &str) {
        for word in line.split([' ', '\n', '\t', '\u{a0}', '\u{2014}', '\u{2013}']) {
            self.word(word);
        }
        // A line without a full stop ends its sentence too.
        self.end();
    }

    fn word(&mut self, word: &str) {
        let letters = word.trim_matches(|sign: char| !sign.is_alphanumeric());
        if !letters.is_empty() {
            self.words += 1;
            self.syllables += syllables(letters.as_bytes());
            self.open = true;
        }
        let end = word.trim_end_matches(['"', '\'', ')', ']', '\u{201d}', '\u{2019}']);
        if end.ends_with(['.', '!', '?', '\u{2026}', ':', ';']) {
            self.end();
        }
    }

    fn end(&mut self) {
        self.sentences += u32::from(self.open);
        self.open = false;
    }
}

/// The syllables of a word, nearly: the groups of vowels, less an `e` at the end that is not spoken.
fn syllables(word: &[u8]) -> u32 {
    let vowel = |letter: u8| matches!(letter.to_ascii_lowercase(), b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    let mut groups = 0;
    let mut before = false;
    for letter in word {
        let now = vowel(*letter);
        groups += u32::from(now && !before);
        before = now;
    }
    let silent = match word {
        [.., b'l', b'e'] => false,
        [.., before, b'e'] => !vowel(*before),
        [.., before, b'e', b'd'] => !vowel(*before) && !matches!(before, b't' | b'd'),
        [.., before, b'e', b's'] => !vowel(*before) && !matches!(before, b's' | b'x' | b'z' | b'c' | b'g' | b'h'),
        _ => false,
    };
    groups.saturating_sub(u32::from(silent)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_counted_nearly() {
        for (word, spoken) in [
            ("the", 1),
            ("table", 2),
            ("walked", 1),
            ("wanted", 2),
            ("houses", 2),
            ("plans", 1),
            ("made", 1),
            ("leadership", 3),
            ("responsibility", 6),
            ("12", 1),
        ] {
            assert_eq!(syllables(word.as_bytes()), spoken, "{word}");
        }
    }

    #[test]
    fn plain_words_are_easy_long_ones_are_not_and_a_few_are_not_judged() {
        let plain = "The press stands still. Forty people look at you. You have an hour to decide, and nobody is here to help you.";
        assert!(grade([plain].into_iter()).is_some_and(|grade| grade < 4.0), "{:?}", grade([plain].into_iter()));
        let heavy = "Organisational accountability necessitates comprehensive communication; ".repeat(5);
        assert!(grade([&*heavy].into_iter()).is_some_and(|grade| grade > 15.0));
        assert_eq!(grade(["Organisational accountability necessitates communication."].into_iter()), None);
        assert_eq!(grade([""].into_iter()), None);
    }

    #[test]
    fn a_line_ends_its_sentence() {
        let line = "one two three four five six seven eight nine ten";
        assert!(grade([line, line].into_iter()) < grade([&*format!("{line} {line}")].into_iter()));
    }
}
