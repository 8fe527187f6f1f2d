//! Twee 3: passages in a text, each under a line that begins with `::`.

use super::{Passage, Story, tags_of};

/// Whether a text has a passage's header in it.
pub(super) fn is_twee(text: &str) -> bool {
    text.starts_with("::") || text.contains("\n::")
}

/// The story of a text; what stands before the first header is not a part of it.
pub(super) fn story(text: &str) -> Story {
    let mut passages: Vec<Passage> = Vec::new();
    for line in text.split('\n') {
        if let Some(header) = line.strip_prefix("::") {
            passages.push(passage(header));
        } else if let Some(passage) = passages.last_mut() {
            // A line of a passage that begins as a header does is escaped.
            passage.text.push_str(if line.starts_with("\\::") { line.get(1..).unwrap_or(line) } else { line });
            passage.text.push('\n');
        }
    }
    for passage in &mut passages {
        passage.text.truncate(passage.text.trim_end().len());
    }
    Story { passages, ..Story::default() }
}

/// The passage of a header: its name, then maybe tags in `[…]`, then maybe metadata in `{…}`.
fn passage(header: &str) -> Passage {
    let (name, rest) = until(header, &['[', '{']);
    let tags = rest.strip_prefix('[').map(|rest| until(rest, &[']']).0).unwrap_or_default();
    Passage { name: name.trim().to_owned(), tags: tags_of(&tags), ..Passage::default() }
}

/// What stands before the first of some signs that no backslash precedes, without its backslashes; and the rest.
fn until<'t>(text: &'t str, signs: &[char]) -> (String, &'t str) {
    let mut out = String::new();
    let mut rest = text.char_indices();
    while let Some((at, sign)) = rest.next() {
        match sign {
            '\\' => out.extend(rest.next().map(|(_, escaped)| escaped)),
            _ if signs.contains(&sign) => return (out, text.get(at..).unwrap_or_default()),
            _ => out.push(sign),
        }
    }
    (out, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_is_a_name_tags_and_metadata() {
        let read = |header: &str| {
            let Passage { name, tags, .. } = passage(header);
            (name, tags.join("+"))
        };
        for (header, name, tags) in [
            (" An overgrown path", "An overgrown path", ""),
            ("Path [forest spooky] {\"position\":\"600,400\"}", "Path", "forest+spooky"),
            (" Path {\"size\":\"1,1\"}", "Path", ""),
            (r" A \[b\] \\ c \{d\} [x]", r"A [b] \ c {d}", "x"),
            ("", "", ""),
        ] {
            assert_eq!(read(header), (name.into(), tags.into()), "{header}");
        }
    }
}
