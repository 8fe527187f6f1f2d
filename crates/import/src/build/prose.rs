//! Words as the lines of a text: narration and speech, plain, each with its cases.

use super::draft::Line;
use super::ids::Ids;
use crate::cases::{Case, and, without};
use crate::conditions::{Resolved, When};
use crate::markup::{Dialect, Event, What};
use crate::rows::{Place, Rows};
use std::borrow::Cow;
use std::collections::HashMap;

/// The people who speak, in the order in which they do.
#[derive(Default)]
pub(crate) struct Cast {
    /// Ids and names.
    pub members: Vec<(String, String)>,
    known: HashMap<String, usize>,
    ids: Ids,
}

impl Cast {
    fn member(&mut self, name: &str) -> (usize, bool) {
        if let Some(known) = self.known.get(name) {
            return (*known, false);
        }
        let at = self.members.len();
        self.members.push((self.ids.of(name, "person"), name.to_owned()));
        self.known.insert(name.to_owned(), at);
        (at, true)
    }
}

/// Makes lines of words.
pub(crate) struct Prose<'b> {
    pub dialect: Dialect,
    pub resolved: &'b Resolved,
    pub cast: &'b mut Cast,
    pub rows: &'b mut Rows,
}

/// Words of one line of the source, told in some cases.
struct Fragment {
    when: When,
    words: String,
    is_label: bool,
}

/// The most forms that one line of the source can take.
const MOST: usize = 16;

impl Prose<'_> {
    /// The lines of a passage's words, of which those under `outer` are told always.
    pub fn lines(&mut self, events: &[Event], passage: usize, outer: When) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut fragments: Vec<Fragment> = Vec::new();
        let mut place = Place { passage, line: 0 };
        for event in events {
            let (words, is_label) = match &event.what {
                What::Words(words) => (words, false),
                What::Label(words) => (words, true),
                What::Newline => {
                    self.line(&mut fragments, place, &mut lines);
                    continue;
                }
                What::Link(_) | What::Set(_) => continue,
            };
            if fragments.is_empty() {
                place.line = event.line;
            }
            let when = if event.when == outer { When::ALWAYS } else { event.when };
            match fragments.last_mut().filter(|last| last.when == when && !last.is_label && !is_label) {
                Some(last) => last.words.push_str(words),
                None => fragments.push(Fragment { when, words: words.clone(), is_label }),
            }
        }
        self.line(&mut fragments, place, &mut lines);
        lines
    }

    /// One line of the source: a line for each form that it can take.
    fn line(&mut self, fragments: &mut Vec<Fragment>, place: Place, lines: &mut Vec<Line>) {
        let fragments = std::mem::take(fragments);
        // What holds nothing but links is no text.
        let has_words = |words: &str| words.chars().any(|sign| sign.is_alphanumeric() || sign == '…');
        if !fragments.iter().any(|fragment| !fragment.is_label && has_words(&fragment.words)) {
            return;
        }
        let Some(forms) = self.forms(&fragments) else {
            self.rows.changed(place, "", "This line has so many forms that each of its parts is a line of its own.");
            for fragment in fragments {
                for case in self.resolved.cases(fragment.when).to_vec() {
                    self.form(&fragment.words, case, place, lines);
                }
            }
            return;
        };
        for (case, words) in forms {
            self.form(&words, case, place, lines);
        }
    }

    /// The forms of a line, of which exactly one is told; `None` where they are too many.
    fn forms(&self, fragments: &[Fragment]) -> Option<Vec<(Case, String)>> {
        let mut forms = vec![(Case::default(), String::new())];
        // Each is a copy of what stands before it.
        if fragments.iter().filter(|fragment| fragment.when != When::ALWAYS).count() > 2 * MOST {
            return None;
        }
        for fragment in fragments {
            if fragment.when == When::ALWAYS {
                forms.iter_mut().for_each(|(_, words)| words.push_str(&fragment.words));
                continue;
            }
            let told = self.resolved.cases(fragment.when);
            let mut next = Vec::new();
            for (case, words) in forms {
                let with = and(std::slice::from_ref(&case), told)?;
                let others = without(std::slice::from_ref(&case), told)?;
                next.extend(with.into_iter().map(|case| (case, format!("{words}{}", fragment.words))));
                next.extend(others.into_iter().map(|case| (case, words.clone())));
            }
            if next.len() > MOST {
                return None;
            }
            forms = next;
        }
        Some(forms)
    }

    /// One form of a line.
    fn form(&mut self, words: &str, when: Case, place: Place, lines: &mut Vec<Line>) {
        let text = self.plain(words, place);
        if text.is_empty() {
            return;
        }
        let (who, text) = match spoken(&text) {
            Some((name, says)) => {
                let (who, is_new) = self.cast.member(name);
                if is_new {
                    self.rows.changed(place, &format!("{name}:"), "Who speaks is one of the cast, and says the line.");
                }
                (Some(who), says.to_owned())
            }
            None => (None, text),
        };
        lines.push(Line { who, text, when });
    }

    /// Words without marks of style, which are reported.
    pub fn plain(&mut self, words: &str, place: Place) -> String {
        let trimmed = words.trim();
        let is_rule =
            trimmed.len() >= 3 && trimmed.chars().all(|sign| matches!(sign, '-' | '*' | '_' | '=' | '>' | '<'));
        if is_rule {
            self.rows.style(place, "---");
            return String::new();
        }
        let mut text = trimmed;
        for _ in 0..4 {
            let Some((mark, rest)) = leading_mark(text, self.dialect) else { break };
            self.rows.style(place, mark);
            text = rest.trim_start();
        }
        let mut text = Cow::Borrowed(text);
        for mark in marks(self.dialect) {
            if text.contains(mark) {
                let (plain, count) = without_mark(&text, mark);
                for _ in 0..count {
                    self.rows.style(place, *mark);
                }
                text = Cow::Owned(plain);
            }
        }
        let mut out = String::with_capacity(text.len());
        for word in text.split_whitespace() {
            out.push_str(if out.is_empty() { "" } else { " " });
            out.push_str(word);
        }
        out
    }
}

