//! The index of the shipped scenarios: all that the home page needs to know of them.

use crate::scenario::json::{self, Object, Value};
use crate::scenario::{Id, Scenario};

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
    /// The backdrop's name; empty where it has none of its own.
    pub scene: String,
    /// The scenario's fingerprint, so that a browser never takes a stale copy for it.
    pub version: String,
}

/// The shipped scenarios, in the order of their files' names.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Catalogue {
    /// One entry a scenario.
    pub entries: Vec<Entry>,
}

impl Entry {
    /// The entry of a scenario.
    pub fn of(scenario: &Scenario) -> Self {
        Entry {
            id: scenario.id().clone(),
            title: scenario.title().into(),
            role: scenario.role().into(),
            summary: scenario.summary().into(),
            language: scenario.language().into(),
            minutes: scenario.minutes(),
            scene: scenario.scene().map(Id::to_string).unwrap_or_default(),
            version: scenario.fingerprint().to_string(),
        }
    }

    fn from_object(object: &Object<'_>) -> Option<Self> {
        let text = |key| match &object.get(key)?.value.value {
            Value::Text(text) => Some(text.to_string()),
            _ => None,
        };
        let minutes = match object.get("minutes")?.value.value {
            Value::Whole(minutes) => u32::try_from(minutes).ok()?,
            _ => return None,
        };
        Some(Entry {
            id: Id::new(&text("id")?)?,
            title: text("title")?,
            role: text("role")?,
            summary: text("summary")?,
            language: text("language")?,
            minutes,
            scene: text("scene")?,
            version: text("version")?,
        })
    }
}

impl Catalogue {
    /// The entry of a scenario.
    pub fn find(&self, id: &Id) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == *id)
    }

    /// The index as JSON.
    pub fn to_json(&self) -> String {
        let mut out = String::from("[");
        for entry in &self.entries {
            out.push_str(if out.len() > 1 { ",\n{" } else { "\n{" });
            let texts = [
                ("id", entry.id.as_str()),
                ("title", &entry.title),
                ("role", &entry.role),
                ("summary", &entry.summary),
                ("language", &entry.language),
                ("scene", &entry.scene),
                ("version", &entry.version),
            ];
            for (key, text) in texts {
                json::write_text(&mut out, key);
                out.push(':');
                json::write_text(&mut out, text);
                out.push(',');
            }
            out.push_str(&format!("\"minutes\":{}}}", entry.minutes));
        }
        out.push_str("\n]\n");
        out
    }

    /// The index that a text holds, or `None` where it is not one.
    pub fn from_json(text: &str) -> Option<Self> {
        let Value::List(items) = json::parse_clean(text)? else { return None };
        let entry = |item: &json::Node<'_>| match &item.value {
            Value::Object(object) => Entry::from_object(object),
            _ => None,
        };
        Some(Catalogue { entries: items.iter().map(entry).collect::<Option<_>>()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_index_survives_its_file() {
        let entry = |id: &str| Entry {
            id: Id::new(id).expect("an id"),
            title: "A \"quoted\" title\u{1}".into(),
            role: "Head of R&D".into(),
            summary: "Two\nlines \\ and a backslash".into(),
            language: "en".into(),
            minutes: 12,
            scene: String::new(),
            version: "00ff".into(),
        };
        let catalogue = Catalogue { entries: vec![entry("one"), entry("two")] };
        assert_eq!(Catalogue::from_json(&catalogue.to_json()), Some(catalogue));
        assert_eq!(Catalogue::from_json(&Catalogue::default().to_json()), Some(Catalogue::default()));
        assert_eq!(Catalogue::from_json("[{\"id\":\"one\"}]"), None);
        assert_eq!(Catalogue::from_json("<!doctype html>"), None);
    }
}
