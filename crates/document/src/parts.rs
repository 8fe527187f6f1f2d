//! The parts of a scenario that forms write as one: conditions, lines, ways on.

use crate::field::FromNode;
use crate::{Node, Value};
use scenario::{Outcome, SyntaxKind};
use serde::{Deserialize, Serialize};
use std::fmt;

/// What a number must be, both ends included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bounds {
    /// The lowest that it may be.
    pub at_least: Option<i32>,
    /// The highest that it may be.
    pub at_most: Option<i32>,
}

/// A condition: a `when`. It holds when every part of it does.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// The ids of flags that must all be set.
    pub has: Vec<String>,
    /// The ids of flags of which none may be set.
    pub lacks: Vec<String>,
    /// What leadership must be.
    pub leadership: Bounds,
    /// What management must be.
    pub management: Bounds,
    /// Which entry of its step this is, from 1; in steps with `visits` only.
    pub visit: Bounds,
    /// Whether the run broke; in outcomes only.
    pub broke: Option<bool>,
}

/// A line of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// When it is told; `None` where it always is.
    pub when: Option<Condition>,
    /// Who says it, by their id; `None` is narration.
    pub who: Option<String>,
    /// How they look, by the name of a mood.
    pub mood: Option<String>,
    /// What is said or told.
    pub text: String,
}

/// Where a way leads.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Target {
    /// To a step, by its id, which need not exist yet.
    Step(String),
    /// To the end, where the meters are judged.
    End,
    /// To an end with the outcome of a name, whatever the meters say. The name need not be one.
    Outcome(String),
}

/// One of several ways on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Way {
    /// When it is taken, if none before it was; `None` where it always is.
    pub when: Option<Condition>,
    /// Where it leads; `None` where that is not written yet.
    pub to: Option<Target>,
}

/// Where a response leads: its `next`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Next {
    /// One way.
    Plain(Target),
    /// The first of a list that holds.
    Branches(Vec<Way>),
}

impl Condition {
    /// Whether it asks for nothing.
    pub fn is_always(&self) -> bool {
        *self == Condition::default()
    }
}

impl Target {
    /// The target that a text of a file names.
    pub fn of(text: &str) -> Self {
        match text.strip_prefix("end:") {
            Some(outcome) => Target::Outcome(outcome.into()),
            None if text == "end" => Target::End,
            None => Target::Step(text.into()),
        }
    }

    /// To an end with an outcome.
    pub fn outcome(outcome: Outcome) -> Self {
        Target::Outcome(outcome.name().into())
    }
}

/// The text that names it in a file.
impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Target::Step(id) => f.write_str(id),
            Target::End => f.write_str("end"),
            Target::Outcome(outcome) => write!(f, "end:{outcome}"),
        }
    }
}

impl From<&Target> for Value {
    fn from(target: &Target) -> Self {
        Value::Text(target.to_string())
    }
}

/// The members that there are.
fn object(members: impl IntoIterator<Item = (&'static str, Option<Value>)>) -> Value {
    Value::object(members.into_iter().filter_map(|(key, value)| Some((key, value?))))
}

impl From<&Bounds> for Value {
    fn from(bounds: &Bounds) -> Self {
        let Bounds { at_least, at_most } = *bounds;
        object([("at_least", at_least.map(Value::from)), ("at_most", at_most.map(Value::from))])
    }
}

impl From<&Condition> for Value {
    fn from(condition: &Condition) -> Self {
        let Condition { has, lacks, leadership, management, visit, broke } = condition;
        let flags = |flags: &[String]| (!flags.is_empty()).then(|| Value::list(flags.iter().map(String::as_str)));
        let bounds = |bounds: &Bounds| (*bounds != Bounds::default()).then(|| Value::from(bounds));
        object([
            ("has", flags(has)),
            ("lacks", flags(lacks)),
            ("leadership", bounds(leadership)),
            ("management", bounds(management)),
            ("visit", bounds(visit)),
            ("broke", broke.map(Value::from)),
        ])
    }
}

impl From<&Line> for Value {
    fn from(line: &Line) -> Self {
        let Line { when, who, mood, text } = line;
        let when = when.as_ref().map(Value::from);
        let text = Value::text(text);
        match who {
            Some(who) => object([
                ("when", when),
                ("who", Some(Value::text(who))),
                ("says", Some(text)),
                ("mood", mood.as_deref().map(Value::from)),
            ]),
            None if when.is_some() => object([("when", when), ("text", Some(text))]),
            None => text,
        }
    }
}

impl From<&Next> for Value {
    fn from(next: &Next) -> Self {
        match next {
            Next::Plain(target) => target.into(),
            Next::Branches(ways) => Value::list(ways.iter().map(|Way { when, to }| {
                object([("when", when.as_ref().map(Value::from)), ("to", to.as_ref().map(Value::from))])
            })),
        }
    }
}

/// What a member of an object is, where there is one and it is read so.
fn member<'d, T: FromNode<'d>>(node: Node<'d>, key: &str) -> Option<T> {
    node.get(key).and_then(T::from_node)
}

/// A node that is an object.
fn an_object(node: Node<'_>) -> Option<Node<'_>> {
    (node.kind() == SyntaxKind::Object).then_some(node)
}

impl FromNode<'_> for Bounds {
    fn from_node(node: Node<'_>) -> Option<Self> {
        let node = an_object(node)?;
        Some(Bounds { at_least: member(node, "at_least"), at_most: member(node, "at_most") })
    }
}

impl FromNode<'_> for Condition {
    fn from_node(node: Node<'_>) -> Option<Self> {
        let node = an_object(node)?;
        Some(Condition {
            has: member(node, "has").unwrap_or_default(),
            lacks: member(node, "lacks").unwrap_or_default(),
            leadership: member(node, "leadership").unwrap_or_default(),
            management: member(node, "management").unwrap_or_default(),
            visit: member(node, "visit").unwrap_or_default(),
            broke: member(node, "broke"),
        })
    }
}

impl FromNode<'_> for Line {
    fn from_node(node: Node<'_>) -> Option<Self> {
        if let Some(text) = node.text() {
            return Some(Line { text: text.into(), ..Line::default() });
        }
        let node = an_object(node)?;
        let says: Option<String> = member(node, "says");
        Some(Line {
            when: member(node, "when"),
            who: member(node, "who"),
            mood: member(node, "mood"),
            text: says.or_else(|| member(node, "text")).unwrap_or_default(),
        })
    }
}

impl FromNode<'_> for Target {
    fn from_node(node: Node<'_>) -> Option<Self> {
        node.text().map(Target::of)
    }
}

impl FromNode<'_> for Way {
    fn from_node(node: Node<'_>) -> Option<Self> {
        let node = an_object(node)?;
        Some(Way { when: member(node, "when"), to: member(node, "to") })
    }
}

impl FromNode<'_> for Next {
    fn from_node(node: Node<'_>) -> Option<Self> {
        Target::from_node(node).map(Next::Plain).or_else(|| Vec::from_node(node).map(Next::Branches))
    }
}
