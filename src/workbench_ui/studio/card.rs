//! The card of what is picked: a step with its lines and answers, or an ending.

use super::condition::Asks;
use super::desk::{Desk, Seen as Form};
use super::fields::{Lines, act, bare, button, choice, sign, stepper, text};
use super::picker::Choice;
use super::{Send, WORDS, ending, lines, response};
use crate::ui::element::{Html, el};
use crate::ui::icon;
use crate::words::{ENGLISH as GAME, fill};
use crate::workbench::{Aid, Event, Known, Model, Pick, Studio};
use document::{Field, Name, Node, Path, Value};
use scenario::{Dimension, SCENES, Stance, TO_WRITE};
use yew::html;

/// What the card shows.
#[derive(Clone, PartialEq)]
pub(super) struct Seen {
    picked: Option<Pick>,
    form: Form,
    /// How often something else was opened: a card of its own has fields of its own.
    opened: u32,
    /// Whether a run is tried: then its pane stands in the card's place.
    is_tried: bool,
}

pub(super) fn seen(model: &Model) -> Seen {
    Seen {
        picked: model.editing.picked.clone(),
        opened: model.editing.opened,
        form: Form::of(model),
        is_tried: model.trial.is_some(),
    }
}

/// The card, or what to do for one.
pub(super) fn draw(seen: &Seen, send: &Send) -> Html {
    if seen.is_tried {
        return Html::default();
    }
    let desk = Desk::new(&seen.form, send);
    let inside = match &seen.picked {
        None if desk.document.text().trim().is_empty() => el!("div", "class" = "card")
            .with(el!("p").text(WORDS.begin))
            .with(
                el!("p", "class" = "actions")
                    .with(
                        el!("button", "class" = "button main")
                            .text(WORDS.map_step)
                            .on_click(act(send, Studio::NewStep)),
                    )
                    .with(
                        el!("button", "class" = "button")
                            .text(WORDS.begin_story)
                            .on_click(super::super::on(send, Event::Start)),
                    ),
            )
            .build(),
        None => el!("p", "class" = "soft").text(WORDS.pick_one).build(),
        Some(Pick::Step(id)) => step(&desk, id, seen.opened),
        Some(Pick::Ending(outcome)) => el!("section", "class" = "card", "aria-labelledby" = "card")
            .put(head(&desk, GAME.verdict(*outcome)))
            .put(ending::form(&desk, *outcome))
            .build(),
    };
    html! { <>{ desk.refusal() }{ inside }</> }
}

/// The heading, which the focus comes to, and the way out.
fn head(desk: &Desk<'_>, title: &str) -> Html {
    el!("header")
        .with(el!("h2", "id" = "card", "tabindex" = "-1").with(el!("bdi").text(title.to_owned())))
        .put(sign(icon::CLOSE, WORDS.close, Studio::Pick(None), desk.send))
        .build()
}

/// The fields that the card of a step shows.
const SHOWN: [&str; 10] = [
    "title",
    "moment",
    "scene",
    "dimension",
    "concepts",
    "situation",
    "pressure",
    "visits",
    "responses",
    "facilitator",
];

fn step(desk: &Desk<'_>, id: &str, opened: u32) -> Html {
    let path = Path::step(id);
    let Some(node) = desk.document.node(&path) else { return Html::default() };
    let title = path.clone().key("title");
    let named = desk.steps.iter().find(|(step, _)| step == id).map_or(id, |(_, title)| title);
    let visits = node.get("visits").is_some();
    let asks = Asks::Step { visits };
    let known = desk.seen.facts.steps.get(id);
    let mut field = bare(desk, &title, desk.text(&title), (WORDS.title_field.into(), WORDS.title_hint), Lines::One);
    el!("section", "class" = "card", "aria-labelledby" = "card")
        // What was typed at another step is not shown here; a step that is renamed stays the same.
        .key(opened.to_string())
        .put(head(desk, named))
        .with(
            el!("div", "class" = "title-field", "id" = "card-title", "tabindex" = "-1")
                .with(&mut field)
                .maybe(desk.faults(&title)),
        )
        .maybe(known.map(figures))
        .maybe(desk.own_faults(&path, &SHOWN))
        .with(
            el!("div", "class" = "row")
                .put(choice(desk, &path.clone().key("dimension"), WORDS.dimension, dimensions()))
                .put(text(desk, &path.clone().key("moment"), WORDS.moment, WORDS.moment_hint, Lines::One)),
        )
        .put(lines::form(
            desk,
            &path.clone().key("situation"),
            WORDS.situation,
            WORDS.line_hint,
            (Some(Aid::Situation), asks),
        ))
        .put(responses(desk, &path, id, visits))
        .put(rest(desk, &path, id, node))
        .build()
}

