//! A list of lines: what is told, and what is said by whom.

use super::WORDS;
use super::condition::{self, Asks};
use super::desk::Desk;
use super::fields::{Lines, bare, button, list, measured, sign};
use super::picker::Choice;
use crate::ui::element::{Html, el};
use crate::ui::{icon, portrait};
use crate::words::fill;
use crate::workbench::{Aid, Measure, Move, Studio, shown, spoken_without_marks};
use document::{Condition, Field, Line, Path, Value};
use scenario::{Mood, TO_WRITE};

/// The lines at a path; `aid` says how long such a text should be.
pub(super) fn form(
    desk: &Desk<'_>,
    path: &Path,
    label: &'static str,
    hint: &'static str,
    (aid, asks): (Option<Aid>, Asks),
) -> Html {
    let lines: Vec<Field<Line>> = desk.document.read(path).value().unwrap_or_default();
    let count = lines.len();
    let texts: Vec<&str> = lines
        .iter()
        .filter_map(|line| if let Field::Value(line) = line { Some(shown(&line.text)) } else { None })
        .collect();
    let measure = aid.map(|aid| measured(Measure::of(texts.into_iter(), desk.is_english()), aid));
    let rows = lines.iter().enumerate().map(|(at, line)| {
        let place = path.clone().at(at);
        match line {
            Field::Value(line) => row(desk, &place, line, (at, count), hint, asks),
            Field::Other { called, source, .. } => el!("li", "class" = "line")
                .with(el!("code").text(source.clone()))
                .with(el!("p", "class" = "soft").text(*called))
                .maybe(desk.faults(&place))
                .build(),
            Field::Missing => Html::default(),
        }
    });
    el!("div", "class" = "lines", "role" = "group", "aria-label" = label)
        .with(el!("span", "class" = "label", "aria-hidden" = "true").text(label))
        .with(el!("ol").each(rows))
        .maybe(desk.own_faults_of_list(path))
        .with(
            el!("div", "class" = "under-lines")
                .put(button(WORDS.add_line, Studio::Push(path.clone(), Value::text(TO_WRITE)), desk.send))
                .maybe(measure),
        )
        .build()
}

fn row(
    desk: &Desk<'_>,
    place: &Path,
    line: &Line,
    (at, count): (usize, usize),
    hint: &'static str,
    asks: Asks,
) -> Html {
    let label = format!("{} {}", WORDS.line, at + 1);
    let mut field = bare(desk, place, shown(&line.text).to_owned(), (label.clone(), hint), Lines::Many);
    let face = line.who.as_ref().map(|who| {
        let face = desk.people.iter().find(|person| person.id == *who).map(|person| person.face);
        let mood = line.mood.as_deref().and_then(|name| Mood::ALL.into_iter().find(|mood| mood.name() == name));
        face.map_or_else(Html::default, |face| portrait::draw(face, mood.unwrap_or(Mood::Calm)))
    });
    let unmarked = line.who.is_none().then(|| spoken_without_marks(&line.text)).flatten();
    let unmarked =
        unmarked.map(|piece| el!("p", "class" = "hint").text(fill(WORDS.unmarked, &[("piece", piece)])).build());
    let when = line.when.clone().unwrap_or_default();
    let is_always = when == Condition::default();
    let only = el!("details", "open" = (!is_always).then_some(""))
        .with(el!("summary").text(if is_always { WORDS.always } else { WORDS.only_when }))
        .put(condition::form(desk, &place.clone().key("when"), WORDS.only_when, WORDS.always, asks))
        .build();
    let up = (at > 0).then(|| sign(icon::UP, WORDS.line_up, Studio::Move(place.clone(), Move::Up), desk.send));
    let down =
        (at + 1 < count).then(|| sign(icon::DOWN, WORDS.line_down, Studio::Move(place.clone(), Move::Down), desk.send));
    let away = (count > 1).then(|| sign(icon::CLOSE, WORDS.line_away, Studio::Remove(place.clone()), desk.send));
    el!("li", "class" = if line.who.is_some() { "line spoken" } else { "line" }, "aria-label" = label)
        .with(el!("div", "class" = "who").maybe(face).put(speaker(desk, place, line)).maybe(mood(desk, place, line)))
        .with(&mut field)
        .with(el!("div", "class" = "moves").maybe(up).maybe(down).maybe(away))
        .with(el!("div", "class" = "under").maybe(unmarked).put(only).maybe(desk.faults_but(place, "when")))
        .build()
}

/// Who says a line.
fn speaker(desk: &Desk<'_>, place: &Path, line: &Line) -> Html {
    let nobody = std::iter::once((String::new(), WORDS.narration.to_owned()));
    let choices: Vec<Choice> = nobody.chain(desk.people.iter().map(|it| (it.id.clone(), it.name.clone()))).collect();
    let path = place.clone();
    let who = line.who.clone().unwrap_or_default();
    list(desk, &place.clone().key("who"), WORDS.who, who, choices, move |who| Studio::Speaker(path.clone(), who))
}

/// How they look.
fn mood(desk: &Desk<'_>, place: &Path, line: &Line) -> Option<Html> {
    line.who.as_ref()?;
    let path = place.clone().key("mood");
    let choices: Vec<Choice> = Mood::ALL
        .into_iter()
        .map(|mood| {
            let name = if mood == Mood::Calm { "" } else { mood.name() };
            (name.to_owned(), if mood == Mood::Calm { WORDS.calm } else { mood.name() }.to_owned())
        })
        .collect();
    let now = line.mood.clone().filter(|mood| mood != Mood::Calm.name()).unwrap_or_default();
    let to = path.clone();
    Some(list(desk, &path, WORDS.mood, now, choices, move |name| Studio::Choose(to.clone(), name)))
}
