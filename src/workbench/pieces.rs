//! The scenario as a picture, in the pieces that the page draws.

use analysis::Analysis;
use author::graph::{self, Layout};
use scenario::pack::{Packer, Unpacker};
use scenario::{Outcome, Scenario, Stance};

/// What a node stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A step, by its place in the file.
    Step(u32),
    /// An outcome.
    Outcome(Outcome),
    /// The end, where the meters are judged.
    End,
}

/// A box with words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// What it stands for.
    pub target: Target,
    /// Its left edge.
    pub x: i32,
    /// Its upper edge.
    pub y: i32,
    /// How wide it is.
    pub wide: i32,
    /// How high it is.
    pub high: i32,
    /// The words in it, a line each.
    pub lines: Vec<String>,
    /// A quieter line below them; may be empty.
    pub note: String,
    /// Whether any run comes to it.
    pub reached: bool,
}

/// A way from one node to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The hat of the response that takes it; none from the end to an outcome.
    pub stance: Option<Stance>,
    /// Its line, as the data of an SVG path.
    pub line: String,
    /// How many tenths of a pixel it is wide.
    pub tenths: u32,
}

/// A scenario as a picture.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Picture {
    /// How wide it is.
    pub wide: i32,
    /// How high it is.
    pub high: i32,
    /// The ways, which lie under the boxes.
    pub edges: Vec<Edge>,
    /// The boxes.
    pub nodes: Vec<Node>,
}

impl Picture {
    /// The picture of a scenario, with the shares where they are proved.
    pub(super) fn of(scenario: &Scenario, analysis: Option<&Analysis>) -> Self {
        let layout = Layout::new(scenario, analysis);
        Picture {
            wide: layout.width.ceil() as i32,
            high: layout.height.ceil() as i32,
            edges: layout.edges.iter().map(edge).collect(),
            nodes: layout.nodes.into_iter().map(node).collect(),
        }
    }

    pub(super) fn pack(&self, to: &mut Packer) {
        to.signed(self.wide);
        to.signed(self.high);
        to.each(&self.edges, |to, edge| {
            to.number(edge.stance.map_or(0, |stance| stance as u32 + 1));
            to.text(&edge.line);
            to.number(edge.tenths);
        });
        to.each(&self.nodes, |to, node| {
            to.number(match node.target {
                Target::Outcome(outcome) => outcome as u32,
                Target::End => END,
                Target::Step(step) => step + END + 1,
            });
            [node.x, node.y, node.wide, node.high].into_iter().for_each(|number| to.signed(number));
            to.each(&node.lines, |to, line| to.text(line));
            to.text(&node.note);
            to.number(u32::from(node.reached));
        });
    }

    pub(super) fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        Some(Picture {
            wide: from.signed(),
            high: from.signed(),
            edges: from.each(|from| {
                let place = (from.number() as usize).checked_sub(1);
                let stance = place.and_then(|place| Stance::ALL.get(place).copied());
                Some(Edge { stance, line: from.text().into(), tenths: from.number() })
            })?,
            nodes: from.each(|from| {
                Some(Node {
                    target: target(from.number()),
                    x: from.signed(),
                    y: from.signed(),
                    wide: from.signed(),
                    high: from.signed(),
                    lines: from.each(|from| Some(from.text().into()))?,
                    note: from.text().into(),
                    reached: from.number() == 1,
                })
            })?,
        })
    }
}

/// The number of the end: the outcomes come first, then it, then the steps.
const END: u32 = Outcome::ALL.len() as u32;

fn target(number: u32) -> Target {
    match Outcome::ALL.get(number as usize) {
        Some(outcome) => Target::Outcome(*outcome),
        None => number.checked_sub(END + 1).map_or(Target::End, Target::Step),
    }
}

fn node(node: graph::Node) -> Node {
    let target = match node.spot {
        graph::Spot::Step(step) => Target::Step(step as u32),
        graph::Spot::End => Target::End,
        graph::Spot::Outcome(outcome) => Target::Outcome(outcome),
    };
    let [x, y, wide, high] = [node.x, node.y, node.w, node.h].map(|length| length.round() as i32);
    Node { target, x, y, wide, high, lines: node.title, note: node.note, reached: node.reached }
}

fn edge(edge: &graph::Edge) -> Edge {
    let tenths = (12.0 + 48.0 * edge.share.unwrap_or(0.2).clamp(0.0, 1.0).sqrt()).round() as u32;
    Edge { stance: edge.stance, line: curve(&edge.points), tenths }
}

/// A line through points that leaves and meets each of them straight from above.
pub(super) fn curve(points: &[(f64, f64)]) -> String {
    let mut path = String::new();
    let mut before: Option<(i32, i32)> = None;
    for (x, y) in points {
        let (x, y) = (x.round() as i32, y.round() as i32);
        path += &match before {
            None => format!("M{x} {y}"),
            Some((from, _)) if from == x => format!("V{y}"),
            Some((from, top)) => format!("C{from} {half} {x} {half} {x} {y}", half = (top + y) / 2),
        };
        before = Some((x, y));
    }
    path
}
