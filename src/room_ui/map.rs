//! The balance map for a room: large letters, one run as a path of stops, or several teams' runs.
//!
//! One unit of the drawing is a twenty-eighth of the letters' size, so that nothing on it is smaller than they are.

use super::WORDS;
use crate::room::map::{MapView, Stop};
use crate::ui::element::el;
use crate::words::{ENGLISH as GAME, fill};
use scenario::{Outcome, Stance};
use yew::Html;

const LEFT: i32 = 78;
const TOP: i32 = 8;
const SIZE: i32 = 436;

/// From meters to places in the drawing.
struct Scale {
    across: (i32, i32),
    up: (i32, i32),
}

impl Scale {
    /// Shows all of some maps.
    fn of<'m>(maps: impl Iterator<Item = &'m MapView> + Clone) -> Self {
        let range = |of: fn(&MapView) -> (i32, i32)| {
            let low = maps.clone().map(|map| of(map).0).min().unwrap_or(0);
            (low, maps.clone().map(|map| of(map).1).max().unwrap_or(1))
        };
        Scale { across: range(|map| map.across), up: range(|map| map.up) }
    }

    fn along((low, high): (i32, i32), value: i32) -> i32 {
        let span = (i64::from(high) - i64::from(low)).max(1);
        ((i64::from(value) - i64::from(low)) * i64::from(SIZE) / span) as i32
    }

    fn x(&self, leadership: i32) -> i32 {
        LEFT + Scale::along(self.across, leadership)
    }

    fn y(&self, management: i32) -> i32 {
        TOP + SIZE - Scale::along(self.up, management)
    }
}

/// The map of a run up to where it is shown, over the whole ways of teams.
pub(super) fn draw(map: &MapView, teams: &[(&str, MapView)], whole: &MapView) -> Html {
    let scale = Scale::of(teams.iter().map(|(_, map)| map).chain([whole]));
    let (right, bottom) = (LEFT + SIZE, TOP + SIZE);
    let (need_x, need_y) = (scale.x(map.enough.0), scale.y(map.enough.1));
    let path = |class: &'static str, d: String| el!("path", "class" = class, "d" = d).build();
    let lines = |l: i32, m: i32| format!("M{} {TOP}V{bottom}M{LEFT} {}H{right}", scale.x(l), scale.y(m));
    let good = format!("M{need_x} {TOP}H{right}V{need_y}H{need_x}Z");
    let trails = teams.iter().map(|(_, map)| path("other", trail(&map.stops, &scale)));
    let ends = teams.iter().enumerate().filter_map(|(at, (_, map))| {
        let end = map.stops.last()?;
        // Teams that end in one place stand side by side.
        let before = teams[..at].iter().filter(|(_, other)| other.stops.last().is_some_and(|it| same(it, end))).count();
        Some(mark("end", at + 1, scale.x(end.leadership) + 26 * before as i32, scale.y(end.management)))
    });
    let stops: Vec<Html> = if teams.is_empty() {
        let last = map.stops.len().saturating_sub(1);
        let stops = map.stops.iter().enumerate().skip(1);
        stops.map(|(at, stop)| if at == last { stopped(at, stop, &scale) } else { passed(stop, &scale) }).collect()
    } else {
        Vec::new()
    };
    let home = map.stops.first().map(|stop| {
        let (x, y) = (scale.x(stop.leadership), scale.y(stop.management));
        el!("circle", "class" = "home", "cx" = x.to_string(), "cy" = y.to_string(), "r" = "8").build()
    });
    let now = map.stops.last().map(|stop| {
        let gaps = [("l", stop.leadership.to_string()), ("m", stop.management.to_string())];
        let gaps: Vec<(&str, &str)> = gaps.iter().map(|(gap, filling)| (*gap, filling.as_str())).collect();
        fill(WORDS.meters_now, &gaps)
    });
    el!(
        "svg",
        "class" = "big-map",
        "viewBox" = "0 0 532 530",
        "role" = "img",
        "aria-label" = format!("{}: {}", WORDS.map, now.unwrap_or_default())
    )
    .put(path("sea", format!("M{LEFT} {TOP}H{right}V{bottom}H{LEFT}Z")))
    .put(path("good", good))
    .put(path("edge", lines(0, 0)))
    .put(path("need", lines(map.enough.0, map.enough.1)))
    .put(zone(Outcome::Balanced, right - 8, TOP + 30, "end"))
    .put(zone(Outcome::Adrift, scale.x(0).max(LEFT) + 8, bottom - 10, "start"))
    .put(label(LEFT - 8, need_y + 10, "end", map.enough.1.to_string()))
    .put(label(need_x, bottom + 30, "middle", map.enough.0.to_string()))
    .put(label(right, bottom + 68, "end", format!("{} →", GAME.leadership)))
    .with(
        el!("text", "transform" = format!("translate(24 {TOP})rotate(-90)"), "text-anchor" = "end")
            .text(format!("{} →", GAME.management)),
    )
    .each(trails)
    .put(path("trail", trail(&map.stops, &scale)))
    .maybe(home)
    .each(stops.into_iter())
    .each(ends)
    .build()
}

