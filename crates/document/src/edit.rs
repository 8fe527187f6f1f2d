//! Edits: what can be done to a document.

use crate::{Condition, Next, Patch, PatchError, Path, Target, Value};
use scenario::Number;
use serde::{Deserialize, Serialize};
use std::error::Error;
use std::fmt;

/// A change of a document. Making one gives the [`Patch`] that it was, whose inverse takes it back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Edit {
    /// Puts a value at a path. What is there is replaced: of a list or an object only what is another than before. What is
    /// not there is added, with the objects around it that are missing.
    Set {
        /// Where.
        path: Path,
        /// What.
        value: Value,
    },
    /// Puts an item into a list, or a member into an object.
    Add {
        /// The list or object.
        to: Path,
        /// The key of a member; `None` for an item.
        key: Option<String>,
        /// The place, from 0; `None` for where it belongs: a field in the documented order, anything else at the end.
        at: Option<usize>,
        /// What.
        value: Value,
    },
    /// Takes a value out, with its key. What is empty then stays.
    Remove {
        /// Which.
        path: Path,
    },
    /// Takes a value out where there is one, and the optional objects around it that would be empty then: of an effect that
    /// is 0 nothing stays.
    Unset {
        /// Which.
        path: Path,
    },
    /// Puts an item or a member at another place of what it stands in.
    Move {
        /// Which.
        path: Path,
        /// The place that it has then, from 0; past the last it is the last.
        to: usize,
    },
    /// Gives something another id, wherever it is referred to.
    Rename {
        /// What.
        name: Name,
        /// The new id.
        to: String,
    },
    /// Puts a new step on a way: the way leads to it, and it on to where the way led.
    InsertStep {
        /// The way: a `next` that is no list, the `to` of a branch, or `start`.
        on: Path,
        /// The new step's id.
        id: String,
        /// The new step. Each of its responses without a `next` leads on; without any response it becomes a passage.
        step: Value,
    },
    /// Takes a step out. What led to it leads elsewhere, or nowhere.
    RemoveStep {
        /// Its id.
        id: String,
        /// Where what led to it leads then. With `None` it still names the step, and has a diagnostic that says so.
        ways: Option<Target>,
    },
    /// Several edits one after the other, all of them or none.
    All(Vec<Edit>),
    /// Bytes, as an inverse has them, or a text editor.
    Patch(Patch),
}

/// What can be given another id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Name {
    /// A step of an id.
    Step(String),
    /// A flag of an id.
    Flag(String),
    /// A member of the cast.
    Cast(String),
    /// An outcome: in `outcomes`, `expect`, and ways to an end of it. For names that the format does not have.
    Outcome(String),
    /// A response of a step, by both ids. Nothing in the file refers to it; kept runs name it.
    Response(String, String),
}

impl Edit {
    /// Sets a text, a number, a truth value, or the name of one of a few.
    pub fn set(path: Path, value: impl Into<Value>) -> Self {
        Edit::Set { path, value: value.into() }
    }

    /// Sets a condition. One that asks for nothing is taken out.
    pub fn condition(path: Path, condition: &Condition) -> Self {
        match condition.is_always() {
            true => Edit::Unset { path },
            false => Edit::Set { path, value: condition.into() },
        }
    }

    /// Sets numbers as one change, as a proposal of the balance helper has them. Those that the file leaves out are added.
    pub fn numbers(changes: &[(Number, i32)]) -> Self {
        let set = |(number, value): &(Number, i32)| Edit::set(Path::from(number.path().as_slice()), *value);
        Edit::All(changes.iter().map(set).collect())
    }

    /// Sets where a way leads: a `next`, the `to` of a branch, or `start`.
    pub fn link(path: Path, to: &Target) -> Self {
        Edit::Set { path, value: to.into() }
    }

    /// Sets all ways of a response: its `next`.
    pub fn next(path: Path, next: &Next) -> Self {
        Edit::Set { path, value: next.into() }
    }

    /// Puts an item at the end of a list.
    pub fn push(to: Path, value: impl Into<Value>) -> Self {
        Edit::Add { to, key: None, at: None, value: value.into() }
    }

    /// Puts a member into an object, where it belongs.
    pub fn add(to: Path, key: &str, value: impl Into<Value>) -> Self {
        Edit::Add { to, key: Some(key.into()), at: None, value: value.into() }
    }
}

/// Why an edit does not fit a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditError {
    /// Nothing is there.
    Missing(Path),
    /// It is no list or object that this could be put into, or taken out of.
    NotAContainer {
        /// What should be one.
        path: Path,
        /// What it is, in words.
        called: &'static str,
    },
    /// A slip of syntax leaves it unclear where the value, or what it stands in, ends: it is mended in the text.
    Unreadable(Path),
    /// An item has no key, and a member needs one.
    Key(Path),
    /// The place is past the last.
    Place {
        /// The list or object.
        path: Path,
        /// How many it has.
        len: usize,
    },
    /// Something has this key or id already.
    Taken(Path),
    /// It is no id.
    InvalidId(String),
    /// Nothing has this id, and nothing refers to it.
    Unknown(String),
    /// It is no way: no `next` with one target, no `to` of a branch, no `start`.
    NotAWay(Path),
    /// `start` cannot be an end.
    StartAtEnd,
    /// The patch is of another text.
    Patch(PatchError),
}

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            EditError::Missing(path) => write!(f, "there is nothing at `{path}`; add it first"),
            EditError::NotAContainer { path, called } => {
                write!(f, "`{path}` is {called}, and this needs a list or an object there; replace it first")
            }
            EditError::Unreadable(path) => {
                write!(f, "around `{path}` a slip of syntax hides where things end; mend it in the text first")
            }
            EditError::Key(path) => {
                write!(f, "an item of a list has no key, and a member of an object needs one: `{path}`")
            }
            EditError::Place { path, len } => write!(f, "`{path}` has {len} places; choose one from 0 to {len}"),
            EditError::Taken(path) => write!(f, "`{path}` is there already; choose another name"),
            EditError::InvalidId(id) => write!(
                f,
                "`{id}` is no id here; write small letters and digits in words joined by `-` or `_`, at most 64, and not \
                 `end`"
            ),
            EditError::Unknown(id) => write!(f, "nothing is called `{id}`; choose one of the names that there are"),
            EditError::NotAWay(path) => {
                write!(f, "`{path}` is no way to one place; choose a `next`, the `to` of a branch, or `start`")
            }
            EditError::StartAtEnd => f.write_str("a story cannot start at an end; choose a step for `start`"),
            EditError::Patch(error) => error.fmt(f),
        }
    }
}

impl Error for EditError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            EditError::Patch(error) => Some(error),
            _ => None,
        }
    }
}

impl From<PatchError> for EditError {
    fn from(error: PatchError) -> Self {
        EditError::Patch(error)
    }
}
