//! A draft as a map: its steps in layers, its ways between them, whether or not it is a valid story yet.

use super::super::pieces::curve;
use super::lines::shown;
use author::graph::{Layout, Named, Picture, Spot as GraphSpot, Way as GraphWay};
use document::{Document, Node, Path, Target};
use scenario::{Outcome, Stance, SyntaxKind};
use std::collections::HashMap;

/// What stands at a place of the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// A step, by its id.
    Step(String),
    /// The end, where the meters are judged.
    End,
    /// An outcome.
    Outcome(Outcome),
}

/// A place of the map: a box with words. Lengths are in CSS pixels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// What stands there.
    pub spot: Spot,
    /// Its left edge, its upper edge, how wide and how high it is.
    pub area: [i32; 4],
    /// The words in it, a line each.
    pub lines: Vec<String>,
    /// Whether it is a passage, which asks for no decision.
    pub is_passage: bool,
    /// Whether the story begins here.
    pub is_start: bool,
}

/// A way between two places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// The id of the step that it leaves; `None` from the end to an outcome.
    pub step: Option<String>,
    /// The response that takes it, by its id.
    pub response: String,
    /// The hat of that response.
    pub stance: Option<Stance>,
    /// Where it leads, as a file names it.
    pub to: String,
    /// What says so in the file.
    pub path: Path,
    /// Its line, as the data of an SVG path.
    pub line: String,
    /// Where it leaves, from the left and from above.
    pub knob: (i32, i32),
}

/// What a drag is over, and what comes of letting it go there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drop {
    /// The way that is dragged.
    pub way: Path,
    /// What it is over, as a file names it; empty for the paper.
    pub over: String,
    /// Why it may not lead there.
    pub refused: Option<String>,
}

/// A draft's map.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Map {
    /// How wide it is.
    pub wide: i32,
    /// How high it is.
    pub high: i32,
    /// The steps in the order of the file, the end, the outcomes.
    pub places: Vec<Place>,
    /// The ways between them.
    pub ways: Vec<Way>,
}

/// A step's title, or its id where it has none.
pub(super) fn title(id: &str, step: Node<'_>) -> String {
    let title = step.get("title").and_then(Node::text).map(shown).unwrap_or_default().trim();
    if title.is_empty() { id.to_owned() } else { title.to_owned() }
}

/// Where a response can lead, each target once, in the order of the file.
pub(super) fn targets(response: Node<'_>) -> Vec<&str> {
    let Some(next) = response.get("next") else { return Vec::new() };
    let mut found: Vec<&str> = match next.kind() {
        SyntaxKind::List => next.children().filter_map(|way| way.get("to")?.text()).collect(),
        _ => next.text().into_iter().collect(),
    };
    let mut seen = Vec::new();
    found.retain(|target| {
        let is_new = !seen.contains(target);
        seen.push(*target);
        is_new
    });
    found
}

/// What in a document leads from a response to a target: the first that does.
fn way_to(response: Node<'_>, to: &str) -> Path {
    let Some(next) = response.get("next") else { return response.path().key("next") };
    let leads = |way: Node<'_>| way.get("to").and_then(Node::text) == Some(to);
    match next.children().find(|way| leads(*way)) {
        Some(way) => way.path().key("to"),
        None => next.path(),
    }
}

/// The hat of a response.
pub(super) fn stance(response: Node<'_>) -> Option<Stance> {
    let name = response.get("stance").and_then(Node::text)?;
    Stance::ALL.into_iter().find(|stance| stance.name() == name)
}

/// The steps of a document; of an id that stands twice, the first.
pub(super) fn steps(document: &Document) -> Vec<(&str, Node<'_>)> {
    let mut seen = std::collections::HashSet::new();
    let steps = document.node(&Path::root().key("steps")).into_iter().flat_map(Node::children);
    steps.filter_map(|step| Some((step.key()?, step))).filter(|(id, _)| seen.insert(*id)).collect()
}

/// The responses of a step by their ids.
pub(super) fn responses(step: Node<'_>) -> impl Iterator<Item = (&str, Node<'_>)> {
    let responses = step.get("responses").into_iter().flat_map(Node::children);
    responses.filter_map(|response| Some((response.key()?, response)))
}

