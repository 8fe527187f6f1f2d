//! What is done with mouse, finger and keys beside the elements' own events: ways dragged over the map, steps by a double
//! click, changes taken back.

use super::Send;
use crate::platform::page;
use crate::workbench::{Event, Studio, ZoomTo};
use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, MouseEvent};

/// What can hold what is typed: keys in it are its own.
const FIELDS: &str = "input, textarea, select, [contenteditable]";

/// How far a pointer moves before it drags, in CSS pixels.
const FAR: i32 = 5;

/// A drag: where it began, and whether it has gone far enough to be one.
#[derive(Clone)]
struct Held {
    way: String,
    at: (i32, i32),
    drags: bool,
}

/// Listens on the workbench's page.
pub(in super::super) fn on(main: &Element, send: &Send) -> Vec<EventListener> {
    let held: Rc<RefCell<Option<Held>>> = Rc::default();
    let mut listeners = vec![keys(main, send), paper(main, send), wheel(main, send)];
    let grab = Rc::clone(&held);
    listeners.push(EventListener::new(main, "pointerdown", move |event| {
        let way = target(event).and_then(|it| it.closest("[data-way]").ok().flatten());
        let way = way.and_then(|it| it.get_attribute("data-way"));
        if let (Some(way), Some(pointer)) = (way, event.dyn_ref::<MouseEvent>()) {
            *grab.borrow_mut() = Some(Held { way, at: (pointer.client_x(), pointer.client_y()), drags: false });
        }
    }));
    let Some(window) = web_sys::window() else { return listeners };
    let (moved, over) = (Rc::clone(&held), send.clone());
    listeners.push(EventListener::new(&window, "pointermove", move |event| {
        let mut held = moved.borrow_mut();
        let (Some(pointer), Some(drag)) = (event.dyn_ref::<MouseEvent>(), held.as_mut()) else { return };
        let (x, y) = (pointer.client_x(), pointer.client_y());
        if !drag.drags && (x - drag.at.0).abs().max((y - drag.at.1).abs()) < FAR {
            return;
        }
        if !std::mem::replace(&mut drag.drags, true) {
            let Ok(way) = drag.way.parse() else { return };
            over.send_message(Event::Studio(Studio::Grab(way)));
        }
        stretch(x, y);
        over.send_message(Event::Studio(Studio::Over(under(x, y).unwrap_or_default())));
    }));
    for (name, drops) in [("pointerup", true), ("pointercancel", false)] {
        let (held, send) = (Rc::clone(&held), send.clone());
        listeners.push(EventListener::new(&window, name, move |event| {
            let Some(drag) = held.borrow_mut().take().filter(|drag| drag.drags) else { return };
            let pointer = event.dyn_ref::<MouseEvent>();
            // Beside the map nothing is meant.
            let on_map = pointer.is_some_and(|it| is_on_map(it.client_x(), it.client_y()));
            let event = if drops && on_map && !drag.way.is_empty() { Studio::LetGo } else { Studio::GiveUp };
            send.send_message(Event::Studio(event));
        }));
    }
    listeners
}

fn target(event: &web_sys::Event) -> Option<Element> {
    event.target().and_then(|target| target.dyn_into().ok())
}

/// What stands on the page at a place.
fn at(x: i32, y: i32) -> Option<Element> {
    web_sys::window()?.document()?.element_from_point(x as f32, y as f32)
}

/// What a way would lead to at a place of the page.
fn under(x: i32, y: i32) -> Option<String> {
    at(x, y)?.closest("[data-to]").ok()??.get_attribute("data-to")
}

fn is_on_map(x: i32, y: i32) -> bool {
    at(x, y).is_some_and(|it| it.closest(".map").is_ok_and(|map| map.is_some()))
}

/// Draws the way that is dragged up to a place of the page.
fn stretch(x: i32, y: i32) {
    let (Some(map), Some(band)) = (page::find(".map svg"), page::find(".map .band")) else { return };
    let area = map.get_bounding_client_rect();
    let Some(wide) = map.get_attribute("viewBox").and_then(|view| view.split(' ').nth(2)?.parse::<i32>().ok()) else {
        return;
    };
    let scale = f64::from(wide) / area.width().max(1.0);
    for (name, place) in [("x2", f64::from(x) - area.left()), ("y2", f64::from(y) - area.top())] {
        // Fails for no name that is written here.
        let _ = band.set_attribute(name, &((place * scale) as i32).to_string());
    }
}

/// A double click on the map's paper makes a step.
fn paper(main: &Element, send: &Send) -> EventListener {
    let send = send.clone();
    EventListener::new(main, "dblclick", move |event| {
        let Some(target) = target(event) else { return };
        let is_within = |selector: &str| target.closest(selector).is_ok_and(|found| found.is_some());
        if is_within(".map") && !is_within("[data-to], [data-way]") {
            send.send_message(Event::Studio(Studio::NewStep));
        }
    })
}

/// Two fingers, or the wheel with Ctrl, draw the map larger or smaller.
fn wheel(main: &Element, send: &Send) -> EventListener {
    let send = send.clone();
    let options = EventListenerOptions { phase: EventListenerPhase::Bubble, passive: false };
    EventListener::new_with_options(main, "wheel", options, move |event| {
        let is_on_map = target(event).is_some_and(|it| it.closest(".map").is_ok_and(|map| map.is_some()));
        let held = event.dyn_ref::<MouseEvent>().is_some_and(|wheel| wheel.ctrl_key() || wheel.meta_key());
        if !is_on_map || !held {
            return;
        }
        event.prevent_default();
        let down = js_sys::Reflect::get(event, &"deltaY".into()).ok().and_then(|by| by.as_f64()).unwrap_or_default();
        let room = page::find(".map").map_or(0, |frame| frame.client_width());
        send.send_message(Event::Zoomed(if down < 0.0 { ZoomTo::In } else { ZoomTo::Out }, room));
    })
}

/// Keys are the author's alone here. Outside of fields some take changes back, and one looks for a step.
fn keys(main: &Element, send: &Send) -> EventListener {
    let send = send.clone();
    let options = EventListenerOptions { phase: EventListenerPhase::Bubble, passive: false };
    EventListener::new_with_options(main, "keydown", options, move |event| {
        event.stop_propagation();
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        if target(event).is_some_and(|it| it.closest(FIELDS).is_ok_and(|field| field.is_some())) {
            return;
        }
        let held = key.ctrl_key() || key.meta_key();
        let pressed = key.key().to_lowercase();
        let act = match (held, key.alt_key(), &*pressed) {
            (true, false, "z") if key.shift_key() => Studio::Redo,
            (true, false, "z") => Studio::Undo,
            (true, false, "y") => Studio::Redo,
            (false, false, "/") if page::find(".map-part .find").is_some() => {
                event.prevent_default();
                page::focus(".map-part .find", false);
                return;
            }
            _ => return,
        };
        event.prevent_default();
        send.send_message(Event::Studio(act));
    })
}