fn same(one: &Stop, other: &Stop) -> bool {
    (one.leadership, one.management) == (other.leadership, other.management)
}

fn trail(stops: &[Stop], scale: &Scale) -> String {
    let points: Vec<String> =
        stops.iter().map(|stop| format!("{} {}", scale.x(stop.leadership), scale.y(stop.management))).collect();
    if points.is_empty() { String::new() } else { format!("M{}", points.join("L")) }
}

fn label(x: i32, y: i32, anchor: &'static str, words: String) -> Html {
    el!("text", "x" = x.to_string(), "y" = y.to_string(), "text-anchor" = anchor).text(words).build()
}

fn zone(outcome: Outcome, x: i32, y: i32, anchor: &'static str) -> Html {
    el!("text", "class" = "zone", "x" = x.to_string(), "y" = y.to_string(), "text-anchor" = anchor)
        .text(GAME.verdict(outcome))
        .build()
}

fn hat(stop: &Stop) -> &'static str {
    stop.hat.map_or("end", Stance::name)
}

/// The stop that the way has come to: round under the leader's hat, square under the manager's, with its number.
fn stopped(at: usize, stop: &Stop, scale: &Scale) -> Html {
    mark(hat(stop), at, scale.x(stop.leadership), scale.y(stop.management))
}

/// A stop on the way, smaller and without its number, so that the next ones can be seen.
fn passed(stop: &Stop, scale: &Scale) -> Html {
    let (x, y) = (scale.x(stop.leadership), scale.y(stop.management));
    let mut ground = match stop.hat {
        Some(Stance::Manager) => {
            el!(
                "rect",
                "class" = "at",
                "x" = (x - 9).to_string(),
                "y" = (y - 9).to_string(),
                "width" = "18",
                "height" = "18"
            )
        }
        _ => el!("circle", "class" = "at", "cx" = x.to_string(), "cy" = y.to_string(), "r" = "10"),
    };
    el!("g", "class" = hat(stop)).with(&mut ground).build()
}

/// A number on its ground.
fn mark(class: &'static str, number: usize, x: i32, y: i32) -> Html {
    let mut ground = match class {
        "manager" => el!(
            "rect",
            "class" = "at",
            "x" = (x - 19).to_string(),
            "y" = (y - 19).to_string(),
            "width" = "38",
            "height" = "38",
            "rx" = "3"
        ),
        _ => el!("circle", "class" = "at", "cx" = x.to_string(), "cy" = y.to_string(), "r" = "20"),
    };
    el!("g", "class" = class).with(&mut ground).put(label(x, y + 10, "middle", number.to_string())).build()
}
