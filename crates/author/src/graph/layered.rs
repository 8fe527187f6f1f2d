//! Layers: how far each spot is from the start at most, and in which order the spots of a layer stand.

use super::picture::Way;
use scenario::sorted::sort_by;
use std::collections::HashMap;
use std::ops::Range;

/// How often the order of the layers is gone over; more changes little.
const SWEEPS: usize = 8;

/// Up to so many places a picture stays readable, and quickly made.
const MANY: usize = 4_000;

/// Which ways share the places that they pass: those to the same spot with the same number.
type Lane = (usize, usize);

/// How ways pass the layers that they cross.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lanes {
    /// Each on its own.
    Own,
    /// Those of one hat to one spot together: a long story would have more lines than spots otherwise.
    Shared,
    /// Anywhere, where even that would be too much.
    None,
}

impl Lanes {
    fn fitting(ways: &[Way], depth: &[usize]) -> Self {
        let length = |way: &Way| depth[way.to].saturating_sub(depth[way.from] + 1);
        let whole = ways.iter().map(length).sum::<usize>();
        if whole <= MANY {
            return Lanes::Own;
        }
        let mut longest: HashMap<_, usize> = HashMap::new();
        for way in ways {
            let lane = longest.entry((way.to, way.stance)).or_default();
            *lane = length(way).max(*lane);
        }
        if whole <= 50 * MANY && longest.values().sum::<usize>() <= 5 * MANY { Lanes::Shared } else { Lanes::None }
    }
}

/// The layers of a picture. Ways that pass through layers have a place in each, so that they are kept clear of the
/// spots there.
pub struct Layered {
    /// The places in each layer from left to right.
    pub layers: Vec<Vec<usize>>,
    /// The places above and below each place. The first places are the spots, those after them where ways pass.
    pub above: Vec<Vec<usize>>,
    /// The places below each place.
    pub below: Vec<Vec<usize>>,
    /// For each way, the places that it passes through, in order.
    pub passes: Vec<Vec<usize>>,
}

/// Puts spots into layers by the longest way to them; the last four spots share the last layer, the one before them
/// has a layer of its own.
pub fn layered(spots: usize, ways: &[Way]) -> Layered {
    let depth = depths(spots, ways);
    let deepest = depth.iter().copied().max().unwrap_or(0);
    let mut layers = vec![Vec::new(); deepest + 1];
    for (spot, depth) in depth.iter().enumerate() {
        layers[*depth].push(spot);
    }
    let mut found = Layered { layers, above: vec![Vec::new(); spots], below: vec![Vec::new(); spots], passes: vec![] };
    let lanes = Lanes::fitting(ways, &depth);
    let mut shared = HashMap::new();
    for (at, way) in ways.iter().enumerate() {
        let lane = match lanes {
            Lanes::Own => Some((way.to, at)),
            Lanes::Shared => Some((way.to, way.stance.map_or(0, |stance| 1 + stance as usize))),
            Lanes::None => None,
        };
        found.lay(way, depth[way.from]..depth[way.to], lane, &mut shared);
    }
    for sweep in 0..SWEEPS {
        found.sweep(sweep % 2 == 0);
    }
    found
}

impl Layered {
    /// Lays a way from layer to layer. Ways in one lane share their places.
    fn lay(&mut self, way: &Way, from: Range<usize>, lane: Option<Lane>, shared: &mut HashMap<(Lane, usize), usize>) {
        let mut passes = Vec::new();
        let mut before = way.from;
        let down = !from.is_empty();
        for layer in from.skip(1) {
            let Some(lane) = lane else { break };
            let new = self.above.len();
            let place = *shared.entry((lane, layer)).or_insert(new);
            if place == new {
                self.above.push(Vec::new());
                self.below.push(Vec::new());
                self.layers[layer].push(place);
            }
            if !self.above[place].contains(&before) {
                self.above[place].push(before);
                self.below[before].push(place);
            }
            passes.push(place);
            before = place;
        }
        // A way back joins no layer to the next.
        if down && !passes.last().is_some_and(|last| self.below[*last].contains(&way.to)) {
            self.below[before].push(way.to);
            self.above[way.to].push(before);
        }
        self.passes.push(passes);
    }

