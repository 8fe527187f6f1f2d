//! The people of a story, and what a run of it can remember.

use super::desk::{Desk, Seen};
use super::fields::{Lines, bare, list, sign, text};
use super::picker::Choice;
use super::response::named;
use super::{Send, WORDS};
use crate::components::{field, table_head};
use crate::ui::element::{Html, el};
use crate::ui::{icon, portrait};
use crate::words::{ENGLISH as GAME, fill};
use crate::workbench::{CallBack, Event, Model, Person, Pick, Studio, callbacks};
use document::{Name, Path};
use scenario::{FACES, Mood, Outcome};
use yew::html;

pub(super) fn seen(model: &Model) -> Seen {
    Seen::of(model)
}

/// The page.
pub(super) fn draw(seen: &Seen, send: &Send) -> Html {
    let desk = Desk::new(seen, send);
    let all = desk.people.iter().map(|person| person_form(&desk, person));
    let people = el!("section", "class" = "people", "aria-labelledby" = "people")
        .with(el!("h2", "id" = "people").text(WORDS.people))
        .maybe(desk.people.is_empty().then(|| el!("p", "class" = "soft").text(WORDS.nobody).build()))
        .with(el!("ul").each(all))
        .put(fresh(&desk, WORDS.person_add, WORDS.person_new, Studio::NewPerson))
        .maybe(desk.own_faults_of_list(&Path::root().key("cast")))
        .build();
    html! { <>{ desk.refusal() }{ people }{ flags(&desk) }</> }
}

/// Somebody of the cast.
fn person_form(desk: &Desk<'_>, person: &Person) -> Html {
    let path = Path::root().key("cast").key(&person.id);
    let face = path.clone().key("face");
    let now = desk.document.read::<String>(&face).value().unwrap_or_default();
    let faces = std::iter::once((String::new(), WORDS.face_lot.to_owned()))
        .chain(FACES.into_iter().map(|face| (face.to_owned(), face.to_owned())));
    let place = face.clone();
    let faces: Vec<Choice> = faces.collect();
    let faces = list(desk, &face, WORDS.person_face, now, faces, move |name| Studio::Choose(place.clone(), name));
    let lines = match person.lines {
        0 => WORDS.person_silent.to_owned(),
        lines => fill(WORDS.person_lines, &[("n", &lines.to_string())]),
    };
    let away =
        (person.lines == 0).then(|| sign(icon::TRASH, WORDS.person_away, Studio::Remove(path.clone()), desk.send));
    el!("li", "class" = "card person")
        .put(portrait::draw(person.face, Mood::Calm))
        .with(
            el!("div")
                .put(text(desk, &path.clone().key("name"), WORDS.person_name, "", Lines::One))
                .put(text(desk, &path.clone().key("role"), WORDS.person_role, "", Lines::One))
                .with(
                    el!("div", "class" = "row")
                        .with(
                            el!("div", "class" = "field-of")
                                .with(el!("span", "class" = "label", "aria-hidden" = "true").text(WORDS.person_face))
                                .put(faces),
                        )
                        .put(named(desk, Name::Cast(person.id.clone()), &person.id)),
                )
                .with(el!("p", "class" = "soft").text(lines).maybe(away))
                .maybe(desk.own_faults(&path, &["name", "role"])),
        )
        .build()
}

/// A field for somebody or something new: what is written there is added.
fn fresh(desk: &Desk<'_>, label: &'static str, hint: &'static str, event: fn(String) -> Studio) -> Html {
    let written = desk.send.batch_callback(move |it: yew::events::Event| {
        let text = field::changed(&it).filter(|text| !text.trim().is_empty())?;
        Some(Event::Studio(event(text)))
    });
    let mut field = el!("input", "type" = "text", "aria-label" = label, "placeholder" = hint, "autocomplete" = "off");
    field.holds(String::new()).on_change(written);
    el!("div", "class" = "field-of fresh")
        .with(el!("span", "class" = "label", "aria-hidden" = "true").text(label))
        .with(&mut field)
        .build()
}

/// What a run can remember: where each flag is set, asked for and told.
fn flags(desk: &Desk<'_>) -> Html {
    let all = callbacks(desk.document);
    let rows = all.iter().map(|flag| row(desk, flag));
    let table = el!("table", "class" = "call-backs", "aria-labelledby" = "flags")
        .put(table_head(&[WORDS.flag_text, WORDS.flag_set, WORDS.flag_asked, WORDS.flag_told], false))
        .with(el!("tbody").each(rows))
        .build();
    el!("section", "class" = "flags", "aria-labelledby" = "flags")
        .with(el!("h2", "id" = "flags").text(WORDS.flags))
        .put(if all.is_empty() { el!("p", "class" = "soft").text(WORDS.nothing_remembered).build() } else { table })
        .put(fresh(desk, WORDS.flag_add, WORDS.remember_hint, Studio::NewFlag))
        .build()
}

fn row(desk: &Desk<'_>, flag: &CallBack) -> Html {
    let path = Path::root().key("flags").key(&flag.id);
    let often = |id: &str| {
        let known = desk.seen.facts.steps.get(id)?;
        Some(known.report.visits.clone()).filter(|visits| !visits.is_empty())
    };
    let place = |id: &str| {
        let title = desk.steps.iter().find(|(step, _)| step == id).map(|(_, title)| title.clone());
        let share = often(id).map(|share| format!(" ({share})")).unwrap_or_default();
        match (title, id.strip_prefix("end:").and_then(Outcome::from_name)) {
            (Some(title), _) => el!("li")
                .with(
                    el!("button", "class" = "button plain")
                        .with(el!("bdi").text(title))
                        .on_click(super::card::opens(desk.send, Pick::Step(id.to_owned()))),
                )
                .text(share)
                .build(),
            (None, Some(outcome)) => el!("li").text(GAME.verdict(outcome)).build(),
            (None, None) => el!("li").text(id.to_owned()).build(),
        }
    };
    let places = |ids: &[String], none: &'static str| match ids {
        [] => el!("span", "class" = "soft").text(none).build(),
        ids => el!("ul").each(ids.iter().map(|id| place(id))).build(),
    };
    let mut set: Vec<String> = Vec::new();
    for (step, _) in &flag.set {
        if !set.contains(step) {
            set.push(step.clone());
        }
    }
    let is_unused = flag.set.is_empty() && flag.asked.is_empty() && flag.told.is_empty();
    let away = is_unused.then(|| sign(icon::TRASH, WORDS.flag_away, Studio::Remove(path.clone()), desk.send));
    let mut text = bare(desk, &path, desk.text(&path), (WORDS.flag_text.into(), ""), Lines::One);
    let told = if flag.is_forgotten() { WORDS.flag_forgotten } else { "" };
    el!("tr", "class" = if flag.is_forgotten() { "forgotten" } else { "" })
        .with(
            el!("th", "scope" = "row")
                .with(&mut text)
                .put(named(desk, Name::Flag(flag.id.clone()), &flag.id))
                .maybe(away)
                .maybe(desk.faults(&path)),
        )
        .with(el!("td").put(places(&set, WORDS.flag_unset)))
        .with(el!("td").put(places(&flag.asked, "")))
        .with(el!("td").put(places(&flag.told, told)))
        .build()
}
