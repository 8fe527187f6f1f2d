//! The keys under which things are kept.

use crate::Source;
use crate::text::text_record;
use scenario::{Id, is_file_name};
use serde::{Deserialize, Serialize};
use std::error::Error;
use std::fmt;
use std::str::FromStr;

/// What stands before each key on a device, so that other pages of the same host keep theirs; a course has its own.
pub const PREFIX: &str = "two-hats:";
/// What stands before each key of another folder of the same host, before that folder, which ends with a slash, and a colon.
pub const FOLDER: &str = "two-hats@";
/// What stands before each key of a course, before its name and a colon.
pub const COURSE: &str = "two-hats-course:";
/// The whole key, without a prefix, of the folder that has [`PREFIX`]: the first of its host that was opened.
pub const HOME: &str = "two-hats-home";
/// The key of the settings.
pub const SETTINGS: &str = "settings";
/// The key of the scenario that was played last.
pub const LAST: &str = "last";
/// The key of the scenario that is being opened.
pub const OPENING: &str = "opening";
/// The key of how many things of a newer game the player was told of.
pub const NEWER: &str = "newer";
/// The key by which other windows hear that everything was erased; nothing stays under it.
pub const ERASED: &str = "erased";
/// What the keys of the journal's entries begin with, before a `/` and a moment.
pub const JOURNAL: &str = "journal";
/// What the keys of the answers to the self-check begin with, before a `/` and a moment.
pub const ANSWERS: &str = "self";
/// What the keys of what players set out to do begin with, before a `/` and a moment.
pub const COMMITMENT: &str = "commitment";

pub(crate) const RUN: &str = "run";
pub(crate) const WAITING: &str = "waiting";
pub(crate) const REACHED: &str = "reached";
pub(crate) const INVITATION: &str = "invitation";
pub(crate) const REFLECTION: &str = "reflection";
pub(crate) const SCENARIO: &str = "scenario";
pub(crate) const UNREADABLE: &str = "unreadable";
pub(crate) const AUTHOR: &str = "author";
pub(crate) const ROOM: &str = "room";

/// A key, without the prefix.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Key {
    /// `run/<source>`: the run of a scenario that is open, or has just ended.
    Run(Source),
    /// `waiting/<source>`: the step that waits in it.
    Waiting(Source),
    /// `reached/<source>`: the outcomes that were reached.
    Reached(Source),
    /// `invitation/<source>`: the run that somebody sent along when they asked the player to play it.
    Invitation(Source),
    /// `reflection`: whether a player wants to be asked what they think first.
    Reflecting,
    /// `reflection/<source>`: what they thought before the decisions of a scenario.
    Reflections(Source),
    /// `journal/<moment>`: a run that was written down, in milliseconds since 1970.
    Journal(u64),
    /// `self/<moment>`: answers to the self-check.
    Answers(u64),
    /// `commitment/<moment>`: what a player set out to do after a run.
    Commitment(u64),
    /// `settings`.
    Settings,
    /// `last`: the scenario that was played last.
    Last,
    /// `opening`: the scenario that is being opened.
    Opening,
    /// `newer`: how many things of a newer game the player was told of.
    Newer,
    /// `scenario/<id>`: a scenario that the player opened.
    Scenario(Id),
    /// `author/draft/<id>`: a draft of the workbench.
    Draft(String),
    /// `author/picture/<id>/<file>`: a picture of a draft, by its file's name.
    Picture(String, String),
    /// `author/text`: the text of the workbench, before there were drafts.
    FirstDraft,
    /// `author/file`: the name of that text's file.
    FirstDraftFile,
    /// `author/open`: which draft a window has open; that window alone remembers it.
    OpenDraft,
    /// `author/windows`: what windows of the workbench tell each other.
    Windows,
    /// `room/session/<id>`: a session of a group.
    Session(String),
    /// `room/copy/<id>`: a session that no longer fitted its scenario, as it was.
    Copy(String),
    /// `room/open`: the session that is open.
    OpenSession,
    /// `room/console`: the window that is the console.
    Console,
    /// `room/phones`: the keys of a room with phones, for a day at most. It leaves the device in no file.
    Phones,
    /// `unreadable/<key>`: what could not be read, as it was.
    Unreadable(String),
    /// `erased`: a word to other windows.
    Erased,
}

