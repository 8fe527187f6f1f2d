//! The balance map: leadership across, management up, the run as a path of numbered stops.

use super::WORDS;
use super::element::{Element, el};
use crate::app::view::{MapView, Stop};
use crate::scenario::{Outcome, Stance};
use crate::words::fill;
use yew::Html;

/// The plot within the drawing: its left and lower edge, and its size.
const LEFT: i32 = 44;
const TOP: i32 = 12;
const SIZE: i32 = 320;

/// From a meter's value to a place in the drawing.
struct Scale {
    low: i32,
    high: i32,
}

impl Scale {
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

/// The map with its explanation.
pub(super) fn figure(view: &MapView) -> Html {
    let across = Scale { low: view.across.0, high: view.across.1 };
    let up = Scale { low: view.up.0, high: view.up.1 };
    let x = |value: i32| LEFT + across.along(value);
    let y = |value: i32| TOP + SIZE - up.along(value);
    let (right, bottom) = (LEFT + SIZE, TOP + SIZE);
    let vertical = |value: i32| format!("M{} {TOP}V{bottom}", x(value));
    let level = |value: i32| format!("M{LEFT} {}H{right}", y(value));
    let grid: String = across.grid().map(vertical).chain(up.grid().map(level)).collect();
    let (need_x, need_y) = (x(view.enough.0), y(view.enough.1));
    let places = places(view, x, y);
    let trail: Vec<String> = places.iter().map(|(x, y)| format!("{x} {y}")).collect();
    let good = || {
        let (wide, high) = (number(right - need_x), number(need_y - TOP));
        el!("rect", "class" = "good", "x" = number(need_x), "y" = number(TOP), "width" = wide, "height" = high)
    };
    let path = |class: &'static str, d: String| el!("path", "class" = class, "d" = d).build();
    let (size, start) = (number(SIZE), number(TOP));
    let ticks_across =
        [0, view.enough.0].map(|value| label("tick", x(value), bottom + 14, "middle", value.to_string()));
    let ticks_up = [0, view.enough.1].map(|value| label("tick", LEFT - 6, y(value) + 4, "end", value.to_string()));
    let stops = view.stops.iter().zip(&places).enumerate();
    let here = places.last().map(|(x, y)| circle("here", *x, *y, "15").build());
    let upwards = format!("translate(14 {TOP})rotate(-90)");
    let map = el!(
        "svg",
        "class" = "map",
        "viewBox" = "0 0 376 372",
        "role" = "img",
        "aria-labelledby" = "map-title map-text"
    )
    .with(el!("title", "id" = "map-title").text(WORDS.map))
    .with(el!("desc", "id" = "map-text").text(text(view)))
    .with(&mut el!("rect", "class" = "sea", "x" = number(LEFT), "y" = start, "width" = size.clone(), "height" = size))
    .with(el!("g").with(&mut good()).with(&mut good()))
    .put(path("grid", grid))
    .put(path("edge", vertical(0) + &level(0)))
    .put(path("need", vertical(view.enough.0) + &level(view.enough.1)))
    .put(zone(Outcome::UnderLed, x(0).max(LEFT) + 6, TOP + 18, "start"))
    .put(zone(Outcome::Balanced, right - 8, TOP + 18, "end"))
    .put(zone(Outcome::Adrift, need_x - 6, bottom - 28, "end"))
    .put(zone(Outcome::UnderManaged, right - 8, bottom - 45, "end"))
    .each(ticks_across.into_iter())
    .each(ticks_up.into_iter())
    .put(label("axis", right, bottom + 32, "end", format!("{} →", WORDS.leadership)))
    .with(
        el!("text", "class" = "axis", "transform" = upwards, "text-anchor" = "end")
            .text(format!("{} →", WORDS.management)),
    )
    .with(&mut el!("polyline", "class" = "trail", "pathLength" = "1", "points" = trail.join(" ")))
    .each(stops.map(|(at, (place, (x, y)))| stop(at, place, *x, *y)))
    .maybe(here)
    .build();
    el!("figure").put(map).with(el!("figcaption").text(WORDS.map_caption)).build()
}

fn number(number: i32) -> String {
    number.to_string()
}

fn circle(class: &'static str, x: i32, y: i32, radius: &'static str) -> Element {
    el!("circle", "class" = class, "cx" = number(x), "cy" = number(y), "r" = radius)
}

fn label(class: &'static str, x: i32, y: i32, anchor: &'static str, words: String) -> Html {
    el!("text", "class" = class, "x" = number(x), "y" = number(y), "text-anchor" = anchor).text(words).build()
}

/// Where the stops stand; one at a place that was visited before is moved aside, so that both can be read.
fn places(view: &MapView, x: impl Fn(i32) -> i32, y: impl Fn(i32) -> i32) -> Vec<(i32, i32)> {
    let mut places = Vec::with_capacity(view.stops.len());
    for (at, stop) in view.stops.iter().enumerate() {
        let here = |other: &&Stop| (other.leadership, other.management) == (stop.leadership, stop.management);
        let before = view.stops[..at].iter().filter(here).count() as i32;
        places.push((x(stop.leadership) + 7 * before, y(stop.management) - 7 * before));
    }
    places
}

/// A stop: round under the leader's hat, square under the manager's, a ring at the start.
fn stop(at: usize, stop: &Stop, x: i32, y: i32) -> Html {
    let Some(hat) = stop.hat else {
        return el!("g")
            .with(&mut circle("home", x, y, "6"))
            .put(label("soft", x - 11, y + 4, "end", WORDS.map_start.into()))
            .build();
    };
    let mut mark = match hat {
        Stance::Leader => circle("at", x, y, "9"),
        Stance::Manager => {
            el!("rect", "class" = "at", "x" = number(x - 8), "y" = number(y - 8), "width" = "16", "height" = "16")
        }
    };
    el!("g", "class" = hat.name()).with(&mut mark).put(label("number", x, y + 4, "middle", at.to_string())).build()
}

/// The name of a part of the map.
fn zone(outcome: Outcome, x: i32, y: i32, anchor: &'static str) -> Html {
    el!("text", "class" = "zone", "x" = number(x), "y" = number(y), "text-anchor" = anchor)
        .text(WORDS.map_zones[outcome as usize])
        .with(el!("tspan", "x" = number(x), "dy" = "17").text(WORDS.map_zones_second[outcome as usize]))
        .build()
}

/// The map in a sentence.
fn text(view: &MapView) -> String {
    let (Some(first), Some(last)) = (view.stops.first(), view.stops.last()) else {
        return String::new();
    };
    let numbers = [
        ("l0", first.leadership),
        ("m0", first.management),
        ("l", last.leadership),
        ("m", last.management),
        ("n", view.stops.len() as i32 - 1),
        ("le", view.enough.0),
        ("me", view.enough.1),
    ]
    .map(|(gap, number)| (gap, number.to_string()));
    let gaps = numbers.each_ref().map(|(gap, number)| (*gap, &**number));
    fill(WORDS.map_means, &gaps)
}
