//! Places on the balance map: leadership across, management up.

use analysis::Spot;
use play::Run;

/// The plot within the drawing: its left and upper edge, and its size.
const LEFT: i32 = 44;
const TOP: i32 = 12;
const SIZE: i32 = 320;

/// From a meter's values to places in the drawing.
struct Scale {
    low: i32,
    high: i32,
}

impl Scale {
    /// A scale on which some values, 0 and a little more than enough have a place.
    fn of(values: impl Iterator<Item = i32>, enough: i32) -> Self {
        let (low, high) = values.fold((0, enough + 4), |(low, high), value| (low.min(value), high.max(value)));
        Scale { low: low - 1, high: high + 1 }
    }

    fn along(&self, value: i32) -> i32 {
        let span = i64::from(self.high) - i64::from(self.low);
        ((i64::from(value) - i64::from(self.low)) * i64::from(SIZE) / span.max(1)) as i32
    }

    /// The lines of the grid: at most a dozen, at round distances.
    fn grid(&self) -> impl Iterator<Item = i32> + use<> {
        let span = self.high.saturating_sub(self.low);
        let step = [1, 2, 5, 10, 20, 50, 100, 200, 500].into_iter().find(|step| span / step <= 12).unwrap_or(1000);
        let first = self.low.div_euclid(step) * step;
        let (low, high) = (self.low, self.high);
        (0..14).map(move |at| first + at * step).filter(move |value| (low..=high).contains(value))
    }
}

/// The map of a run.
pub(super) struct Map {
    across: Scale,
    up: Scale,
    enough: (i32, i32),
}

impl Map {
    /// The map on which some runs, and the places where the scenario can end, have a place.
    pub fn of<'r>(runs: impl Iterator<Item = &'r Run> + Clone, ends: &[Spot], enough: (i32, i32)) -> Self {
        let stops = runs.flat_map(stops);
        let stops: Vec<(i32, i32)> = stops.chain(ends.iter().map(|end| (end.leadership, end.management))).collect();
        let across = Scale::of(stops.iter().map(|stop| stop.0), enough.0);
        Map { across, up: Scale::of(stops.iter().map(|stop| stop.1), enough.1), enough }
    }

    pub fn x(&self, leadership: i32) -> i32 {
        LEFT + self.across.along(leadership)
    }

    pub fn y(&self, management: i32) -> i32 {
        TOP + SIZE - self.up.along(management)
    }

    /// A line at a value of each meter, as a path.
    fn cross(&self, leadership: i32, management: i32) -> String {
        format!("M{} {TOP}v{SIZE}M{LEFT} {}h{SIZE}", self.x(leadership), self.y(management))
    }

    /// A figure of the drawing by its key; `None` where there is none of that name.
    pub fn text(&self, key: &str) -> Option<String> {
        let (need_x, need_y) = (self.x(self.enough.0), self.y(self.enough.1));
        let number = match key {
            "need-x" => need_x,
            "need-y" => need_y + 4,
            "good-w" => LEFT + SIZE - need_x,
            "good-h" => need_y - TOP,
            "zero-x" => self.x(0).max(LEFT) + 6,
            "edge-x" => self.x(0),
            "edge-y" => self.y(0) + 4,
            "adrift-x" => need_x - 6,
            "edge" => return Some(self.cross(0, 0)),
            "need" => return Some(self.cross(self.enough.0, self.enough.1)),
            "grid" => {
                let down = self.across.grid().map(|value| format!("M{} {TOP}v{SIZE}", self.x(value)));
                let level = self.up.grid().map(|value| format!("M{LEFT} {}h{SIZE}", self.y(value)));
                return Some(down.chain(level).collect());
            }
            _ => return None,
        };
        Some(number.to_string())
    }

    /// Where a run's stops stand, the start first; one at a place that was visited before is moved aside, so that both
    /// can be read.
    pub fn places(&self, run: &Run) -> Vec<(i32, i32)> {
        let stops: Vec<(i32, i32)> = stops(run).collect();
        let place = |(at, stop): (usize, &(i32, i32))| {
            let before = stops[..at].iter().filter(|other| *other == stop).count() as i32;
            (self.x(stop.0) + 7 * before, self.y(stop.1) - 7 * before)
        };
        stops.iter().enumerate().map(place).collect()
    }
}

/// The corners of a trail.
pub(super) fn points(places: &[(i32, i32)]) -> String {
    places.iter().map(|(x, y)| format!("{x} {y} ")).collect()
}

/// Where a run was: the start, then where each next step was met, its pressure included, so that the map has no moves
/// that nobody made.
fn stops(run: &Run) -> impl Iterator<Item = (i32, i32)> + '_ {
    let meters = run.scenario().meters();
    let turns = run.turns();
    let reached = (1..=turns.len()).map(|at| turns.get(at).map_or(run.now(), |next| next.before));
    std::iter::once((meters.leadership.start, meters.management.start))
        .chain(reached.map(|moment| (moment.leadership, moment.management)))
}

#[cfg(test)]
mod tests {
    use super::{Map, stops};
    use play::Run;
    use scenario::{Limits, read};
    use std::rc::Rc;

    const SMALL: &str = include_str!("../../tests/fixtures/small.json");

    /// A run of the small scenario.
    fn run(responses: &[&str]) -> Run {
        let mut run = Run::start(Rc::new(read(SMALL.as_bytes(), &Limits::default()).expect("a scenario")));
        for response in responses {
            run.choose_id(response).expect("offered");
        }
        run
    }

    #[test]
    fn a_run_stops_where_it_starts_and_where_each_decision_led() {
        let run = run(&["ask", "two-lines"]);
        assert_eq!(stops(&run).collect::<Vec<_>>(), [(4, 4), (6, 2), (5, 5)]);
    }

    #[test]
    fn more_leadership_is_further_right_and_more_management_further_up() {
        let run = run(&["ask", "two-lines"]);
        let map = Map::of([&run].into_iter(), &[], (5, 5));
        let places = map.places(&run);
        let [start, asked, lined] = places[..] else { panic!("three stops, not {places:?}") };
        assert!(start.0 < lined.0 && lined.0 < asked.0, "{places:?}");
        assert!(lined.1 < start.1 && start.1 < asked.1, "{places:?}");
    }

    #[test]
    fn a_scale_shows_zero_and_more_than_enough_even_where_nobody_was() {
        let map = Map::of([&run(&[])].into_iter(), &[], (5, 5));
        assert_eq!((map.across.low, map.across.high, map.up.low, map.up.high), (-1, 10, -1, 10));
    }
}
