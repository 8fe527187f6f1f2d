//! A scenario's file as a document with edits: what a visual editor stands on, without any browser.
//!
//! The file's text is the truth. A [`Document`] holds it to the byte, with the places of all values in it; whatever is wrong
//! with it, it can be read as forms need it ([`Field`]) and edited. An [`Edit`] changes its own place in the text and leaves
//! order, layout and everything else as it is; what is new is laid out as `two-hats fmt` would in what is around it. Each
//! edit made is a [`Patch`], whose inverse takes it back, and a [`History`] undoes and redoes without a limit. [`Links`] say
//! before a way is drawn whether it may be, and [`Diagnostics`] what is wrong where.
//!
//! ```
//! use document::{Document, Edit, Field, History, Links, Name, Path, Target};
//!
//! let mut document = Document::new(std::fs::read_to_string("../../tests/fixtures/small.json")?);
//! let first = document.text().to_owned();
//! let mut history = History::default();
//!
//! // A form reads a field and sets another.
//! let response: Path = "steps.oven.responses.ask".parse()?;
//! assert!(matches!(document.read::<&str>(&response.clone().key("stance")), Field::Value("leader")));
//! history.apply(&mut document, &Edit::set(response.clone().key("effect").key("management"), -2), "Effect")?;
//!
//! // A rename is mended wherever the step is named.
//! history.apply(&mut document, &Edit::Rename { name: Name::Step("oven".into()), to: "gap".into() }, "Rename")?;
//! assert_eq!(document.read::<String>(&"start".parse()?).value().as_deref(), Some("gap"));
//!
//! // A way that would go round for ever is told before it is drawn.
//! let way: Path = "steps.gap.responses.ask.next".parse()?;
//! assert!(Links::of(&document).check(&way, &Target::Step("gap".into())).is_err());
//!
//! while history.undo(&mut document)?.is_some() {}
//! assert_eq!(document.text(), first);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod diagnostics;
mod document;
mod edit;
mod field;
mod history;
mod links;
mod node;
mod parts;
mod patch;
mod path;
mod references;
mod value;
mod write;

pub use diagnostics::{Diagnostics, Placed};
pub use document::Document;
pub use edit::{Edit, EditError, Name};
pub use field::{Field, FromNode};
pub use history::{Change, History};
pub use links::{LinkError, Links};
pub use node::Node;
pub use parts::{Bounds, Condition, Line, Next, Target, Way};
pub use patch::{Patch, PatchError, Splice};
pub use path::{Path, PathError, Segment};
pub use references::{Reference, ReferenceKind, references};
pub use value::Value;

/// A piece of a document's text, in bytes.
pub type Range = std::ops::Range<usize>;