/// The marks around words that a story format makes bold, slanted or struck out.
fn marks(dialect: Dialect) -> &'static [&'static str] {
    match dialect {
        Dialect::SugarCube => &["''", "//", "__", "==", "~~", "^^", "@@"],
        Dialect::Harlowe => &["''", "//", "**", "~~", "^^", "*"],
        Dialect::Chapbook => &["**", "__", "~~", "*", "_", "`"],
        Dialect::Plain => &["''", "//", "**", "__", "~~", "*", "_", "`"],
    }
}

/// The mark that a line begins with, and what comes after it.
fn leading_mark(text: &str, dialect: Dialect) -> Option<(&'static str, &str)> {
    let marks: &[&'static str] = match dialect {
        Dialect::SugarCube => &["!!!!!!", "!!!!!", "!!!!", "!!!", "!!", "!", "**", "*", "##", "#", ">"],
        Dialect::Harlowe => &["######", "#####", "####", "###", "##", "#", "* ", "** ", "0. ", "=><=", "==>", "<=="],
        Dialect::Chapbook | Dialect::Plain => &["######", "#####", "####", "###", "##", "#", "* ", "- ", "+ ", ">"],
    };
    let found = marks.iter().find(|mark| text.starts_with(**mark))?;
    let rest = text.get(found.len()..)?;
    // `''bold''` at the beginning is no list, and neither is `**bold**`.
    let doubles = found.trim_end().chars().next().is_some_and(|sign| rest.starts_with(sign));
    let closes = matches!(*found, "*" | "**") && rest.contains('*') || doubles;
    (!closes && !rest.is_empty()).then_some((*found, rest))
}

