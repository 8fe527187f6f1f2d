//! What the balance helper proposes: each change with the words beside it, and the figures before and after.

use super::{Send, WORDS, on};
use crate::components::table_head;
use crate::ui::element::{Element, el, list};
use crate::ui::icon;
use crate::words::{ENGLISH as GAME, fill};
use crate::workbench::{Balance, Change, Event, Figures, Found, Offer, Search};
use scenario::Outcome;
use yew::Html;

/// Whether what is wanted can be met, in a sentence or two.
pub(super) fn answer(found: &Found) -> String {
    let most = found.most.to_string();
    let met = found.offers.iter().filter(|offer| offer.missed.is_empty()).count();
    let words = match met {
        _ if found.missed.is_empty() => WORDS.found_met,
        _ if found.offers.is_empty() => WORDS.found_none,
        0 => WORDS.found_near,
        1 => WORDS.found_one,
        _ => WORDS.found_more,
    };
    let stopped = if found.stopped { WORDS.found_stopped } else { "" };
    format!("{stopped}{}", fill(words, &[("n", &met.to_string()), ("most", &most)]))
}

/// The proposals, where there are any.
pub(super) fn draw(search: &Search, is_searched: bool, send: &Send) -> Option<Html> {
    let Search::Found(found) = search else { return None };
    let earlier = !is_searched && !found.offers.is_empty();
    let offers = found.offers.iter().enumerate().map(|(at, it)| offer(found, at, it, is_searched, send));
    let drawn = list(vec![
        // Said when it comes to be so.
        el!("p", "role" = "status", "class" = if earlier { "aside" } else { "" })
            .text(if earlier { WORDS.of_earlier } else { "" })
            .build(),
        clauses(el!("h3"), WORDS.as_it_is, &found.missed),
        el!("ol", "class" = "proposals").each(offers).build(),
    ]);
    Some(el!("div", "class" = "found").put(drawn).build())
}

fn offer(found: &Found, at: usize, offer: &Offer, is_searched: bool, send: &Send) -> Html {
    let number = (at + 1).to_string();
    let facts = [("points", &*offer.points.to_string()), ("numbers", &*offer.changes.len().to_string())];
    let title = fill(WORDS.proposal, &[("n", &number)]);
    let apply = el!(
        "button",
        "class" = "button",
        "aria-label" = fill(WORDS.apply_this, &[("n", &number)]),
        "disabled" = (!is_searched).then_some("")
    )
    .put(icon::draw(icon::FILE))
    .with(el!("span").text(WORDS.apply))
    .on_click(on(send, Event::Balance(Balance::Apply(at))))
    .build();
    let met = offer.missed.is_empty().then(|| el!("p").text(WORDS.meets_all).build());
    let mut words = "";
    let changes = offer.changes.iter().map(|change| {
        let beside = (change.words != words).then_some(&*change.words);
        words = &change.words;
        self::change(&found.before, change, beside)
    });
    let changes: Vec<Html> = changes.collect();
    el!("li", "class" = "offer")
        .with(el!("h3").text(title.clone()))
        .with(el!("p", "class" = "soft").text(fill(WORDS.proposal_facts, &facts)))
        .maybe(met)
        .with(el!("ul", "class" = "changes").each(changes.into_iter()))
        .put(figures(&title, &found.before, &offer.after))
        .put(clauses(el!("h4"), WORDS.still_missed, &offer.missed))
        .put(clauses(el!("h4"), WORDS.new_problems, &offer.new))
        .with(el!("p", "class" = "actions").put(apply))
        .build()
}

/// A change, with the words that it belongs to where they are others than those above it.
fn change(before: &Figures, change: &Change, words: Option<&str>) -> Html {
    let words = words.filter(|words| !words.is_empty());
    el!("li")
        .maybe(words.map(|words| el!("blockquote", "dir" = "auto").text(words.to_owned()).build()))
        .with(
            el!("p")
                .with(el!("code", "translate" = "no").text(change.place.clone()))
                .text(" ")
                .with(el!("b").text(format!("{} → {}", change.from, change.to))),
        )
        .with(
            el!("p", "class" = "soft")
                .with(el!("span").text(WORDS.change_alone))
                .text(" ")
                .with(el!("span").text(alone(before, &change.alone))),
        )
        .build()
}

/// The figures, each with its name and what it is.
fn rows(figures: &Figures) -> Vec<(&'static str, String)> {
    let shares = Outcome::ALL.into_iter().zip(&figures.shares);
    let mut rows: Vec<_> = shares.map(|(outcome, share)| (GAME.verdict(outcome), share.clone())).collect();
    let personas = [WORDS.always_leader, WORDS.always_manager, WORDS.alternating, WORDS.balancing];
    for (name, ended) in personas.into_iter().zip(figures.personas) {
        let ended = ended.and_then(|at| Outcome::ALL.get(usize::from(at)));
        rows.push((name, ended.map_or(WORDS.nowhere, |outcome| GAME.verdict(*outcome)).into()));
    }
    let dominated = figures.dominated.join(", ");
    rows.push((WORDS.dominated, if dominated.is_empty() { WORDS.nothing.into() } else { dominated }));
    rows
}

/// What a change does alone, as far as it does anything.
fn alone(before: &Figures, alone: &Figures) -> String {
    let both = rows(before).into_iter().zip(rows(alone)).filter(|(before, alone)| before != alone);
    let parts: Vec<String> = both.map(|((name, before), (_, after))| format!("{name} {before} → {after}")).collect();
    if parts.is_empty() { WORDS.alone_nothing.into() } else { parts.join("; ") }
}

fn figures(title: &str, before: &Figures, after: &Figures) -> Html {
    let row = |((name, before), (_, after)): ((&'static str, String), (&'static str, String))| {
        el!("tr", "class" = (before != after).then_some("moved"))
            .with(el!("th", "scope" = "row").text(name))
            .with(el!("td").text(before))
            .with(el!("td").text(after))
            .build()
    };
    let rows = rows(before).into_iter().zip(rows(after)).map(row);
    el!("table", "class" = "both", "aria-label" = format!("{title}: {}", WORDS.before_after))
        .put(table_head(&[WORDS.figure, WORDS.before, WORDS.after], false))
        .with(el!("tbody").each(rows))
        .build()
}

/// Sentences under a title; nothing where there are none.
fn clauses(mut head: Element, title: &'static str, clauses: &[String]) -> Html {
    if clauses.is_empty() {
        return Html::default();
    }
    let clause = |clause: &String| el!("li").text(clause.clone()).build();
    el!("div", "class" = "clauses").with(head.text(title)).with(el!("ul").each(clauses.iter().map(clause))).build()
}
