//! All that is kept on a device and handed on in files: under which keys, in which form, by which version; what older
//! forms become, and what a newer game wrote. Nothing else here names a key.
//!
//! A device keeps texts under keys. The app reads all of them when it starts, and what it cannot read it puts aside:
//!
//! ```
//! use library::{Kept, Plan, SavedFile, Source, saved_text};
//!
//! let line = "crisis 0123456789abcdef 2 one two";
//! assert!(matches!(Kept::read("run/crisis", line), Kept::Run(Source::Shipped(_), _)));
//! assert_eq!(Kept::read("run/crisis", "cut sho"), Kept::Unreadable);
//!
//! // A newer game's are left alone, and carried along.
//! assert_eq!(Kept::read("run/crisis", "two-hats/2 in another form"), Kept::Newer);
//! let kept = [("team/a".to_owned(), "a kind that is not known here".to_owned())];
//! assert_eq!(saved_text(&kept), r#"{"format":1,"app":"two-hats","saved":{"team/a":"a kind that is not known here"}}"#);
//! let plan = Plan::of(&[], &SavedFile::new(kept.clone()), 1_795_000_000_000);
//! assert_eq!(plan.puts, kept);
//! ```
//!
//! # Records
//!
//! All are of [`VERSION`] 1. Their forms are texts, because older games read them; serde goes through the same texts.
//!
//! | Key | Record | Its form | What older forms become |
//! |---|---|---|---|
//! | `run/<source>` | [`play::Record`] | scenario, fingerprint, how many, the responses' ids | |
//! | `waiting/<source>` | [`Waiting`] | a step's title, a decision on a line of its own | a title alone: no decision is unread |
//! | `reached/<source>` | [`Reached`] | outcomes' names | |
//! | `invitation/<source>` | [`Invitation`] | the code of a run | there are none; older games carry it along as a newer one's |
//! | `reflection` | [`Reflecting`] | words | there are none; older games carry it along as a newer one's |
//! | `reflection/<source>` | [`Reflections`] | lines: a decision, the way there, a word, a line | there are none; older games carry it along as a newer one's |
//! | `journal/<moment>` | [`Entry`] | a source, a run | |
//! | `self/<moment>` | [`Answers`] | three numbers | |
//! | `commitment/<moment>` | [`Commitment`] | a source, a word, a line | there are none; older games carry it along as a newer one's |
//! | `settings` | [`Settings`] | words | a setting without its word is as by default |
//! | `last` | [`Source`] | its key | |
//! | `opening` | [`Opening`] | a source, a number | |
//! | `newer` | a number | of how many newer things the player was told | |
//! | `scenario/<id>` | [`Packed`] | a pack, with its pictures, a character for each byte | |
//! | `author/draft/<id>` | [`Draft`] | time, name, file in a line; the text | `author/text` and `author/file` become a draft ([`Drafts::first`]); a version of one is kept likewise, under `<id>~<moment>` ([`Draft::version`]) |
//! | `author/picture/<id>/<file>` | [`DraftPicture`] | a picture of a draft, a character for each byte | there are none; older games carry it along as a newer one's |
//! | `room/session/<id>`, `room/copy/<id>` | [`SessionRecord`] | lines | a head without a revision is of revision 0; of version 2 where the room left decisions to its habit |
//! | `unreadable/<key>` | what could not be read | as it was | |
//!
//! `author/open`, `author/windows`, `room/open`, `room/console` and `erased` are between windows of one device.
//!
//! # Whose it is
//!
//! What a device keeps for a host is shared by all its folders. The game in the first folder that is opened keeps under
//! [`PREFIX`], as all of them did once, and [`HOME`] says which it is; each other one keeps under [`FOLDER`] and its own path,
//! and a course under [`COURSE`] and its name. [`beside`] finds what the others keep, and a [`Plan`] takes it over.
//!
//! # What a newer game wrote
//!
//! A kind of key that is not known here, or a value that begins with `two-hats/<n> ` and a later version ([`is_newer`]), is
//! never renamed, never written over ([`may_replace`]), and erased only with everything else. It is in every saved file
//! ([`exported`], [`Unkept::beside`]) and taken from every file ([`Plan`]); the player is told once. What is later kept in
//! another form begins with that mark, and so is left alone by every game from this one on.

mod adopt;
mod answers;
mod beside;
mod commitment;
mod draft;
mod entry;
mod exported;
mod file;
mod import;
mod invitation;
mod kept;
mod key;
mod mirror;
mod opened;
mod played;
mod reflection;
mod saved;
mod sessions;
mod settings;
mod source;
mod text;
mod unkept;
mod version;

pub use adopt::adopted;
pub use answers::Answers;
pub use beside::{Beside, beside};
pub use commitment::{Commitment, Done, LONGEST as LONGEST_COMMITMENT};
pub use draft::{Draft, DraftPicture, Drafts};
pub use entry::Entry;
pub use exported::{Inventory, exported, left_behind};
pub use file::{APP, FORMAT, FileError, SavedFile, saved_text};
pub use import::Plan;
pub use invitation::Invitation;
pub use kept::{Kept, place_aside};
pub use key::{
    ANSWERS, COMMITMENT, COURSE, ERASED, FOLDER, HOME, JOURNAL, Key, KeyError, LAST, NEWER, OPENING, PREFIX, SETTINGS,
    moment_key,
};
pub use mirror::{Between, Look, Mirror};
pub use opened::{Opened, Packed, aside, opened_scenarios};
pub use played::{Fate, Played, Story};
pub use reflection::{Reflecting, Reflection, Reflections, Sureness};
pub use saved::{Opening, Reached, Saved, Waiting, run_of};
pub use sessions::SessionRecord;
pub use settings::{Mode, Settings, TextSize, Theme};
pub use source::Source;
pub use text::RecordError;
pub use unkept::{Unkept, Write};
pub use version::{MARK, VERSION, is_newer, may_replace};
