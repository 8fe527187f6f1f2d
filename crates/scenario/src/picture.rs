//! Pictures: files beside a scenario, which it names with words for whoever does not see them.

use crate::{Limits, Scenario, Step};
use std::fmt;
use std::rc::Rc;

/// A picture as a scenario names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// The name of its file, as [`is_file_name`] wants it.
    pub file: Box<str>,
    /// What it shows, in words.
    pub alt: Box<str>,
}

/// A picture that came along with a scenario: no larger than a picture may be, and of the kind that its name says.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// The name of its file.
    pub file: Box<str>,
    /// What the file holds.
    pub bytes: Rc<[u8]>,
}

impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Picture({}, {} bytes)", self.file, self.bytes.len())
    }
}

/// What a picture's file can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureKind {
    /// Portable Network Graphics.
    Png,
    /// JPEG.
    Jpeg,
    /// WebP.
    Webp,
    /// Scalable Vector Graphics, only ever shown as a picture.
    Svg,
}

impl PictureKind {
    /// How names of its files end, and the kind: the first of a kind is the usual one.
    const ENDINGS: [(&'static str, PictureKind); 5] = [
        ("png", PictureKind::Png),
        ("jpg", PictureKind::Jpeg),
        ("jpeg", PictureKind::Jpeg),
        ("webp", PictureKind::Webp),
        ("svg", PictureKind::Svg),
    ];

    /// The kind that a file's name says.
    pub fn of_name(file: &str) -> Option<Self> {
        let (_, ending) = file.rsplit_once('.')?;
        let found = Self::ENDINGS.iter().find(|(known, _)| ending.eq_ignore_ascii_case(known));
        found.map(|(_, kind)| *kind)
    }

    /// The kind of what a file holds, by how it begins.
    pub fn of_bytes(bytes: &[u8]) -> Option<Self> {
        let drawing = || std::str::from_utf8(bytes).ok().filter(|text| begins_svg(text)).map(|_| PictureKind::Svg);
        Self::of_start(bytes).or_else(drawing)
    }

    /// The kind of what begins with the bytes that mark one; a drawing has none.
    fn of_start(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Some(PictureKind::Png),
            [0xFF, 0xD8, 0xFF, ..] => Some(PictureKind::Jpeg),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(PictureKind::Webp),
            _ => None,
        }
    }

    /// Whether it may be what a file of this kind holds. A drawing is not read for it, which would be 2.5 KB of brotli of all
    /// that opens packs: it is only ever shown as a picture, and what is none shows nothing.
    fn may_hold(self, bytes: &[u8]) -> bool {
        Self::of_start(bytes) == Some(self).filter(|kind| *kind != PictureKind::Svg)
    }

    /// The media type under which a browser knows it.
    pub fn media_type(self) -> &'static str {
        match self {
            PictureKind::Png => "image/png",
            PictureKind::Jpeg => "image/jpeg",
            PictureKind::Webp => "image/webp",
            PictureKind::Svg => "image/svg+xml",
        }
    }

    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            PictureKind::Png => "PNG",
            PictureKind::Jpeg => "JPEG",
            PictureKind::Webp => "WebP",
            PictureKind::Svg => "SVG",
        }
    }

    /// How the name of a file of this kind usually ends.
    pub fn ending(self) -> &'static str {
        Self::ENDINGS.iter().find(|(_, kind)| *kind == self).map_or("", |(ending, _)| ending)
    }
}

/// Whether a text's first element is that of a drawing, whatever stands before it in XML.
fn begins_svg(text: &str) -> bool {
    let mut rest = text.trim_start_matches('\u{feff}').trim_start();
    loop {
        let end = if rest.starts_with("<?") {
            "?>"
        } else if rest.starts_with("<!--") {
            "-->"
        } else if rest.starts_with("<!") {
            // A document type may have declarations of its own between square brackets.
            if rest.split('>').next().is_some_and(|head| head.contains('[')) { "]>" } else { ">" }
        } else {
            break;
        };
        let Some((_, after)) = rest.split_once(end) else { return false };
        rest = after.trim_start();
    }
    let name = rest.strip_prefix('<').unwrap_or_default();
    let name = name.split(|letter: char| letter.is_whitespace() || matches!(letter, '>' | '/')).next();
    name.is_some_and(|name| name == "svg" || name.ends_with(":svg"))
}

/// The longest that the name of a picture's file may be, in bytes.
const LONGEST: usize = 64;

/// Whether a text can be the name of a picture's file: plain letters and digits, `-`, `_` and dots between them, with the
/// ending of a picture, so that it means the same on every disk, host and archive.
pub fn is_file_name(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    text.len() <= LONGEST
        && text.bytes().all(plain)
        && !text.starts_with('.')
        && !text.as_bytes().windows(2).any(|pair| pair == b"..")
        && PictureKind::of_name(text).is_some()
}

/// What lies beside a scenario under a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Beside {
    /// A file that holds this.
    File(Rc<[u8]>),
    /// A file of so many bytes, which is too large to be read.
    TooLarge(u64),
    /// Nothing; the name that was perhaps meant.
    Missing(Option<String>),
    /// A file that cannot be read, and why, as the end of a sentence.
    Unreadable(String),
}

