//! Patches: which bytes of a text an edit changes, and the way back.

use crate::Range;
use serde::{Deserialize, Serialize};
use std::error::Error;
use std::fmt;

/// One place of a text that is changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Splice {
    /// The first byte that is changed, in the text before.
    pub at: usize,
    /// What is taken out there.
    pub removed: String,
    /// What is put there instead.
    pub inserted: String,
}

/// A change of a text: places that do not meet, in order. Undone by its inverse, to the byte.
///
/// ```
/// use document::{Patch, Splice};
///
/// let patch = Patch::of([Splice { at: 2, removed: "c".into(), inserted: "x".into() }]);
/// let changed = patch.apply("abcd")?;
/// assert_eq!(changed, "abxd");
/// assert_eq!(patch.inverse().apply(&changed)?, "abcd");
/// assert_eq!(patch.inverse().inverse(), patch);
/// # Ok::<(), document::PatchError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Patch {
    splices: Vec<Splice>,
}

/// A patch of another text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PatchError {
    /// The first place where other bytes stand than the patch takes out.
    pub at: usize,
}

impl fmt::Display for PatchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "at byte {} the text has something else than this change takes out; it is of another text", self.at)
    }
}

impl Error for PatchError {}

impl Splice {
    pub(crate) fn new(text: &str, range: Range, inserted: String) -> Self {
        let removed = text.get(range.clone()).unwrap_or_default().to_owned();
        Splice { at: range.start, removed, inserted }
    }

    fn end(&self) -> usize {
        self.at + self.removed.len()
    }

    /// The same change without the bytes that stay as they are at both ends.
    fn trimmed(mut self) -> Option<Self> {
        let pairs = self.removed.chars().zip(self.inserted.chars());
        let before: usize = pairs.take_while(|(one, other)| one == other).map(|(c, _)| c.len_utf8()).sum();
        let (removed, inserted) = (self.removed.split_off(before), self.inserted.split_off(before));
        let pairs = removed.chars().rev().zip(inserted.chars().rev());
        let after: usize = pairs.take_while(|(one, other)| one == other).map(|(c, _)| c.len_utf8()).sum();
        let cut = |text: &str| text.get(..text.len() - after).unwrap_or_default().to_owned();
        let splice = Splice { at: self.at + before, removed: cut(&removed), inserted: cut(&inserted) };
        (!splice.removed.is_empty() || !splice.inserted.is_empty()).then_some(splice)
    }
}

impl Patch {
    /// The patch of some places of one text, in any order. Of places that overlap the first in the text is kept.
    pub fn of(splices: impl IntoIterator<Item = Splice>) -> Self {
        let mut given: Vec<Splice> = splices.into_iter().filter_map(Splice::trimmed).collect();
        given.sort_by_key(|splice| splice.at);
        let mut splices: Vec<Splice> = Vec::with_capacity(given.len());
        for splice in given {
            match splices.last_mut() {
                Some(last) if splice.at < last.end() => {}
                Some(last) if splice.at == last.end() => {
                    last.removed.push_str(&splice.removed);
                    last.inserted.push_str(&splice.inserted);
                }
                _ => splices.push(splice),
            }
        }
        Patch { splices }
    }

    /// Its places, in order.
    pub fn splices(&self) -> &[Splice] {
        &self.splices
    }

    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        self.splices.is_empty()
    }

    /// The changed text.
    ///
    /// # Errors
    /// [`PatchError`] where other bytes stand in the text than the patch takes out.
    pub fn apply(&self, text: &str) -> Result<String, PatchError> {
        let added: usize = self.splices.iter().map(|splice| splice.inserted.len()).sum();
        let mut out = String::with_capacity(text.len() + added);
        let mut done = 0;
        for splice in &self.splices {
            let error = PatchError { at: splice.at };
            let end = splice.at.checked_add(splice.removed.len()).ok_or(error)?;
            if text.get(splice.at..end) != Some(&*splice.removed) {
                return Err(error);
            }
            out.push_str(text.get(done..splice.at).ok_or(error)?);
            out.push_str(&splice.inserted);
            done = end;
        }
        out.push_str(text.get(done..).ok_or(PatchError { at: done })?);
        Ok(out)
    }

    /// The patch that takes this one back: of the changed text, and to the text before.
    #[must_use]
    pub fn inverse(&self) -> Patch {
        let splices = self.placed().map(|(at, splice)| Splice {
            at,
            removed: splice.inserted.clone(),
            inserted: splice.removed.clone(),
        });
        Patch { splices: splices.collect() }
    }

    /// Its places with where each begins in the changed text.
    fn placed(&self) -> impl Iterator<Item = (usize, &Splice)> {
        let mut before = (0, 0);
        self.splices.iter().map(move |splice| {
            let at = splice.at.saturating_add(before.0).saturating_sub(before.1);
            before = (before.0 + splice.inserted.len(), before.1 + splice.removed.len());
            (at, splice)
        })
    }

    /// This patch and then another, of the text that this one makes, as one.
    #[must_use]
    pub fn then(&self, next: &Patch) -> Patch {
        // Both by the text between them: what this one put there, and what the next takes out there.
        let mut firsts = self.placed().peekable();
        let mut nexts = next.splices.iter().peekable();
        let mut splices = Vec::new();
        // How many bytes the text between is longer by, and shorter by, than the text before, up to here.
        let mut grown = (0, 0);
        loop {
            let start = match (firsts.peek(), nexts.peek()) {
                (None, None) => break,
                (first, next) => {
                    let first = first.map_or(usize::MAX, |(at, _)| *at);
                    first.min(next.map_or(usize::MAX, |splice| splice.at))
                }
            };
            let mut group = Group { start, end: start, first: Vec::new(), next: Vec::new() };
            loop {
                if let Some((at, splice)) = firsts.next_if(|(at, _)| *at <= group.end) {
                    group.end = group.end.max(at + splice.inserted.len());
                    group.first.push((at, splice));
                } else if let Some(splice) = nexts.next_if(|splice| splice.at <= group.end) {
                    group.end = group.end.max(splice.end());
                    group.next.push(splice);
                } else {
                    break;
                }
            }
            splices.push(group.merged((start + grown.1) - grown.0));
            for (_, splice) in &group.first {
                grown = (grown.0 + splice.inserted.len(), grown.1 + splice.removed.len());
            }
        }
        Patch::of(splices)
    }
}

