//! The drafts of the workbench, as they are kept.

use crate::{Key, is_newer};
use serde::{Deserialize, Serialize};

/// A text of the author's.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Draft {
    /// What its key ends with.
    pub id: String,
    /// What it is called in the list; no other draft is called so.
    pub name: String,
    /// The name of the file that it came from, without `.json`.
    pub stem: Option<String>,
    /// When it was last changed, in seconds since 1970.
    pub changed: u64,
    /// The text.
    pub text: String,
}

impl Draft {
    /// The key of a draft.
    pub fn key(id: &str) -> String {
        Key::Draft(id.into()).to_text()
    }

    /// What is kept of it: time, name and file in a line, and the text after it.
    pub fn to_value(&self) -> String {
        let stem = self.stem.as_deref().unwrap_or_default().replace(|letter: char| letter.is_control(), " ");
        format!("{}\t{}\t{stem}\n{}", self.changed, self.name, self.text)
    }

    /// The draft that a value was kept of, its id being what its key ends with; of what nobody here wrote everything is
    /// its text. `None` where a newer game wrote it.
    pub fn of(id: &str, value: &str) -> Option<Self> {
        if is_newer(value) {
            return None;
        }
        let split = value.split_once('\n').and_then(|(head, text)| {
            let [changed, name, stem] = head.split('\t').collect::<Vec<_>>().try_into().ok()?;
            let stem = Some(stem.to_owned()).filter(|stem| !stem.is_empty());
            Some(Draft { id: id.into(), name: name.into(), stem, changed: changed.parse().ok()?, text: text.into() })
        });
        Some(split.unwrap_or_else(|| Draft { id: id.into(), name: id.into(), text: value.into(), ..Draft::default() }))
    }
}

/// What is kept of an author's texts.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Drafts {
    /// The drafts.
    pub list: Vec<Draft>,
    /// The one text that was kept before there were drafts, and the name of its file: it becomes a draft.
    pub first: Option<(String, Option<String>)>,
}

impl Drafts {
    /// The drafts among all that is kept; what a newer game wrote is not among them.
    pub fn of(kept: Vec<(String, String)>) -> Self {
        let mut drafts = Drafts::default();
        let (mut text, mut stem) = (None, None);
        for (key, value) in kept {
            match key.parse() {
                Ok(Key::Draft(id)) => drafts.list.extend(Draft::of(&id, &value)),
                Ok(Key::FirstDraft) => text = Some(value).filter(|text| !is_newer(text)),
                Ok(Key::FirstDraftFile) => stem = Some(value).filter(|stem| !stem.is_empty() && !is_newer(stem)),
                _ => {}
            }
        }
        drafts.first = text.map(|text| (text, stem));
        drafts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_that_nobody_here_wrote_is_a_text() {
        for value in ["", "no line", "a\tb\n", "x\ty\tz\n{}", "1\t2\n3"] {
            let draft = Draft::of("d", value).expect("a draft");
            assert_eq!((draft.name.as_str(), draft.text.as_str()), ("d", value));
        }
        let draft = Draft { id: "d".into(), name: "n".into(), stem: None, changed: 5, text: "a\nb\t\n".into() };
        assert_eq!(Draft::of("d", &draft.to_value()), Some(draft));
    }

    #[test]
    fn a_newer_games_text_is_no_draft() {
        let newer = "two-hats/2 {}";
        let kept = |key: &str| (key.to_owned(), newer.to_owned());
        let all = ["author/draft/d", "author/text", "author/file"].map(kept);
        assert_eq!(Drafts::of(all.into()), Drafts::default());
    }
}
