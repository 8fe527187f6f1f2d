//! Why a file is not imported.

use std::fmt;

/// Why a file is not imported: what is wrong, where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportError {
    /// The line of the file, from 1; 0 where it is the file as a whole.
    pub line: u32,
    /// What is wrong, in a plain sentence.
    pub message: String,
    /// What to do next.
    pub help: String,
    /// The names of the stories, where the file is an archive and none of them was named.
    pub stories: Vec<String>,
}

impl ImportError {
    pub(crate) fn new(line: u32, message: impl Into<String>, help: impl Into<String>) -> Self {
        ImportError { line, message: message.into(), help: help.into(), stories: Vec::new() }
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.message, self.help)
    }
}

impl std::error::Error for ImportError {}
