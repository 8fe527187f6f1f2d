//! The pictures of drafts: kept beside each, checked with its text, and saved with it in one archive.

use super::{Effect, Model};
use archive::{File, zip};
use library::{Draft, DraftPicture};
use std::rc::Rc;

/// A picture's name, and what its file holds.
pub type PictureFile = (String, Rc<[u8]>);

/// The pictures of all drafts.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Pictures(Vec<Held>);

/// A picture of a draft.
#[derive(Clone, Debug, PartialEq)]
struct Held {
    picture: DraftPicture,
    kept: Stored,
}

/// Whether a picture is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stored {
    /// It is.
    Kept,
    /// It has not been tried.
    Waits,
    /// It was tried, and there is no room.
    Refused,
}

impl Pictures {
    /// Those that are kept.
    pub(super) fn of(kept: Vec<DraftPicture>) -> Self {
        Pictures(kept.into_iter().map(|picture| Held { picture, kept: Stored::Kept }).collect())
    }

    /// Those of a draft, in the order of their names.
    pub fn of_draft(&self, draft: &str) -> Vec<PictureFile> {
        let own = self.0.iter().filter(|held| held.picture.draft == draft);
        let mut own: Vec<PictureFile> = own.map(|it| (it.picture.file.clone(), Rc::clone(&it.picture.bytes))).collect();
        scenario::sorted::sort_by(&mut own, |one, other| one.0.cmp(&other.0));
        own
    }

    /// Whether there was no room for one of them.
    pub(super) fn is_refused(&self) -> bool {
        self.0.iter().any(|held| held.kept == Stored::Refused)
    }

    /// Gives a draft a picture, in the place of one of its name.
    fn add(&mut self, draft: &str, (file, bytes): PictureFile, kept: Stored) {
        self.0.retain(|held| held.picture.draft != draft || held.picture.file != file);
        self.0.push(Held { picture: DraftPicture { draft: draft.into(), file, bytes }, kept });
    }

    /// Gives a draft a picture, which is to be kept.
    pub(super) fn take(&mut self, draft: &str, picture: PictureFile) {
        self.add(draft, picture, Stored::Waits);
    }

    /// Gives a draft its pictures, which are to be kept; it has no others.
    pub(super) fn put(&mut self, draft: &str, pictures: Vec<PictureFile>) -> Vec<Effect> {
        let forget = self.take_away(draft, true);
        pictures.into_iter().for_each(|picture| self.add(draft, picture, Stored::Waits));
        forget
    }

    /// What another window keeps of a draft.
    pub(super) fn take_up(&mut self, draft: &str, file: &str, value: &str) {
        if let Some(picture) = DraftPicture::of(draft, file, value) {
            self.add(draft, (picture.file, picture.bytes), Stored::Kept);
        }
    }

    /// The draft is another from now on: what belongs to the old one belongs to both.
    pub(super) fn copy(&mut self, from: &str, to: &str) {
        for picture in self.of_draft(from) {
            self.add(to, picture, Stored::Waits);
        }
    }

    /// Takes the pictures of a draft away: where they are kept. They stay in mind where the draft may be brought back.
    pub(super) fn take_away(&mut self, draft: &str, for_good: bool) -> Vec<Effect> {
        let own = self.0.iter_mut().filter(|held| held.picture.draft == draft);
        let forget = own.map(|held| {
            held.kept = Stored::Waits;
            Effect::Forget(held.picture.key())
        });
        let forget = forget.collect();
        if for_good {
            self.0.retain(|held| held.picture.draft != draft);
        }
        forget
    }

    /// Keeps what is not kept yet of the drafts that are.
    pub(super) fn keep(&self, drafts: &[Draft]) -> Vec<Effect> {
        let there = |held: &&Held| drafts.iter().any(|draft| draft.id == held.picture.draft);
        let waiting = self.0.iter().filter(|held| held.kept != Stored::Kept).filter(there);
        waiting.map(|held| Effect::KeepPicture(held.picture.key(), held.picture.to_value())).collect()
    }

