//! How scenarios are handed on: the [`Catalogue`] that lies beside them, which the app's first page reads, and the whole
//! game with them in one file, which the authors' tool and the release fill.
//!
//! ```
//! use delivery::{Catalogue, Entry};
//! use scenario::{Limits, read};
//!
//! let file = std::fs::read("../../scenarios/crisis.json")?;
//! let crisis = read(&file, &Limits::default()).expect("a valid scenario");
//! let catalogue = Catalogue { entries: vec![Entry::of(&crisis)], ..Catalogue::default() };
//! let read_back = Catalogue::unpack(&catalogue.pack());
//! assert_eq!(read_back, Some(catalogue));
//! # Ok::<(), std::io::Error>(())
//! ```

mod album;
mod catalogue;
#[cfg(feature = "course")]
pub mod course;
mod objectives;
mod weightiest;

pub use album::{album_line, escape, practised};
pub use catalogue::{Catalogue, Entry, picture_address};
pub use objectives::{objectives, objectives_line, objectives_of};
pub use weightiest::{weightiest, weightiest_line, weightiest_of};
