//! What could not be kept yet.

use crate::key::{NEWER, ROOM, RUN, WAITING};
use crate::{Entry, is_newer};

/// Something to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Write {
    /// A value under a key, in the place of what is there.
    Value(String, String),
    /// A line of the journal, with the time.
    Line(String),
}

/// What waits to be kept, the oldest first: it is tried again before anything newer, so that no run is replaced before
/// the journal has it.
#[derive(Debug, Default)]
pub struct Unkept(Vec<Write>);

impl Unkept {
    /// Adds a value, or a line for the journal. A newer value takes the place of an older one, but does not pass a line
    /// for the journal.
    pub fn add(&mut self, write: Write) {
        if let Write::Value(key, value) = &write {
            let newest = self.0.iter_mut().rev().take_while(|other| !matches!(other, Write::Line(_)));
            let same = |other: &&mut Write| matches!(other, Write::Value(of, _) if of == key);
            if let Some(Write::Value(_, waiting)) = newest.into_iter().find(same) {
                waiting.clone_from(value);
                return;
            }
        }
        self.0.push(write);
    }

    /// Drops the values of a key that is forgotten; an empty key drops everything.
    pub fn forget(&mut self, key: &str) {
        self.0.retain(|write| !key.is_empty() && !write.is_of(key));
    }

    /// Another window keeps a value: an older one of this window does not take its place once there is room. With a run
    /// goes which of its steps waits.
    pub fn hear(&mut self, key: &str) {
        let waits = |of: &str| key.starts_with(RUN) && of.strip_prefix(WAITING) == key.strip_prefix(RUN);
        self.0.retain(|write| !matches!(write, Write::Value(of, _) if of == key || waits(of)));
    }

    /// All that is kept, and what waits, for a file. Sessions of groups are not among it: their page and the journal's
    /// hand on what stands of them, and they are kept where they are.
    pub fn beside(&self, kept: Vec<(String, String)>, now: u64) -> Vec<(String, String)> {
        let mut all = self.with(kept, now);
        // What the player was told of is this device's own affair.
        all.retain(|(key, _)| !key.strip_prefix(ROOM).is_some_and(|of| of.starts_with('/')) && key != NEWER);
        all
    }

    /// All that is kept, and what waits, as if there were room for it. Nothing takes the place of a newer game's: a run
    /// that was played beside one goes into the journal.
    pub fn with(&self, kept: Vec<(String, String)>, now: u64) -> Vec<(String, String)> {
        let newer = |key: &str| kept.iter().any(|(of, value)| of == key && is_newer(value));
        let mut waiting: Vec<(String, String)> = Vec::new();
        for (moment, write) in (now..).zip(&self.0) {
            match write {
                Write::Line(line) => waiting.push((Entry::key(moment), line.clone())),
                Write::Value(key, value) if newer(key) => {
                    let source = key.strip_prefix(RUN).and_then(|of| of.strip_prefix('/'));
                    // A run in which nothing is decided is no entry.
                    let played = source.filter(|_| value.split(' ').nth(2) != Some("0"));
                    waiting.extend(played.map(|source| (Entry::key(moment), [source, " ", value].concat())));
                }
                // The step that waits is one of that run.
                Write::Value(key, _) if key.strip_prefix(WAITING).is_some_and(|of| newer(&[RUN, of].concat())) => {}
                Write::Value(key, value) => waiting.push((key.clone(), value.clone())),
            }
        }
        let stands = |key: &str| !waiting.iter().any(|(of, _)| of == key);
        let mut all: Vec<(String, String)> = kept.into_iter().filter(|(key, _)| stands(key)).collect();
        all.append(&mut waiting);
        all
    }

    /// Tries to keep what waits, in its order: nothing passes a line for the journal that cannot be kept, and of a story
    /// nothing passes a value that cannot; it holds nothing else up. Whether nothing waits any more.
    pub fn keep(&mut self, mut keep: impl FnMut(&Write) -> bool) -> bool {
        let mut left: Vec<Write> = Vec::new();
        let mut held = false;
        for write in std::mem::take(&mut self.0) {
            let follows = left.iter().any(|other| other.about().is_some() && other.about() == write.about());
            if held || (follows && !replaces(&left, &write)) || !keep(&write) {
                held |= matches!(write, Write::Line(_));
                left.push(write);
            } else if let Write::Value(key, _) = &write {
                // An older value of the same key would take its place later.
                left.retain(|other| !other.is_of(key));
            }
        }
        self.0 = left;
        self.0.is_empty()
    }

    /// Whether nothing waits.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Write {
    /// The story that a value is about.
    fn about(&self) -> Option<&str> {
        match self {
            Write::Value(key, _) => key.split_once('/').map(|(_, story)| story),
            Write::Line(_) => None,
        }
    }

    fn is_of(&self, key: &str) -> bool {
        matches!(self, Write::Value(of, _) if of == key)
    }
}

