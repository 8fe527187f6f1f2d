//! What reaches the studio.

use super::{Pick, View};
use document::{Condition, Name, Path, Value};
use scenario::Stance;

/// Something that happened in the studio.
#[derive(Clone, Debug, PartialEq)]
pub enum Studio {
    /// Another view is shown.
    View(View),
    /// The text stands beside the map, or no longer does.
    Beside,
    /// The last change is taken back.
    Undo,
    /// What was taken back is done again.
    Redo,
    /// A step or an ending is opened; `None` closes it.
    Pick(Option<Pick>),
    /// A text was typed; it goes on as one change until its field is left.
    Type(Path, String),
    /// A field was left.
    Left,
    /// A number was typed; an empty one is none.
    Number(Path, String),
    /// A number is one more, or less.
    Nudge(Path, i32),
    /// One of a few was chosen; an empty one takes the field away.
    Choose(Path, String),
    /// A line has another speaker; an empty one makes it narration.
    Speaker(Path, String),
    /// A name goes into a list of names, or out of it.
    Toggle(Path, String),
    /// A condition is another; one that asks for nothing is taken away.
    When(Path, Condition),
    /// A way leads elsewhere: to a step, an end, or, where the text is empty, a new step.
    Lead(Path, String),
    /// A response that leads one way leads one of two, by a condition.
    Branch(Path),
    /// A value goes to the end of a list, which is made where there is none.
    Push(Path, Value),
    /// A value is taken out, and its list where nothing else is in it.
    Remove(Path),
    /// A value stands at another place of its list.
    Move(Path, Move),
    /// A response sets a flag that is made of this text.
    Remember(Path, String),
    /// A step that nothing leads to yet.
    NewStep,
    /// A step on a way.
    Insert(Path),
    /// A step is taken out; what led to it leads where it led first.
    RemoveStep(String),
    /// An answer of a hat, in a step.
    NewResponse(String, Stance),
    /// An ending is told in another way on a condition.
    Tell(Path),
    /// Something has another id.
    Rename(Name, String),
    /// Somebody joins the cast, by their name.
    NewPerson(String),
    /// A flag, by what it says to the player.
    NewFlag(String),
    /// The text is kept as a version under a name.
    KeepVersion(String),
    /// A version is compared with the text, or no longer, by its id.
    Compare(String),
    /// A version takes the text's place, by its id.
    BringBack(String),
    /// What is looked for on the map.
    Find(String),
    /// The way of a player of habit is shown on the map, by its place; or none any more.
    Follow(Option<usize>),
    /// The next step that is found is opened.
    FindNext,
    /// An arrow key on the map: along a way, back, or to what stands beside.
    Walk(Move),
    /// A response's knob is dragged: its way.
    Grab(Path),
    /// What is dragged is over a step, an end, or, where the text is empty, the paper.
    Over(String),
    /// It is let go there; on nothing that it could lead to, it stays as it was.
    LetGo,
    /// The drag is given up.
    GiveUp,
}

/// A direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// Towards the start.
    Up,
    /// Towards the end.
    Down,
    /// To the one before, side by side.
    Before,
    /// To the one behind, side by side.
    Behind,
}
