//! Files that are opened in the workbench.

use super::{Effect, Model, Notice, PictureFile, twine, worker};
use archive::{Archive, is_zip};
use scenario::{Limits, PictureKind, is_file_name};

impl Model {
    /// Opens a file: a scenario, an archive of one and its pictures, a picture for the draft in the field, a story made with
    /// Twine.
    pub(super) fn open(&mut self, name: String, bytes: Option<Vec<u8>>) -> Vec<Effect> {
        self.hovering = false;
        let Some(mut bytes) = bytes else { return self.say(Notice::Unreadable(name)) };
        if worker::IMPORTS && twine::is_twine(&name, &bytes) {
            return self.import_file(name, bytes);
        }
        if is_zip(&bytes) {
            return self.open_archive(name, &bytes);
        }
        if let Some(effects) = self.open_picture(&name, &bytes) {
            return effects;
        }
        // Of a larger one this much is enough to say that it is too large, and a field is slow with more.
        bytes.truncate(2 * Limits::default().bytes);
        self.open_text(name, &bytes, Vec::new())
    }

    /// Opens the file of a scenario.
    fn open_text(&mut self, name: String, bytes: &[u8], pictures: Vec<PictureFile>) -> Vec<Effect> {
        let text = match scenario::opened(bytes) {
            Ok(text) => text,
            Err(what) => return self.say(Notice::NoText(name, what.message, what.help)),
        };
        // A system that hides endings may have put one of its own behind.
        let plain = name.strip_suffix(".txt").filter(|plain| plain.ends_with(".json")).unwrap_or(&name);
        let stem = plain.strip_suffix(".json").unwrap_or(plain).to_owned();
        self.replace_with(text, Some(stem), pictures)
    }

    /// Opens an archive: its scenario as a text, its pictures beside that.
    fn open_archive(&mut self, name: String, bytes: &[u8]) -> Vec<Effect> {
        let opened = Archive::open(bytes, &Limits::default()).and_then(|archive| {
            let text = archive.scenario()?;
            Ok((archive.name().to_owned(), text, archive.pictures()))
        });
        let (file, text, pictures) = match opened {
            Ok(opened) => opened,
            Err(error) => return self.say(Notice::NoText(name, error.to_string(), error.help().into())),
        };
        self.open_text(file, &text, pictures)
    }

    /// Takes a picture for the draft in the field; `None` where the file is none that it could name.
    fn open_picture(&mut self, name: &str, bytes: &[u8]) -> Option<Vec<Effect>> {
        PictureKind::of_bytes(bytes).filter(|_| is_file_name(name) && !self.is_blank())?;
        let most = Limits::default().picture;
        if bytes.len() > most {
            let message =
                format!("The picture has {} KB, and at most {} KB fit.", bytes.len().div_ceil(1024), most / 1024);
            let help = "Make it smaller: 1200 pixels across are enough, as WebP.";
            return Some(self.say(Notice::NoText(name.into(), message, help.into())));
        }
        let open = self.drafts.open.clone();
        self.drafts.pictures.take(&open, (name.into(), bytes.into()));
        self.touch();
        self.notice = Some(Notice::PictureCame(name.into()));
        let mut effects = self.ask();
        effects.push(Effect::KeepSoon);
        Some(effects)
    }
}
