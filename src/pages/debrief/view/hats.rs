//! Which hats were worn where, and how others would have ended.

use super::parts::{odds_cells, outcomes_head};
use crate::pages::debrief::WORDS;
use crate::pages::debrief::model::Report;
use crate::words::{CONCEPT_NAMES, fill};
use analysis::debrief::{Hats as Worn, Tally};
use play::play_as;
use scenario::{Persona, Stance};
use std::rc::Rc;
use yew::prelude::*;

/// Whose hats are told.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct HatsProps {
    pub report: Rc<Report>,
}

/// The hats of the run, and the ends of others.
#[component]
pub(super) fn Hats(HatsProps { report }: &HatsProps) -> Html {
    let hats = report.hats();
    html! {
        <section class="hats" aria-labelledby="hats">
            <h2 id="hats">{WORDS.hats_worn}</h2>
            <p>{worn(&hats)}</p>
            {tallies(WORDS.by_dimension, WORDS.about, hats.dimensions.iter().zip(WORDS.dimensions).map(|(tally, name)| {
                row(html! { {name} }, *tally, hats.all)
            }))}
            <details>
                <summary>{WORDS.more_tallies}</summary>
                {tallies(WORDS.by_concept, WORDS.concept, hats.concepts.iter().map(|(concept, tally)| {
                    let name = CONCEPT_NAMES[concept.place() as usize];
                    row(html! { <a href={format!("#/guide/{}", concept.id())}>{name}</a> }, *tally, hats.all)
                }))}
            </details>
            <h3>{WORDS.beside_others}</h3>
            {personas(report)}
            {by_chance(report)}
        </section>
    }
}

/// How often the one hat was worn, and how often the one that was short.
fn worn(hats: &Worn) -> String {
    let more = if hats.all.leader < hats.all.manager { Stance::Manager } else { Stance::Leader };
    let (times, all) = (hats.all.of(more).to_string(), hats.all.all().to_string());
    let hat = WORDS.hats_within[more as usize];
    let mut words = fill(WORDS.hat_worn, &[("hat", hat), ("n", &times), ("all", &all)]);
    if hats.uneven > 0 {
        let (answered, uneven) = (hats.answered.to_string(), hats.uneven.to_string());
        words.push_str(&fill(WORDS.hat_answered, &[("n", &answered), ("all", &uneven)]));
    }
    words
}

/// A table of how often each hat was worn.
fn tallies(caption: &'static str, first: &'static str, rows: impl Iterator<Item = Html>) -> Html {
    html! {
        <table class="table tallies">
            <caption class="hidden">{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{first}</th>
                    for hat in WORDS.hats {
                        <th scope="col">{hat}</th>
                    }
                </tr>
            </thead>
            <tbody>{rows.collect::<Html>()}</tbody>
        </table>
    }
}

fn row(name: Html, tally: Tally, all: Tally) -> Html {
    let cell = |stance: Stance| {
        let wide = tally.of(stance) * 1000 / all.all().max(1);
        html! {
            <td class={stance.name()}>
                <b>{tally.of(stance)}</b>
                <svg class="bar" viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true">
                    <rect width={wide.to_string()} height="8" />
                </svg>
            </td>
        }
    };
    html! { <tr><th scope="row">{name}</th>{cell(Stance::Leader)}{cell(Stance::Manager)}</tr> }
}

/// How players of fixed habits end.
fn personas(report: &Report) -> Html {
    let ends = |persona: Persona| {
        let ending = play_as(persona, report.run.scenario()).ending();
        ending.map_or("", |ending| WORDS.outcomes[ending.outcome as usize])
    };
    html! {
        <table class="table two">
            <thead><tr><th scope="col">{WORDS.who}</th><th scope="col">{WORDS.ends}</th></tr></thead>
            <tbody>
                <tr><th scope="row">{WORDS.you}</th><td>{report.verdict()}</td></tr>
                for (persona, name) in Persona::ALL.into_iter().zip(WORDS.personas) {
                    <tr><th scope="row">{name}</th><td>{ends(persona)}</td></tr>
                }
            </tbody>
        </table>
    }
}

/// What chance comes to from the start.
fn by_chance(report: &Report) -> Html {
    let Some(figures) = &report.figures else { return Html::default() };
    html! {
        <table class="table shares" role="table">
            {outcomes_head(WORDS.who)}
            <tbody role="rowgroup">
                <tr role="row"><th scope="row" role="rowheader">{WORDS.by_chance}</th>{odds_cells(&figures.odds)}</tr>
            </tbody>
        </table>
    }
}
