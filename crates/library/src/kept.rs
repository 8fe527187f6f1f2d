//! What the app finds on a device when it starts.

use crate::key::{
    ANSWERS, AUTHOR, COMMITMENT, ERASED, INVITATION, JOURNAL, LAST, NEWER, OPENING, REACHED, REFLECTION, ROOM, RUN,
    SCENARIO, SETTINGS, UNREADABLE, WAITING, is_word,
};
use crate::opened::aside;
use crate::saved::run_of;
use crate::{Opened, Opening, Reached, Settings, Source, Waiting, is_newer};
use play::Record;
use scenario::Id;

/// A thing that is kept, as the app's first page reads it.
#[derive(Clone, Debug, PartialEq)]
pub enum Kept {
    /// The run of a scenario.
    Run(Source, Record),
    /// The step that waits in it.
    Waiting(Source, Waiting),
    /// The outcomes that were reached.
    Reached(Source, Reached),
    /// A scenario that the player opened.
    Opened(Opened),
    /// The settings.
    Settings(Settings),
    /// The scenario that was played last.
    Last(Source),
    /// The scenario that was being opened when the page fell or was closed, where it says which.
    Opening(Option<Opening>),
    /// How many things of a newer game the player was told of.
    NewerCount(usize),
    /// The debrief, the journal, the workbench or the room reads it.
    Later,
    /// A newer game's: it is left alone.
    Newer,
    /// It cannot be read, and is put aside as it is.
    Unreadable,
}

impl Kept {
    /// What is kept under a key.
    pub fn read(key: &str, value: &str) -> Self {
        let (kind, of) = key.split_once('/').unwrap_or((key, ""));
        if kind == UNREADABLE {
            return Kept::Later;
        }
        if is_newer(value) {
            return Kept::Newer;
        }
        let source = || Source::from_key(of);
        let read = match kind {
            AUTHOR | JOURNAL | ANSWERS | COMMITMENT | INVITATION | REFLECTION | ROOM | ERASED => Some(Kept::Later),
            RUN => source().and_then(|source| run_of(&source, value).map(|record| Kept::Run(source, record))),
            WAITING => source().map(|source| Kept::Waiting(source, value.into())),
            REACHED => source().and_then(|source| Some(Kept::Reached(source, value.parse().ok()?))),
            SCENARIO => Id::new(of).and_then(|id| Opened::read(&id, value)).map(Kept::Opened),
            SETTINGS => value.parse().ok().map(Kept::Settings),
            LAST => Source::from_key(value).map(Kept::Last),
            OPENING => Some(Kept::Opening(value.parse().ok())),
            NEWER => Some(Kept::NewerCount(value.parse().unwrap_or(0))),
            _ => is_word(kind).then_some(Kept::Newer),
        };
        read.unwrap_or(Kept::Unreadable)
    }
}

/// The key under which something that cannot be read is put aside: one where nothing is.
pub fn place_aside(key: &str, kept: &[(String, String)]) -> String {
    let mut place = aside(key);
    while kept.iter().any(|(key, _)| *key == place) {
        place = aside(&place);
    }
    place
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_newer_kind_or_value_is_left_alone_and_rubbish_is_not() {
        for (key, value) in [
            ("team/a", "anything"),
            ("high-scores", ""),
            ("run/crisis", "two-hats/2 crisis"),
            ("settings", "two-hats/3 {}"),
            ("journal/7", "two-hats/2 x"),
            ("room/session/a1", "two-hats/2 x"),
        ] {
            assert_eq!(Kept::read(key, value), Kept::Newer, "{key}");
        }
        for (key, value) in [
            ("", "all"),
            ("Team/a", ""),
            ("run/crisis", "cut sh"),
            ("run/../crisis", "crisis 0123456789abcdef 0"),
            ("run/crisis", "two-hats/1 crisis"),
            ("reached/crisis", "won"),
            ("settings", "{]"),
            ("last", ""),
            ("scenario/small", "\u{fffd}"),
        ] {
            assert_eq!(Kept::read(key, value), Kept::Unreadable, "{key}");
        }
        for key in ["journal/soon", "self/1", "author/terms", "room/open", "unreadable/team/a", "erased"] {
            assert_eq!(Kept::read(key, "x"), Kept::Later, "{key}");
        }
        assert_eq!(Kept::read("unreadable/run/a", "two-hats/2 x"), Kept::Later, "an older game put it aside");
        assert_eq!(Kept::read("newer", "2"), Kept::NewerCount(2));
    }

    #[test]
    fn what_is_put_aside_takes_nothing_elses_place() {
        let kept = [("unreadable/run/a".to_owned(), String::new())];
        assert_eq!(place_aside("run/a", &kept), "unreadable/unreadable/run/a");
        assert_eq!(place_aside("run/b", &kept), "unreadable/run/b");
    }
}
