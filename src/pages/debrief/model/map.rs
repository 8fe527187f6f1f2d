//! Places on the balance map: leadership across, management up.

use super::Spot;
use super::course::stops;
use super::drawing::Shape;
use crate::pages::debrief::CURIOUS;
use play::Run;
use scenario::Stance;

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

/// A run's map, perhaps with another run on it.
pub(super) struct Chart<'a> {
    /// The run.
    pub run: &'a Run,
    /// The run beside it.
    pub other: Option<&'a Run>,
    /// The places where the scenario can end.
    pub ends: &'a [Spot],
}

impl Chart<'_> {
    /// All that is drawn, what lies below first.
    pub fn shapes(&self) -> Vec<Shape> {
        let meters = self.run.scenario().meters();
        let enough = (meters.leadership.enough, meters.management.enough);
        let map = Map::of(std::iter::once(self.run).chain(self.other), self.ends, enough);
        let (need_x, need_y) = (map.x(enough.0), map.y(enough.1));
        let places = map.places(self.run);
        let good = Shape::new("rect", &[("class", "good")])
            .with("x", need_x)
            .with("y", TOP)
            .with("width", LEFT + SIZE - need_x)
            .with("height", need_y - TOP);
        let sea = Shape::new("rect", &[("class", "sea")]);
        let line = |class, path| Shape::new("path", &[("class", class)]).with("d", path);
        let mut shapes = vec![
            sea.with("x", LEFT).with("y", TOP).with("width", SIZE).with("height", SIZE),
            good,
            line("grid", map.grid()),
            self.heat(&map),
            line("edge", map.cross(0, 0)),
            line("need", map.cross(enough.0, enough.1)),
        ];
        shapes.extend(labels(&map, enough));
        let trail =
            |places: &[(i32, i32)], attributes| Shape::new("polyline", attributes).with("points", points(places));
        shapes.extend(self.other.map(|other| trail(&map.places(other), &[("class", "trail other")])));
        shapes.push(trail(&places, &[("class", "trail"), ("pathLength", "1")]));
        let ring =
            |class, (x, y), r| Shape::new("circle", &[("class", class)]).with("cx", x).with("cy", y).with("r", r);
        shapes.extend(places.first().map(|home| ring("home", *home, 6)));
        let reached = places.iter().skip(1).zip(self.run.turns());
        let stops = reached.filter_map(|(place, turn)| Some((*place, self.run.response(turn).stance?)));
        shapes.extend(stops.enumerate().map(|(at, (place, hat))| stop(at + 1, place, hat)));
        shapes.extend(places.last().map(|here| ring("here", *here, 15)));
        shapes
    }

    /// The places where the scenario can end. A dot's area follows the share; the smallest can still be seen.
    fn heat(&self, map: &Map) -> Shape {
        let most = self.ends.iter().map(|end| end.thousandths).max().unwrap_or(0).max(1);
        let dots = self.ends.iter().map(|end| {
            Shape::new("circle", &[("class", end.outcome.name())])
                .with("cx", map.x(end.leadership))
                .with("cy", map.y(end.management))
                .with("r", 2 + (81 * end.thousandths / most).isqrt())
        });
        Shape::new("g", &[("class", "heat")]).holding(dots)
    }
}

