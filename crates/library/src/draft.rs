//! The drafts of the workbench, as they are kept.

use crate::{Key, Packed, is_newer};
use scenario::PictureKind;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

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

/// What stands between the id of a draft and the moment of a version of it, in the id that the version is kept under. No id
/// of a draft has it.
const VERSION: char = '~';

impl Draft {
    /// The id under which a version of a draft is kept: by its moment, in seconds since 1970, and, of several in one, a number.
    pub fn version(draft: &str, moment: u64, number: u32) -> String {
        match number {
            0 => format!("{draft}{VERSION}{moment}"),
            number => format!("{draft}{VERSION}{moment}-{number}"),
        }
    }

    /// The id of the draft that an id is a version's of; `None` where it is a draft's own.
    pub fn of_version(id: &str) -> Option<&str> {
        id.split_once(VERSION).map(|(draft, _)| draft)
    }

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

/// A picture of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftPicture {
    /// The id of the draft.
    pub draft: String,
    /// The name of the picture's file.
    pub file: String,
    /// What the file holds.
    pub bytes: Rc<[u8]>,
}

impl DraftPicture {
    /// Its key.
    pub fn key(&self) -> String {
        Key::Picture(self.draft.clone(), self.file.clone()).to_text()
    }

    /// What is kept of it: a character for each byte.
    pub fn to_value(&self) -> String {
        self.bytes.iter().copied().map(char::from).collect()
    }

    /// The picture that a value was kept of; `None` where it is none of the kind that its name says.
    pub fn of(draft: &str, file: &str, value: &str) -> Option<Self> {
        let Packed(bytes) = value.parse().ok()?;
        let kind = PictureKind::of_bytes(&bytes).filter(|kind| PictureKind::of_name(file) == Some(*kind));
        kind.map(|_| DraftPicture { draft: draft.into(), file: file.into(), bytes: bytes.into() })
    }
}

/// What is kept of an author's texts.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Drafts {
    /// The drafts.
    pub list: Vec<Draft>,
    /// Their pictures.
    pub pictures: Vec<DraftPicture>,
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
                Ok(Key::Picture(draft, file)) => drafts.pictures.extend(DraftPicture::of(&draft, &file, &value)),
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
    fn a_picture_comes_back_and_what_is_none_does_not() {
        let bytes: Vec<u8> = b"\x89PNG\r\n\x1a\n".iter().copied().chain(0..=255).collect();
        let picture = DraftPicture { draft: "w-1".into(), file: "press.png".into(), bytes: bytes.into() };
        let kept = vec![(picture.key(), picture.to_value()), ("author/picture/w-1/b.png".to_owned(), "<p>".to_owned())];
        assert_eq!(Drafts::of(kept).pictures, [picture]);
    }

    #[test]
    fn a_versions_id_names_its_draft() {
        for id in [Draft::version("w-1", 5, 0), Draft::version("w-1", 5, 2)] {
            assert_eq!(Draft::of_version(&id), Some("w-1"));
        }
        assert_ne!(Draft::version("w-1", 5, 0), Draft::version("w-1", 5, 1));
        assert_eq!(Draft::of_version("w-1"), None);
    }

    #[test]
    fn a_newer_games_text_is_no_draft() {
        let newer = "two-hats/2 {}";
        let kept = |key: &str| (key.to_owned(), newer.to_owned());
        let all = ["author/draft/d", "author/text", "author/file"].map(kept);
        assert_eq!(Drafts::of(all.into()), Drafts::default());
    }
}