/// The four things that a step can be about, in words.
fn dimensions() -> Vec<Choice> {
    let all = Dimension::ALL.into_iter().map(|it| (it.name().to_owned(), GAME.dimension(it).to_owned()));
    std::iter::once((String::new(), WORDS.no_dimension.to_owned())).chain(all).collect()
}

/// What is proved of the step.
fn figures(known: &Known) -> Html {
    let bench = &crate::workbench::ENGLISH;
    let Some([leadership, management]) = known.report.ranges else {
        return el!("p", "class" = "aside").text(bench.unreached).build();
    };
    let range = |(low, high): (i32, i32)| fill(bench.range, &[("low", &low.to_string()), ("high", &high.to_string())]);
    let is_pale = known.report.weight == "0 %";
    let figure =
        |name: &'static str, value: String| el!("div").with(el!("dt").text(name)).with(el!("dd").text(value)).build();
    el!("div")
        .with(
            el!("dl", "class" = "figures")
                .put(figure(GAME.leadership, range(leadership)))
                .put(figure(GAME.management, range(management)))
                .put(figure(bench.visits, known.report.visits.clone()))
                .put(figure(bench.weight, known.report.weight.clone())),
        )
        .maybe(is_pale.then(|| el!("p", "class" = "aside").text(WORDS.pale).build()))
        .build()
}

/// The answers, those of each hat under one another, the hats side by side.
fn responses(desk: &Desk<'_>, path: &Path, id: &str, visits: bool) -> Html {
    let map = path.clone().key("responses");
    let hat = |id: &str| {
        let stance = desk.document.read::<String>(&map.clone().key(id).key("stance")).value();
        stance.and_then(|name| Stance::ALL.into_iter().find(|stance| stance.name() == name))
    };
    let ids = desk.document.ids(&map);
    let column = |stance: Option<Stance>, words: &'static str, add: Option<Html>| {
        let own = ids.iter().filter(|id| hat(id) == stance);
        let answers = own.map(|answer| response::form(desk, id, answer, visits));
        el!("section", "class" = format!("hat {}", stance.map_or("hatless", Stance::name)), "aria-label" = words)
            .with(el!("h3").maybe(stance.map(|it| icon::draw(icon::hat(it)))).text(words))
            .with(el!("ul").each(answers))
            .maybe(add)
            .build()
    };
    let add = |stance: Stance, words: &'static str| {
        Some(button(words, Studio::NewResponse(id.to_owned(), stance), desk.send))
    };
    let has_hatless = ids.iter().any(|id| hat(id).is_none());
    el!("div", "class" = "responses", "role" = "group", "aria-label" = WORDS.responses)
        .with(el!("span", "class" = "label").text(WORDS.responses))
        .maybe(telling(desk, &map, &ids))
        .with(
            el!("div", "class" = "hats")
                .put(column(Some(Stance::Leader), WORDS.leader, add(Stance::Leader, WORDS.add_leader)))
                .put(column(Some(Stance::Manager), WORDS.manager, add(Stance::Manager, WORDS.add_manager)))
                .maybe(has_hatless.then(|| column(None, WORDS.no_hat, None))),
        )
        .maybe(desk.own_faults(&map, &ids))
        .build()
}

/// By how much the answers of one hat are longer than those of the other, where that tells the hat.
fn telling(desk: &Desk<'_>, map: &Path, ids: &[&str]) -> Option<Html> {
    let mean = |stance: Stance| {
        let own = ids
            .iter()
            .filter(|id| desk.document.read::<&str>(&map.clone().key(id).key("stance")).value() == Some(stance.name()));
        let lengths: Vec<usize> = own.map(|id| desk.text(&map.clone().key(id).key("text")).chars().count()).collect();
        let count = lengths.len();
        (count > 0).then(|| lengths.iter().sum::<usize>() as f64 / count as f64).filter(|mean| *mean >= 1.0)
    };
    let (one, other) = (mean(Stance::Leader)?, mean(Stance::Manager)?);
    let percent = (one.max(other) / one.min(other) - 1.0) * 100.0;
    let words = fill(WORDS.longer, &[("percent", &format!("{percent:.0}"))]);
    (percent > 40.0).then(|| el!("p", "class" = "hint").text(words).build())
}

