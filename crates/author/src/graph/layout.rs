//! A picture laid out: where each spot is and which way each line takes.

use super::layered::{Layered, layered};
use super::picture::{Picture, Spot, words};
use super::places::{Wish, settle};
use super::wrap::{shortened, wrap};
use analysis::Analysis;
use scenario::sorted::sort_by;
use scenario::{Scenario, Stance};

const WIDE: f64 = 168.0;
const LINE: f64 = 17.0;
const PAD: f64 = 10.0;
/// Between two spots side by side, and around the whole.
const GAP: f64 = 26.0;
/// Between two layers: enough for the lines to part and meet.
const DROP: f64 = 64.0;
/// The room that a line takes where it passes a layer.
const LANE: f64 = 18.0;
/// Characters on a line of a spot.
const LETTERS: usize = 21;
/// How often the layers are moved towards what they are joined to.
const SWEEPS: usize = 10;

/// A scenario laid out; lengths are in CSS pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// The width of the whole.
    pub width: f64,
    /// The height of the whole.
    pub height: f64,
    /// The spots.
    pub nodes: Vec<Node>,
    /// The ways between them.
    pub edges: Vec<Edge>,
}

/// What is said of a spot.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Named {
    /// Its title.
    pub title: String,
    /// A quieter line below the title; may be empty.
    pub note: String,
    /// Whether any run comes to it; true where that is not known.
    pub reached: bool,
}

/// A spot at its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// What it is.
    pub spot: Spot,
    /// Its left edge.
    pub x: f64,
    /// Its upper edge.
    pub y: f64,
    /// Its width.
    pub w: f64,
    /// Its height.
    pub h: f64,
    /// Its title, on as many lines as it takes.
    pub title: Vec<String>,
    /// A quieter line below the title.
    pub note: String,
    /// Whether any run comes to it; true where that is not known.
    pub reached: bool,
}

/// A way at its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    /// The place in [`Layout::nodes`] where it begins.
    pub from: usize,
    /// The place in [`Layout::nodes`] where it ends.
    pub to: usize,
    /// Where it begins, passes and ends; always at least two points, each below the one before.
    pub points: Vec<(f64, f64)>,
    /// The hat of the response that takes it; `None` from the end to an outcome.
    pub stance: Option<Stance>,
    /// The response, by its place in the step's list.
    pub response: Option<usize>,
    /// As [`super::Way::share`].
    pub share: Option<f64>,
}

impl Layout {
    /// Lays a scenario out, with the shares where they are proved.
    pub fn new(scenario: &Scenario, analysis: Option<&Analysis>) -> Self {
        let picture = Picture::new(scenario, analysis);
        Layout::of(&picture, |spot| named(scenario, spot, analysis))
    }

    /// Lays a picture out whose last five spots are the end and the outcomes: also that of a draft which is no scenario yet.
    pub fn of(picture: &Picture, name: impl Fn(Spot) -> Named) -> Self {
        let layers = layered(picture.spots.len(), &picture.ways);
        let mut nodes: Vec<Node> = picture.spots.iter().map(|spot| node(*spot, name(*spot))).collect();
        let middles = middles(&layers, nodes.len());
        let tops = tops(&layers, &nodes);
        let left = (0..nodes.len()).map(|at| middles[at] - WIDE / 2.0).chain(middles.iter().copied());
        let shift = GAP - left.fold(f64::INFINITY, f64::min);
        let middles: Vec<f64> = middles.iter().map(|middle| middle + shift).collect();
        for (node, middle) in nodes.iter_mut().zip(&middles) {
            node.x = middle - WIDE / 2.0;
        }
        for (layer, (top, _)) in layers.layers.iter().zip(&tops) {
            for place in layer {
                if let Some(node) = nodes.get_mut(*place) {
                    node.y = *top;
                }
            }
        }
        let edges = edges(picture, &layers, &nodes, &middles, &tops);
        let right = nodes.iter().map(|node| node.x + node.w).chain(middles.iter().copied()).fold(0.0, f64::max);
        let height = tops.last().map_or(0.0, |(_, bottom)| bottom + GAP);
        Layout { width: right + GAP, height, nodes, edges }
    }
}

/// The words of a spot of a scenario.
fn named(scenario: &Scenario, spot: Spot, analysis: Option<&Analysis>) -> Named {
    let (title, note) = words(scenario, spot, analysis);
    let reached = match (spot, analysis) {
        (Spot::Step(at), Some(analysis)) => analysis.steps.get(at).is_none_or(|facts| facts.ranges.is_some()),
        (Spot::Outcome(outcome), Some(analysis)) => analysis.outcome(outcome).witness.is_some(),
        _ => true,
    };
    Named { title, note, reached }
}

fn node(spot: Spot, Named { title, note, reached }: Named) -> Node {
    let title = wrap(&title, LETTERS);
    let lines = title.len() + usize::from(!note.is_empty());
    let h = lines as f64 * LINE + 2.0 * PAD;
    Node { spot, x: 0.0, y: 0.0, w: WIDE, h, title, note: shortened(&note, LETTERS + 5), reached }
}

