//! Where a scenario comes from.

use crate::key::{REACHED, RUN, WAITING, joined};
use crate::text::{RecordError, text_record};
use scenario::Id;
use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// Where a scenario comes from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Source {
    /// It came with the game.
    Shipped(Id),
    /// The player opened a file; it is kept in the browser.
    Own(Id),
}

impl Source {
    /// The scenario's id.
    pub fn id(&self) -> &Id {
        match self {
            Source::Shipped(id) | Source::Own(id) => id,
        }
    }

    /// The name under which its run is kept: `crisis`, or `own/crisis` for an opened file.
    pub fn key(&self) -> String {
        match self {
            Source::Shipped(id) => id.to_string(),
            Source::Own(id) => joined("own", id.as_str()),
        }
    }

    /// The source of a [`Source::key`].
    pub fn from_key(key: &str) -> Option<Self> {
        match key.strip_prefix("own/") {
            Some(id) => Id::new(id).map(Source::Own),
            None => Id::new(key).map(Source::Shipped),
        }
    }

    /// The key of its run.
    pub fn run_key(&self) -> String {
        joined(RUN, &self.key())
    }

    /// The key of the step that waits in its run.
    pub fn waiting_key(&self) -> String {
        joined(WAITING, &self.key())
    }

    /// The key of the outcomes that were reached in it.
    pub fn reached_key(&self) -> String {
        joined(REACHED, &self.key())
    }

    fn to_text(&self) -> String {
        self.key()
    }
}

impl FromStr for Source {
    type Err = RecordError;

    fn from_str(key: &str) -> Result<Self, RecordError> {
        Source::from_key(key).ok_or(RecordError)
    }
}

text_record!(Source);