    /// Orders each layer by the middle of what its places are joined to in the layer before.
    fn sweep(&mut self, down: bool) {
        let mut rank = vec![0.0_f64; self.above.len()];
        for layer in &self.layers {
            for (at, place) in layer.iter().enumerate() {
                rank[*place] = at as f64;
            }
        }
        let count = self.layers.len();
        for turn in 1..count {
            let at = if down { turn } else { count - 1 - turn };
            let joined = if down { &self.above } else { &self.below };
            let middle = |place: usize| match joined[place].as_slice() {
                [] => rank[place],
                some => some.iter().map(|other| rank[*other]).sum::<f64>() / some.len() as f64,
            };
            let mut keyed: Vec<(f64, usize)> = self.layers[at].iter().map(|place| (middle(*place), *place)).collect();
            sort_by(&mut keyed, |a, b| a.0.total_cmp(&b.0));
            self.layers[at] = keyed.into_iter().map(|(_, place)| place).collect();
            for (at, place) in self.layers[at].iter().enumerate() {
                rank[*place] = at as f64;
            }
        }
    }
}

/// Which ways close a loop over a step with visits: those back to a spot on the way there from above.
fn back(spots: usize, ways: &[Way]) -> Vec<bool> {
    let mut leaving = vec![Vec::new(); spots];
    ways.iter().enumerate().for_each(|(at, way)| leaving[way.from].push(at));
    let (mut met, mut above, mut back) = (vec![false; spots], vec![false; spots], vec![false; ways.len()]);
    for first in 0..spots {
        // Each entry is a spot on the way there, and which of the ways from it is next.
        let mut trail = if std::mem::replace(&mut met[first], true) { Vec::new() } else { vec![(first, 0)] };
        while let Some((spot, next)) = trail.last_mut() {
            above[*spot] = true;
            let Some(way) = leaving[*spot].get(*next) else {
                above[*spot] = false;
                trail.pop();
                continue;
            };
            *next += 1;
            let to = ways[*way].to;
            back[*way] = above[to];
            if !std::mem::replace(&mut met[to], true) {
                trail.push((to, 0));
            }
        }
    }
    back
}

/// The longest way to each spot, ways back left aside, so that taking them from the top always comes to an end.
fn depths(spots: usize, ways: &[Way]) -> Vec<usize> {
    let mut waiting = vec![0_usize; spots];
    let mut leaving = vec![Vec::new(); spots];
    let back = back(spots, ways);
    for (way, _) in ways.iter().zip(back).filter(|(_, back)| !back) {
        waiting[way.to] += 1;
        leaving[way.from].push(way.to);
    }
    let mut depth = vec![0; spots];
    let mut ready: Vec<usize> = (0..spots).filter(|spot| waiting[*spot] == 0).collect();
    while let Some(spot) = ready.pop() {
        for to in &leaving[spot] {
            depth[*to] = depth[*to].max(depth[spot] + 1);
            waiting[*to] -= 1;
            if waiting[*to] == 0 {
                ready.push(*to);
            }
        }
    }
    // The end and the outcomes stand at the foot, below every step, reached or not.
    let end = spots.saturating_sub(5);
    let foot = depth[..end].iter().max().map_or(0, |deepest| deepest + 1);
    for (spot, depth) in depth.iter_mut().enumerate().skip(end) {
        *depth = if spot == end { foot } else { foot + 1 };
    }
    depth
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(from: usize, to: usize) -> Way {
        Way { from, to, stance: None, response: None, share: None }
    }

    #[test]
    fn a_spot_is_as_deep_as_the_longest_way_to_it() {
        // Three steps, the end, the outcomes.
        let ways = [way(0, 1), way(0, 2), way(1, 2), way(2, 3), way(3, 4), way(3, 7)];
        assert_eq!(depths(8, &ways), [0, 1, 2, 3, 4, 4, 4, 4]);
        let found = layered(8, &ways);
        assert_eq!(found.passes[1].len(), 1, "the way past the second step has a place beside it");
        assert_eq!(found.layers[1].len(), 2);
    }

    #[test]
    fn a_way_back_leaves_the_spots_where_they_are() {
        // A hub with two rooms that lead back to it, and a step that leads to itself.
        let ways = [way(0, 1), way(1, 0), way(0, 2), way(2, 0), way(2, 2), way(0, 3), way(3, 4)];
        assert_eq!(back(8, &ways), [false, true, false, true, true, false, false]);
        assert_eq!(depths(8, &ways), [0, 1, 1, 2, 3, 3, 3, 3]);
        let found = layered(8, &ways);
        assert!(found.passes.iter().take(5).all(Vec::is_empty), "{:?}", found.passes);
    }

    #[test]
    fn the_order_of_a_layer_follows_the_one_above_it() {
        // 0 leads to 1 and 2, 1 to 4, 2 to 3: without a change of order the two ways would cross.
        let ways = [way(0, 1), way(0, 2), way(1, 4), way(2, 3), way(3, 5), way(4, 5)];
        let found = layered(10, &ways);
        let place = |spot: usize| found.layers.iter().find_map(|layer| layer.iter().position(|s| *s == spot));
        assert_eq!(place(1) < place(2), place(4) < place(3));
    }
}
