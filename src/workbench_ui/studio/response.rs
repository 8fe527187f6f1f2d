//! An answer: its words, what it changes, where it leads, what is remembered, who is offered it.

use super::WORDS;
use super::condition::{self, Asks};
use super::desk::Desk;
use super::fields::{Lines, act, bare, button, list, measured, sign, stepper};
use super::lines;
use super::picker::Choice;
use crate::components::field;
use crate::ui::element::{Html, el};
use crate::ui::icon;
use crate::words::{CONCEPT_NAMES, ENGLISH as GAME, fill};
use crate::workbench::{Aid, Event, Measure, Standing, Studio};
use document::{Condition, Field, Name, Next, Path, Target, Value, Way};
use scenario::{Concept, Outcome, Stance, TO_WRITE};

/// The fields that the form of an answer shows; what is wrong with others stands at its foot.
const SHOWN: [&str; 9] = ["stance", "text", "when", "effect", "sets", "consequence", "note", "concepts", "next"];

/// An answer of a step, by both ids.
pub(super) fn form(desk: &Desk<'_>, step: &str, id: &str, visits: bool) -> Html {
    let path = Path::response(step, id);
    let stance = desk.document.read::<String>(&path.clone().key("stance")).value();
    let stance = stance.and_then(|name| Stance::ALL.into_iter().find(|stance| stance.name() == name));
    let asks = Asks::Step { visits };
    let text = path.clone().key("text");
    let words = desk.text(&text);
    let measure = measured(Measure::of([&*words].into_iter(), desk.is_english()), Aid::Answer);
    let standing = desk.seen.facts.steps.get(step).and_then(|known| known.standings.get(id));
    let is_beaten = desk.problems().iter().any(|it| it.code == "dominated-response" && it.path.is_within(&path));
    let mut whole = el!(
        "li",
        "class" =
            format!("response {}{}", stance.map_or("hatless", Stance::name), if is_beaten { " beaten" } else { "" }),
        "aria-label" = words.clone()
    );
    let mut field = bare(desk, &text, words, (WORDS.answer.into(), WORDS.answer_hint), Lines::Many);
    whole
        .with(
            el!("header")
                .maybe(stance.map(|stance| icon::draw(icon::hat(stance))))
                .with(el!("b").text(stance.map_or(WORDS.no_hat, |stance| GAME.stance(stance))))
                .put(sign(icon::TRASH, WORDS.answer_away, Studio::Remove(path.clone()), desk.send)),
        )
        .with(&mut field)
        .put(measure)
        .maybe(desk.faults(&text))
        .put(effect(desk, &path))
        .maybe(standing.map(|standing| stands(standing, is_beaten)))
        .put(ways(desk, &path, asks))
        .put(remembered(desk, &path))
        .put(offered(desk, &path, asks))
        .put(lines::form(
            desk,
            &path.clone().key("consequence"),
            WORDS.consequence,
            WORDS.consequence_hint,
            (Some(Aid::Consequence), asks),
        ))
        .put(more(desk, &path, step, id, asks))
        .maybe(desk.own_faults(&path, &SHOWN))
        .build()
}

/// What it adds to the meters, as two steppers.
fn effect(desk: &Desk<'_>, path: &Path) -> Html {
    let one = |stance: Stance, key: &'static str| {
        let path = path.clone().key("effect").key(key);
        let now = desk.document.read::<i32>(&path).value().unwrap_or_default();
        el!("div", "class" = stance.name())
            .put(icon::draw(icon::instrument(stance)))
            .put(stepper(desk, &path, GAME.meter(stance), Some(now), stance.name()))
            .build()
    };
    el!("div", "class" = "effect", "role" = "group", "aria-label" = WORDS.effect)
        .with(el!("span", "class" = "label").text(WORDS.effect))
        .put(one(Stance::Leader, "leadership"))
        .put(one(Stance::Manager, "management"))
        .build()
}

/// How it stands beside the others: its share of balance, and a square of the states in which it is best.
fn stands(standing: &Standing, is_beaten: bool) -> Html {
    let [best, tied, worse] = standing.states;
    let all = best.saturating_add(tied).saturating_add(worse).max(1);
    let part = |count: u32| {
        format!("{}.{}%", u64::from(count) * 100 / u64::from(all), u64::from(count) * 1000 / u64::from(all) % 10)
    };
    let states = fill(WORDS.figure_states, &[("best", &best.to_string()), ("all", &all.to_string())]);
    let figures = fill(WORDS.figures, &[("after", &standing.after), ("other", &standing.other)]);
    let beaten = is_beaten.then(|| el!("b").text(format!("{} ({}). ", WORDS.beaten, standing.behind)).build());
    el!("div", "class" = "stands")
        .with(
            el!("svg", "class" = "heat", "aria-hidden" = "true")
                .with(&mut el!("rect", "class" = "whole", "width" = "100%", "height" = "100%"))
                .with(&mut el!("rect", "class" = "tied", "width" = part(best.saturating_add(tied)), "height" = "100%"))
                .with(&mut el!("rect", "class" = "best", "width" = part(best), "height" = "100%")),
        )
        .with(el!("p").maybe(beaten).beside(format!("{figures}; {states}.")))
        .build()
}

