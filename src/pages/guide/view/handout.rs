//! The page to keep: the guide on one sheet of paper.

use crate::components::element::{Html, el};
use crate::components::icon;
use crate::pages::guide::model::{Idea, Kind, OUTCOMES, PARTS};
use crate::shapes::{hat, outcome};
use crate::words::guide::GUIDE;
use scenario::Stance;

/// The sheet.
pub(super) fn handout() -> Html {
    let handout = &GUIDE.handout;
    let labels = &GUIDE.labels;
    let mut heads = el!("tr");
    heads.with(&mut el!("td"));
    for name in [labels.managing, labels.leading] {
        heads.with(el!("th", "scope" = "col").text(name));
    }
    let mut differ = el!("tbody");
    for contrast in GUIDE.contrasts.iter() {
        differ.with(
            el!("tr")
                .with(el!("th", "scope" = "row").text(contrast.aspect))
                .with(el!("td").text(contrast.managing))
                .with(el!("td").text(contrast.leading)),
        );
    }
    let mut ends = el!("ul", "class" = "four");
    for (idea, end) in ideas(Kind::Ends).zip(OUTCOMES) {
        let mut words = el!("span");
        words.with(el!("b").text(idea.words.name)).text(" ").beside(idea.words.text);
        ends.with(el!("li").put(icon(outcome(end))).with(&mut words));
    }
    let mut questions = el!("ol", "class" = "ask");
    for ask in handout.ask.iter() {
        questions.with(el!("li").text(*ask));
    }
    el!("section", "class" = "sheet", "aria-labelledby" = "sheet-title")
        .with(el!("h2", "id" = "sheet-title").text(handout.page.title))
        .with(el!("p", "class" = "lead").text(handout.page.line))
        .with(el!("div", "class" = "hats").put(does(Stance::Manager, GUIDE.managers.title, Kind::Managers)).put(does(
            Stance::Leader,
            GUIDE.leaders.title,
            Kind::Leaders,
        )))
        .with(el!("h3").text(GUIDE.differ.title))
        .with(el!("table").with(el!("thead").with(&mut heads)).with(&mut differ))
        .with(el!("h3").text(GUIDE.ends.title))
        .with(&mut ends)
        .with(el!("h3").text(handout.ask_title))
        .with(&mut questions)
        .with(el!("p", "class" = "sheet-foot").text(handout.foot))
        .build()
}

/// The ideas of the part of a kind.
fn ideas(kind: Kind) -> impl Iterator<Item = Idea> {
    PARTS.iter().filter(move |part| part.kind == kind).flat_map(|part| part.ideas())
}

/// What who wears a hat does.
fn does(stance: Stance, title: &'static str, kind: Kind) -> Html {
    let mut does = el!("ul");
    for idea in ideas(kind) {
        does.with(el!("li").text(idea.words.name));
    }
    el!("div", "class" = stance.name()).with(el!("h3").put(icon(hat(stance))).beside(title)).with(&mut does).build()
}
