//! A part of the guide.

use super::idea::{article, practised};
use crate::components::element::{Html, classes, el};
use crate::components::icon;
use crate::pages::guide::WORDS;
use crate::pages::guide::model::{Idea, Kind, Part, Report};
use crate::shapes::hat;
use crate::words::guide::GUIDE;
use scenario::Stance;

/// The part's heading, and its ideas.
pub(super) fn section(part: &Part, report: &Report) -> Html {
    let (class, stance) = match part.kind {
        Kind::Managers => (Some("manager"), Some(Stance::Manager)),
        Kind::Leaders => (Some("leader"), Some(Stance::Leader)),
        Kind::Asked => (Some("asked"), None),
        _ => (None, None),
    };
    let id = format!("part-{}", part.id());
    let mut section = el!("section", "class" = classes("part", class), "aria-labelledby" = id.clone());
    let mut heading = el!("h2", "id" = id);
    heading.maybe(stance.map(|stance| icon(hat(stance)))).beside(part.heading.title);
    section.with(el!("header").with(&mut heading).with(el!("p").text(part.heading.line)));
    if part.kind == Kind::Differ {
        section.put(table(part, report));
    } else {
        let mut ideas = el!("div", "class" = "ideas");
        for idea in part.ideas() {
            ideas.put(article(part.kind, idea, report));
        }
        section.with(&mut ideas);
    }
    if part.kind == Kind::Mirror {
        let mut sliders = el!("a", "class" = "button", "href" = "#/journal/self-check");
        section.with(el!("p", "class" = "actions").with(sliders.text(WORDS.set_sliders)));
    }
    section.build()
}

/// Where managing and leading differ, side by side.
fn table(part: &Part, report: &Report) -> Html {
    let title = part.heading.title;
    let labels = &GUIDE.labels;
    let mut heads = el!("tr", "role" = "row");
    heads.with(el!("th", "scope" = "col", "role" = "columnheader").with(el!("span", "class" = "hidden").text(title)));
    for (stance, name) in [(Stance::Manager, labels.managing), (Stance::Leader, labels.leading)] {
        heads.with(
            el!("th", "scope" = "col", "role" = "columnheader", "class" = stance.name())
                .with(el!("span", "class" = "tag").put(icon(hat(stance))).beside(name)),
        );
    }
    let mut body = el!("tbody", "role" = "rowgroup");
    for idea in part.ideas() {
        body.maybe(row(idea, report));
    }
    el!("table", "class" = "table differ", "role" = "table")
        .with(el!("caption", "class" = "hidden").text(title))
        .with(el!("thead", "role" = "rowgroup").with(&mut heads))
        .with(&mut body)
        .build()
}

fn row(idea: Idea, report: &Report) -> Option<Html> {
    let contrast = GUIDE.contrasts.get(idea.at)?;
    let mut head = el!("th", "scope" = "row", "role" = "rowheader");
    head.with(el!("b").text(idea.words.name))
        .text(" ")
        .with(el!("span").text(idea.words.text))
        .text(" ")
        .with(practised(&mut el!("span", "class" = "practised"), report, idea));
    let cell = |class: &'static str, label: &'static str, words: &'static str| {
        el!("td", "role" = "cell", "class" = class, "data-label" = label).text(words).build()
    };
    let row = el!("tr", "id" = idea.words.id, "role" = "row", "tabindex" = "-1")
        .with(&mut head)
        .put(cell("manager", GUIDE.labels.managing, contrast.managing))
        .put(cell("leader", GUIDE.labels.leading, contrast.leading))
        .build();
    Some(row)
}