impl Map {
    /// The map of a draft.
    pub(super) fn of(document: &Document) -> Self {
        let steps = steps(document);
        let numbers: HashMap<&str, usize> = steps.iter().enumerate().map(|(at, (id, _))| (*id, at)).collect();
        let count = steps.len();
        let mut spots: Vec<GraphSpot> = (0..count).map(GraphSpot::Step).collect();
        spots.push(GraphSpot::End);
        spots.extend(Outcome::ALL.map(GraphSpot::Outcome));
        let (mut ways, mut named) = (Vec::new(), Vec::new());
        for (from, (step, node)) in steps.iter().enumerate() {
            for (response, it) in responses(*node) {
                for to in targets(it) {
                    let at = match Target::of(to) {
                        Target::Step(id) => numbers.get(id.as_str()).copied(),
                        Target::End => Some(count),
                        Target::Outcome(name) => Outcome::from_name(&name).map(|outcome| count + 1 + outcome as usize),
                    };
                    // What leads to nothing has no line; its diagnostic stands at its field.
                    let Some(at) = at else { continue };
                    ways.push(GraphWay { from, to: at, stance: stance(it), response: None, share: None });
                    named.push((Some((*step).to_owned()), response.to_owned(), to.to_owned(), way_to(it, to)));
                }
            }
        }
        for outcome in Outcome::ALL {
            let to = count + 1 + outcome as usize;
            ways.push(GraphWay { from: count, to, stance: None, response: None, share: None });
            named.push((None, String::new(), format!("end:{}", outcome.name()), Path::root()));
        }
        let start = document.node(&Path::root().key("start")).and_then(Node::text);
        let layout = Layout::of(&Picture { spots, ways }, |spot| {
            let title = match spot {
                GraphSpot::Step(at) => steps.get(at).map(|(id, step)| title(id, *step)).unwrap_or_default(),
                GraphSpot::End | GraphSpot::Outcome(_) => String::new(),
            };
            // A quiet line below the title holds what is proved of it.
            Named { title, note: " ".into(), reached: true }
        });
        let place = |node: author::graph::Node| {
            let (spot, step) = match node.spot {
                GraphSpot::Step(at) => match steps.get(at) {
                    Some((id, step)) => (Spot::Step((*id).to_owned()), Some(*step)),
                    None => (Spot::End, None),
                },
                GraphSpot::End => (Spot::End, None),
                GraphSpot::Outcome(outcome) => (Spot::Outcome(outcome), None),
            };
            let is_start = matches!(&spot, Spot::Step(id) if Some(&**id) == start);
            let is_passage = step.is_some_and(|step| {
                step.get("dimension").is_none()
                    && responses(step).count() == 1
                    && responses(step).all(|it| stance(it.1).is_none())
            });
            let area = [node.x, node.y, node.w, node.h].map(|length| length.round() as i32);
            Place { spot, area, lines: node.title, is_passage, is_start }
        };
        let ways = layout.edges.iter().zip(named).map(|(edge, (step, response, to, path))| {
            let knob = edge.points.first().map_or((0, 0), |(x, y)| (x.round() as i32, y.round() as i32));
            Way { step, response, stance: edge.stance, to, path, line: curve(&edge.points), knob }
        });
        Map {
            wide: layout.width.ceil() as i32,
            high: layout.height.ceil() as i32,
            ways: ways.collect(),
            places: layout.nodes.into_iter().map(place).collect(),
        }
    }

    /// The place of a step.
    pub fn step(&self, id: &str) -> Option<&Place> {
        self.places.iter().find(|place| matches!(&place.spot, Spot::Step(it) if it == id))
    }

    /// The ids of the steps in the order in which a run can come to them: from above, side by side from the left.
    pub fn order(&self) -> Vec<&str> {
        let mut steps: Vec<(i32, i32, &str)> = self
            .places
            .iter()
            .filter_map(|place| match &place.spot {
                Spot::Step(id) => Some((place.area[1], place.area[0], &**id)),
                Spot::End | Spot::Outcome(_) => None,
            })
            .collect();
        scenario::sorted::sort_by(&mut steps, |a, b| (a.0, a.1).cmp(&(b.0, b.1)));
        steps.into_iter().map(|(_, _, id)| id).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str = include_str!("../../../tests/fixtures/small.json");

    #[test]
    fn a_valid_story_has_its_steps_from_above_and_its_ways() {
        let map = Map::of(&Document::new(SMALL));
        assert_eq!(map.order(), ["oven", "rush"]);
        assert_eq!(map.places.len(), 7);
        let ways: Vec<(Option<&str>, &str, &str)> =
            map.ways.iter().map(|way| (way.step.as_deref(), &*way.response, &*way.to)).collect();
        assert_eq!(
            ways[..3],
            [(Some("oven"), "ask", "rush"), (Some("oven"), "list", "end"), (Some("oven"), "list", "rush")]
        );
        assert!(map.step("oven").is_some_and(|place| place.is_start && !place.is_passage));
        assert!(map.step("none").is_none());
    }

    #[test]
    fn a_draft_with_faults_has_a_map_too() {
        for (from, to) in [
            ("\"next\": \"rush\"", "\"next\": \"rusch\""),
            ("\"next\": \"end\"", "\"next\": 7"),
            ("\"next\": \"end\"", "\"next\": \"oven\""),
            ("\"title\": \"The oven is cold\",", ""),
            ("\"responses\": {", "\"responses\": [{"),
        ] {
            let map = Map::of(&Document::new(SMALL.replacen(from, to, 1)));
            assert_eq!(map.places.len(), 7, "{to}");
        }
        for text in ["", "[]", "{", "{\"steps\": 3}", "{\"steps\": {\"a\": null, \"a\": {}}}"] {
            let map = Map::of(&Document::new(text));
            assert!(map.ways.len() == 4 && map.places.len() >= 5, "{text}");
        }
    }
}