impl Beside {
    /// The file of a name among some; without one, the one whose name differs by capital letters alone.
    pub fn among<'f>(file: &str, files: impl Iterator<Item = (&'f str, &'f Rc<[u8]>)> + Clone) -> Self {
        match files.clone().find(|(name, _)| *name == file) {
            Some((_, bytes)) => Beside::File(Rc::clone(bytes)),
            None => {
                let near = files.map(|(name, _)| name).find(|name| name.eq_ignore_ascii_case(file));
                Beside::Missing(near.map(str::to_owned))
            }
        }
    }
}

/// Looks up what lies beside a scenario under the name of a picture.
pub type Lookup<'l> = &'l mut dyn FnMut(&str) -> Beside;

impl Scenario {
    /// The picture that the page of a step shows, if it has one: its own, or the scenario's where the step names no place.
    pub fn image_of<'s>(&'s self, step: &'s Step) -> Option<&'s Image> {
        step.image.as_ref().or(self.image.as_ref().filter(|_| step.scene.is_none()))
    }

    /// The same scenario without the pictures that came along: they lie beside it.
    pub fn without_pictures(&self) -> Self {
        Scenario { pictures: Vec::new(), ..self.clone() }
    }

    /// The pictures that came along, in the order in which the file names them first.
    pub fn pictures(&self) -> &[Picture] {
        &self.pictures
    }

    /// A picture that came along.
    pub fn picture(&self, file: &str) -> Option<&Picture> {
        self.pictures.iter().find(|picture| *picture.file == *file)
    }

    /// All places that name a picture: 0 for the scenario, or one more than the step's; and what they name.
    pub fn images(&self) -> impl Iterator<Item = (u32, &Image)> {
        let own = self.image.iter().map(|image| (0, image));
        own.chain((1..).zip(&self.steps).filter_map(|(at, step)| Some((at, step.image.as_ref()?))))
    }

    /// Whether its pictures are such as a file could name, and those that came along are named and within the limits.
    pub(crate) fn pictures_valid(&self, limits: &Limits) -> bool {
        let named: Vec<&Image> = self.images().map(|(_, image)| image).collect();
        let written = |image: &&Image| is_file_name(&image.file) && !image.alt.chars().all(char::is_whitespace);
        let mut left = limits.pictures;
        let mut came: Vec<&str> = Vec::new();
        named.iter().all(written)
            && self.pictures.iter().all(|Picture { file, bytes }| {
                let fits = bytes.len() <= limits.picture.min(left)
                    && !came.contains(&&**file)
                    && named.iter().any(|image| image.file == *file)
                    && PictureKind::of_name(file).is_some_and(|kind| kind.may_hold(bytes));
                left = left.saturating_sub(bytes.len());
                came.push(file);
                fits
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_known_by_how_it_begins() {
        let kinds: [(&[u8], Option<PictureKind>); 14] = [
            (b"\x89PNG\r\n\x1a\n....", Some(PictureKind::Png)),
            (b"\xFF\xD8\xFF\xE0....", Some(PictureKind::Jpeg)),
            (b"RIFF\x10\0\0\0WEBPVP8 ", Some(PictureKind::Webp)),
            (b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>", Some(PictureKind::Svg)),
            (b"<?xml version=\"1.0\"?>\n<!-- a -> b -->\n<!DOCTYPE svg>\n<svg>", Some(PictureKind::Svg)),
            (b"<!DOCTYPE svg [ <!ENTITY a \"b\"> ]><s:svg/>", Some(PictureKind::Svg)),
            (b"\xEF\xBB\xBF <svg>", Some(PictureKind::Svg)),
            (b"<svgs>", None),
            (b"<html><svg></svg></html>", None),
            (b"<!-- <svg> ", None),
            (b"GIF89a", None),
            (b"RIFF\x10\0\0\0WAVE", None),
            (b"<svg \xFF>", None),
            (b"", None),
        ];
        for (bytes, kind) in kinds {
            assert_eq!(PictureKind::of_bytes(bytes), kind, "{}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn a_file_name_means_the_same_everywhere() {
        for name in ["press.webp", "Press-2_b.JPEG", "1.png", "a.b.svg"] {
            assert!(is_file_name(name), "{name}");
        }
        let long = format!("{}.png", "a".repeat(61));
        for name in
            ["", "press", ".png", "a/b.png", "..\\a.png", "a..png", "a b.png", "ö.png", "a.gif", "C:a.png", &long]
        {
            assert!(!is_file_name(name), "{name}");
        }
    }

    #[test]
    fn what_differs_by_capitals_alone_is_no_file_but_near() {
        let bytes: Rc<[u8]> = Rc::from(&b"x"[..]);
        let files = [("Press.png", &bytes)];
        let among = |name| Beside::among(name, files.into_iter());
        assert_eq!(among("Press.png"), Beside::File(Rc::clone(&bytes)));
        assert_eq!(among("press.png"), Beside::Missing(Some("Press.png".into())));
        assert_eq!(among("oven.png"), Beside::Missing(None));
    }
}
