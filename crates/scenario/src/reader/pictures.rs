//! Pictures: what names one, and whether what lies beside the scenario is one.

use super::super::json::Node;
use super::super::schema::{IMAGE, field};
use super::super::{Beside, Code, Image, Picture, PictureKind, Span, is_file_name};
use super::Reader;
use super::fields::shortened;
use std::rc::Rc;

impl<'n> Reader<'n, '_> {
    /// A picture as a field names it.
    pub(super) fn image(&mut self, node: Node<'n>) -> Option<Image> {
        let fields = self.fields(node, node.span(), &IMAGE)?;
        let file = self.field(&fields, field!(IMAGE, "file")).and_then(|node| self.file(node));
        let alt = self.text_of(&fields, field!(IMAGE, "alt"));
        Some(Image { file: file?.into(), alt })
    }

    fn file(&mut self, node: Node<'n>) -> Option<&'n str> {
        let name = self.text(node)?;
        if !is_file_name(name) {
            if !name.trim().is_empty() {
                let message = format!("`{}` cannot be the name of a picture beside the scenario.", shortened(name));
                let help = "Give the file a name of plain letters, digits, `-` and `_`, ending with `.png`, `.jpg`, `.webp` \
                            or `.svg`, and put it beside the scenario: `press.webp`.";
                self.report(Code::InvalidPicture, node.span(), &message, help);
            }
            return None;
        }
        if self.named.iter().all(|(known, _)| *known != name) {
            self.named.push((name, node.span()));
        }
        Some(name)
    }

    /// The pictures that are named, where they can be looked up.
    pub(super) fn pictures(&mut self) -> Vec<Picture> {
        let Some(lookup) = self.lookup.take() else { return Vec::new() };
        let (most, all) = (self.limits.picture, self.limits.pictures);
        let mut pictures = Vec::new();
        let mut size = 0_u64;
        for (file, span) in std::mem::take(&mut self.named) {
            let found = lookup(file);
            let found_size = match &found {
                Beside::File(bytes) => bytes.len() as u64,
                Beside::TooLarge(size) => *size,
                Beside::Missing(_) | Beside::Unreadable(_) => 0,
            };
            // One that is too large by itself says nothing of the others.
            size += if found_size > most as u64 { 0 } else { found_size };
            if found_size > most as u64 {
                let message = format!(
                    "The picture `{file}` has {} KB, and at most {} KB fit.",
                    kilobytes(found_size),
                    most / 1024
                );
                self.report(
                    Code::OverLimit,
                    span,
                    &message,
                    "Make it smaller: 1200 pixels across are enough, as WebP.",
                );
            } else if size > all as u64 {
                let message = format!(
                    "With `{file}` the pictures come to {} KB, and at most {} KB fit in all.",
                    kilobytes(size),
                    all / 1024
                );
                self.report(Code::OverLimit, span, &message, "Make them smaller, or leave some out.");
                // Whoever packs thousands of pictures into a small archive is not waited for.
                break;
            }
            pictures.extend(self.picture(file, span, found));
        }
        pictures
    }

    fn picture(&mut self, file: &str, span: Span, found: Beside) -> Option<Picture> {
        let (code, message, help) = match found {
            Beside::File(bytes) => return self.of_its_kind(file, span, bytes),
            Beside::TooLarge(_) => return None,
            Beside::Missing(near) => {
                let help = near.map_or_else(
                    || "Put it beside the scenario; in a `.zip`, into the same folder.".to_owned(),
                    |near| format!("There is `{near}`: write the name with the same capital letters."),
                );
                (Code::MissingPicture, format!("The picture `{file}` is not beside the scenario."), help)
            }
            Beside::Unreadable(why) => {
                (Code::MissingPicture, format!("The picture `{file}` could not be read: {why}."), String::new())
            }
        };
        self.report(code, span, &message, &help);
        None
    }

    /// A picture that is of the kind that its name says.
    fn of_its_kind(&mut self, file: &str, span: Span, bytes: Rc<[u8]>) -> Option<Picture> {
        let (said, kind) = (PictureKind::of_name(file)?, PictureKind::of_bytes(&bytes));
        if kind == Some(said) {
            return Some(Picture { file: file.into(), bytes });
        }
        let (message, help) = match kind {
            Some(kind) => {
                let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
                (
                    format!("The picture `{file}` is a {} inside, not a {}.", kind.name(), said.name()),
                    format!("Call it `{stem}.{}`, in the folder and here, or save it anew.", kind.ending()),
                )
            }
            None => (
                format!("The file `{file}` is no picture that is known here."),
                "Save it anew as PNG, JPEG, WebP or SVG.".into(),
            ),
        };
        self.report(Code::InvalidPicture, span, &message, &help);
        None
    }
}

/// A size in KB, so that one just over a limit is not said to be at it.
fn kilobytes(bytes: u64) -> u64 {
    bytes.div_ceil(1024)
}
