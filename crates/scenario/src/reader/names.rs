//! The names that a file declares: of its steps, its flags, its cast.

use super::super::Id;
use super::super::signs::{Folded, Meant, folded, number};
use std::collections::HashMap;

/// Names, each with its number in the order of the file.
#[derive(Default)]
pub(super) struct Names<'n> {
    numbers: HashMap<&'n str, u32>,
    /// What the names look like that are no ids for that reason: each is reported once, where it is declared.
    looks: HashMap<String, u32>,
}

impl<'n> Names<'n> {
    /// Names in the order of the file.
    pub fn of(names: impl Iterator<Item = &'n str>) -> Self {
        let mut all = Names::default();
        names.zip(0..).for_each(|(name, at)| all.insert(name, at));
        all
    }

    pub fn insert(&mut self, name: &'n str, at: u32) {
        self.numbers.insert(name, at);
        if let Some(meant) = folded(name) {
            self.looks.insert(meant.name, at);
        }
    }

    /// The number of a name, or of one that was declared with signs that look like its own.
    pub fn get(&self, name: &str) -> Option<u32> {
        self.numbers.get(name).or_else(|| self.looks.get(name)).copied()
    }

    /// How many there are.
    pub fn count(&self) -> u32 {
        self.numbers.len() as u32
    }

    /// All of them, in no order.
    pub fn all(&self) -> impl Iterator<Item = &'n str> {
        self.numbers.keys().copied()
    }
}

/// The known name that another looks like, and why it is not that name.
pub(super) fn like<'k>(name: &str, known: &[&'k str]) -> Option<(&'k str, String)> {
    let meant = folded(name)?;
    known.iter().find(|known| **known == meant.name).map(|known| (*known, why(&meant)))
}

/// The id that a name was meant as which looks like one: a word of another script was not.
pub(super) fn meant_id(name: &str) -> Option<Folded> {
    let meant = folded(name)?;
    let plain = name.contains(|c: char| c.is_ascii_alphanumeric()) && Id::new(&meant.name).is_some();
    plain.then_some(meant)
}

/// Why a name is not the one that it looks like.
pub(super) fn why(meant: &Folded) -> String {
    match meant.sign.meant {
        Meant::Space => format!("it holds {} ({})", meant.sign.name, number(meant.first)),
        _ => format!("its `{}` is {} ({})", meant.first, meant.sign.name, number(meant.first)),
    }
}