    /// Hears what came of keeping one.
    pub(super) fn kept(&mut self, key: &str, fits: bool) {
        if let Some(held) = self.0.iter_mut().find(|held| held.picture.key() == key) {
            held.kept = if fits { Stored::Kept } else { Stored::Refused };
        }
    }
}

impl Model {
    /// The pictures of the draft in the field.
    pub fn pictures(&self) -> Vec<PictureFile> {
        self.drafts.pictures.of_draft(&self.drafts.open)
    }

    /// Saves the text; with its pictures in one archive, where it has any.
    pub(super) fn save(&self) -> Vec<Effect> {
        let pictures = self.pictures();
        let name = self.file_name();
        let file = |name: String, bytes: &[u8]| File { name, bytes: bytes.into() };
        let mut files = vec![file(name.clone(), self.text.as_bytes())];
        files.extend(pictures.into_iter().map(|(name, bytes)| file(name, &bytes)));
        match zip(&files).filter(|_| files.len() > 1) {
            Some(bytes) => vec![Effect::SaveArchive(self.title() + ".zip", bytes)],
            None => vec![Effect::SaveFile(name, self.text.clone())],
        }
    }

    /// Hears whether a picture could be kept.
    pub(super) fn picture_kept(&mut self, key: &str, fits: bool) -> Vec<Effect> {
        self.drafts.pictures.kept(key, fits);
        self.not_stored = !fits || self.not_stored && (self.unkept || self.drafts.is_refused());
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Event, Notice, Outcome};
    use super::*;
    use crate::workbench::answer_to;
    use archive::Archive;
    use scenario::Limits;

    const SMALL: &str = include_str!("../../tests/fixtures/small.json");
    const DRAWING: &[u8] = b"<svg xmlns='http://www.w3.org/2000/svg'/>";

    fn text(file: &str) -> String {
        let image = format!("\"image\": {{ \"file\": \"{file}\", \"alt\": \"The oven.\" }}, \"minutes\"");
        SMALL.replacen("\"minutes\"", &image, 1)
    }

    fn archived(text: &str) -> Vec<u8> {
        let files = [("story/small.json", text.as_bytes()), ("story/oven.svg", DRAWING)];
        zip(&files.map(|(name, bytes)| File { name: name.into(), bytes: bytes.into() })).expect("an archive")
    }

    fn started(kept: Vec<(String, String)>) -> Model {
        let mut model = Model::default();
        model.update(Event::Started { kept: Some(kept), open: None, window: "w".into() });
        model
    }

    /// What a browser keeps of some effects, where it has room; and what the worker says of the text last.
    fn perform(model: &mut Model, effects: Vec<Effect>, room: bool) -> (Vec<(String, String)>, Vec<String>) {
        let (mut kept, mut codes) = (Vec::new(), Vec::new());
        let mut waiting = effects;
        waiting.extend(model.update(Event::Keep));
        while !waiting.is_empty() {
            for effect in std::mem::take(&mut waiting) {
                match effect {
                    Effect::KeepDraft { id, known, value } => {
                        kept.push((Draft::key(&id), value.clone()));
                        waiting.extend(model.update(Event::Kept { id, known, value, outcome: Outcome::Kept }));
                    }
                    Effect::KeepPicture(key, value) => {
                        if room {
                            kept.push((key.clone(), value));
                        }
                        waiting.extend(model.update(Event::PictureKept(key, room)));
                    }
                    Effect::Ask(question) => {
                        let mut parts = Vec::new();
                        answer_to(&question, &mut |part| parts.push(part));
                        for part in parts {
                            waiting.extend(model.update(Event::Told(Some(part))));
                        }
                        let answer = model.answer.as_ref().expect("an answer");
                        codes = answer.problems.iter().map(|it| it.code.to_string()).collect();
                    }
                    _ => {}
                }
            }
        }
        (kept, codes)
    }

