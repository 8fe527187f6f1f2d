//! Which way may lead where: what a link would break is told before it is made.

use crate::references::{ReferenceKind, references};
use crate::{Document, Node, Path, Segment, Target};
use scenario::{Outcome, Stance, SyntaxKind};
use std::collections::HashMap;
use std::error::Error;
use std::fmt;

/// Why a way may not lead where it was to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// There is no such step, or outcome.
    Unknown(String),
    /// The way belongs to no step that there is.
    NotAWay(Path),
    /// The steps would lead back to themselves for ever, and none of them has `visits`: their ids, in the order of the loop,
    /// from the step that the way comes from. A shortest loop.
    Loop(Vec<String>),
    /// The step could not always be left: each response of the stance that is always offered would lead to a step with
    /// `visits`, which closes. `None` is a passage's.
    NoWayOut {
        /// The step's id.
        step: String,
        /// The stance.
        stance: Option<Stance>,
    },
    /// `start` cannot be an end.
    StartAtEnd,
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LinkError::Unknown(name) => write!(f, "There is no step or outcome `{name}`. Add it first."),
            LinkError::NotAWay(path) => write!(f, "`{path}` is no way of a step. Begin at a response."),
            LinkError::Loop(steps) => match steps.as_slice() {
                [one] => write!(f, "The step `{one}` would lead to itself for ever. Give it `visits`, or lead on."),
                _ => write!(
                    f,
                    "A run could go round for ever: {} -> {}. Give one of these steps `visits`, or lead on.",
                    steps.join(" -> "),
                    steps.first().map_or("", String::as_str)
                ),
            },
            LinkError::NoWayOut { step, stance: Some(stance) } => write!(
                f,
                "Each {} response of `{step}` that is always offered would lead to a step with `visits`, which closes. Let \
                 one of them lead elsewhere at last.",
                stance.name()
            ),
            LinkError::NoWayOut { step, stance: None } => write!(
                f,
                "The passage `{step}` would lead to a step with `visits`, which closes. Let its last way lead elsewhere."
            ),
            LinkError::StartAtEnd => f.write_str("A story cannot start at an end. Choose a step."),
        }
    }
}

impl Error for LinkError {}

/// The ways between a document's steps: made once, asked for each place that a way might be dropped at.
#[derive(Clone)]
pub struct Links<'d> {
    document: &'d Document,
    /// The steps by their ids; of an id that stands twice, the first.
    numbers: HashMap<&'d str, usize>,
    ids: Vec<&'d str>,
    /// Where each leads.
    edges: Vec<Vec<usize>>,
    /// Which of them a run comes to a few times only.
    limited: Vec<bool>,
}

impl<'d> Links<'d> {
    /// The ways of a document.
    pub fn of(document: &'d Document) -> Self {
        let steps = document.node(&Path::root().key("steps"));
        let mut links = Links { document, numbers: HashMap::new(), ids: vec![], edges: vec![], limited: vec![] };
        for step in steps.into_iter().flat_map(Node::children) {
            let Some(id) = step.key().filter(|id| !links.numbers.contains_key(id)) else { continue };
            links.numbers.insert(id, links.ids.len());
            links.ids.push(id);
            links.edges.push(Vec::new());
            links.limited.push(step.get("visits").is_some());
        }
        for reference in references(document).into_iter().filter(|it| it.kind == ReferenceKind::Step) {
            let from = reference.node.step_id().and_then(|id| links.numbers.get(id)).copied();
            let to = links.numbers.get(reference.name).copied();
            if let Some((edges, to)) = from.and_then(|from| links.edges.get_mut(from)).zip(to) {
                edges.push(to);
            }
        }
        links
    }

