//! The album of endings.

use super::parts::Language;
use crate::album_view::endings::{Card, Page};
use crate::components::element::{Html, classes, el};
use crate::components::share;
use crate::pages::debrief::WORDS as DEBRIEF;
use crate::pages::journal::WORDS;
use crate::pages::journal::model::{Report, link};
use crate::shapes;
use crate::ui::scene;
use crate::words::{fill, shown};
use library::Source;

/// The endings of all stories, found and not found.
pub(super) fn endings(report: &Report) -> Html {
    let pages = report.endings();
    let all: usize = pages.iter().map(|page| page.cards.len()).sum();
    let found: usize = pages.iter().map(Page::found).sum();
    let mut means = el!("p");
    means.beside(WORDS.endings_mean);
    if all > 0 {
        let counted = fill(WORDS.found_all, &[("n", &found.to_string()), ("all", &all.to_string())]);
        means.beside(WORDS.you_found).with(el!("b").text(counted)).beside(WORDS.found_rest);
    }
    let mut section = el!("section", "id" = "endings", "tabindex" = "-1", "aria-labelledby" = "endings-title");
    section.with(el!("h2", "id" = "endings-title").text(WORDS.endings)).with(&mut means);
    for (at, page) in pages.iter().enumerate() {
        section.put(story(at, page, report));
    }
    section.build()
}

fn story(at: usize, page: &Page<'_>, report: &Report) -> Html {
    let id = format!("album-{at}");
    let language = Language::of(page.story.scenario.as_deref());
    let href = format!("#/play/{}", page.story.source.key());
    let mut title = el!("a", "href" = href, "lang" = language.lang.clone(), "dir" = language.dir);
    let mut heading = el!("h3", "id" = id.clone());
    heading.with(title.text(shown(&page.story.title))).text(" ");
    if matches!(page.story.source, Source::Own(_)) {
        heading.with(el!("span", "class" = "soft").text(WORDS.own_file));
    } else {
        heading.maybe(None);
    }
    let mut section = el!("section", "aria-labelledby" = id);
    section.with(&mut heading);
    if page.story.scenario.is_none() {
        return section.with(el!("p").text(WORDS.story_late)).build();
    }
    let (found, all) = (page.found(), page.cards.len());
    let counted = fill(WORDS.found, &[("n", &found.to_string()), ("all", &all.to_string())]);
    let mut stamps = el!("ul", "class" = "stamps");
    let scene = page.story.scenario.as_deref().and_then(|scenario| scenario.scene()).map(|scene| scene.as_str());
    for ending in &page.cards {
        stamps.put(card(ending, scene, &language, report));
    }
    if !report.runs.iter().any(|run| run.source == page.story.source) {
        // Of a story that was never played there is nothing to see yet.
        let mut fold = el!("details");
        fold.with(el!("summary").with(el!("b").text(counted))).with(&mut stamps);
        return section.with(&mut fold).build();
    }
    section
        .with(el!("p", "class" = "found").with(el!("b").text(counted)).text(" ").put(share(found * 1000 / all.max(1))))
        .with(&mut stamps)
        .build()
}

/// One ending; once it is found, with the story's place and the last thing that it tells.
fn card(card: &Card<'_>, scene: Option<&str>, language: &Language, report: &Report) -> Html {
    let broke = card.variant.when.broke == Some(true);
    let found = card.found.and_then(|at| report.runs.get(at));
    let mut class = classes("stamp", Some(card.outcome.name()));
    let mut kind = DEBRIEF.outcomes[card.outcome as usize].to_owned();
    let mut picture = el!("svg", "class" = "picture", "viewBox" = "0 0 48 30", "aria-hidden" = "true");
    let mut shape = el!("g", "transform" = "translate(12 3)");
    picture.with(shape.with(&mut el!("path", "d" = shapes::outcome(card.outcome))));
    if broke {
        class.push_str(" broke");
        kind.push_str(WORDS.by_a_break);
        picture.with(&mut el!("path", "class" = "crack", "d" = "M29 0l-5 8 6 5-7 6 5 4-4 7"));
    }
    let mut name = el!("p");
    let told = card.variant.story.last().filter(|_| found.is_some()).map(|line| {
        let mut last = el!("p", "class" = "told", "lang" = language.lang.clone(), "dir" = language.dir);
        if line.who.is_some() {
            last.with(el!("q").text(shown(&line.text)))
        } else {
            last.text(shown(&line.text))
        };
        last.build()
    });
    match found {
        Some(run) => {
            let (lang, href) = (language.lang.clone(), link(run));
            let mut title = el!("a", "lang" = lang, "dir" = language.dir, "href" = href);
            name.with(title.text(shown(&card.variant.title)));
        }
        None => {
            class.push_str(" unfound");
            name.with(el!("b").text(WORDS.not_found));
        }
    }
    el!("li", "class" = class)
        .maybe(found.map(|_| scene::draw(scene)))
        .with(&mut picture)
        .with(&mut name)
        .maybe(told)
        .with(el!("p", "class" = "kind").text(kind))
        .build()
}
