//! The browser's effects, one a file. They know strings and bytes, never scenarios.

pub mod address;
pub mod fetch;
pub mod file;
pub mod page;
pub mod reader;
pub mod storage;
