//! The whole game in one file: an HTML page that opens from a disk, with scenarios of an author's own or the shipped ones.
//!
//! A build makes the *shell*: the page with the packed app in it and two gaps. [`course`] fills them, and needs nothing
//! but the shell for that, so the author's tool carries it. Bytes that are no text stand in the page as they are, which
//! costs a sixtieth, where base64 would cost a third: see [`parcel`].

pub mod parcel;

use crate::album_view;
use crate::app::{Catalogue, Entry};
use crate::paths::Difficulty;
use crate::scenario::{Scenario, pack};
use std::rc::Rc;

/// What the game is called.
pub const NAME: &str = "Two Hats";

/// Where the title stands in a shell.
pub const TITLE: &str = "<!--title-->";

/// Where the scenarios stand in a shell.
pub const SCENARIOS: &str = "<!--scenarios-->";

/// How every shell begins, and so every course.
pub const START: &[u8] = b"<!doctype html><meta charset=windows-1252><!-- Two Hats -->";

/// A scenario of a course.
pub struct Story {
    /// What is played.
    pub scenario: Rc<Scenario>,
    /// How hard it is, where that is known.
    pub difficulty: Option<Difficulty>,
    /// The author's file: the room reads its notes, and the workbench lets others start from it.
    pub source: Vec<u8>,
}

/// A shell filled with scenarios, in the order in which the home page shows them; `None` where it is no shell.
pub fn course(shell: &[u8], title: &str, stories: &[Story]) -> Option<Vec<u8>> {
    let catalogue = Catalogue {
        // A course that is the game itself has no name beside it.
        title: if title == NAME { String::new() } else { title.into() },
        entries: stories
            .iter()
            .map(|story| Entry { difficulty: story.difficulty, ..Entry::of(&story.scenario) })
            .collect(),
    };
    let mut files = vec![("scenarios/index.pack".to_owned(), catalogue.pack())];
    let album: String = stories.iter().map(|story| album_view::line(&story.scenario)).collect();
    files.push(("scenarios/album.txt".to_owned(), album.into_bytes()));
    for Story { scenario, source, .. } in stories {
        // Most of the one is in the other, so that the second costs little beside the first.
        files.push((format!("scenarios/{}.json", scenario.id()), source.clone()));
        files.push((format!("scenarios/{}.pack", scenario.id()), pack::pack(scenario)));
    }
    let shell = shell.starts_with(START).then_some(shell)?;
    let titled = replaced(shell, TITLE, as_text(title).as_bytes())?;
    replaced(&titled, SCENARIOS, &parcel::element(&files))
}

/// A text as HTML that means the same in every encoding.
fn as_text(text: &str) -> String {
    let plain = |mark: char| mark.is_ascii() && !matches!(mark, '&' | '<' | '>' | '"') && !mark.is_ascii_control();
    text.chars().map(|mark| if plain(mark) { mark.to_string() } else { format!("&#{};", u32::from(mark)) }).collect()
}

/// Bytes with all gaps of a name filled; `None` where there is none.
fn replaced(bytes: &[u8], gap: &str, with: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(bytes.len() + with.len());
    let mut rest = bytes;
    while let Some(at) = rest.windows(gap.len()).position(|part| part == gap.as_bytes()) {
        out.extend(&rest[..at]);
        out.extend(with);
        rest = &rest[at + gap.len()..];
    }
    (rest.len() < bytes.len()).then(|| {
        out.extend(rest);
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Limits, read};

    fn story() -> Story {
        let source = include_bytes!("../../tests/fixtures/small.json").to_vec();
        Story { scenario: Rc::new(read(&source, &Limits::default()).unwrap()), difficulty: None, source }
    }

    #[test]
    fn a_course_holds_its_title_as_text_and_its_scenarios_as_they_are() {
        let shell = [START, b"<title><!--title--></title><h1><!--title--></h1><!--scenarios-->"].concat();
        let course = course(&shell, "A <b> & \u{e9}\u{1f3a9}", &[story()]).unwrap();
        let text = String::from_utf8_lossy(&course);
        assert_eq!(text.matches("A &#60;b&#62; &#38; &#233;&#127913;").count(), 2, "{text}");
        let files = parcel::files_of(&course).unwrap();
        let names: Vec<&str> = files[0].iter().map(|(name, _)| name.as_str()).collect();
        let id = story().scenario.id().to_string();
        let [json, packed] = ["json", "pack"].map(|ending| format!("scenarios/{id}.{ending}"));
        assert_eq!(names, ["scenarios/index.pack", "scenarios/album.txt", &json, &packed]);
        assert_eq!(files[0][2].1, story().source);
        assert_eq!(pack::unpack(&files[0][3].1).unwrap().id(), story().scenario.id());
        assert_eq!(Catalogue::unpack(&files[0][0].1).unwrap().entries.len(), 1);
    }

    #[test]
    fn what_is_no_shell_becomes_no_course() {
        assert!(course(b"<!doctype html><!--title--><!--scenarios-->", "A", &[]).is_none());
        assert!(course(START, "A", &[]).is_none());
    }
}
