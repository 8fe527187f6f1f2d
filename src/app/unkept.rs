//! What could not be kept yet.

use super::Effect;

/// What waits to be kept, the oldest first: it is tried again before anything newer, so that no run is replaced before
/// the journal has it.
#[derive(Debug, Default)]
pub struct Unkept(Vec<Effect>);

impl Unkept {
    /// Adds a value, or a line for the journal. A newer value takes the place of an older one, but does not pass a line
    /// for the journal.
    pub fn add(&mut self, effect: Effect) {
        if let Effect::Store(key, value) = &effect {
            let newest = self.0.iter_mut().rev().take_while(|other| !matches!(other, Effect::Note(_)));
            let same = |other: &&mut Effect| matches!(other, Effect::Store(of, _) if of == key);
            if let Some(Effect::Store(_, waiting)) = newest.into_iter().find(same) {
                waiting.clone_from(value);
                return;
            }
        }
        self.0.push(effect);
    }

    /// Drops the values of a key that is forgotten; an empty key drops everything.
    pub fn forget(&mut self, key: &str) {
        self.0.retain(|effect| !key.is_empty() && !matches!(effect, Effect::Store(of, _) if of == key));
    }

    /// Another window keeps a value: an older one of this window does not take its place once there is room. With a run
    /// goes which of its steps waits.
    pub fn hear(&mut self, key: &str) {
        let waits = |of: &str| key.starts_with("run") && of.strip_prefix("waiting") == key.strip_prefix("run");
        self.0.retain(|effect| !matches!(effect, Effect::Store(of, _) if of == key || waits(of)));
    }

    /// All that is kept, and what waits, for a file. Sessions of groups are not among it: their page and the journal's
    /// hand on what stands of them, and they are kept where they are.
    pub fn beside(&self, kept: Vec<(String, String)>, now: u64) -> Vec<(String, String)> {
        let waiting = self.0.iter().enumerate().filter_map(|(at, effect)| match effect {
            Effect::Store(key, value) => Some((key.clone(), value.clone())),
            Effect::Note(line) => Some((format!("journal/{}", now + at as u64), line.clone())),
            _ => None,
        });
        kept.into_iter().filter(|(key, _)| !key.starts_with("room/")).chain(waiting).collect()
    }

    /// Tries to keep what waits, in its order: nothing passes a line for the journal that cannot be kept, and of a story
    /// nothing passes a value that cannot; it holds nothing else up. Whether nothing waits any more.
    pub fn keep(&mut self, mut keep: impl FnMut(&Effect) -> bool) -> bool {
        let mut left: Vec<Effect> = Vec::new();
        let mut held = false;
        for effect in std::mem::take(&mut self.0) {
            let follows = left.iter().any(|other| about(other).is_some() && about(other) == about(&effect));
            if held || (follows && !replaces(&left, &effect)) || !keep(&effect) {
                held |= matches!(effect, Effect::Note(_));
                left.push(effect);
            } else if let Effect::Store(key, _) = &effect {
                // An older value of the same key would take its place later.
                left.retain(|other| !matches!(other, Effect::Store(of, _) if of == key));
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

/// The story that a value is about.
fn about(effect: &Effect) -> Option<&str> {
    match effect {
        Effect::Store(key, _) => key.split_once('/').map(|(_, story)| story),
        _ => None,
    }
}

/// Whether a value is a newer one of the first that waits of its story.
fn replaces(left: &[Effect], effect: &Effect) -> bool {
    let Effect::Store(key, _) = effect else { return false };
    left.iter()
        .filter(|other| about(other) == about(effect))
        .all(|other| matches!(other, Effect::Store(of, _) if of == key))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn store(key: &str, value: &str) -> Effect {
        Effect::Store(key.into(), value.into())
    }

    fn note(line: &str) -> Effect {
        Effect::Note(line.into())
    }

    #[test]
    fn no_run_is_replaced_before_the_journal_has_it() {
        let mut unkept = Unkept::default();
        for effect in [note("the open run"), store("run/a", "another"), store("last", "a"), store("run/a", "newer")] {
            unkept.add(effect);
        }
        let mut kept = Vec::new();
        let mut keep = |effect: &Effect, full: bool| {
            let fits = !full || !matches!(effect, Effect::Note(_));
            kept.extend(fits.then(|| effect.clone()));
            fits
        };
        assert!(!unkept.keep(|effect| keep(effect, true)), "the journal's line does not fit, so the run stays");
        assert!(unkept.keep(|effect| keep(effect, false)));
        assert_eq!(kept, [note("the open run"), store("run/a", "newer"), store("last", "a")]);
    }

    #[test]
    fn a_value_too_large_holds_nothing_else_up() {
        let mut unkept = Unkept::default();
        for effect in [store("scenario/x", "large"), store("run/a", "1"), note("1"), store("run/a", "2")] {
            unkept.add(effect);
        }
        let fits = |effect: &Effect| !matches!(effect, Effect::Store(_, value) if value == "large" || value == "1");
        assert!(!unkept.keep(fits));
        assert_eq!(unkept.0, [store("scenario/x", "large")], "a run's older value is not kept after its newer one");
    }

    #[test]
    fn a_newer_value_does_not_pass_a_line_for_the_journal() {
        let mut unkept = Unkept::default();
        for effect in [store("run/a", "1"), note("1"), store("run/a", "2"), store("run/a", "3")] {
            unkept.add(effect);
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
        waiting.into_iter().for_each(|effect| unkept.add(effect));
        assert!(!unkept.keep(|_| false), "there is no room");
        unkept.hear("run/a");
        unkept.hear("last");
        assert_eq!(unkept.0, [store("run/b", "1"), note("1")], "nothing else is dropped, and no line for the journal");
        unkept.add(store("run/a", "3"));
        let mut kept = Vec::new();
        assert!(unkept.keep(|effect| {
            kept.push(effect.clone());
            true
        }));
        assert_eq!(kept, [store("run/b", "1"), note("1"), store("run/a", "3")], "what is newer than theirs is kept");
    }

    #[test]
    fn a_file_of_what_is_kept_and_what_waits_holds_no_session_of_a_group() {
        let mut unkept = Unkept::default();
        [store("run/a", "2"), note("a 1")].into_iter().for_each(|effect| unkept.add(effect));
        let own = |pairs: &[(&str, &str)]| pairs.iter().map(|(key, value)| ((*key).into(), (*value).into())).collect();
        let kept: Vec<(String, String)> =
            own(&[("run/a", "1"), ("self/1", "1 2 3"), ("room/session/x", "names"), ("room/copy/x", "names")]);
        let file: Vec<(String, String)> =
            own(&[("run/a", "1"), ("self/1", "1 2 3"), ("run/a", "2"), ("journal/8", "a 1")]);
        assert_eq!(unkept.beside(kept, 7), file);
    }
}