/// Where it leads: one way, or one of several by condition.
fn ways(desk: &Desk<'_>, path: &Path, asks: Asks) -> Html {
    let next = path.clone().key("next");
    let now: Field<Next> = desk.document.read(&next);
    let is_plain = !matches!(now, Field::Value(Next::Branches(_)));
    let inside = match now {
        Field::Value(Next::Branches(ways)) => {
            let last = ways.len().saturating_sub(1);
            let rows = ways.iter().enumerate().map(|(at, way)| branch(desk, &next, (at, last), way, asks));
            el!("ol", "class" = "branches").each(rows).build()
        }
        Field::Value(Next::Plain(to)) => goal(desk, &next, to.to_string()),
        Field::Missing => goal(desk, &next, String::new()),
        Field::Other { source, .. } => el!("code").text(source).build(),
    };
    let insert = is_plain.then(|| button(WORDS.insert, Studio::Insert(next.clone()), desk.send));
    el!("div", "class" = "ways", "role" = "group", "aria-label" = WORDS.leads_to)
        .with(el!("span", "class" = "label").text(WORDS.leads_to))
        .put(inside)
        .with(el!("div", "class" = "few-buttons").maybe(insert).put(button(
            WORDS.branch,
            Studio::Branch(next.clone()),
            desk.send,
        )))
        .maybe(if is_plain { desk.faults(&next) } else { desk.own_faults_of_list(&next) })
        .build()
}

fn branch(desk: &Desk<'_>, next: &Path, (at, last): (usize, usize), way: &Way, asks: Asks) -> Html {
    let place = next.clone().at(at);
    let to = place.clone().key("to");
    let when = match at == last && way.when.is_none() {
        true => el!("span", "class" = "soft").text(WORDS.way_else).build(),
        false => condition::form(desk, &place.clone().key("when"), WORDS.way_when, WORDS.always, asks),
    };
    let goal = goal(desk, &to, way.to.as_ref().map(Target::to_string).unwrap_or_default());
    let away = (last > 0).then(|| sign(icon::CLOSE, WORDS.way_away, Studio::Remove(place.clone()), desk.send));
    el!("li").put(when).put(goal).maybe(away).maybe(desk.faults_but(&place, "when")).build()
}

/// The list of all that a way can lead to.
fn goal(desk: &Desk<'_>, way: &Path, to: String) -> Html {
    let mut choices: Vec<Choice> = Vec::new();
    if to.is_empty() {
        choices.push((String::new(), WORDS.leads_nowhere.into()));
    }
    choices.extend(desk.steps.iter().cloned());
    choices.push((Target::End.to_string(), WORDS.end.into()));
    choices.extend(Outcome::ALL.into_iter().map(|outcome| {
        (Target::outcome(outcome).to_string(), fill(WORDS.end_with, &[("outcome", GAME.verdict(outcome))]))
    }));
    choices.push((NEW.into(), WORDS.leads_new.into()));
    let place = way.clone();
    list(desk, way, WORDS.leads_to, to, choices, move |to| {
        Studio::Lead(place.clone(), if to == NEW { String::new() } else { to })
    })
}

/// What stands for a new step in a list of goals: no id begins so.
const NEW: &str = "+";

/// What it lets a run remember.
fn remembered(desk: &Desk<'_>, path: &Path) -> Html {
    let sets = path.clone().key("sets");
    let now: Vec<String> = desk.document.read(&sets).value().unwrap_or_default();
    let said = |id: &String| {
        let text = desk.flags.iter().find(|(flag, text)| flag == id && !text.is_empty());
        text.map_or_else(|| id.clone(), |(_, text)| text.clone())
    };
    let chips = now.iter().map(|id| {
        el!("li")
            .with(el!("bdi", "class" = "chip").text(said(id)))
            .put(sign(icon::CLOSE, WORDS.forget, Studio::Toggle(sets.clone(), id.clone()), desk.send))
            .build()
    });
    let others = desk.flags.iter().filter(|(id, _)| !now.contains(id)).map(|(id, _)| (id.clone(), said(id)));
    let choices: Vec<Choice> = std::iter::once((String::new(), WORDS.remember.to_owned())).chain(others).collect();
    let known = (choices.len() > 1).then(|| {
        let place = sets.clone();
        list(desk, &sets, WORDS.remember, String::new(), choices, move |id| Studio::Toggle(place.clone(), id))
    });
    let place = path.clone();
    let written = desk.send.batch_callback(move |event: yew::events::Event| {
        let text = field::changed(&event).filter(|text| !text.trim().is_empty())?;
        Some(Event::Studio(Studio::Remember(place.clone(), text)))
    });
    let mut new = el!(
        "input",
        "type" = "text",
        "aria-label" = WORDS.remember,
        "placeholder" = WORDS.remember_hint,
        "autocomplete" = "off"
    );
    new.holds(String::new()).on_change(written);
    el!("div", "class" = "remembers", "role" = "group", "aria-label" = WORDS.remember)
        .with(el!("span", "class" = "label").text(WORDS.remember))
        .with(el!("ul", "class" = "chips").each(chips))
        .maybe(known)
        .with(&mut new)
        .maybe(desk.faults(&sets))
        .build()
}

