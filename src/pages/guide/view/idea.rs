//! An idea of the guide.

use crate::components::element::{Element, Html, el};
use crate::components::icon;
use crate::pages::guide::WORDS;
use crate::pages::guide::model::{Idea, Kind, OUTCOMES, Practised, Report};
use crate::shapes::{hat, outcome};
use crate::words::guide::GUIDE;
use crate::words::shown;
use scenario::Stance;

/// An idea, told as its part tells it.
pub(super) fn article(kind: Kind, idea: Idea, report: &Report) -> Html {
    let id = idea.words.id;
    let heading = format!("{id}-name");
    let shape = OUTCOMES.get(idea.at).filter(|_| kind == Kind::Ends).map(|end| icon(outcome(*end)));
    el!("article", "class" = "idea", "id" = id, "tabindex" = "-1", "aria-labelledby" = heading.clone())
        .with(el!("h3", "id" = heading).maybe(shape).beside(name(kind, idea)))
        .with(el!("p", "class" = "text").text(idea.words.text))
        .maybe(more(kind, idea))
        .with(practised(&mut el!("p", "class" = "practised"), report, idea))
        .build()
}

/// What the idea is called: a question stands under its own words, not under its short name.
fn name(kind: Kind, idea: Idea) -> &'static str {
    let question = match kind {
        Kind::Asked => GUIDE.questions.get(idea.at).map(|it| it.question),
        Kind::Mirror => GUIDE.reflections.get(idea.at).map(|it| it.question),
        _ => None,
    };
    question.unwrap_or(idea.words.name)
}

/// What a part tells of its ideas beside their texts.
fn more(kind: Kind, idea: Idea) -> Option<Html> {
    let labels = &GUIDE.labels;
    Some(match kind {
        Kind::Asked => el!("p").text(GUIDE.questions.get(idea.at)?.answer).build(),
        Kind::Places => {
            let dimension = GUIDE.dimensions.get(idea.at)?;
            let mut ways = el!("dl", "class" = "ways");
            for (stance, name, does) in [
                (Stance::Manager, labels.managing, dimension.manager),
                (Stance::Leader, labels.leading, dimension.leader),
            ] {
                let mut way = el!("div", "class" = stance.name());
                way.with(el!("dt", "class" = "tag").put(icon(hat(stance))).beside(name)).with(el!("dd").text(does));
                ways.with(&mut way);
            }
            ways.build()
        }
        Kind::Ends => {
            let end = GUIDE.outcomes.get(idea.at)?;
            let told =
                [(None, labels.happens, end.happens), (None, labels.feels, end.feels), (None, labels.first, end.first)];
            terms("told", told)
        }
        Kind::Mirror => {
            let mirror = GUIDE.reflections.get(idea.at)?;
            let [left, between, right] = mirror.says;
            let ends = [
                (Some("manager"), mirror.left, left),
                (None, WORDS.in_between, between),
                (Some("leader"), mirror.right, right),
            ];
            terms("ends-of", ends)
        }
        Kind::Plain | Kind::Managers | Kind::Leaders | Kind::Differ => return None,
    })
}

/// Terms, each with its class and what is said of it.
fn terms(class: &'static str, terms: [(Option<&'static str>, &'static str, &'static str); 3]) -> Html {
    let mut list = el!("dl", "class" = class);
    for (class, term, says) in terms {
        list.with(el!("div", "class" = class).with(el!("dt").text(term)).with(el!("dd").text(says)));
    }
    list.build()
}

/// Says in an element where an idea can be practised, and whether it was met.
pub(super) fn practised<'e>(place: &'e mut Element, report: &Report, idea: Idea) -> &'e mut Element {
    let labels = &GUIDE.labels;
    match report.practised(idea.place) {
        Practised::Everywhere => {
            place.beside(labels.practised).text(" ").with(el!("a", "href" = "#/").text(WORDS.every_story)).text(" ");
        }
        Practised::In(stories) => {
            place.beside(labels.practised).text(" ");
            for (key, title) in stories {
                let mut story = el!("a", "href" = format!("#/play/{key}"));
                place.with(el!("bdi").with(story.text(shown(&title)))).text(" ");
            }
        }
        Practised::Nowhere => {
            place.beside(labels.only_here);
        }
        Practised::Unknown => {}
    }
    place.text(" ");
    match report.met(idea.place) {
        Some(true) => place.with(el!("em", "class" = "met").text(labels.met)),
        Some(false) => place.with(el!("em").text(labels.not_met)),
        // The white space before it is a child of its own, as it is beside words.
        None => place.maybe(None),
    }
}
