//! The studio: a story on a map and in forms. Every form writes its own place of the file's text and leaves the rest as it is;
//! every change can be undone, whichever view it was made in.

mod aids;
mod begin;
mod change;
mod event;
mod facts;
mod lines;
mod map;
mod people;
mod sentence;
mod typing;
mod update;
mod versions;
mod walk;
mod words;

pub use aids::{Aid, CallBack, Measure, callbacks, reading_minutes, spoken_without_marks, words_in};
pub use begin::slug;
pub use event::{Move, Studio};
pub use facts::{Facts, Habit, Known};
pub use lines::{is_to_write, shown};
pub use map::{Drop, Map, Place, Spot as MapSpot, Way as MapWay};
pub use people::{Person, people};
pub use sentence::{Clause, Part, clauses, with_clauses};
pub use update::{Editing, Pick, Refusal, View};
pub(super) use versions::is_version;
pub use versions::{Became, MOST_VERSIONS, Versions, compared};
pub use walk::leading_to;
pub use words::{ENGLISH as STUDIO, Words as StudioWords};
