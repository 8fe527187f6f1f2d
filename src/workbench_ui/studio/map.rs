//! The map: every step a box, every way a line; boxes are opened by mouse and by key, ways are drawn from their knobs.

use super::card::opens;
use super::fields::{act, button};
use super::outline::ending;
use super::picker::{Choose, Props, picker};
use super::{Send, WORDS};
use crate::components::field;
use crate::ui::element::{Element, Html, el};
use crate::words::{ENGLISH as GAME, fill};
use crate::workbench::{Answer, Drop, Event, Facts, Map, MapSpot, MapWay, Model, Move, Pick, Place, Studio, ZoomTo};
use document::Target;
use lint::Severity;
use scenario::Stance;
use std::rc::Rc;
use yew::Callback;
use yew::events::KeyboardEvent;

/// How high a line of words is.
const LINE: i32 = 17;

/// What is shown.
#[derive(Clone, PartialEq)]
pub(super) struct Seen {
    map: Rc<Map>,
    facts: Rc<Facts>,
    answer: Option<Rc<Answer>>,
    picked: Option<Pick>,
    drag: Option<Drop>,
    find: String,
    followed: Option<usize>,
    turn: u32,
    percent: u16,
}

pub(super) fn seen(model: &Model) -> Seen {
    let editing = &model.editing;
    Seen {
        map: Rc::clone(&editing.map),
        facts: Rc::clone(&editing.facts),
        answer: model.answer.clone(),
        picked: editing.picked.clone(),
        drag: editing.drag.clone(),
        find: editing.find.clone(),
        followed: editing.followed,
        turn: editing.refusals,
        percent: model.zoom.percent(editing.map.wide, model.room),
    }
}

/// The map, and what is above it.
pub(super) fn draw(seen: &Seen, send: &Send) -> Html {
    let keys = send.batch_callback(|key: KeyboardEvent| {
        let to = match key.key().as_str() {
            "ArrowUp" => Move::Up,
            "ArrowDown" => Move::Down,
            "ArrowLeft" => Move::Before,
            "ArrowRight" => Move::Behind,
            "Escape" => return Some(Event::Studio(Studio::GiveUp)),
            _ => return None,
        };
        key.prevent_default();
        Some(Event::Studio(Studio::Walk(to)))
    });
    let refused = seen.drag.as_ref().and_then(|drag| drag.refused.clone());
    el!("section", "class" = "map-part", "aria-label" = WORDS.map)
        .put(above(seen, send))
        .with(
            el!(
                "div",
                "class" = if seen.drag.is_some() { "map graph dragging" } else { "map graph" },
                "role" = "group",
                "aria-label" = WORDS.map,
                "tabindex" = "0"
            )
            .on_key(keys)
            .put(picture(seen, send)),
        )
        .with(el!("p", "class" = "refused", "role" = "status").text(refused.unwrap_or_default()))
        .with(el!("p", "class" = "soft map-keys").text(WORDS.map_keys))
        .build()
}

/// How wide the map's frame is inside.
#[cfg(target_arch = "wasm32")]
fn room() -> i32 {
    crate::platform::page::find(".map").map_or(0, |frame| frame.client_width())
}

/// How wide the map's frame is inside.
#[cfg(not(target_arch = "wasm32"))]
fn room() -> i32 {
    0
}

/// A new step, what is looked for, how large the map is drawn.
fn above(seen: &Seen, send: &Send) -> Html {
    let bench = &crate::workbench::ENGLISH;
    let sized = |words: &'static str, sign: &'static str, to: ZoomTo| {
        let press = send.callback(move |_: yew::events::MouseEvent| Event::Zoomed(to, room()));
        el!("button", "class" = "button plain", "aria-label" = words).text(sign).on_click(press).build()
    };
    let looked = send.batch_callback(|event| field::written(&event).map(|words| Event::Studio(Studio::Find(words))));
    let next =
        send.batch_callback(|key: KeyboardEvent| (key.key() == "Enter").then_some(Event::Studio(Studio::FindNext)));
    let mut find = el!(
        "input",
        "type" = "search",
        "class" = "find",
        "aria-label" = WORDS.find,
        "placeholder" = WORDS.find,
        "autocomplete" = "off"
    );
    find.holds(seen.find.clone()).on_input(looked).on_key(next);
    el!("div", "class" = "sizes")
        .with(el!("button", "class" = "button").text(WORDS.map_step).on_click(act(send, Studio::NewStep)))
        .with(&mut find)
        .put(button(WORDS.find_next, Studio::FindNext, send))
        .put(followed(seen, send))
        .with(
            el!("span", "role" = "group", "aria-label" = bench.sizes)
                .put(sized(bench.smaller, "−", ZoomTo::Out))
                .put(sized(bench.larger, "+", ZoomTo::In))
                .put(sized(bench.fit, bench.fit, ZoomTo::Fit)),
        )
        .build()
}

