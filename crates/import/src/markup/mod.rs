//! A passage's source as [`Event`]s: words, links, what is set, each with when it is told.

mod chapbook;
mod harlowe;
mod html;
mod link;
mod reader;
mod reasons;
mod sugarcube;

use crate::conditions::{Conditions, When};
use crate::expression::Assignment;
use crate::rows::{Place, Rows};
use crate::source::Story;
use reader::Reader;

/// Which story format a story's markup is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    SugarCube,
    Harlowe,
    Chapbook,
    /// Any other: links alone are known.
    Plain,
}

/// One piece of a passage.
#[derive(Clone, Debug)]
pub(crate) struct Event {
    /// The line of the source.
    pub line: u32,
    /// When it is told.
    pub when: When,
    pub what: What,
}

#[derive(Clone, Debug)]
pub(crate) enum What {
    /// Words, without line breaks.
    Words(String),
    /// The words of a link, which stand in the text.
    Label(String),
    /// The end of a line.
    Newline,
    Link(Link),
    /// What is set when a run comes here.
    Set(Set),
}

/// Something that is set.
#[derive(Clone, Debug)]
pub(crate) struct Set {
    pub assignment: Assignment,
    /// As it stands there.
    pub source: String,
}

/// A way on.
#[derive(Clone, Debug, Default)]
pub(crate) struct Link {
    /// The words of it; none where it is taken by itself.
    pub label: String,
    /// Where it leads, the first that holds.
    pub ways: Vec<(When, Target)>,
    /// What is set when it is taken.
    pub sets: Vec<(u32, When, Set)>,
    /// What is told when it is taken.
    pub told: Vec<Event>,
    /// As it stands there.
    pub source: String,
    /// Whether it is taken by itself, as soon as a run comes to it.
    pub is_automatic: bool,
}

/// Where a way leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// To a passage, by its name.
    Passage(String),
    /// Where the run came from.
    Back,
}

impl Dialect {
    /// The story format of a story, by its name, or else by what its passages look like.
    pub fn of(story: &Story) -> Dialect {
        let name = story.format.to_ascii_lowercase();
        let named = [("sugarcube", Dialect::SugarCube), ("harlowe", Dialect::Harlowe), ("chapbook", Dialect::Chapbook)];
        if let Some((_, dialect)) = named.iter().find(|(known, _)| name.contains(known)) {
            return *dialect;
        }
        if !name.trim().is_empty() {
            return Dialect::Plain;
        }
        let mut votes = [0_usize; 3];
        for text in story.passages.iter().map(|passage| &passage.text) {
            let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
            votes[0] += usize::from(has(&["<<", "]["]));
            votes[1] += usize::from(has(&["(set:", "(if:", "(link", "(put:", "(go-to:", "(goto:", "(print:"]));
            votes[2] += usize::from(has(&["\n--\n", "[if ", "[continue]", "{reveal link", "{embed", "{back link"]));
        }
        let most = votes.iter().copied().max().unwrap_or_default();
        match votes.iter().position(|count| *count == most && most > 0) {
            Some(0) => Dialect::SugarCube,
            Some(1) => Dialect::Harlowe,
            Some(_) => Dialect::Chapbook,
            None => Dialect::Plain,
        }
    }

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Dialect::SugarCube => "SugarCube",
            Dialect::Harlowe => "Harlowe",
            Dialect::Chapbook => "Chapbook",
            Dialect::Plain => "links alone",
        }
    }
}

/// The pieces of a passage's source, in their order; what has no place in a scenario gets its row.
pub(crate) fn events(
    dialect: Dialect,
    (passage, text): (usize, &str),
    conditions: &mut Conditions,
    rows: &mut Rows,
) -> Vec<Event> {
    let mut reader = Reader::new(text, Place { passage, line: 1 }, conditions, rows);
    match dialect {
        Dialect::SugarCube => sugarcube::read(&mut reader),
        Dialect::Harlowe => harlowe::read(&mut reader),
        Dialect::Chapbook => chapbook::read(&mut reader),
        Dialect::Plain => reader.read("<[", &mut |reader, sign| match sign {
            '<' => reader.code_block() || reader.tag(),
            _ => reader.link(false),
        }),
    }
    reader.finish()
}
