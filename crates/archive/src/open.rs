//! An archive of one scenario and its pictures.

use crate::ArchiveError;
use crate::directory::{self, Entry, Numbers, shortened};
use crate::{checksum, inflate};
use scenario::{Beside, Limits, document, is_file_name};
use std::borrow::Cow;
use std::rc::Rc;

/// Whether bytes begin as an archive does.
pub fn is_zip(bytes: &[u8]) -> bool {
    [b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"].into_iter().any(|start| bytes.starts_with(start))
}

/// How much larger an archive may be than what it holds: names, and what stands beside the scenario and its pictures.
const BESIDE: usize = 1024 * 1024;

/// The archive of a scenario: the one `.json` in it, and the pictures in the same folder of it.
pub struct Archive<'b> {
    bytes: Cow<'b, [u8]>,
    limits: Limits,
    scenario: Entry,
    pictures: Vec<(String, Entry)>,
}

impl<'b> Archive<'b> {
    /// The largest that an archive may be, in bytes.
    pub fn most(limits: &Limits) -> usize {
        limits.bytes + limits.pictures + BESIDE
    }

    /// Opens an archive. What systems add of their own is passed over, as are files that are neither.
    ///
    /// # Errors
    /// [`ArchiveError`] where it is not whole and plain, or holds no scenario, or more than one.
    pub fn open(bytes: impl Into<Cow<'b, [u8]>>, limits: &Limits) -> Result<Self, ArchiveError> {
        let bytes = bytes.into();
        // A document that was cut short is a document still; a scenario's archive may have a folder of such a name.
        let document = document(&bytes);
        let error_of = |error| document.map_or(error, |(what, help)| ArchiveError::Document(what, help));
        Self::of(bytes, limits).map_err(error_of)
    }

    fn of(bytes: Cow<'b, [u8]>, limits: &Limits) -> Result<Self, ArchiveError> {
        let most = Self::most(limits);
        if bytes.len() > most {
            return Err(ArchiveError::TooLarge(bytes.len(), most));
        }
        let mut entries = directory::read(&bytes)?;
        entries.retain(|entry| !is_of_system(&entry.name));
        let is_scenario = |entry: &&Entry| {
            let file = last(&entry.name);
            file.to_ascii_lowercase().ends_with(".json") && !file.eq_ignore_ascii_case("scenario.schema.json")
        };
        let mut scenarios = entries.iter().filter(is_scenario);
        let scenario = scenarios.next().ok_or(ArchiveError::NoScenario)?.clone();
        if let Some(other) = scenarios.next() {
            return Err(ArchiveError::TwoScenarios(shortened(&scenario.name), shortened(&other.name)));
        }
        if scenario.size > limits.bytes as u64 {
            return Err(ArchiveError::TooLargeInside(shortened(&scenario.name), scenario.size, limits.bytes));
        }
        let folder = scenario.name.len() - last(&scenario.name).len();
        let folder = scenario.name[..folder].to_owned();
        let beside = |entry: Entry| {
            let file = entry.name.strip_prefix(&folder)?.to_owned();
            is_file_name(&file).then_some((file, entry))
        };
        let pictures = entries.into_iter().filter_map(beside).collect();
        Ok(Archive { bytes, limits: limits.clone(), scenario, pictures })
    }

    /// The name of the scenario's file, without its folder.
    pub fn name(&self) -> &str {
        last(&self.scenario.name)
    }

    /// What the scenario's file holds.
    ///
    /// # Errors
    /// [`ArchiveError::Damaged`] where it does not come out as it went in.
    pub fn scenario(&self) -> Result<Vec<u8>, ArchiveError> {
        self.contents(&self.scenario).ok_or_else(|| ArchiveError::Damaged(shortened(&self.scenario.name)))
    }

    /// What lies beside the scenario under the name of a picture.
    pub fn beside(&self, file: &str) -> Beside {
        match self.pictures.iter().find(|(name, _)| name == file) {
            Some((_, entry)) if entry.size > self.limits.picture as u64 => Beside::TooLarge(entry.size),
            Some((_, entry)) => self.contents(entry).map_or_else(
                || Beside::Unreadable("the archive is damaged there".into()),
                |bytes| Beside::File(bytes.into()),
            ),
            None => {
                let near = self.pictures.iter().find(|(name, _)| name.eq_ignore_ascii_case(file));
                Beside::Missing(near.map(|(name, _)| name.clone()))
            }
        }
    }

    /// All pictures beside the scenario that come out whole, in the order of the archive, up to the limits of one and of all.
    pub fn pictures(&self) -> Vec<(String, Rc<[u8]>)> {
        let mut left = self.limits.pictures;
        let mut found = Vec::new();
        for (name, _) in &self.pictures {
            if let Beside::File(bytes) = self.beside(name)
                && bytes.len() <= left
            {
                left -= bytes.len();
                found.push((name.clone(), bytes));
            }
        }
        found
    }

    /// What a file holds; `None` where it does not come out as it went in.
    fn contents(&self, entry: &Entry) -> Option<Vec<u8>> {
        let mut from = Numbers(self.bytes.get(entry.start..)?);
        if from.bytes(4)? != b"PK\x03\x04" {
            return None;
        }
        from.bytes(22)?;
        let (name, extra) = (from.short()?, from.short()?);
        let name = from.bytes(usize::from(name))?;
        from.bytes(usize::from(extra))?;
        if String::from_utf8_lossy(name) != entry.name {
            return None;
        }
        let packed = from.bytes(entry.packed)?;
        let size = usize::try_from(entry.size).ok()?;
        let bytes = if entry.deflated { inflate(packed, size)? } else { packed.to_vec() };
        (checksum(&bytes) == entry.sum).then_some(bytes)
    }
}

/// The name of a file without its folder.
fn last(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

/// Whether a file is one that systems add of their own.
fn is_of_system(name: &str) -> bool {
    let hidden = |part: &str| part.starts_with('.') || part == "__MACOSX";
    name.split('/').any(hidden) || matches!(last(name), "Thumbs.db" | "desktop.ini")
}