/// The players of habit, one of whose ways can be lit.
fn followed(seen: &Seen, send: &Send) -> Html {
    let bench = &crate::workbench::ENGLISH;
    let names = [bench.always_leader, bench.always_manager, bench.alternating, bench.balancing];
    let habits = seen.facts.habits.iter().zip(names).enumerate().map(|(at, (habit, name))| {
        let outcome = habit.outcome.map_or("", |outcome| GAME.verdict(outcome));
        (at.to_string(), fill(WORDS.follows, &[("persona", name), ("outcome", outcome)]))
    });
    let choices = std::iter::once((String::new(), WORDS.follow_nobody.to_owned())).chain(habits).collect();
    let on_choose = Choose(send.callback(|at: String| Event::Studio(Studio::Follow(at.parse().ok()))));
    let chosen = seen.followed.map(|at| at.to_string()).unwrap_or_default();
    picker(Props { label: WORDS.follow.into(), chosen, choices, turn: seen.turn, is_refused: false, on_choose })
}

fn picture(seen: &Seen, send: &Send) -> Html {
    let map = &seen.map;
    let sized = |length: i32| (length * i32::from(seen.percent) / 100).to_string();
    let view = format!("0 0 {} {}", map.wide, map.high);
    let from = seen.drag.as_ref().and_then(|drag| map.ways.iter().find(|way| way.path == drag.way));
    let band = from.map(|way| {
        let (x, y) = (way.knob.0.to_string(), way.knob.1.to_string());
        el!("line", "class" = "band", "x1" = x.clone(), "y1" = y.clone(), "x2" = x, "y2" = y).build()
    });
    el!("svg", "width" = sized(map.wide), "height" = sized(map.high), "viewBox" = view)
        .with(el!("g", "class" = "edges", "aria-hidden" = "true").each(map.ways.iter().map(|way| edge(seen, way))))
        .each(map.places.iter().map(|it| place(seen, it, send)))
        .with(
            el!("g", "class" = "knobs", "aria-hidden" = "true")
                .each(map.ways.iter().filter(|way| way.step.is_some()).map(knob)),
        )
        .maybe(band)
        .build()
}

/// A way, as wide as it is often taken.
fn edge(seen: &Seen, way: &MapWay) -> Html {
    let often = way.step.as_ref().and_then(|step| seen.facts.steps.get(step)).map_or(200, |known| known.report.often);
    let tenths = 12.0 + 48.0 * (f64::from(often.min(1000)) / 1000.0).sqrt();
    let is_of_picked = matches!((&seen.picked, &way.step), (Some(Pick::Step(picked)), Some(step)) if picked == step);
    let habit = seen.followed.and_then(|at| seen.facts.habits.get(at));
    let is_lit = habit.zip(way.step.as_deref()).is_some_and(|(habit, step)| habit.takes(step, &way.response, &way.to));
    let mut class = match (way.stance, is_of_picked) {
        (Some(stance), false) => stance.name().to_owned(),
        (Some(stance), true) => format!("{} of-picked", stance.name()),
        (None, _) if way.step.is_none() => "end".to_owned(),
        (None, _) => "hatless".to_owned(),
    };
    class.push_str(if is_lit { " lit" } else { "" });
    el!("path", "class" = class, "d" = way.line.clone(), "stroke-width" = format!("{:.1}", tenths / 10.0)).build()
}

/// What a way is dragged by.
fn knob(way: &MapWay) -> Html {
    let class = format!("knob {}", way.stance.map_or("hatless", Stance::name));
    let (x, y) = (way.knob.0.to_string(), way.knob.1.to_string());
    el!("circle", "class" = class, "cx" = x, "cy" = y, "r" = "7", "data-way" = way.path.to_string()).build()
}

/// The worst that is said of a step.
fn worst(seen: &Seen, id: &str) -> Option<Severity> {
    let problems = seen.answer.iter().flat_map(|answer| &answer.problems);
    problems.filter(|problem| problem.path.step_id() == Some(id)).map(|problem| problem.severity).min()
}