    #[test]
    fn an_archive_is_opened_checked_kept_and_saved_with_its_pictures() {
        let mut model = started(Vec::new());
        let effects = model.update(Event::FileCame("course.zip".into(), Some(archived(&text("oven.svg")))));
        assert_eq!((model.stem.as_deref(), model.text.as_str()), (Some("small"), text("oven.svg").as_str()));
        let (kept, codes) = perform(&mut model, effects, true);
        assert!(!codes.iter().any(|code| code.contains("picture")), "{codes:?}");
        assert_eq!(kept.iter().filter(|(key, _)| key.ends_with("/oven.svg")).count(), 1);
        let [Effect::SaveArchive(name, bytes), ..] = &model.update(Event::Save)[..] else { panic!("no archive") };
        assert_eq!(name, "small.zip");
        let archive = Archive::open(&bytes[..], &Limits::default()).expect("an archive");
        assert!(archive.scenario().expect("the text") == text("oven.svg").as_bytes());
        assert_eq!(archive.pictures(), [("oven.svg".to_owned(), DRAWING.into())]);
        // The next visit has both.
        assert_eq!(started(kept).pictures(), model.pictures());
    }

    #[test]
    fn a_picture_that_is_missing_is_said_until_it_is_dropped() {
        let mut model = started(Vec::new());
        let effects = model.update(Event::FileCame("small.json".into(), Some(text("oven.svg").into_bytes())));
        let (_, codes) = perform(&mut model, effects, true);
        assert!(codes.contains(&"missing-picture".to_owned()), "{codes:?}");
        let effects = model.update(Event::FileCame("oven.svg".into(), Some(DRAWING.into())));
        assert_eq!(model.notice, Some(Notice::PictureCame("oven.svg".into())));
        let (kept, codes) = perform(&mut model, effects, true);
        assert!(!codes.contains(&"missing-picture".to_owned()), "{codes:?}");
        assert!(kept.iter().any(|(key, _)| key.ends_with("/oven.svg")));
    }

    #[test]
    fn a_picture_without_room_is_kept_in_mind_and_tried_again() {
        let mut model = started(Vec::new());
        let effects = model.update(Event::FileCame("course.zip".into(), Some(archived(&text("oven.svg")))));
        let (kept, _) = perform(&mut model, effects, false);
        assert!(model.not_stored && kept.iter().all(|(key, _)| !key.ends_with(".svg")));
        assert_eq!(model.pictures().len(), 1, "it is saved with the text all the same");
        let (kept, _) = perform(&mut model, Vec::new(), true);
        assert!(kept.iter().any(|(key, _)| key.ends_with(".svg")));
        assert!(!model.not_stored);
    }

    #[test]
    fn a_draft_that_is_taken_away_and_brought_back_has_its_pictures() {
        let mut model = started(Vec::new());
        let effects = model.update(Event::FileCame("course.zip".into(), Some(archived(&text("oven.svg")))));
        perform(&mut model, effects, true);
        let first = model.drafts.open.clone();
        let mut effects = model.update(Event::Took(text("oven.svg") + " "));
        effects.extend(model.update(Event::FileCame("other.json".into(), Some(SMALL.into()))));
        perform(&mut model, effects, true);
        assert!(model.pictures().is_empty(), "another draft has none");
        let effects = model.update(Event::TakeAway(first.clone()));
        let forgets = |effect: &Effect| matches!(effect, Effect::Forget(key) if key.ends_with("/oven.svg"));
        assert!(effects.iter().any(forgets), "{effects:?}");
        let effects = model.update(Event::BringBack);
        let (kept, _) = perform(&mut model, effects, true);
        assert!(kept.iter().any(|(key, _)| key.ends_with("/oven.svg")), "{kept:?}");
        model.update(Event::OpenDraft(first));
        assert_eq!(model.pictures().len(), 1);
    }

    #[test]
    fn an_archive_that_cannot_be_opened_changes_nothing_and_is_said() {
        let mut model = started(Vec::new());
        let before = model.text.clone();
        let whole = archived(SMALL);
        let effects = model.update(Event::FileCame("course.zip".into(), Some(whole[..whole.len() - 1].into())));
        assert!(effects.is_empty() && model.text == before);
        assert!(matches!(&model.notice, Some(Notice::NoText(name, ..)) if name == "course.zip"));
    }
}
