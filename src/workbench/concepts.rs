//! The concepts where an author writes their ids: which one stands at a place, and which may be written there.

use crate::words::CONCEPT_NAMES;
use scenario::Concept;

/// How much of a text before a place is looked at, in units of UTF-16: far more than the longest list of ids.
pub const BEFORE: u32 = 600;

/// How much of a text behind a place is looked at: the rest of an id, and its quotation mark.
pub const BEHIND: u32 = 8;

/// A place in a list of concepts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// What stands between the quotation marks there; empty between two ids.
    pub written: String,
    /// Where that begins, as many units of UTF-16 before the place.
    back: u32,
    /// Where it ends, as many behind it.
    ahead: u32,
    /// Whether a quotation mark stands before it, and behind it.
    quoted: (bool, bool),
}

impl Site {
    /// The place between two pieces of a text; `None` where it is in no list of concepts.
    pub fn between(before: &str, behind: &str) -> Option<Self> {
        let list = before.rfind('[')?;
        let (head, inside) = (before.get(..list)?, before.get(list + 1..)?);
        let is_list = head.trim_end().strip_suffix(':')?.trim_end().ends_with("\"concepts\"");
        if !is_list || inside.contains([']', '{', '}', ':']) {
            return None;
        }
        if inside.matches('"').count().is_multiple_of(2) {
            return Some(Site { written: String::new(), back: 0, ahead: 0, quoted: (false, false) });
        }
        let own = |sign: &char| sign.is_ascii_alphanumeric();
        let start = inside.rsplit('"').next().unwrap_or_default();
        let rest: String = behind.chars().take_while(own).collect();
        let closed = behind.get(rest.len()..).is_some_and(|after| after.starts_with('"'));
        let units = |text: &str| text.encode_utf16().count() as u32;
        Some(Site {
            back: units(start),
            ahead: units(&rest),
            quoted: (true, closed),
            written: format!("{start}{rest}"),
        })
    }

    /// The concept that stands there.
    pub fn concept(&self) -> Option<Concept> {
        Concept::new(&self.written)
    }

    /// The concepts that what stands there may become: all of them where that is nothing or no beginning of any.
    pub fn offers(&self) -> Vec<Concept> {
        let written = self.written.to_ascii_uppercase();
        let fitting: Vec<Concept> = Concept::all().filter(|concept| concept.id().starts_with(&written)).collect();
        if fitting.is_empty() || self.concept().is_some() { Concept::all().collect() } else { fitting }
    }

    /// What is to be put in where the place is at so many units: from where, to where, and which text.
    pub fn put(&self, at: u32, concept: Concept) -> (u32, u32, String) {
        let mark = |there: bool| if there { "" } else { "\"" };
        let text = format!("{}{}{}", mark(self.quoted.0), concept.id(), mark(self.quoted.1));
        (at.saturating_sub(self.back), at + self.ahead, text)
    }
}

/// What a concept is, behind its id.
pub fn told(concept: Concept) -> String {
    format!("{}: {}", concept.id(), name(concept))
}

/// A concept as it is offered: its id, and what it is.
pub fn named(concept: Concept) -> String {
    format!("{} {}", concept.id(), name(concept))
}

fn name(concept: Concept) -> &'static str {
    CONCEPT_NAMES.get(concept.place() as usize).copied().unwrap_or_default()
}

/// The concept at a place in a text, counted in lines and columns from 0; what the mouse rests on.
pub fn at(text: &str, line: usize, column: usize) -> Option<Concept> {
    let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    let here = text.get(start..)?.lines().next()?;
    let offset = here.char_indices().nth(column).map(|(at, _)| at)?;
    let before = text.get(..start + offset)?;
    let from = (0..=before.len().saturating_sub(BEFORE as usize)).rev().find(|from| before.is_char_boundary(*from))?;
    let site = Site::between(before.get(from..)?, text.get(start + offset..)?)?;
    site.concept()
}

#[cfg(test)]
mod tests {
    use super::super::{Effect, Event, Model};
    use super::*;

    /// The site at the `|` of a text.
    fn site(text: &str) -> Option<Site> {
        let (before, behind) = text.split_once('|')?;
        Site::between(before, behind)
    }