    /// Whether a way may lead to a target. The way is a `next`, the `to` of a branch, a response (its `next`), a step (any
    /// of its responses), or `start`; it need not be written yet.
    ///
    /// # Errors
    /// [`LinkError`]: what it would break.
    pub fn check(&self, from: &Path, to: &Target) -> Result<(), LinkError> {
        let starts = *from == Path::root().key("start");
        let own = from.step_id().and_then(|id| self.numbers.get(id)).copied();
        if own.is_none() && !starts {
            return Err(LinkError::NotAWay(from.clone()));
        }
        let to = match to {
            Target::Step(id) => *self.numbers.get(id.as_str()).ok_or_else(|| LinkError::Unknown(id.clone()))?,
            Target::End | Target::Outcome(_) if starts => return Err(LinkError::StartAtEnd),
            Target::Outcome(name) if Outcome::from_name(name).is_none() => {
                return Err(LinkError::Unknown(name.clone()));
            }
            Target::End | Target::Outcome(_) => return Ok(()),
        };
        let Some(own) = own else { return Ok(()) };
        if let Some(steps) = self.loop_over(own, to) {
            return Err(LinkError::Loop(steps));
        }
        self.way_out(from, to)
    }

    fn is_limited(&self, step: usize) -> bool {
        self.limited.get(step).copied().unwrap_or_default()
    }

    /// The steps of a shortest loop that a way would close, where none of them has `visits`.
    fn loop_over(&self, from: usize, to: usize) -> Option<Vec<String>> {
        if self.is_limited(from) || self.is_limited(to) {
            return None;
        }
        let mut before: Vec<Option<usize>> = vec![None; self.ids.len()];
        let mut waiting = std::collections::VecDeque::from([to]);
        while let Some(step) = waiting.pop_front() {
            if step == from {
                let trail = std::iter::successors(Some(step), |step| if *step == to { None } else { before[*step] });
                let mut steps: Vec<String> = trail.map(|step| self.ids[step].to_owned()).collect();
                // Walked back from where the way comes from: that is first, and then where it leads.
                steps.get_mut(1..).into_iter().for_each(<[String]>::reverse);
                return Some(steps);
            }
            for next in self.edges.get(step).into_iter().flatten().copied() {
                if !self.is_limited(next) && next != to && before.get(next).is_some_and(Option::is_none) {
                    before[next] = Some(step);
                    waiting.push_back(next);
                }
            }
        }
        None
    }

    /// That the step of a way can always be left, by either hat or by its passage.
    fn way_out(&self, from: &Path, to: usize) -> Result<(), LinkError> {
        let [_, Segment::Key(step), responses, response, ..] = from.segments() else { return Ok(()) };
        let node = self.document.node(&Path::step(step)).and_then(|step| step.child(responses));
        let Some((node, changed)) = node.and_then(|node| Some((node, node.child(response)?))) else { return Ok(()) };
        if !self.is_limited(to) || !always(changed) || !is_last(changed, from) {
            return Ok(());
        }
        let stance = changed.get("stance").and_then(Node::text);
        let beside = |it: &Node<'_>| *it != changed && always(*it) && it.get("stance").and_then(Node::text) == stance;
        let closes =
            |it: Node<'_>| last_way(it).and_then(|id| self.numbers.get(id)).is_some_and(|to| self.is_limited(*to));
        if node.children().filter(beside).all(closes) {
            let stance = stance.and_then(|stance| Stance::ALL.into_iter().find(|it| it.name() == stance));
            return Err(LinkError::NoWayOut { step: step.clone(), stance });
        }
        Ok(())
    }
}

/// Whether a response is always offered.
fn always(response: Node<'_>) -> bool {
    response.get("when").is_none()
}

/// Whether a way is the last of its response: the one that is taken where no other is.
fn is_last(response: Node<'_>, way: &Path) -> bool {
    match way.segments().get(5) {
        Some(Segment::At(at)) => response.get("next").is_none_or(|next| at + 1 >= next.len()),
        _ => true,
    }
}

/// Where a response leads at last.
fn last_way(response: Node<'_>) -> Option<&str> {
    let next = response.get("next")?;
    match next.kind() {
        SyntaxKind::List => next.children().next_back()?.get("to")?.text(),
        _ => next.text(),
    }
}