fn place(seen: &Seen, place: &Place, send: &Send) -> Html {
    let [x, y, wide, high] = place.area;
    let mut shape = match &place.spot {
        MapSpot::Step(id) => step(seen, place, id, send),
        MapSpot::End => el!("g", "class" = over(seen, "end", "node judged"), "data-to" = "end"),
        spot => match ending(spot) {
            Some(outcome) => {
                let pick = Pick::Ending(outcome);
                let to = Target::outcome(outcome).to_string();
                let class = over(seen, &to, &format!("node {}", outcome.name()));
                let pressed = if seen.picked.as_ref() == Some(&pick) { "true" } else { "false" };
                opener(
                    el!(
                        "g",
                        "class" = class,
                        "role" = "button",
                        "tabindex" = "-1",
                        "aria-pressed" = pressed,
                        "data-to" = to
                    ),
                    pick,
                    send,
                )
            }
            None => el!("g"),
        },
    };
    let round = if matches!(place.spot, MapSpot::Step(_)) { 8 } else { high / 2 };
    shape.with(&mut el!(
        "rect",
        "x" = x.to_string(),
        "y" = y.to_string(),
        "width" = wide.to_string(),
        "height" = high.to_string(),
        "rx" = round.to_string(),
        "class" = "box"
    ));
    let lines = match ending(&place.spot) {
        Some(outcome) => vec![GAME.verdict(outcome).to_owned()],
        None if place.spot == MapSpot::End => vec![WORDS.end_short.to_owned()],
        None => place.lines.clone(),
    };
    let middle = x + wide / 2;
    let under = y + 23 + LINE * lines.len() as i32;
    let words = lines.into_iter().enumerate().map(|(at, line)| text("name", middle, y + 23 + LINE * at as i32, line));
    shape.each(words).put(text("note", middle, under, note(seen, &place.spot))).build()
}

/// The quiet line of a box.
fn note(seen: &Seen, spot: &MapSpot) -> String {
    let MapSpot::Step(id) = spot else { return String::new() };
    match seen.facts.steps.get(id) {
        Some(known) if known.report.ranges.is_none() => WORDS.no_run.to_owned(),
        Some(known) => fill(WORDS.comes, &[("visits", &known.report.visits)]),
        None => String::new(),
    }
}

/// A class, and whether what is dragged is over it, and may lead there.
fn over(seen: &Seen, to: &str, class: &str) -> String {
    match &seen.drag {
        Some(drag) if drag.over == to && drag.refused.is_some() => format!("{class} over not-there"),
        Some(drag) if drag.over == to => format!("{class} over"),
        _ => class.to_owned(),
    }
}

fn step(seen: &Seen, place: &Place, id: &str, send: &Send) -> Element {
    let pick = Pick::Step(id.to_owned());
    let is_picked = seen.picked.as_ref() == Some(&pick);
    let mut class = over(seen, id, "node step");
    if let Some(worst) = worst(seen, id) {
        class.push_str(" has-");
        class.push_str(worst.name());
    }
    if let Some(known) = seen.facts.steps.get(id) {
        let is_lost = !known.standings.is_empty() && known.standings.values().all(|it| it.after == "0 %");
        class.push_str(if is_lost { " lost" } else { "" });
        class.push_str(if known.report.weight == "0 %" && !place.is_passage { " pale" } else { "" });
    }
    class.push_str(if place.is_passage { " passage" } else { "" });
    class.push_str(if place.is_start { " start" } else { "" });
    // One of them is reached by Tab: what is picked, or the first.
    let tab = if is_picked || seen.picked.is_none() && place.is_start { "0" } else { "-1" };
    let shape = el!(
        "g",
        "class" = class,
        "role" = "button",
        "tabindex" = tab,
        "aria-pressed" = if is_picked { "true" } else { "false" },
        "data-to" = id.to_owned()
    );
    opener(shape, pick, send)
}

/// What opens a card, by mouse and by key.
fn opener(mut shape: Element, pick: Pick, send: &Send) -> Element {
    let pressed = send.clone();
    let event = Event::Studio(Studio::Pick(Some(pick.clone())));
    let press = Callback::from(move |key: KeyboardEvent| {
        if matches!(key.key().as_str(), "Enter" | " ") {
            key.prevent_default();
            pressed.send_message(event.clone());
        }
    });
    shape.on_click(opens(send, pick)).on_key(press);
    shape
}

fn text(class: &'static str, x: i32, y: i32, words: String) -> Html {
    el!("text", "class" = class, "x" = x.to_string(), "y" = y.to_string(), "text-anchor" = "middle")
        // Said as one sentence, the lines are words apart.
        .text(words + " ")
        .build()
}