/// The words of the map.
fn labels(map: &Map, enough: (i32, i32)) -> Vec<Shape> {
    let text = |class, x: i32, y: i32, words: &str| {
        Shape::new("text", &[("class", class)]).with("x", x).with("y", y).words(words)
    };
    let zone = |x: i32, y: i32, words: [&str; 2]| {
        let second = Shape::new("tspan", &[]).with("x", x).with("dy", 17).words(words[1]);
        text("zone", x, y, words[0]).holding([second])
    };
    let (left, right) = (map.x(0).max(LEFT) + 6, 356);
    let (need_x, need_y) = (map.x(enough.0), map.y(enough.1) + 4);
    let (zero_x, zero_y) = (map.x(0), map.y(0) + 4);
    let up = Shape::new("text", &[("class", "axis"), ("transform", "translate(14 12)rotate(-90)")]);
    vec![
        zone(left, 30, CURIOUS.over_managed),
        text("zone", right, 30, CURIOUS.balanced).with("text-anchor", "end"),
        text("zone", need_x - 6, 321, CURIOUS.adrift).with("text-anchor", "end"),
        zone(right, 304, CURIOUS.over_led).with("text-anchor", "end"),
        text("tick", zero_x, 346, "0").with("text-anchor", "middle"),
        text("tick", need_x, 346, &enough.0.to_string()).with("text-anchor", "middle"),
        text("tick", 38, zero_y, "0").with("text-anchor", "end"),
        text("tick", 38, need_y, &enough.1.to_string()).with("text-anchor", "end"),
        text("axis", 364, 364, CURIOUS.axes[0]).with("text-anchor", "end"),
        up.with("text-anchor", "end").words(CURIOUS.axes[1]),
    ]
}

/// Where a decision led: a round sign for the leader's hat, a square one for the manager's.
fn stop(number: usize, (x, y): (i32, i32), stance: Stance) -> Shape {
    let sign = match stance {
        Stance::Leader => Shape::new("circle", &[("class", "at")]).with("cx", x).with("cy", y).with("r", 9),
        Stance::Manager => {
            let square = Shape::new("rect", &[("class", "at")]).with("x", x - 8).with("y", y - 8);
            square.with("width", 16).with("height", 16)
        }
    };
    let number = Shape::new("text", &[("class", "number")])
        .with("x", x)
        .with("y", y + 4)
        .with("text-anchor", "middle")
        .words(&number.to_string());
    Shape::new("g", &[("class", stance.name())]).holding([sign, number])
}

/// The scales of a map.
struct Map {
    across: Scale,
    up: Scale,
}

impl Map {
    /// The map on which some runs, and the places where the scenario can end, have a place.
    fn of<'r>(runs: impl Iterator<Item = &'r Run> + Clone, ends: &[Spot], enough: (i32, i32)) -> Self {
        let stops = runs.flat_map(stops);
        let stops: Vec<(i32, i32)> = stops.chain(ends.iter().map(|end| (end.leadership, end.management))).collect();
        let across = Scale::of(stops.iter().map(|stop| stop.0), enough.0);
        Map { across, up: Scale::of(stops.iter().map(|stop| stop.1), enough.1) }
    }

    fn x(&self, leadership: i32) -> i32 {
        LEFT + self.across.along(leadership)
    }

    fn y(&self, management: i32) -> i32 {
        TOP + SIZE - self.up.along(management)
    }

    /// A line at a value of each meter, as a path.
    fn cross(&self, leadership: i32, management: i32) -> String {
        format!("M{} {TOP}v{SIZE}M{LEFT} {}h{SIZE}", self.x(leadership), self.y(management))
    }

    /// The lines of the grid, as a path.
    fn grid(&self) -> String {
        let down = self.across.grid().map(|value| format!("M{} {TOP}v{SIZE}", self.x(value)));
        let level = self.up.grid().map(|value| format!("M{LEFT} {}h{SIZE}", self.y(value)));
        down.chain(level).collect()
    }

    /// Where a run's stops stand, the start first; one at a place that was visited before is moved aside, so that both
    /// can be read.
    fn places(&self, run: &Run) -> Vec<(i32, i32)> {
        let stops: Vec<(i32, i32)> = stops(run).collect();
        let place = |(at, stop): (usize, &(i32, i32))| {
            let before = stops[..at].iter().filter(|other| *other == stop).count() as i32;
            (self.x(stop.0) + 7 * before, self.y(stop.1) - 7 * before)
        };
        stops.iter().enumerate().map(place).collect()
    }
}

/// The corners of a trail.
fn points(places: &[(i32, i32)]) -> String {
    places.iter().map(|(x, y)| format!("{x} {y} ")).collect()
}

#[cfg(test)]
mod tests {
    use super::Map;
    use super::stops;
    use play::Run;
    use scenario::{Limits, read};
    use std::rc::Rc;

    const SMALL: &str = include_str!("../../../../tests/fixtures/small.json");

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
