//! The worker's door: a question's first byte says what is asked.

use super::{balance, check, twine};

/// What a worker can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Work {
    /// What is wrong with a text, and what it does.
    Check,
    /// Which of its numbers to change.
    Balance,
    /// A story made with Twine as a draft.
    Import,
}

impl Work {
    const ALL: [Work; 3] = [Work::Check, Work::Balance, Work::Import];

    /// A question of this kind.
    pub(super) fn ask(self, mut about: Vec<u8>) -> Vec<u8> {
        about.insert(0, self as u8);
        about
    }
}

/// Whether stories of others are imported here. In the game in one file they are not: it would be a third larger for it, and
/// who opens one is told where they are.
pub(super) const IMPORTS: bool = cfg!(not(feature = "one-file"));

/// In a worker: answers a question of the workbench, in one part or several: rows of bytes as well. One that is none is
/// not answered.
pub fn answer_to(question: &[u8], tell: &mut dyn FnMut(Vec<u8>)) {
    let Some((first, about)) = question.split_first() else { return };
    match Work::ALL.get(usize::from(*first)) {
        Some(Work::Check) => check::answer(about, tell),
        Some(Work::Balance) => balance::answer(about, tell),
        Some(Work::Import) if IMPORTS => twine::answer(about, tell),
        Some(Work::Import) | None => {}
    }
}

/// A worker of its own beside the one that checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Helper {
    /// It looks for numbers.
    Balance,
    /// It imports a file.
    Import,
}

/// Why a helper tells nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It did not start.
    NotStarted,
    /// It has fallen.
    Fallen,
}
