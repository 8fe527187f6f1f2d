//! Twine 2 JSON, and what Twison and other exports write alike.

use super::{EXPORT, Passage, Story, tags_of};
use crate::ImportError;
use serde::Deserialize;

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    name: String,
    #[serde(default)]
    format: Option<Plain>,
    #[serde(default, alias = "startnode", alias = "startPassage")]
    start: Option<Plain>,
    #[serde(default)]
    script: Option<String>,
    #[serde(default)]
    style: Option<String>,
    passages: Option<Vec<Item>>,
    /// A scenario of the game has these.
    #[serde(default)]
    steps: Option<serde::de::IgnoredAny>,
}

#[derive(Deserialize)]
struct Item {
    name: String,
    #[serde(default)]
    pid: Option<Plain>,
    #[serde(default, alias = "id")]
    id: Option<Plain>,
    #[serde(default)]
    tags: Option<Tags>,
    #[serde(default, alias = "source")]
    text: String,
}

/// A text or a number: some exports write numbers of passages as one, some as the other.
#[derive(Deserialize)]
#[serde(untagged)]
enum Plain {
    Text(String),
    Number(serde_json::Number),
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Tags {
    List(Vec<String>),
    Text(String),
}

impl Plain {
    fn into_text(self) -> String {
        match self {
            Plain::Text(text) => text,
            Plain::Number(number) => number.to_string(),
        }
    }
}

/// The story of a file.
pub(super) fn story(text: &str) -> Result<Story, ImportError> {
    let file: File = serde_json::from_str(text).map_err(|error| {
        let message = format!("This is no story of Twine in JSON: {error}.");
        ImportError::new(error.line() as u32, message, EXPORT)
    })?;
    let Some(passages) = file.passages else {
        return Err(match file.steps {
            Some(_) => {
                ImportError::new(1, "This is a scenario already.", "Look at it with `two-hats check`, or play it.")
            }
            None => ImportError::new(1, "This JSON holds no story of Twine: it has no `passages`.", EXPORT),
        });
    };
    let plain = |value: Option<Plain>| value.map(Plain::into_text).unwrap_or_default();
    let has_words = |text: Option<String>| text.is_some_and(|text| !text.trim().is_empty());
    Ok(Story {
        name: file.name,
        format: plain(file.format),
        start: plain(file.start),
        passages: passages.into_iter().map(passage).collect(),
        has_script: has_words(file.script),
        has_style: has_words(file.style),
    })
}

fn passage(item: Item) -> Passage {
    let tags = match item.tags {
        Some(Tags::List(tags)) => tags,
        Some(Tags::Text(tags)) => tags_of(&tags),
        None => Vec::new(),
    };
    let text = if item.text.contains('\r') { item.text.replace("\r\n", "\n").replace('\r', "\n") } else { item.text };
    let pid = item.pid.or(item.id).map(Plain::into_text).unwrap_or_default();
    Passage { name: item.name, pid, tags, text }
}