/// The middle of each place, from left to right: first packed, then moved towards what the place is joined to.
fn middles(layers: &Layered, spots: usize) -> Vec<f64> {
    let room = |place: usize| if place < spots { WIDE + GAP } else { LANE };
    let mut middles = vec![0.0; layers.above.len()];
    for layer in &layers.layers {
        let whole: f64 = layer.iter().map(|place| room(*place)).sum();
        let mut edge = -whole / 2.0;
        for place in layer {
            middles[*place] = edge + room(*place) / 2.0;
            edge += room(*place);
        }
    }
    for sweep in 0..SWEEPS {
        let count = layers.layers.len();
        for turn in 0..count {
            let layer = &layers.layers[if sweep % 2 == 0 { turn } else { count - 1 - turn }];
            let wish = |place: &usize| Wish { middle: wanted(layers, &middles, *place), room: room(*place) };
            let settled = settle(&layer.iter().map(wish).collect::<Vec<_>>());
            for (place, middle) in layer.iter().zip(settled) {
                middles[*place] = middle;
            }
        }
    }
    middles
}

/// The middle of all that a place is joined to, above and below.
fn wanted(layers: &Layered, middles: &[f64], place: usize) -> f64 {
    let joined = || layers.above[place].iter().chain(&layers.below[place]);
    match joined().count() {
        0 => middles[place],
        count => joined().map(|other| middles[*other]).sum::<f64>() / count as f64,
    }
}

/// The upper and the lower edge of each layer.
fn tops(layers: &Layered, nodes: &[Node]) -> Vec<(f64, f64)> {
    let mut top = GAP;
    let mut tops = Vec::with_capacity(layers.layers.len());
    for layer in &layers.layers {
        let tall = layer.iter().filter_map(|place| nodes.get(*place)).map(|node| node.h).fold(0.0, f64::max);
        tops.push((top, top + tall));
        top += tall + DROP;
    }
    tops
}

fn edges(picture: &Picture, layers: &Layered, nodes: &[Node], middles: &[f64], tops: &[(f64, f64)]) -> Vec<Edge> {
    let mut layer_of = vec![0; middles.len()];
    for (at, layer) in layers.layers.iter().enumerate() {
        for place in layer {
            layer_of[*place] = at;
        }
    }
    let (leaving, arriving) = (ports(picture, layers, middles, true), ports(picture, layers, middles, false));
    let ways = picture.ways.iter().enumerate();
    ways.map(|(at, way)| {
        let (from, to) = (&nodes[way.from], &nodes[way.to]);
        let mut points = vec![(from.x + from.w * leaving[at], from.y + from.h)];
        // Below a short spot of a tall layer, and past each layer on the way, a line goes straight down.
        points.push((from.x + from.w * leaving[at], tops[layer_of[way.from]].1));
        for place in &layers.passes[at] {
            let (top, bottom) = tops[layer_of[*place]];
            points.extend([(middles[*place], top), (middles[*place], bottom)]);
        }
        points.push((to.x + to.w * arriving[at], to.y));
        let points = straightened(points);
        Edge { from: way.from, to: way.to, points, stance: way.stance, response: way.response, share: way.share }
    })
    .collect()
}

/// A line without the points between two others straight above one another.
fn straightened(points: Vec<(f64, f64)>) -> Vec<(f64, f64)> {
    let mut kept: Vec<(f64, f64)> = Vec::with_capacity(points.len());
    for point in points {
        let above = |other: &(f64, f64)| (other.0 - point.0).abs() < 0.5;
        if let [.., before, last] = kept.as_slice()
            && above(before)
            && above(last)
        {
            kept.pop();
        }
        if kept.last() != Some(&point) {
            kept.push(point);
        }
    }
    kept
}

/// Where on its spot's edge each way leaves or arrives, from 0 to 1: spread in the order of where the ways go to or
/// come from, so that they do not cross at once.
fn ports(picture: &Picture, layers: &Layered, middles: &[f64], leaving: bool) -> Vec<f64> {
    let mut at_spot: Vec<Vec<(f64, usize)>> = vec![Vec::new(); picture.spots.len()];
    for (at, way) in picture.ways.iter().enumerate() {
        let passes = &layers.passes[at];
        let (spot, next) = if leaving {
            (way.from, passes.first().copied().unwrap_or(way.to))
        } else {
            (way.to, passes.last().copied().unwrap_or(way.from))
        };
        at_spot[spot].push((middles[next], at));
    }
    let mut ports = vec![0.5; picture.ways.len()];
    for mut ways in at_spot {
        sort_by(&mut ways, |a, b| a.0.total_cmp(&b.0));
        let count = ways.len() as f64;
        for (place, (_, way)) in ways.into_iter().enumerate() {
            ports[way] = (place as f64 + 1.0) / (count + 1.0);
        }
    }
    ports
}
