//! The album of endings.

use super::parts::Language;
use crate::album_view::endings::{Card, Page};
use crate::components::share;
use crate::pages::debrief::WORDS as DEBRIEF;
use crate::pages::journal::WORDS;
use crate::pages::journal::model::{Report, link};
use crate::shapes;
use crate::words::{fill, shown};
use library::Source;
use std::rc::Rc;
use yew::prelude::*;

/// Whose endings are shown.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct EndingsProps {
    pub report: Rc<Report>,
}

/// The endings of all stories, found and not found.
#[component]
pub(super) fn Endings(EndingsProps { report }: &EndingsProps) -> Html {
    let pages = report.endings();
    let all: usize = pages.iter().map(|page| page.cards.len()).sum();
    let found: usize = pages.iter().map(Page::found).sum();
    let counts = [("n", &*found.to_string()), ("all", &*all.to_string())];
    html! {
        <section id="endings" tabindex="-1" aria-labelledby="endings-title">
            <h2 id="endings-title">{WORDS.endings}</h2>
            <p>
                {WORDS.endings_mean}
                if all > 0 {
                    {WORDS.you_found}<b>{fill(WORDS.found_all, &counts)}</b>{WORDS.found_rest}
                }
            </p>
            for (at, page) in pages.iter().enumerate() {
                {story(at, page, report)}
            }
        </section>
    }
}

fn story(at: usize, page: &Page<'_>, report: &Report) -> Html {
    let id = format!("album-{at}");
    let language = Language::of(page.story.scenario.as_deref());
    let Language { lang, dir } = language.clone();
    let (found, all) = (page.found(), page.cards.len());
    let counts = [("n", &*found.to_string()), ("all", &*all.to_string())];
    html! {
        <section aria-labelledby={id.clone()}>
            <h3 {id}>
                <a href={format!("#/play/{}", page.story.source.key())} {lang} {dir}>{shown(&page.story.title)}</a>{" "}
                if matches!(page.story.source, Source::Own(_)) {
                    <span class="soft">{WORDS.own_file}</span>
                }
            </h3>
            if page.story.scenario.is_some() {
                <p class="found">
                    <b>{fill(WORDS.found, &counts)}</b>{" "}{share(1000, "10", "fill", found * 1000 / all.max(1))}
                </p>
                <ul class="stamps">
                    for ending in &page.cards {
                        {card(ending, &language, report)}
                    }
                </ul>
            } else {
                <p>{WORDS.story_late}</p>
            }
        </section>
    }
}

fn card(card: &Card<'_>, language: &Language, report: &Report) -> Html {
    let broke = card.variant.when.broke == Some(true);
    let found = card.found.and_then(|at| report.runs.get(at));
    let class = classes!("stamp", card.outcome.name(), broke.then_some("broke"), found.is_none().then_some("unfound"));
    let mut kind = DEBRIEF.outcomes[card.outcome as usize].to_owned();
    if broke {
        kind.push_str(WORDS.by_a_break);
    }
    let Language { lang, dir } = language.clone();
    html! {
        <li {class}>
            <svg class="picture" viewBox="0 0 48 30" aria-hidden="true">
                <g transform="translate(12 3)"><path d={shapes::outcome(card.outcome)} /></g>
                if broke {
                    <path class="crack" d="M29 0l-5 8 6 5-7 6 5 4-4 7" />
                }
            </svg>
            if let Some(run) = found {
                <p><a {lang} {dir} href={link(run)}>{shown(&card.variant.title)}</a></p>
            } else {
                <p><b>{WORDS.not_found}</b></p>
            }
            <p class="kind">{kind}</p>
        </li>
    }
}
