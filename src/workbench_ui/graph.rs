//! The scenario as a picture: a step can be opened by mouse and by key.

use super::{Send, WORDS, on};
use crate::platform::page;
use crate::ui::element::{Element, el};
use crate::words::ENGLISH as GAME;
use crate::workbench::{Edge, Event, Model, Node, Picture, Target, ZoomTo};
use scenario::Stance;
use std::rc::Rc;
use yew::events::KeyboardEvent;
use yew::{Callback, Html};

/// How high a line of words is.
const LINE: i32 = 17;

/// What is shown: the picture, the step that is looked at, whether the picture is of an earlier text, and how large it is
/// drawn, in per cent.
type Seen = (Option<Rc<Picture>>, Option<u32>, bool, u16);

pub(super) fn seen(model: &Model) -> Seen {
    let picture = model.plan.as_ref().map(|plan| Rc::clone(&plan.picture));
    let percent = model.zoom.percent(picture.as_ref().map_or(0, |picture| picture.wide), model.room);
    (picture, model.look.map(|look| look.0), model.stale, percent)
}

/// The picture of the text as it could last be read.
pub(super) fn draw((shown, look, stale, percent): &Seen, send: &Send) -> Html {
    let Some(shown) = shown else {
        return el!("p", "class" = "soft").text(WORDS.unknown).build();
    };
    let class = if *stale { "graph stale" } else { "graph" };
    el!("div")
        .put(sizes(*percent, send))
        .with(
            el!("div", "class" = class, "role" = "group", "aria-label" = WORDS.graph, "tabindex" = "0")
                .put(picture(shown, *look, *percent, send)),
        )
        .with(el!("p", "class" = "soft").text(WORDS.graph_key))
        .build()
}

/// How large the map is drawn.
fn sizes(percent: u16, send: &Send) -> Html {
    let button = |words: &'static str, sign: &'static str, to: ZoomTo| {
        let press = send.callback(move |_: web_sys::MouseEvent| {
            // As wide as what lies in the map's frame can be without a bar to scroll by.
            let room = page::find(".graph").map_or(0, |frame| frame.client_width());
            Event::Zoomed(to, room)
        });
        el!("button", "class" = "button plain", "aria-label" = words).text(sign).on_click(press).build()
    };
    el!("div", "class" = "sizes", "role" = "group", "aria-label" = WORDS.sizes)
        .put(button(WORDS.smaller, "−", ZoomTo::Out))
        .put(button(WORDS.larger, "+", ZoomTo::In))
        .put(button(WORDS.fit, WORDS.fit, ZoomTo::Fit))
        .put(button(WORDS.whole, WORDS.whole, ZoomTo::Whole))
        .with(el!("output").text(format!("{percent} %")))
        .build()
}

fn picture(picture: &Picture, look: Option<u32>, percent: u16, send: &Send) -> Html {
    let view = format!("0 0 {} {}", picture.wide, picture.high);
    let sized = |length: i32| number(length * i32::from(percent) / 100);
    el!("svg", "width" = sized(picture.wide), "height" = sized(picture.high), "viewBox" = view)
        .with(el!("g", "class" = "edges", "aria-hidden" = "true").each(picture.edges.iter().map(edge)))
        .each(picture.nodes.iter().map(|it| node(it, look, send)))
        .build()
}

fn edge(edge: &Edge) -> Html {
    let class = edge.stance.map_or("end", Stance::name);
    let wide = format!("{}.{}", edge.tenths / 10, edge.tenths % 10);
    el!("path", "class" = class, "d" = edge.line.clone(), "stroke-width" = wide).build()
}

fn node(node: &Node, look: Option<u32>, send: &Send) -> Html {
    let mut shape = match node.target {
        Target::Step(step) => opener(step, look == Some(step), send),
        Target::Outcome(outcome) => el!("g", "class" = format!("node {}", outcome.name())),
        Target::End => el!("g", "class" = "node judged"),
    };
    let (x, y) = (number(node.x), number(node.y));
    let round = if matches!(node.target, Target::Step(_)) { 8 } else { node.high / 2 };
    shape.with(&mut el!(
        "rect",
        "x" = x,
        "y" = y,
        "width" = number(node.wide),
        "height" = number(node.high),
        "rx" = number(round),
        "class" = if node.reached { "box" } else { "box unreached" }
    ));
    let lines = title(node);
    let under = node.y + 23 + LINE * lines.len() as i32;
    let middle = node.x + node.wide / 2;
    let words =
        lines.into_iter().enumerate().map(|(at, line)| text("name", middle, node.y + 23 + LINE * at as i32, line));
    shape.each(words).put(text("note", middle, under, node.note.clone())).build()
}

/// The words in a box: an outcome is called what players call it.
fn title(node: &Node) -> Vec<String> {
    match node.target {
        Target::Outcome(outcome) => vec![GAME.verdict(outcome).to_owned()],
        _ => node.lines.clone(),
    }
}

/// A step that can be opened.
fn opener(step: u32, looked_at: bool, send: &Send) -> Element {
    let event = Event::Look(Some(step));
    let pressed = send.clone();
    let opened = event.clone();
    let press = Callback::from(move |key: KeyboardEvent| {
        if matches!(key.key().as_str(), "Enter" | " ") {
            key.prevent_default();
            pressed.send_message(opened.clone());
        }
    });
    let mut shape = el!(
        "g",
        "class" = "node step",
        "role" = "button",
        "tabindex" = "0",
        "aria-pressed" = if looked_at { "true" } else { "false" }
    );
    shape.on_click(on(send, event)).on_key(press);
    shape
}

fn text(class: &'static str, x: i32, y: i32, words: String) -> Html {
    el!("text", "class" = class, "x" = number(x), "y" = number(y), "text-anchor" = "middle")
        // Said as one sentence, the lines are words apart.
        .text(words + " ")
        .build()
}

fn number(number: i32) -> String {
    number.to_string()
}