/// Who is offered it.
fn offered(desk: &Desk<'_>, path: &Path, asks: Asks) -> Html {
    let when = path.clone().key("when");
    let now: Condition = desk.document.read(&when).value().unwrap_or_default();
    let is_always = now == Condition::default();
    el!("details", "open" = (!is_always || desk.has_error(&when)).then_some(""))
        .with(el!("summary").text(if is_always { WORDS.offered_always } else { WORDS.offered }))
        .put(condition::form(desk, &when, WORDS.offered, WORDS.offered_always, asks))
        .build()
}

/// What few answers need: a note, concepts, the name in the file.
fn more(desk: &Desk<'_>, path: &Path, step: &str, id: &str, asks: Asks) -> Html {
    let note = path.clone().key("note");
    let note = match desk.document.node(&note) {
        Some(_) => lines::form(desk, &note, WORDS.note, "", (None, asks)),
        None => button(WORDS.note_add, Studio::Push(note.clone(), Value::text(TO_WRITE)), desk.send),
    };
    let name = Name::Response(step.to_owned(), id.to_owned());
    el!("div", "class" = "more")
        .put(note)
        .put(concepts(desk, &path.clone().key("concepts")))
        .put(named(desk, name, id))
        .build()
}

/// The id of something, which can be another.
pub(super) fn named(desk: &Desk<'_>, name: Name, id: &str) -> Html {
    let own = id.to_owned();
    let renamed = desk.send.batch_callback(move |event: yew::events::Event| {
        let to = field::changed(&event).filter(|to| *to != own)?;
        Some(Event::Studio(Studio::Rename(name.clone(), to)))
    });
    let mut field = el!(
        "input",
        "type" = "text",
        "class" = "id",
        "aria-label" = WORDS.id_field,
        "autocomplete" = "off",
        "autocapitalize" = "off",
        "spellcheck" = "false",
        "translate" = "no"
    );
    field.holds(id.to_owned()).on_change(renamed);
    el!("div", "class" = "field-of")
        .with(el!("span", "class" = "label", "aria-hidden" = "true").text(WORDS.id_field))
        .with(&mut field)
        .build()
}

/// The concepts of a list, by their names.
pub(super) fn concepts(desk: &Desk<'_>, path: &Path) -> Html {
    let now: Vec<String> = desk.document.read(path).value().unwrap_or_default();
    let name = |id: &str| {
        let name = Concept::new(id).and_then(|concept| CONCEPT_NAMES.get(concept.place() as usize));
        name.map_or_else(|| id.to_owned(), |name| (*name).to_owned())
    };
    let chips = now.iter().map(|id| {
        el!("li")
            .with(el!("span", "class" = "chip", "title" = id.clone()).text(name(id)))
            .with(
                el!(
                    "button",
                    "class" = "button plain sign",
                    "aria-label" = format!("{}: {}", WORDS.concept_away, name(id))
                )
                .put(icon::draw(icon::CLOSE))
                .on_click(act(desk.send, Studio::Toggle(path.clone(), id.clone()))),
            )
            .build()
    });
    let others = Concept::all().filter(|concept| now.iter().all(|id| id != concept.id()));
    let choices: Vec<Choice> = std::iter::once((String::new(), WORDS.concept_add.to_owned()))
        .chain(others.map(|concept| (concept.id().to_owned(), name(concept.id()))))
        .collect();
    let place = path.clone();
    let add = list(desk, path, WORDS.concept_add, String::new(), choices, move |id| Studio::Toggle(place.clone(), id));
    el!("div", "class" = "practises", "role" = "group", "aria-label" = WORDS.concepts)
        .with(el!("span", "class" = "label").text(WORDS.concepts))
        .with(el!("ul", "class" = "chips").each(chips))
        .put(add)
        .maybe(desk.faults(path))
        .build()
}