/// A text without the pairs of a mark, and how many pairs there were.
fn without_mark(text: &str, mark: &str) -> (String, usize) {
    let mut out = String::with_capacity(text.len());
    let mut open: Option<usize> = None;
    let mut count = 0;
    let mut rest = text;
    let single = mark.len() == 1;
    while let Some(at) = rest.find(mark) {
        let (before, from) = rest.split_at_checked(at).unwrap_or((rest, ""));
        let after = from.get(mark.len()..).unwrap_or_default();
        out.push_str(before);
        let last = out.chars().next_back();
        let next = after.chars().next();
        let opens = next.is_some_and(|next| !next.is_whitespace())
            && !(mark == "//" && last == Some(':'))
            && !(single && last.is_some_and(char::is_alphanumeric));
        let closes =
            last.is_some_and(|last| !last.is_whitespace()) && !(single && next.is_some_and(char::is_alphanumeric));
        match open {
            Some(from) if closes && from + mark.len() < out.len() => {
                out.replace_range(from..from + mark.len(), "");
                open = None;
                count += 1;
            }
            None if opens => {
                open = Some(out.len());
                out.push_str(mark);
            }
            _ => out.push_str(mark),
        }
        rest = after;
    }
    out.push_str(rest);
    (out, count)
}

/// Words before a colon that are no name.
const NO_NAMES: [&str; 34] = [
    "Note", "Warning", "Tip", "Hint", "Time", "Date", "Day", "Week", "Chapter", "Part", "Subject", "From", "To", "Re",
    "Cc", "PS", "Scene", "Act", "Score", "Question", "Answer", "Options", "Option", "Choices", "Choice", "Feedback",
    "Result", "Summary", "Step", "Level", "Price", "Location", "Status", "Total",
];

/// Who says a line, and what: one to three words, each with a capital, before a colon.
fn spoken(text: &str) -> Option<(&str, &str)> {
    let (name, says) = text.split_once(':')?;
    let says = says.strip_prefix(char::is_whitespace)?.trim_start();
    let name = name.trim_end();
    let is_word = |word: &str| {
        let first = word.chars().next();
        let is_capital = first.is_some_and(|first| first.is_alphabetic() && !first.is_lowercase());
        is_capital && word.chars().all(|sign| sign.is_alphabetic() || matches!(sign, '.' | '-' | '\'' | '’'))
    };
    let count = name.split(' ').count();
    let fits = name.len() <= 60 && count <= 3 && name.split(' ').all(is_word) && !says.is_empty();
    let first = name.split(' ').next().unwrap_or_default();
    let is_other = NO_NAMES.iter().any(|other| other.eq_ignore_ascii_case(first) && count == 1);
    (fits && !is_other).then_some((name, says))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_of_marks_are_taken_away_and_single_signs_stay() {
        for (text, mark, plain, count) in [
            ("''so'' it is", "''", "so it is", 1),
            ("//a// and //b//", "//", "a and b", 2),
            ("see http://a.b//c", "//", "see http://a.b//c", 0),
            ("2 * 3 * 4", "*", "2 * 3 * 4", 0),
            ("*so* a_b_c", "*", "so a_b_c", 1),
            ("a_b_c _so_", "_", "a_b_c so", 1),
            ("** not", "**", "** not", 0),
            ("****", "**", "****", 0),
        ] {
            assert_eq!(without_mark(text, mark), (plain.to_owned(), count), "{text}");
        }
    }

    #[test]
    fn who_speaks_stands_before_a_colon() {
        for (text, found) in [
            ("Mara: No.", Some(("Mara", "No."))),
            ("Dr. Mara Lindqvist: At 9: we begin.", Some(("Dr. Mara Lindqvist", "At 9: we begin."))),
            ("Élise O'Neill : Oui.", Some(("Élise O'Neill", "Oui."))),
            ("مارا: لا", Some(("مارا", "لا"))),
            ("Note: it rains.", None),
            ("It rains: hard.", None),
            ("12:30", None),
            ("Mara:", None),
            ("Then she says: no.", None),
        ] {
            assert_eq!(spoken(text), found, "{text}");
        }
    }
}