/// Why a text is no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyError {
    /// This version knows no such kind; a newer one may.
    Unknown,
    /// No version ever wrote it.
    Malformed,
}

impl fmt::Display for KeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            KeyError::Unknown => "this version knows no such kind of key",
            KeyError::Malformed => "the text is no key",
        })
    }
}

impl Error for KeyError {}

impl Key {
    /// Whether a session of a group is kept under it, or a copy of one.
    pub fn is_session(&self) -> bool {
        matches!(self, Key::Session(_) | Key::Copy(_))
    }

    /// The key as it is written.
    pub fn to_text(&self) -> String {
        match self {
            Key::Run(source) => source.run_key(),
            Key::Waiting(source) => source.waiting_key(),
            Key::Reached(source) => source.reached_key(),
            Key::Invitation(source) => joined(INVITATION, &source.key()),
            Key::Reflecting => REFLECTION.into(),
            Key::Reflections(source) => joined(REFLECTION, &source.key()),
            Key::Journal(moment) => moment_key(JOURNAL, *moment),
            Key::Answers(moment) => moment_key(ANSWERS, *moment),
            Key::Commitment(moment) => moment_key(COMMITMENT, *moment),
            Key::Settings => SETTINGS.into(),
            Key::Last => LAST.into(),
            Key::Opening => OPENING.into(),
            Key::Newer => NEWER.into(),
            Key::Scenario(id) => joined(SCENARIO, id.as_str()),
            Key::Draft(id) => ["author/draft/", id].concat(),
            Key::Picture(draft, file) => ["author/picture/", draft, "/", file].concat(),
            Key::FirstDraft => "author/text".into(),
            Key::FirstDraftFile => "author/file".into(),
            Key::OpenDraft => "author/open".into(),
            Key::Windows => "author/windows".into(),
            Key::Session(id) => ["room/session/", id].concat(),
            Key::Copy(id) => ["room/copy/", id].concat(),
            Key::OpenSession => "room/open".into(),
            Key::Console => "room/console".into(),
            Key::Phones => "room/phones".into(),
            Key::Unreadable(key) => joined(UNREADABLE, key),
            Key::Erased => ERASED.into(),
        }
    }
}

impl FromStr for Key {
    type Err = KeyError;

    fn from_str(key: &str) -> Result<Self, KeyError> {
        let (kind, rest) = key.split_once('/').map_or((key, None), |(kind, rest)| (kind, Some(rest)));
        let read = match (kind, rest) {
            (RUN, Some(of)) => Source::from_key(of).map(Key::Run),
            (WAITING, Some(of)) => Source::from_key(of).map(Key::Waiting),
            (REACHED, Some(of)) => Source::from_key(of).map(Key::Reached),
            (INVITATION, Some(of)) => Source::from_key(of).map(Key::Invitation),
            (REFLECTION, None) => Some(Key::Reflecting),
            (REFLECTION, Some(of)) => Source::from_key(of).map(Key::Reflections),
            (JOURNAL, Some(moment)) => moment_of(moment).map(Key::Journal),
            (ANSWERS, Some(moment)) => moment_of(moment).map(Key::Answers),
            (COMMITMENT, Some(moment)) => moment_of(moment).map(Key::Commitment),
            (SCENARIO, Some(id)) => Id::new(id).map(Key::Scenario),
            (UNREADABLE, Some(key)) => Some(Key::Unreadable(key.into())),
            (SETTINGS, None) => Some(Key::Settings),
            (LAST, None) => Some(Key::Last),
            (OPENING, None) => Some(Key::Opening),
            (NEWER, None) => Some(Key::Newer),
            (ERASED, None) => Some(Key::Erased),
            (AUTHOR, rest) => Some(of_author(rest.unwrap_or_default()).ok_or(KeyError::Unknown)?),
            (ROOM, rest) => Some(of_room(rest.unwrap_or_default()).ok_or(KeyError::Unknown)?),
            (RUN | WAITING | REACHED | INVITATION | JOURNAL | ANSWERS | COMMITMENT | SCENARIO | UNREADABLE, None) => {
                None
            }
            (SETTINGS | LAST | OPENING | NEWER | ERASED, Some(_)) => None,
            (kind, _) if is_word(kind) => return Err(KeyError::Unknown),
            _ => None,
        };
        read.ok_or(KeyError::Malformed)
    }
}

