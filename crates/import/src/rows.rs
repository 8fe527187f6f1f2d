//! What became of each piece of a story, row by row.

use std::borrow::Cow;
use std::collections::HashMap;

/// What became of a piece of a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fate {
    /// It is not in the draft.
    LeftOut,
    /// It is in the draft, in another form or to be finished.
    Changed,
    /// It is in the draft as it was.
    Carried,
}

impl Fate {
    /// All three, in the order of a report.
    pub const ALL: [Fate; 3] = [Fate::LeftOut, Fate::Changed, Fate::Carried];

    /// The name in a report as JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Fate::LeftOut => "left_out",
            Fate::Changed => "changed",
            Fate::Carried => "carried",
        }
    }
}

/// One piece of a story, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What became of it.
    pub fate: Fate,
    /// The passage that it stands in, as its place in the story; `None` for the story as a whole.
    pub passage: Option<usize>,
    /// The line of the passage's source, from 1; 0 for the passage as a whole.
    pub line: u32,
    /// The piece as it stands there, at most 80 characters of it.
    pub what: String,
    /// What was done with it, and why, in a sentence.
    pub why: Cow<'static, str>,
    /// How often it stands in the passage, from that line on; more than 1 for marks of style alone.
    pub times: u32,
}

/// The rows of a report while it is made.
#[derive(Default)]
pub(crate) struct Rows {
    rows: Vec<Row>,
    styles: HashMap<(usize, Cow<'static, str>), usize>,
}

/// Where a piece stands: a passage by its place in the story, and a line of its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub passage: usize,
    pub line: u32,
}

impl Rows {
    pub fn add(&mut self, fate: Fate, place: Place, what: &str, why: impl Into<Cow<'static, str>>) {
        let Place { passage, line } = place;
        self.rows.push(Row { fate, passage: Some(passage), line, what: snippet(what), why: why.into(), times: 1 });
    }

    pub fn carried(&mut self, place: Place, what: &str, why: impl Into<Cow<'static, str>>) {
        self.add(Fate::Carried, place, what, why);
    }

    pub fn changed(&mut self, place: Place, what: &str, why: impl Into<Cow<'static, str>>) {
        self.add(Fate::Changed, place, what, why);
    }

    pub fn left_out(&mut self, place: Place, what: &str, why: impl Into<Cow<'static, str>>) {
        self.add(Fate::LeftOut, place, what, why);
    }

    /// A row about the story as a whole.
    pub fn story(&mut self, fate: Fate, what: &str, why: impl Into<Cow<'static, str>>) {
        self.rows.push(Row { fate, passage: None, line: 0, what: snippet(what), why: why.into(), times: 1 });
    }

    /// A mark of style that was taken away: one row for all of its kind in a passage.
    pub fn style(&mut self, place: Place, mark: impl Into<Cow<'static, str>>) {
        let key = (place.passage, mark.into());
        if let Some(row) = self.styles.get(&key).and_then(|at| self.rows.get_mut(*at)) {
            row.times += 1;
            return;
        }
        self.changed(place, &key.1, "Texts are plain: the mark is taken away, and its words stay.");
        self.styles.insert(key, self.rows.len() - 1);
    }

    /// All rows: the story's, then by passage and line, each in the order in which they were found.
    pub fn finish(mut self) -> Vec<Row> {
        self.rows.sort_by_key(|row| (row.passage, row.line));
        self.rows
    }
}

/// The most characters that a row shows of a piece.
const LONGEST: usize = 80;

/// A piece as a row shows it: on one line, and not too long.
fn snippet(text: &str) -> String {
    let mut out = String::with_capacity(text.len().min(LONGEST + 3));
    let mut left = LONGEST;
    for word in text.split_whitespace() {
        if !out.is_empty() {
            left = left.saturating_sub(1);
            out.push(' ');
        }
        let cut = word.char_indices().nth(left).map(|(at, _)| at);
        out.push_str(word.get(..cut.unwrap_or(word.len())).unwrap_or_default());
        if cut.is_some() {
            out.push('…');
            break;
        }
        left -= word.chars().count();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_shows_the_beginning_of_a_piece_on_one_line() {
        assert_eq!(snippet(" a\n  b\tc "), "a b c");
        assert_eq!(snippet(&"é".repeat(80)), "é".repeat(80));
        assert_eq!(snippet(&"é".repeat(81)), format!("{}…", "é".repeat(80)));
        assert_eq!(snippet(&format!("{} b", "a".repeat(79))), format!("{} …", "a".repeat(79)));
        assert_eq!(snippet(""), "");
    }
}