/// What few steps need.
fn rest(desk: &Desk<'_>, path: &Path, id: &str, node: Node<'_>) -> Html {
    let number = |path: &Path| desk.document.read::<i32>(path).value();
    let pressure = |key: &'static str, stance: Stance| {
        let path = path.clone().key("pressure").key(key);
        let now = number(&path).unwrap_or_default();
        el!("div", "class" = stance.name())
            .put(icon::draw(icon::instrument(stance)))
            .put(stepper(desk, &path, GAME.meter(stance), Some(now), stance.name()))
            .build()
    };
    let why = path.clone().key("pressure").key("why");
    let why = node.get("pressure").is_some().then(|| text(desk, &why, WORDS.pressure_why, "", Lines::One));
    let scenes = std::iter::once((String::new(), WORDS.scene_own.to_owned()))
        .chain(SCENES.into_iter().map(|name| (name.to_owned(), name.to_owned())));
    let visits = std::iter::once((String::new(), WORDS.visits_once.to_owned()))
        .chain((1..=3).map(|times| (times.to_string(), times.to_string())));
    let visits_path = path.clone().key("visits");
    let place = visits_path.clone();
    let now = number(&visits_path).map(|times| times.to_string()).unwrap_or_default();
    let visits = super::fields::list(desk, &visits_path, WORDS.visits_field, now, visits.collect(), move |times| {
        Studio::Number(place.clone(), times)
    });
    let faulty = ["pressure", "visits", "scene", "facilitator", "concepts"];
    let is_open = faulty.into_iter().any(|key| desk.has_error(&path.clone().key(key)));
    el!("details", "class" = "rest", "open" = is_open.then_some(""))
        .with(el!("summary").text(WORDS.more_of_step))
        .with(
            el!("div", "class" = "effect", "role" = "group", "aria-label" = WORDS.pressure)
                .with(el!("span", "class" = "label").text(WORDS.pressure))
                .put(pressure("leadership", Stance::Leader))
                .put(pressure("management", Stance::Manager)),
        )
        .maybe(why)
        .with(
            el!("div", "class" = "row")
                .put(choice(desk, &path.clone().key("scene"), WORDS.scene, scenes.collect()))
                .with(
                    el!("div", "class" = "field-of")
                        .with(el!("span", "class" = "label", "aria-hidden" = "true").text(WORDS.visits_field))
                        .put(visits)
                        .maybe(desk.faults(&visits_path)),
                ),
        )
        .put(response::concepts(desk, &path.clone().key("concepts")))
        .put(facilitator(desk, &path.clone().key("facilitator")))
        .put(response::named(desk, Name::Step(id.to_owned()), id))
        .with(
            el!("p", "class" = "actions").with(
                el!("button", "class" = "button danger")
                    .put(icon::draw(icon::TRASH))
                    .text(WORDS.step_away)
                    .on_click(act(desk.send, Studio::RemoveStep(id.to_owned()))),
            ),
        )
        .build()
}

/// For whoever runs it with a room.
fn facilitator(desk: &Desk<'_>, path: &Path) -> Html {
    let discuss = path.clone().key("discuss");
    let questions: Vec<Field<String>> = desk.document.read(&discuss).value().unwrap_or_default();
    let rows = questions.iter().enumerate().map(|(at, question)| {
        let place = discuss.clone().at(at);
        let value = match question {
            Field::Value(text) => crate::workbench::shown(text).to_owned(),
            _ => String::new(),
        };
        let label = format!("{} {}", WORDS.discuss, at + 1);
        el!("li", "class" = "line")
            .with(&mut bare(desk, &place, value, (label, ""), Lines::Many))
            .put(sign(icon::CLOSE, WORDS.line_away, Studio::Remove(place.clone()), desk.send))
            .maybe(desk.faults(&place))
            .build()
    });
    let minutes = path.clone().key("minutes");
    let now = desk.document.read::<i32>(&minutes).value();
    el!("fieldset", "class" = "facilitator")
        .with(el!("legend").text(WORDS.facilitator))
        .with(el!("span", "class" = "label").text(WORDS.discuss))
        .with(el!("ol").each(rows))
        .put(button(WORDS.discuss_add, Studio::Push(discuss.clone(), Value::text(TO_WRITE)), desk.send))
        .put(text(desk, &path.clone().key("notes"), WORDS.facilitator_notes, "", Lines::Many))
        .with(el!("span", "class" = "label").text(WORDS.facilitator_minutes))
        .put(stepper(desk, &minutes, WORDS.facilitator_minutes, now, ""))
        .build()
}

/// A callback for what the map and the outline open.
pub(super) fn opens<E: 'static>(send: &Send, pick: Pick) -> yew::Callback<E> {
    super::super::on(send, Event::Studio(Studio::Pick(Some(pick))))
}
