//! The index of the shipped scenarios: all that the home page needs to know of them.

use analysis::Difficulty;
use scenario::pack::{Packer, Unpacker};
use scenario::{Id, Scenario};

/// What a card says of a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub id: Id,
    /// Its title.
    pub title: String,
    /// Who the player is.
    pub role: String,
    /// What it is about.
    pub summary: String,
    /// The language of its texts.
    pub language: String,
    /// How long a run takes.
    pub minutes: u32,
    /// How hard it is; `None` where nothing is proved about it, as of a file that a player opened.
    pub difficulty: Option<Difficulty>,
    /// The backdrop's name; empty where it has none of its own.
    pub scene: String,
    /// The scenario's fingerprint, so that a browser never takes a stale copy for it.
    pub version: String,
}

/// The shipped scenarios, in the order in which the home page shows them.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Catalogue {
    /// What a course of an author's own is called; empty for the game itself.
    pub title: String,
    /// One entry a scenario.
    pub entries: Vec<Entry>,
}

impl Entry {
    /// The entry of a scenario; how hard it is, whoever knows adds.
    pub fn of(scenario: &Scenario) -> Self {
        Entry {
            id: scenario.id().clone(),
            title: scenario.title().into(),
            role: scenario.role().into(),
            summary: scenario.summary().into(),
            language: scenario.language().into(),
            minutes: scenario.minutes(),
            difficulty: None,
            scene: scenario.scene().map(Id::to_string).unwrap_or_default(),
            version: scenario.fingerprint().to_string(),
        }
    }
}

/// Where a picture of a scenario that came with the game lies beside the app.
pub fn picture_address(id: &Id, file: &str) -> String {
    ["scenarios/", id.as_str(), "/", file].concat()
}

impl Catalogue {
    /// The entry of a scenario.
    pub fn find(&self, id: &Id) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == *id)
    }

    /// The index as a row of bytes.
    pub fn pack(&self) -> Vec<u8> {
        let mut to = Packer::default();
        to.each(&self.entries, |to, entry| {
            let Entry { id, title, role, summary, language, minutes, difficulty, scene, version } = entry;
            for text in [id.as_str(), title, role, summary, language, scene, version] {
                to.text(text);
            }
            to.number(*minutes);
            to.number(difficulty.map_or(0, |difficulty| difficulty as u32 + 1));
        });
        to.text(&self.title);
        to.bytes()
    }

    /// The index of a row of bytes, or `None` where it is not one.
    pub fn unpack(bytes: &[u8]) -> Option<Self> {
        let mut from = Unpacker::new(bytes);
        let entries = from.each(|from| {
            Some(Entry {
                id: Id::new(from.text())?,
                title: from.text().into(),
                role: from.text().into(),
                summary: from.text().into(),
                language: from.text().into(),
                scene: from.text().into(),
                version: from.text().into(),
                minutes: from.number(),
                difficulty: match from.number() {
                    1 => Some(Difficulty::Gentle),
                    2 => Some(Difficulty::Fair),
                    3 => Some(Difficulty::Hard),
                    _ => None,
                },
            })
        })?;
        let title = from.text().into();
        from.is_done().then_some(Catalogue { title, entries })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_index_survives_its_file() {
        let entry = |id: &str, difficulty| Entry {
            id: Id::new(id).expect("an id"),
            title: "A \"quoted\" title\u{1}".into(),
            role: "Head of R&D".into(),
            summary: "Two\nlines \\ and a backslash".into(),
            language: "en".into(),
            minutes: 12,
            difficulty,
            scene: String::new(),
            version: "00ff".into(),
        };
        let catalogue = Catalogue {
            title: "Leading at Northline".into(),
            entries: vec![
                entry("one", None),
                entry("two", Some(Difficulty::Gentle)),
                entry("three", Some(Difficulty::Hard)),
            ],
        };
        assert_eq!(Catalogue::unpack(&catalogue.pack()), Some(catalogue));
        assert_eq!(Catalogue::unpack(&Catalogue::default().pack()), Some(Catalogue::default()));
        assert_eq!(Catalogue::unpack(b"<!doctype html>"), None);
        assert_eq!(Catalogue::unpack(b""), None);
    }
}
