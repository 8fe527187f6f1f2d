//! The browser's effects, one a file. They know strings and bytes, never scenarios.

pub mod address;
#[cfg(feature = "room")]
pub mod channel;
#[cfg(feature = "workbench")]
pub mod checker;
#[cfg(feature = "workbench")]
pub mod editor;
pub mod fetch;
pub mod file;
pub mod keys;
pub mod page;
#[cfg(feature = "workbench")]
pub mod pause;
pub mod reader;
pub mod save;
pub mod storage;
#[cfg(any(feature = "workbench", feature = "room"))]
pub mod time;