text_record!(Key);

fn of_author(rest: &str) -> Option<Key> {
    Some(match rest {
        "text" => Key::FirstDraft,
        "file" => Key::FirstDraftFile,
        "open" => Key::OpenDraft,
        "windows" => Key::Windows,
        _ => match rest.strip_prefix("picture/") {
            Some(picture) => {
                let (draft, file) = picture.rsplit_once('/').filter(|(_, file)| is_file_name(file))?;
                Key::Picture(draft.into(), file.into())
            }
            None => Key::Draft(rest.strip_prefix("draft/")?.into()),
        },
    })
}

fn of_room(rest: &str) -> Option<Key> {
    Some(match rest.split_once('/') {
        Some(("session", id)) => Key::Session(id.into()),
        Some(("copy", id)) => Key::Copy(id.into()),
        None if rest == "open" => Key::OpenSession,
        None if rest == "console" => Key::Console,
        None if rest == "phones" => Key::Phones,
        _ => return None,
    })
}

/// Whether a kind of key is written as all are, so that one that is not known here may be a newer game's.
pub(crate) fn is_word(kind: &str) -> bool {
    !kind.is_empty() && kind.bytes().all(|letter| letter.is_ascii_lowercase() || letter == b'-')
}

/// The key of something under a kind.
pub(crate) fn joined(kind: &str, rest: &str) -> String {
    [kind, "/", rest].concat()
}

/// The key of something that belongs to a moment, in milliseconds since 1970, of the journal, the answers or the commitments.
pub fn moment_key(kind: &str, moment: u64) -> String {
    joined(kind, &moment.to_string())
}

/// The moment that a key's end spells, in the one way in which it is written.
fn moment_of(text: &str) -> Option<u64> {
    text.parse().ok().filter(|moment: &u64| moment.to_string() == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_as_it_is_written() {
        for text in [
            "run/crisis",
            "run/own/crisis",
            "waiting/own/crisis",
            "reached/crisis",
            "invitation/crisis",
            "reflection",
            "reflection/own/crisis",
            "journal/1795000000000",
            "self/0",
            "commitment/1795000000000",
            "settings",
            "last",
            "opening",
            "newer",
            "scenario/small",
            "author/draft/w-1",
            "author/picture/w-1/press.webp",
            "author/text",
            "author/file",
            "author/open",
            "author/windows",
            "room/session/a1",
            "room/copy/a1",
            "room/open",
            "room/console",
            "room/phones",
            "unreadable/unreadable/run/x",
            "erased",
        ] {
            let key: Key = text.parse().expect("a key");
            assert_eq!(key.to_string(), text);
            assert_eq!(serde_json::to_string(&key).expect("a text"), format!("\"{text}\""));
            assert_eq!(serde_json::from_str::<Key>(&format!("\"{text}\"")).expect("a key"), key);
        }
    }

    #[test]
    fn a_kind_that_a_newer_game_may_know_is_told_from_what_is_no_key() {
        for unknown in [
            "team",
            "team/a",
            "high-scores/own/crisis",
            "author",
            "author/terms",
            "author/picture/a/b.gif",
            "room/plan/x",
            "room",
        ] {
            assert_eq!(unknown.parse::<Key>(), Err(KeyError::Unknown), "{unknown}");
        }
        for malformed in [
            "",
            "/",
            "run",
            "run/",
            "run/No",
            "journal/01",
            "self/soon",
            "commitment",
            "commitment/Monday",
            "last/x",
            "settings/more",
            "__proto__",
            "Team/a",
        ] {
            assert_eq!(malformed.parse::<Key>(), Err(KeyError::Malformed), "{malformed}");
        }
        assert_eq!(KeyError::Malformed.to_string(), "the text is no key");
    }
}
