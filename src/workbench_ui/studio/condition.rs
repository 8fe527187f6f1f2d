//! A condition as a sentence: each clause can be changed or taken out, and another put in.

use super::WORDS;
use super::desk::Desk;
use super::fields::{list, sign};
use super::picker::Choice;
use crate::components::field;
use crate::ui::element::{Html, el};
use crate::ui::icon;
use crate::workbench::{Clause, Event, Part, Studio, clauses, with_clauses};
use document::{Condition, Path};
use scenario::Stance;

/// What a condition may ask.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Asks {
    /// Of flags, meters and, in a step with visits, entries.
    Step { visits: bool },
    /// Of flags, meters and whether the run broke.
    Ending,
}

/// The form of a condition at a path; `none` stands where it asks for nothing.
pub(super) fn form(desk: &Desk<'_>, path: &Path, label: &'static str, none: &'static str, asks: Asks) -> Html {
    let condition: Condition = desk.document.read(path).value().unwrap_or_default();
    let all = clauses(&condition);
    let is_always = all.is_empty();
    let parts = all.iter().enumerate().map(|(at, clause)| {
        el!("li")
            .maybe((at > 0).then(|| el!("span", "class" = "soft").text(WORDS.and).build()))
            .put(shown(desk, path, &all, at, clause))
            .put(sign(icon::CLOSE, WORDS.part_away, Studio::When(path.clone(), clause.without.clone()), desk.send))
            .build()
    });
    el!("div", "class" = "condition", "role" = "group", "aria-label" = label)
        .with(el!("span", "class" = "label").text(label))
        .maybe(is_always.then(|| el!("span", "class" = "soft").text(none).build()))
        .with(el!("ul").each(parts))
        .put(another(desk, path, &condition, asks))
        .maybe(desk.faults(path))
        .build()
}

/// What a flag says.
fn flag(desk: &Desk<'_>, id: &str) -> String {
    let text = desk.flags.iter().find(|(flag, text)| flag == id && !text.is_empty());
    text.map_or_else(|| id.to_owned(), |(_, text)| text.clone())
}

fn shown(desk: &Desk<'_>, path: &Path, all: &[Clause], at: usize, clause: &Clause) -> Html {
    let said = |words: &'static str, id: &str| {
        el!("span").text(words).text(" ").with(el!("bdi", "class" = "chip").text(flag(desk, id))).build()
    };
    match &clause.part {
        Part::Has(id) => said(WORDS.has_group, id),
        Part::Lacks(id) => said(WORDS.lacks_group, id),
        Part::Broke(true) => el!("span").text(WORDS.broke).build(),
        Part::Broke(false) => el!("span").text(WORDS.not_broke).build(),
        part => {
            let (words, number) = numbered(part);
            let others: Vec<Part> = all.iter().map(|clause| clause.part.clone()).collect();
            let (path, part) = (path.clone(), part.clone());
            let changed = desk.send.batch_callback(move |event: yew::events::Event| {
                let number = field::changed(&event)?.trim().parse().ok()?;
                let parts = others.iter().enumerate();
                let parts = parts.map(|(other, it)| if other == at { with_number(&part, number) } else { it.clone() });
                Some(Event::Studio(Studio::When(path.clone(), with_clauses(parts))))
            });
            let mut input =
                el!("input", "type" = "number", "class" = "few", "autocomplete" = "off", "aria-label" = words);
            input.holds(number.to_string()).on_change(changed);
            el!("label").text(words).with(&mut input).build()
        }
    }
}

/// A clause that asks for a number: its words, and the number.
fn numbered(part: &Part) -> (&'static str, i32) {
    match part {
        Part::AtLeast(Stance::Leader, number) => (WORDS.leadership_least, *number),
        Part::AtMost(Stance::Leader, number) => (WORDS.leadership_most, *number),
        Part::AtLeast(Stance::Manager, number) => (WORDS.management_least, *number),
        Part::AtMost(Stance::Manager, number) => (WORDS.management_most, *number),
        Part::VisitFrom(number) => (WORDS.visit_from, *number),
        Part::VisitTo(number) => (WORDS.visit_to, *number),
        Part::Has(_) | Part::Lacks(_) | Part::Broke(_) => ("", 0),
    }
}

fn with_number(part: &Part, number: i32) -> Part {
    match part {
        Part::AtLeast(stance, _) => Part::AtLeast(*stance, number),
        Part::AtMost(stance, _) => Part::AtMost(*stance, number),
        Part::VisitFrom(_) => Part::VisitFrom(number),
        Part::VisitTo(_) => Part::VisitTo(number),
        other => other.clone(),
    }
}

/// The list from which another clause is put in.
fn another(desk: &Desk<'_>, path: &Path, condition: &Condition, asks: Asks) -> Html {
    let now: Vec<Part> = clauses(condition).into_iter().map(|clause| clause.part).collect();
    let mut offers: Vec<(Part, String)> = Vec::new();
    for (id, _) in &desk.flags {
        let said = |words: &str| crate::words::fill(words, &[("flag", &flag(desk, id))]);
        offers.push((Part::Has(id.clone()), said(WORDS.has)));
        offers.push((Part::Lacks(id.clone()), said(WORDS.lacks)));
    }
    for stance in Stance::ALL {
        for part in [Part::AtLeast(stance, 5), Part::AtMost(stance, 5)] {
            let words = numbered(&part).0;
            offers.push((part, words.into()));
        }
    }
    match asks {
        Asks::Step { visits: true } => {
            offers.extend([Part::VisitFrom(2), Part::VisitTo(1)].map(|part| (part.clone(), numbered(&part).0.into())));
        }
        Asks::Step { visits: false } => {}
        Asks::Ending => {
            offers.push((Part::Broke(true), WORDS.broke.into()));
            offers.push((Part::Broke(false), WORDS.not_broke.into()));
        }
    }
    let is_new = |part: &Part| now.iter().all(|other| !is_same(other, part));
    offers.retain(|(part, _)| is_new(part));
    let choices: Vec<Choice> = std::iter::once((String::new(), WORDS.add_part.to_owned()))
        .chain(offers.iter().enumerate().map(|(at, (_, words))| (at.to_string(), words.clone())))
        .collect();
    let (place, parts) = (path.clone(), offers.into_iter().map(|(part, _)| part).collect::<Vec<_>>());
    list(desk, path, WORDS.add_part, String::new(), choices, move |chosen| {
        let part = chosen.parse::<usize>().ok().and_then(|at| parts.get(at).cloned());
        Studio::When(place.clone(), with_clauses(now.iter().cloned().chain(part)))
    })
}

/// Whether two clauses ask of the same.
fn is_same(one: &Part, other: &Part) -> bool {
    match (one, other) {
        (Part::Has(a) | Part::Lacks(a), Part::Has(b) | Part::Lacks(b)) => a == b,
        (Part::Broke(_), Part::Broke(_)) => true,
        _ => with_number(one, 0) == with_number(other, 0),
    }
}
