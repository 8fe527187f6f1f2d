//! The story as a list: its steps in order, each with where its answers lead. The map of phones and of who does not see one.

use super::card::opens;
use super::{Send, WORDS};
use crate::ui::element::{Html, el};
use crate::ui::icon;
use crate::words::{ENGLISH as GAME, fill};
use crate::workbench::{Event, Facts, Map, MapSpot, MapWay, Model, Pick, Studio};
use document::Target;
use scenario::{Outcome, Stance};
use std::rc::Rc;

/// What is shown: the map, what is proved, what is open.
type Seen = (Rc<Map>, Rc<Facts>, Option<Pick>);

pub(super) fn seen(model: &Model) -> Seen {
    let editing = &model.editing;
    (Rc::clone(&editing.map), Rc::clone(&editing.facts), editing.picked.clone())
}

/// The list.
pub(super) fn draw((map, facts, picked): &Seen, send: &Send) -> Html {
    let steps = map.order().into_iter().map(|id| step(map, facts, picked.as_ref(), id, send));
    let endings = Outcome::ALL.into_iter().map(|outcome| {
        let pick = Pick::Ending(outcome);
        el!("li")
            .with(
                el!("button", "class" = "button plain", "aria-current" = current(picked.as_ref(), &pick))
                    .put(icon::draw(icon::outcome(outcome)))
                    .text(GAME.verdict(outcome))
                    .on_click(opens(send, pick)),
            )
            .build()
    });
    el!("details", "class" = "outline", "open" = "")
        .with(el!("summary").text(WORDS.outline))
        .with(
            el!("p", "class" = "actions").with(
                el!("button", "class" = "button")
                    .text(WORDS.map_step)
                    .on_click(super::super::on(send, Event::Studio(Studio::NewStep))),
            ),
        )
        .with(el!("ol").each(steps))
        .with(el!("ul").each(endings))
        .build()
}

fn current(picked: Option<&Pick>, pick: &Pick) -> Option<&'static str> {
    (picked == Some(pick)).then_some("true")
}

/// The title of a step, as its box has it.
fn title(map: &Map, id: &str) -> String {
    map.step(id).map_or_else(|| id.to_owned(), |place| place.lines.join(" "))
}

fn step(map: &Map, facts: &Facts, picked: Option<&Pick>, id: &str, send: &Send) -> Html {
    let pick = Pick::Step(id.to_owned());
    let place = map.step(id);
    let visits = facts.steps.get(id).map(|known| fill(WORDS.comes, &[("visits", &known.report.visits)]));
    let kind = match place {
        Some(place) if place.is_start => Some(WORDS.start),
        Some(place) if place.is_passage => Some(WORDS.passage),
        _ => None,
    };
    let ways = map.ways.iter().filter(|way| way.step.as_deref() == Some(id)).map(|way| goal(map, way));
    el!("li")
        .key(id.to_owned())
        .with(
            el!("button", "class" = "button plain", "aria-current" = current(picked, &pick))
                .with(el!("bdi").text(title(map, id)))
                .on_click(opens(send, pick)),
        )
        .maybe(kind.map(|kind| el!("small", "class" = "soft").text(kind).build()))
        .maybe(visits.map(|visits| el!("small", "class" = "soft").text(visits).build()))
        .with(el!("ul").each(ways))
        .build()
}

/// Where an answer leads.
fn goal(map: &Map, way: &MapWay) -> Html {
    let to = match Target::of(&way.to) {
        Target::Step(id) => title(map, &id),
        Target::End => WORDS.end.to_owned(),
        Target::Outcome(name) => Outcome::from_name(&name).map_or(name, |outcome| GAME.verdict(outcome).to_owned()),
    };
    let hat = way.stance.map_or(WORDS.no_hat, |stance| GAME.stance(stance));
    el!("li", "class" = way.stance.map_or("hatless", Stance::name))
        .maybe(way.stance.map(|stance| icon::draw(icon::hat(stance))))
        .with(el!("span").text(hat).text(" ").text(WORDS.leads_said).text(" "))
        .with(el!("bdi").text(to))
        .build()
}

/// Whether a place of the map is an ending.
pub(super) fn ending(spot: &MapSpot) -> Option<Outcome> {
    if let MapSpot::Outcome(outcome) = spot { Some(*outcome) } else { None }
}
