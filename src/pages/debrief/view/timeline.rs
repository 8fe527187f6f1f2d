//! The decisions of the run, each with what it was worth.

use super::parts::{Language, hat_tag};
use super::what_if::table;
use crate::pages::debrief::WORDS;
use crate::pages::debrief::model::{DecisionRow, Flag, Report, Worth, shown};
use crate::words::fill;
use std::rc::Rc;
use yew::prelude::*;

/// Whose decisions are told.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct TimelineProps {
    pub report: Rc<Report>,
}

/// The decisions, the first one first.
#[component]
pub(super) fn Timeline(TimelineProps { report }: &TimelineProps) -> Html {
    let language = Language::of(report);
    let rows = report.decisions();
    html! {
        <section class="timeline" aria-labelledby="decisions">
            <h2 id="decisions">{WORDS.decisions}</h2>
            if let Some(figures) = &report.figures {
                <p class="soft">{WORDS.decisions_mean}</p>
                if figures.last_chance.is_none() {
                    <p>{WORDS.never_balanced}</p>
                }
            }
            <ol>
                for row in &rows {
                    {decision(row, &language)}
                }
            </ol>
        </section>
    }
}

fn decision(row: &DecisionRow<'_>, language: &Language) -> Html {
    let Language { lang, dir } = language.clone();
    let moved = [("leadership", &*row.leadership), ("management", &*row.management)];
    html! {
        <li class={row.stance.name()}>
            <span class="stop" aria-hidden="true">{row.number}</span>
            <h3 lang={lang.clone()} {dir}><span class="hidden">{row.number}{". "}</span>{shown(row.step)}</h3>
            <p class="said" {lang} {dir}>{shown(row.response)}</p>
            <p class="tags">{hat_tag(row.stance)}{" "}<span>{fill(WORDS.moved, &moved)}</span></p>
            if let Some(worth) = &row.worth {
                <p class="worth">{worth_of(worth)}</p>
                for it in &worth.flags {
                    {flag(*it)}
                }
                <details>
                    <summary>{WORDS.what_if}{language.span(Some("hidden"), row.step)}</summary>
                    {table(&worth.what_if, language)}
                    <p><a class="button" href={row.again.clone()}>{WORDS.decide_again}</a></p>
                </details>
            }
        </li>
    }
}

/// What a decision was worth, in words.
fn worth_of(worth: &Worth<'_>) -> String {
    let mut words = fill(WORDS.worth, &[("worth", worth.words), ("weight", &worth.weight)]);
    let odds = if worth.before == worth.after { WORDS.odds_stayed } else { WORDS.odds_moved };
    words.push_str(&fill(odds, &[("before", &worth.before), ("after", &worth.after)]));
    words
}

fn flag(flag: Flag) -> Html {
    let (name, means) = match flag {
        Flag::ChanceLost => (WORDS.last_chance, WORDS.chance_lost.into()),
        Flag::ChanceTaken => (WORDS.last_chance, WORDS.chance_taken.into()),
        Flag::NoReturn(outcome) => {
            let outcome = WORDS.outcomes_within[outcome as usize];
            (WORDS.no_return, fill(WORDS.no_return_means, &[("outcome", outcome)]))
        }
    };
    html! { <p class="flag"><b>{name}</b>{means}</p> }
}
