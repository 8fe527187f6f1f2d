//! The browser's effects, one a file. They know strings and bytes, never scenarios.

pub mod address;
#[cfg(feature = "workbench")]
pub mod checker;
#[cfg(feature = "workbench")]
pub mod editor;
pub mod fetch;
pub mod file;
pub mod page;
#[cfg(feature = "workbench")]
pub mod pause;
pub mod reader;
#[cfg(feature = "workbench")]
pub mod save;
pub mod storage;
