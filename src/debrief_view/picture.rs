//! The looks of the picture that is sent around, and its large words in lines.

/// How many characters fit a line of the picture's large words.
const LINE: usize = 24;

/// The looks of the picture, which stands alone: the light ones of the game.
pub(super) const LOOKS: &str = "text{font-family:system-ui,sans-serif;fill:#2a2129}.large{font:600 44px Georgia,serif}.small{font-size:24px;fill:#64585a}.sea{fill:#fffcf5;stroke:#8a7c6c}.good{fill:#e4ecd2}.grid{stroke:#dccfb6;stroke-width:.75}.need{stroke:#2a2129;stroke-width:1.25}.edge{stroke:#a1261e;stroke-width:2;stroke-dasharray:5 4}.zone{font:italic 13px Georgia,serif}.tick,.axis{font-size:12px}.axis{font-weight:600}.trail{fill:none;stroke:#2a2129;stroke-width:2.2;stroke-linejoin:round}.other{display:none}.at{stroke:#241a14;stroke-width:1.25;fill:#62b9ae}.leader .at{fill:#eeab45}.number{font-size:12px;font-weight:700;fill:#241a14}.home{fill:#faf3e3;stroke:#2a2129;stroke-width:2}.here{fill:none;stroke:#2a2129;stroke-width:1.75}.heat{fill:#8a7c6c;opacity:.35}";

/// A text in lines that fit; at most four, and the last one says when there was more.
pub(super) fn lines(text: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let last = lines.last().map_or(0, |line| line.chars().count());
        if last > 0 && last + 1 + word.chars().count() > LINE {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    if lines.len() > 4 {
        lines.truncate(4);
        lines[3].push('…');
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_heading_is_broken_between_words_and_cut_with_a_sign() {
        assert_eq!(lines("The press stood still for good"), ["The press stood still", "for good"]);
        let long = lines(&"word ".repeat(40));
        assert!(long.len() == 4 && long[3].ends_with('…'), "{long:?}");
    }
}
