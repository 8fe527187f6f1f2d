//! Links between double brackets, in all their spellings.

use super::Target;
use super::reader::{FAR, Reader};
use crate::expression::assignments;

impl Reader<'_, '_> {
    /// `[[to]]`, `[[words->to]]`, `[[to<-words]]`, `[[words|to]]`, and with setters `[[words|to][$a to 1]]`.
    pub fn link(&mut self, has_setters: bool) -> bool {
        let window = self.window(FAR);
        let Some(inside) = window.strip_prefix("[[") else { return false };
        let Some(length) = inside.find(']') else { return self.in_vain(window.len()) };
        let after = inside.get(length..).unwrap_or_default();
        let (words, setter, end) = if after.starts_with("]]") {
            (inside.get(..length), "", length)
        } else if let (true, Some(rest)) = (has_setters, after.strip_prefix("][")) {
            let Some(set) = rest.find("]]") else { return self.in_vain(window.len()) };
            (inside.get(..length), rest.get(..set).unwrap_or_default(), length + 2 + set)
        } else {
            // A single bracket within is a part of the words.
            let Some(length) = inside.find("]]") else { return self.in_vain(window.len()) };
            (inside.get(..length), "", length)
        };
        let words = words.unwrap_or_default();
        let source = window.get(..2 + end + 2).unwrap_or_default();
        if words.trim().is_empty() || words.contains("[[") {
            return self.in_vain(words.len());
        }
        let (label, to) = parts(words);
        if is_address(to) {
            let place = self.place();
            self.rows.left_out(place, source, "It leads out of the story, to a page; its words stay in the text.");
            self.say(label);
        } else {
            let set = assignments(setter);
            if set.is_empty() && !setter.trim().is_empty() {
                let place = self.place();
                self.rows.left_out(
                    place,
                    setter,
                    "What the link sets can be neither a flag nor one of the two meters.",
                );
            }
            self.leads(label, Target::Passage(to.to_owned()), set, source);
        }
        self.at += source.len();
        true
    }
}

/// The words of a link, and where it leads.
pub(super) fn parts(inside: &str) -> (&str, &str) {
    let cut = |at: usize, length: usize| {
        (inside.get(..at).unwrap_or_default(), inside.get(at + length..).unwrap_or_default())
    };
    let (label, to) = if let Some(at) = inside.rfind("->") {
        cut(at, 2)
    } else if let Some(at) = inside.find("<-") {
        let (to, label) = cut(at, 2);
        (label, to)
    } else if let Some(at) = inside.rfind('|') {
        cut(at, 1)
    } else {
        (inside, inside)
    };
    (label.trim(), to.trim())
}

/// Whether a target is an address of the web.
pub(super) fn is_address(to: &str) -> bool {
    let to = to.trim_start().to_ascii_lowercase();
    to.contains("://") || to.starts_with("mailto:") || to.starts_with("javascript:") || to.starts_with("www.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_target_stand_on_their_sides() {
        for (inside, label, to) in [
            ("Hall", "Hall", "Hall"),
            ("Go in->Hall", "Go in", "Hall"),
            ("Hall<-Go in", "Go in", "Hall"),
            ("Go in|Hall", "Go in", "Hall"),
            (" Go -> in -> Hall ", "Go -> in", "Hall"),
            ("Hall<-a<-b", "a<-b", "Hall"),
        ] {
            assert_eq!(parts(inside), (label, to), "{inside}");
        }
    }
}