    /// The text once a concept was put in at its `|`.
    fn with(text: &str, id: &str) -> Option<String> {
        let (before, behind) = text.split_once('|')?;
        let whole: Vec<u16> = format!("{before}{behind}").encode_utf16().collect();
        let at = before.encode_utf16().count() as u32;
        let (from, to, put) = site(text)?.put(at, Concept::new(id)?);
        let piece = |units: &[u16]| String::from_utf16(units).unwrap_or_default();
        Some(piece(whole.get(..from as usize)?) + &put + &piece(whole.get(to as usize..)?))
    }

    #[test]
    fn an_id_is_told_and_completed_where_it_stands() {
        let told_at = |text: &str| site(text).and_then(|site| site.concept()).map(told);
        let d1 = Concept::new("D1").map(told);
        assert_eq!(d1.as_deref(), Some("D1: Setting an agenda"));
        for text in ["\"concepts\": [\"D1|\"]", "\"concepts\": [\"|D1\"]", "\"concepts\":[\"L1\", \"D|1\", \"M2\"]"] {
            assert_eq!(told_at(text), d1, "{text}");
        }
        let offered = |text: &str| {
            site(text).map(|site| site.offers().into_iter().map(Concept::id).collect::<Vec<_>>()).unwrap_or_default()
        };
        assert_eq!(offered("\"concepts\": [\"d|\"]"), ["D1", "D2", "D3", "D4"]);
        assert_eq!(offered("\"concepts\": [\n    \"D1\",\n    |\n  ]").len(), 47);
        assert_eq!(offered("\"concepts\": [\"zz|\"]").len(), 47);
        assert_eq!(with("é \"concepts\": [\"d|\"]", "D2").as_deref(), Some("é \"concepts\": [\"D2\"]"));
        assert_eq!(with("\"concepts\": [\"D|1\"]", "L3").as_deref(), Some("\"concepts\": [\"L3\"]"));
        assert_eq!(with("\"concepts\": [|]", "L3").as_deref(), Some("\"concepts\": [\"L3\"]"));
        assert_eq!(with("\"concepts\": [\"D1\", \"L|", "L3").as_deref(), Some("\"concepts\": [\"D1\", \"L3\""));
    }

    #[test]
    fn nothing_is_offered_anywhere_else() {
        for text in [
            "|",
            "\"sets\": [\"D1|\"]",
            "\"concepts\": [\"D1\"]|",
            "\"concepts\"|: [\"D1\"]",
            "\"concepts\": [\"D1\"], \"text\": \"D1|\"",
            "\"text\": \"concepts: [D|\"",
        ] {
            assert_eq!(site(text), None, "{text}");
        }
    }

    #[test]
    fn what_the_mouse_rests_on_is_found_by_line_and_column() {
        let text = "{\n  \"concepts\": [\"D1\", \"L3\"],\n  \"text\": \"ä D1\"\n}";
        let found = |line, column| at(text, line, column).map(Concept::id);
        assert_eq!(found(1, 16), Some("D1"));
        assert_eq!(found(1, 23), Some("L3"));
        for (line, column) in [(1, 3), (1, 19), (2, 13), (0, 0), (9, 0), (1, 900)] {
            assert_eq!(found(line, column), None, "{line}:{column}");
        }
    }

    #[test]
    fn a_concept_is_put_in_where_the_cursor_is_and_nowhere_else() {
        let mut model = Model::default();
        let concept = Concept::new("L2").expect("a concept");
        assert!(model.update(Event::PutConcept(concept)).is_empty());
        model.update(Event::Cursor(90, "\"concepts\": [\"L".into(), "3\"]".into()));
        assert_eq!(model.site.as_ref().and_then(Site::concept), Concept::new("L3"));
        assert_eq!(model.update(Event::PutConcept(concept)), [Effect::Write(89, 91, "L2".into())]);
        model.update(Event::Cursor(9, "\"sets\": [\"L".into(), "3\"]".into()));
        assert!(model.site.is_none() && model.update(Event::PutConcept(concept)).is_empty());
    }
}
