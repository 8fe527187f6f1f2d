//! The whole game in one file: an HTML page that opens from a disk, with scenarios of an author's own or the shipped ones.
//!
//! A build makes the *shell*: the page with the packed app in it and two gaps. [`course`] fills them, and needs nothing
//! but the shell for that, so the author's tool carries it. Bytes that are no text stand in the page as digits of 252 kinds,
//! which costs three thousandths, where base64 would cost a third: see [`parcel`].

pub mod parcel;

use crate::{Catalogue, Entry, album_line, objectives_line, picture_address, weightiest_line};
use analysis::Difficulty;
use scenario::{Id, Limits, Picture, Scenario, pack, read};
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
    /// What is played, with its pictures.
    pub scenario: Rc<Scenario>,
    /// How hard it is, where that is known.
    pub difficulty: Option<Difficulty>,
    /// The steps on which most hangs, where they are known.
    pub weightiest: Vec<Id>,
    /// The author's file: the room reads its notes, and the workbench lets others start from it.
    pub source: Vec<u8>,
}

/// The name under which a browser keeps what is played of a course, so that courses on one disk are kept apart: that of
/// its author, or of its title, or of its stories' ids and titles. What is edited in a story changes nothing in it.
pub fn kept_as(name: Option<&str>, title: &str, stories: &[Story]) -> String {
    let mut known = vec![name.unwrap_or(title)];
    if name.is_none() && title == NAME {
        known.extend(stories.iter().flat_map(|story| [story.scenario.id().as_str(), story.scenario.title()]));
    }
    // FNV; a zero byte stands in no title.
    let bytes = known.iter().flat_map(|word| word.bytes().chain([0]));
    let hash = bytes
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    format!("{hash:016x}")
}

