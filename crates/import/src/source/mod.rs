//! Twine's files as a [`Story`]: HTML (published or archived), JSON, Twee 3.

mod html;
mod json;
mod twee;

use crate::ImportError;
use serde::Deserialize;

/// The largest file that is read, in bytes: 32 MiB, which leaves room for pictures inside a published page.
pub const LARGEST: usize = 32 * 1024 * 1024;

/// A story as Twine keeps it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Story {
    /// Its name; empty where the file gives none.
    pub name: String,
    /// The story format that it is written for, such as `SugarCube`; empty where the file names none.
    pub format: String,
    /// Where it starts, by a passage's name or number; empty where the file names none.
    pub start: String,
    /// Its passages in the order of the file, those without text included.
    pub passages: Vec<Passage>,
    /// Whether it has a script of its own.
    pub has_script: bool,
    /// Whether it has a style sheet of its own.
    pub has_style: bool,
}

/// A passage as Twine keeps it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// Its name.
    pub name: String,
    /// Its number in the file; empty where the file has none.
    pub pid: String,
    /// Its tags.
    pub tags: Vec<String>,
    /// Its source, with the file's own escapes undone once, and line breaks as `\n`.
    pub text: String,
}

/// What a passage called `StoryData` says of a story.
#[derive(Default, Deserialize)]
#[serde(default)]
struct StoryData {
    format: String,
    start: String,
}

impl Story {
    /// The story without the passages that only say something of it, or are its script or style sheet.
    fn settled(mut self) -> Story {
        for passage in std::mem::take(&mut self.passages) {
            let has_words = !passage.text.trim().is_empty();
            match passage.name.as_str() {
                "StoryTitle" if self.name.is_empty() => self.name = passage.text.trim().to_owned(),
                "StoryTitle" => {}
                "StoryData" => {
                    let data: StoryData = serde_json::from_str(&passage.text).unwrap_or_default();
                    let known = [(&mut self.format, data.format), (&mut self.start, data.start)];
                    known.into_iter().filter(|(own, _)| own.is_empty()).for_each(|(own, said)| *own = said);
                }
                _ if passage.has_tag("script") => self.has_script |= has_words,
                _ if passage.has_tag("stylesheet") => self.has_style |= has_words,
                _ => self.passages.push(passage),
            }
        }
        self
    }
}

impl Passage {
    /// Whether it has a tag, in whatever case.
    pub(crate) fn has_tag(&self, tag: &str) -> bool {
        self.tags.iter().any(|own| own.eq_ignore_ascii_case(tag))
    }
}

/// The stories of a file: one, or all of an archive.
///
/// # Errors
/// What the file is instead of a story of Twine 2, or what is wrong with it, at its line.
pub fn stories(bytes: &[u8]) -> Result<Vec<Story>, ImportError> {
    if bytes.len() > LARGEST {
        let message = format!("The file has {} bytes, and at most {LARGEST} are read.", bytes.len());
        return Err(ImportError::new(
            0,
            message,
            "Pictures and sounds in a page can be left out when it is published.",
        ));
    }
    let text = text_of(bytes)?;
    let head = text.trim_start();
    let stories = match head.chars().next() {
        None => return Err(ImportError::new(0, "The file is empty.", EXPORT)),
        Some('{') => vec![json::story(&text)?],
        Some('<') => html::stories(&text)?,
        Some(_) if twee::is_twee(&text) => vec![twee::story(&text)],
        Some(_) => {
            let message = "This is no story of Twine: neither a page with `<tw-storydata>`, nor Twee, nor JSON.";
            return Err(ImportError::new(1, message, EXPORT));
        }
    };
    Ok(stories.into_iter().map(Story::settled).collect())
}

/// What to do where a file is no story.
const EXPORT: &str = "In Twine, choose Publish To File, or export the story as Twee or JSON, and import that file.";

/// The text of a file in UTF-8, or in UTF-16 with its mark, with line breaks as `\n`.
fn text_of(bytes: &[u8]) -> Result<String, ImportError> {
    let wide = |of: fn([u8; 2]) -> u16| {
        let pairs: &[[u8; 2]] = bytes.get(2..).unwrap_or_default().as_chunks().0;
        let units: Vec<u16> = pairs.iter().map(|pair| of(*pair)).collect();
        String::from_utf16(&units).map_err(|_| ImportError::new(1, "This is not UTF-16 text.", "Save it as UTF-8."))
    };
    let text = match bytes {
        [0xFF, 0xFE, ..] => wide(u16::from_le_bytes)?,
        [0xFE, 0xFF, ..] => wide(u16::from_be_bytes)?,
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text).to_owned(),
            Err(error) => {
                let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
                let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
                return Err(ImportError::new(line as u32, "This is not UTF-8 text.", "Save it as UTF-8."));
            }
        },
    };
    Ok(if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text })
}

/// The line that a byte of a text is in, from 1.
fn line_of(text: &str, at: usize) -> u32 {
    let before = text.as_bytes().get(..at).unwrap_or_default();
    1 + before.iter().filter(|byte| **byte == b'\n').count() as u32
}

/// The words of a list of tags.
fn tags_of(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}
