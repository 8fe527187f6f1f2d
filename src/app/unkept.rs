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

    /// What waits.
    pub fn waiting(&self) -> &[Effect] {
        &self.0
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
        assert_eq!(
            unkept.waiting(),
            [store("scenario/x", "large")],
            "a run's older value is not kept after its newer one"
        );
    }

    #[test]
    fn a_newer_value_does_not_pass_a_line_for_the_journal() {
        let mut unkept = Unkept::default();
        for effect in [store("run/a", "1"), note("1"), store("run/a", "2"), store("run/a", "3")] {
            unkept.add(effect);
        }
        assert_eq!(unkept.waiting(), [store("run/a", "1"), note("1"), store("run/a", "3")]);
        unkept.forget("run/a");
        assert_eq!(unkept.waiting(), [note("1")]);
        unkept.forget("");
        assert!(unkept.keep(|_| false), "nothing waits");
    }
}