/// Whether a value is a newer one of the first that waits of its story.
fn replaces(left: &[Write], write: &Write) -> bool {
    let Write::Value(key, _) = write else { return false };
    left.iter().filter(|other| other.about() == write.about()).all(|other| other.is_of(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn store(key: &str, value: &str) -> Write {
        Write::Value(key.into(), value.into())
    }

    fn note(line: &str) -> Write {
        Write::Line(line.into())
    }

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(key, value)| ((*key).into(), (*value).into())).collect()
    }
    #[test]
    fn no_run_is_replaced_before_the_journal_has_it() {
        let mut unkept = Unkept::default();
        for write in [note("the open run"), store("run/a", "another"), store("last", "a"), store("run/a", "newer")] {
            unkept.add(write);
        }
        let mut kept = Vec::new();
        let mut keep = |write: &Write, full: bool| {
            let fits = !full || !matches!(write, Write::Line(_));
            kept.extend(fits.then(|| write.clone()));
            fits
        };
        assert!(!unkept.keep(|write| keep(write, true)), "the journal's line does not fit, so the run stays");
        assert!(unkept.keep(|write| keep(write, false)));
        assert_eq!(kept, [note("the open run"), store("run/a", "newer"), store("last", "a")]);
    }

    #[test]
    fn a_value_too_large_holds_nothing_else_up() {
        let mut unkept = Unkept::default();
        for write in [store("scenario/x", "large"), store("run/a", "1"), note("1"), store("run/a", "2")] {
            unkept.add(write);
        }
        let fits = |write: &Write| !matches!(write, Write::Value(_, value) if value == "large" || value == "1");
        assert!(!unkept.keep(fits));
        assert_eq!(unkept.0, [store("scenario/x", "large")], "a run's older value is not kept after its newer one");
    }

    #[test]
    fn a_newer_value_does_not_pass_a_line_for_the_journal() {
        let mut unkept = Unkept::default();
        for write in [store("run/a", "1"), note("1"), store("run/a", "2"), store("run/a", "3")] {
            unkept.add(write);
        }
        assert_eq!(unkept.0, [store("run/a", "1"), note("1"), store("run/a", "3")]);
        unkept.forget("run/a");
        assert_eq!(unkept.0, [note("1")]);
        unkept.forget("");
        assert!(unkept.keep(|_| false), "nothing waits");
    }
    #[test]
    fn an_older_run_does_not_take_the_place_of_another_windows() {
        let mut unkept = Unkept::default();
        let waiting =
            [store("run/a", "1"), store("waiting/a", "one"), store("run/b", "1"), note("1"), store("run/a", "2")];
        waiting.into_iter().for_each(|write| unkept.add(write));
        assert!(!unkept.keep(|_| false), "there is no room");
        unkept.hear("run/a");
        unkept.hear("last");
        assert_eq!(unkept.0, [store("run/b", "1"), note("1")], "nothing else is dropped, and no line for the journal");
        unkept.add(store("run/a", "3"));
        let mut kept = Vec::new();
        assert!(unkept.keep(|write| {
            kept.push(write.clone());
            true
        }));
        assert_eq!(kept, [store("run/b", "1"), note("1"), store("run/a", "3")], "what is newer than theirs is kept");
    }

    #[test]
    fn a_file_of_what_is_kept_and_what_waits_holds_no_session_of_a_group() {
        let mut unkept = Unkept::default();
        [store("run/a", "2"), note("a 1"), store("newer", "2")].into_iter().for_each(|write| unkept.add(write));
        let kept = [
            ("run/a", "1"),
            ("self/1", "1 2 3"),
            ("room/session/x", "names"),
            ("room/copy/x", "names"),
            ("newer", "1"),
            ("team/a", "a newer game's"),
        ];
        let file = [("self/1", "1 2 3"), ("team/a", "a newer game's"), ("run/a", "2"), ("journal/8", "a 1")];
        assert_eq!(unkept.beside(pairs(&kept), 7), pairs(&file));
        let shown = unkept.with(pairs(&kept), 7);
        assert!(shown.contains(&("room/session/x".into(), "names".into())), "what this device shows is not handed on");
        assert!(shown.contains(&("journal/8".into(), "a 1".into())) && shown.contains(&("run/a".into(), "2".into())));
    }

    #[test]
    fn in_a_file_too_nothing_takes_the_place_of_a_newer_games() {
        let line = |source: &str, responses: &str| format!("{source} 0123456789abcdef {responses}");
        let (played, fresh) = (line("a", "1 one"), line("b", "0"));
        let mut unkept = Unkept::default();
        let waits = [
            store("run/a", &played),
            store("waiting/a", "two"),
            store("reached/a", "adrift"),
            store("run/b", &fresh),
            store("settings", "text-1"),
        ];
        waits.into_iter().for_each(|write| unkept.add(write));
        let newer =
            [("run/a", "two-hats/2 a"), ("run/b", "two-hats/2 b"), ("settings", "two-hats/2 s"), ("waiting/a", "x")];
        let entry = format!("a {played}");
        let mut file = pairs(&newer);
        file.extend(pairs(&[("journal/7", &entry), ("reached/a", "adrift")]));
        assert_eq!(unkept.beside(pairs(&newer), 7), file);
    }
}