/// A shell filled with scenarios, in the order in which the home page shows them; `None` where it is no shell. `kept` is
/// the course's name in what browsers keep; without one it is the game itself.
pub fn course(shell: &[u8], title: &str, kept: Option<&str>, stories: &[Story]) -> Option<Vec<u8>> {
    let catalogue = Catalogue {
        // A course that is the game itself has no name beside it.
        title: if title == NAME { String::new() } else { title.into() },
        entries: stories
            .iter()
            .map(|story| Entry { difficulty: story.difficulty, ..Entry::of(&story.scenario) })
            .collect(),
    };
    let mut files = vec![("scenarios/index.bin".to_owned(), catalogue.pack())];
    let album: String = stories.iter().map(|story| album_line(&story.scenario)).collect();
    files.push(("scenarios/album.txt".to_owned(), album.into_bytes()));
    let objectives: String = stories.iter().map(|story| objectives_line(&story.scenario)).collect();
    files.push(("scenarios/objectives.txt".to_owned(), objectives.into_bytes()));
    let weightiest: String = stories.iter().map(|story| weightiest_line(&story.scenario, &story.weightiest)).collect();
    files.push(("scenarios/weightiest.txt".to_owned(), weightiest.into_bytes()));
    for Story { scenario, source, .. } in stories {
        files.push((format!("scenarios/{}.json", scenario.id()), source.clone()));
        // The page makes the pack of the file itself.
        let pack = pack::pack(&scenario.without_pictures());
        if read(source, &Limits::default()).ok().map(|scenario| pack::pack(&scenario)).as_ref() != Some(&pack) {
            files.push((format!("scenarios/{}.bin", scenario.id()), pack));
        }
        for Picture { file, bytes } in scenario.pictures() {
            files.push((picture_address(scenario.id(), file), bytes.to_vec()));
        }
    }
    files.extend(kept.map(|kept| ("course".to_owned(), kept.as_bytes().to_vec())));
    let shell = shell.starts_with(START).then_some(shell)?;
    let titled = replaced(shell, TITLE, as_text(title).as_bytes())?;
    replaced(&titled, SCENARIOS, &parcel::element(&files)?)
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

    fn story() -> Story {
        let source = include_bytes!("../../../../tests/fixtures/small.json").to_vec();
        Story {
            scenario: Rc::new(read(&source, &Limits::default()).unwrap()),
            difficulty: None,
            weightiest: Vec::new(),
            source,
        }
    }

    #[test]
    fn a_course_holds_its_title_as_text_and_its_scenarios_as_they_are() {
        let shell = [START, b"<title><!--title--></title><h1><!--title--></h1><!--scenarios-->"].concat();
        let course = course(&shell, "A <b> & \u{e9}\u{1f3a9}", Some("00ff"), &[story()]).unwrap();
        let text = String::from_utf8_lossy(&course);
        assert_eq!(text.matches("A &#60;b&#62; &#38; &#233;&#127913;").count(), 2, "{text}");
        let files = parcel::files_of(&course).unwrap();
        let names: Vec<&str> = files[0].iter().map(|(name, _)| name.as_str()).collect();
        let id = story().scenario.id().to_string();
        assert_eq!(
            names,
            [
                "scenarios/index.bin",
                "scenarios/album.txt",
                "scenarios/objectives.txt",
                "scenarios/weightiest.txt",
                &format!("scenarios/{id}.json"),
                "course"
            ]
        );
        assert_eq!(files[0][5].1, b"00ff");
        assert_eq!(files[0][4].1, story().source);
        assert_eq!(Catalogue::unpack(&files[0][0].1).unwrap().entries.len(), 1);
    }

    #[test]
    fn pictures_lie_beside_the_file_that_names_them() {
        let text = include_str!("../../../../tests/fixtures/small.json");
        let image = "\"minutes\": 2, \"image\": { \"file\": \"oven.svg\", \"alt\": \"The oven.\" },";
        let source = text.replacen("\"minutes\": 2,", image, 1).into_bytes();
        let look = &mut |_: &str| scenario::Beside::File(b"<svg/>".as_slice().into());
        let scenario = Rc::new(scenario::read_beside(&source, &Limits::default(), look).unwrap());
        let shell = [START, b"<!--title--><!--scenarios-->"].concat();
        let course =
            course(&shell, "A", None, &[Story { scenario, difficulty: None, weightiest: Vec::new(), source }]).unwrap();
        let files = parcel::files_of(&course).unwrap();
        let names: Vec<&str> = files[0].iter().map(|(name, _)| name.as_str()).collect();
        let expected = [
            "scenarios/index.bin",
            "scenarios/album.txt",
            "scenarios/objectives.txt",
            "scenarios/weightiest.txt",
            "scenarios/small.json",
            "scenarios/small/oven.svg",
        ];
        assert_eq!(names, expected, "the page makes the pack of the file, which has no pictures in it");
        assert_eq!(files[0][5].1, b"<svg/>");
    }

    #[test]
    fn a_file_that_does_not_say_what_is_played_has_its_pack_beside_it() {
        let course = course(
            &[START, b"<!--title--><!--scenarios-->"].concat(),
            "A",
            None,
            &[Story { source: b"{}".to_vec(), ..story() }],
        );
        let files = parcel::files_of(&course.unwrap()).unwrap();
        assert!(files[0][5].0.ends_with(".bin"));
        assert_eq!(pack::unpack(&files[0][5].1).unwrap().id(), story().scenario.id());
    }

    #[test]
    fn what_is_no_shell_becomes_no_course() {
        assert!(course(b"<!doctype html><!--title--><!--scenarios-->", "A", None, &[]).is_none());
        assert!(course(START, "A", None, &[]).is_none());
    }

    #[test]
    fn what_is_kept_of_a_course_is_kept_apart_and_stays_its_own_when_it_is_edited() {
        let small = include_str!("../../../../tests/fixtures/small.json");
        let of = |name: Option<&str>, title: &str, text: String| {
            let scenario = Rc::new(read(text.as_bytes(), &Limits::default()).unwrap());
            kept_as(
                name,
                title,
                &[Story { scenario, difficulty: None, weightiest: Vec::new(), source: text.into_bytes() }],
            )
        };
        let story = || small.to_owned();
        let edited = || small.replace("A queue to the corner", "A queue");
        let another = || small.replace("A small one", "Another course");
        let plain = of(None, NAME, story());
        assert_eq!(plain, of(None, NAME, edited()));
        assert_ne!(plain, of(None, NAME, another()), "one id, and two stories");
        let titled = of(None, "Bread", story());
        assert_eq!(titled, of(None, "Bread", another()), "a course may get another story");
        assert_ne!(titled, of(None, "Flour", story()));
        assert_eq!(of(Some("autumn"), "Bread", story()), of(Some("autumn"), "Flour", another()));
        assert!(titled.len() == 16 && titled != plain);
    }
}