/// Places of two patches that meet in the text between them.
struct Group<'p> {
    /// Where they begin and end there.
    start: usize,
    end: usize,
    first: Vec<(usize, &'p Splice)>,
    next: Vec<&'p Splice>,
}

impl Group<'_> {
    /// The one change that they are, at a place of the text before both.
    fn merged(&self, at: usize) -> Splice {
        let firsts = || self.first.iter().map(|(at, splice)| (*at, &*splice.inserted, &*splice.removed));
        let nexts = || self.next.iter().map(|splice| (splice.at, &*splice.removed, &*splice.inserted));
        let firsts: Vec<_> = firsts().collect();
        let nexts: Vec<_> = nexts().collect();
        Splice { at, removed: self.with(&firsts, &nexts), inserted: self.with(&nexts, &firsts) }
    }

    /// The text between, from start to end, with some of its places replaced; what stands beside those is told by the
    /// others. Each is where it begins, what stands there, and what comes instead.
    fn with(&self, replaced: &[(usize, &str, &str)], others: &[(usize, &str, &str)]) -> String {
        let mut out = String::new();
        let mut done = self.start;
        for (at, there, instead) in replaced {
            copy(done..*at, others, &mut out);
            out.push_str(instead);
            done = at + there.len();
        }
        copy(done..self.end, others, &mut out);
        out
    }
}

/// Adds a piece of the text between, as the places tell it that it stands in.
fn copy(piece: Range, places: &[(usize, &str, &str)], out: &mut String) {
    for (at, there, _) in places {
        let (from, to) = (piece.start.max(*at), piece.end.min(at + there.len()));
        if from < to {
            out.push_str(there.get(from - at..to - at).unwrap_or_default());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn splice(at: usize, removed: &str, inserted: &str) -> Splice {
        Splice { at, removed: removed.into(), inserted: inserted.into() }
    }

    /// Numbers by lot, the same on every run.
    fn lots(seed: u64) -> impl FnMut(usize) -> usize {
        let mut state = seed;
        move |end| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % end
        }
    }

    /// A patch of a text by lot.
    fn any(text: &str, lot: &mut impl FnMut(usize) -> usize) -> Patch {
        let mut splices = Vec::new();
        let mut from = 0;
        while from <= text.len() && splices.len() < 4 {
            let at = from + lot(4);
            let end = at + lot(4);
            let Some(removed) = text.get(at..end) else { break };
            splices.push(splice(at, removed, &"xyzab"[..lot(4)]));
            from = end + 1 + lot(3);
        }
        Patch::of(splices)
    }

    #[test]
    fn two_patches_after_one_another_are_one() {
        let mut lot = lots(7);
        let mut changed = 0;
        for _ in 0..20_000 {
            let text = "abcdefghijklmnopq".get(..lot(18)).expect("letters");
            let one = any(text, &mut lot);
            let between = one.apply(text).expect("of this text");
            let other = any(&between, &mut lot);
            let after = other.apply(&between).expect("of this text");
            let both = one.then(&other);
            assert_eq!(both.apply(text).as_ref(), Ok(&after), "{text} {one:?} {other:?} {both:?}");
            assert_eq!(both.inverse().apply(&after).as_deref(), Ok(text));
            assert_eq!(both.inverse().inverse(), both);
            changed += usize::from(!both.is_empty());
        }
        assert!(changed > 15_000);
    }

    #[test]
    fn a_patch_of_another_text_is_refused_and_what_stays_is_no_part_of_it() {
        let patch = Patch::of([splice(1, "aéb", "aèb")]);
        assert_eq!(patch.splices(), [splice(2, "é", "è")]);
        assert_eq!(patch.apply("xaab"), Err(PatchError { at: 2 }));
        assert_eq!(patch.apply("x"), Err(PatchError { at: 2 }));
        assert!(Patch::of([splice(1, "a", "a")]).is_empty());
        let far = Patch { splices: vec![splice(usize::MAX, "a", "")] };
        assert_eq!(far.apply("a"), Err(PatchError { at: usize::MAX }));
    }
}
