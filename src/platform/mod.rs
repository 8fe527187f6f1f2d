//! The browser's effects, one a file. They know strings and bytes, never scenarios.

pub mod address;
pub mod background;
#[cfg(not(feature = "one-file"))]
pub mod channel;
pub mod chunk;
pub mod copy;
pub mod editor;
pub mod exported;
pub mod fetch;
pub mod file;
pub mod keys;
#[cfg(feature = "one-file")]
pub mod one_file;
pub mod page;
pub mod pause;
pub mod picture;
pub mod png;
pub mod reader;
pub mod save;
pub mod socket;
pub mod storage;
pub mod time;
pub mod worker;

#[cfg(feature = "one-file")]
pub use one_file::channel;
