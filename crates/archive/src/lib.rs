//! A scenario and its pictures in one `.zip`: what an author hands on, and every door opens as it opens the scenario's file.
//!
//! [`Archive::open`] is strict and total. Strict: a name that leads out of the archive, the same name twice, two scenarios, a
//! password or anything cut short is an error. Total: whatever the bytes are, it returns. Nothing is made larger before it is
//! asked for, and nothing beyond the limits of scenarios and pictures.
//!
//! ```
//! use archive::{Archive, File, is_zip, zip};
//! use scenario::{Beside, Limits};
//!
//! let crisis = std::fs::read("../../scenarios/crisis.json")?;
//! let files = [("crisis.json", &*crisis), ("sea.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>")];
//! let bytes = zip(&files.map(|(name, bytes)| File { name: name.into(), bytes: bytes.into() })).expect("it is small");
//! assert!(is_zip(&bytes));
//!
//! let archive = Archive::open(&bytes, &Limits::default()).expect("a whole archive");
//! assert_eq!(archive.name(), "crisis.json");
//! assert_eq!(archive.scenario().expect("the file"), crisis);
//! assert!(matches!(archive.beside("sea.svg"), Beside::File(_)));
//! assert_eq!(archive.beside("rope.png"), Beside::Missing(None));
//! # Ok::<(), std::io::Error>(())
//! ```

mod directory;
mod error;
mod inflate;
mod open;
mod zip;

pub use error::ArchiveError;
pub use inflate::inflate;
pub use open::{Archive, is_zip};
pub use zip::{File, checksum, zip};
