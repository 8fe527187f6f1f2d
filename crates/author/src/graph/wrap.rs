//! Words onto lines of about a width.

/// The lines of a text, each of at most so many characters unless one word is longer; a text that takes more than
/// three ends with `…`.
pub fn wrap(text: &str, widest: usize) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in text.split_whitespace() {
        let last = lines.len() - 1;
        let long = lines[last].chars().count() + 1 + word.chars().count() > widest;
        if long && !lines[last].is_empty() {
            lines.push(shortened(word, widest));
        } else {
            if !lines[last].is_empty() {
                lines[last].push(' ');
            }
            lines[last].push_str(&shortened(word, widest));
        }
    }
    if lines.len() > MOST {
        lines.truncate(MOST);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    lines
}

const MOST: usize = 3;

/// A text cut to a width.
pub fn shortened(text: &str, widest: usize) -> String {
    if text.chars().count() <= widest {
        return text.to_owned();
    }
    text.chars().take(widest.saturating_sub(1)).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_broken_between_words() {
        assert_eq!(wrap("The gap on the shelf", 12), ["The gap on", "the shelf"]);
        assert_eq!(wrap("", 12), [""]);
        assert_eq!(wrap("a b c d", 1), ["a", "b", "c…"]);
        assert_eq!(wrap("unbelievable", 5), ["unbe…"]);
    }
}
